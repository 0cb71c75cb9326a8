"""Questions of a form in the rows of a table, with the answer that a request needs ("Is the patient an adult? | ☐ Yes
☐ No | Yes") or with boxes alone, and questions with that answer in brackets behind them ("… an adult? [Yes]").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.criteria.families import findings_in
from parsers.flows.question_flows import places_of_flows
from parsers.language.patterns import compiled
from parsers.models import Block, BlockKind
from parsers.tables.table_outlines import only_boxes
from parsers.telling.answer_directions import directed

_WORD = compiled(r"\W*(?:(?:must|should|has to|needs to) be )?(?P<word>yes|no)\W*", re.IGNORECASE)
# The title of the column for the answer that approves.
_NEEDED = compiled(
    r"\b(?:needed|required|approv\w+|expected|correct|qualifying|passing|must be|acceptable)\b", re.IGNORECASE
)
_IN_BRACKETS = compiled(
    r"(?P<question>[^?]{8,400}\?)\s*[\[(](?:(?:required|needed|expected) )?(?:answer|response)?:? ?(?:must be )?"
    r"(?P<word>yes|no)\.?[\])](?:[\s☐□✓_\[\]()/|]*\b(?:yes|no|n/?a)\b)*"
    # Behind it, what to write or attach.
    r"(?!\W*(?:or|and|unless|except|when|for|if(?! (?:yes|no|so)\b))\b)(?P<rest>[^?☐]{0,160})",
    re.IGNORECASE,
)
# The boxes at the end of a line.
_BOXED_ANSWERS = compiled(r"(?:[\s/|]*[☐□✓](?:\s*(?:yes|no|n/?a)\b)?)+\s*$", re.IGNORECASE)
# "Does the patient have dementia? — The answer has to be no", "… dementia? Must be no", "… dementia? No is required".
_MUST_BE = r"(?:must|has to|needs to|should|shall|ought to|is to|had better) be"
_TOLD_BEHIND = compiled(
    r"(?:[A-Z][a-z]*(?: [a-z]+)?: )?(?P<question>[^?]{8,400}\?)[\s–—:.-]*(?:"
    rf"(?:(?:the|this|that|your|right|correct|only|acceptable|needed) )*(?:(?:answer|response|reply|it|this|that) )?"
    rf"(?:{_MUST_BE}|needed is|(?:answer|response|reply)(?: (?:needed|required|expected))?(?: is|:))(?: an?)? "
    r"[\"“'‘]?(?P<word>yes|no)\b|(?:an? )?[\"“'‘]?(?P<first>yes|no)\b[\"”'’]?,? (?:is|are) (?:the (?:only |right |"
    r"correct "
    r"|needed )*(?:answer|response)|what we need|required|needed|expected|necessary))"
    r"(?:[\"”'’]? (?:for (?:approval|coverage|authorization)|to (?:be approved|qualify)))?"
    r"(?! (?:if|unless|for|when|only)\b)[^?,;:]{0,12}(?:\[ ?\] ?Yes \[ ?\] ?No\W*)?",
    re.IGNORECASE,
)
_A_BOX = r"(?:[☐□❑❏▢◯⬜○]|\[ ?\]|\( ?\))"
# A bare box, under a column's "Yes" or "No".
_BOX = compiled(rf"\s*(?:(?:{_A_BOX}|_{{2,}})\s*)+")
_NUMBER = compiled(r"^\W*(?:\d{1,2}[a-z]?|[A-Za-z])[.)]\s+")
_ITS_NUMBER = compiled(r"\W*\d{1,2}[a-z]?\W*")
# "How many antidepressants have failed?", "What is the MADRS score?": the amount that approves answers it.
_ASKS_AMOUNT = compiled(
    r"\W*(?:how many (?P<counted>[^?]{4,160})"
    r"|(?:for )?how long (?:was|were|has|have|had|did) (?P<lasted>[^?]{4,120})"
    r"|what (?:is|was|are|were) (?P<measured>[^?]{4,120}))\?\W*",
    re.IGNORECASE,
)
_AMOUNT = compiled(r"(?=.*\d|\W*(?:at least )?(?:one|two|three|four|five)\b)[^?]{1,60}", re.IGNORECASE)
# A question whose "Y means denial", in brackets behind its boxes.
_DENIES = compiled(
    r"(?P<question>[^?]{4,400}\?)(?![^?]*(?:\bapprov(?:e|al)|\bgo to|\bproceed|\bcontinue|\bskip|#)\b)"
    r"[^?]*?(?:\b(?:an?|if) )?[\"“']?\b(?P<word>yes|no|y|n)\b[\"”']?(?: answer)?\s*"
    r"(?:means?|is|leads? to|results? in|[=:→,–—-])\s*(?:an? |the )?(?:request )?(?:is |will be )?"
    r"(?:denial|deny|denied|disqualif\w+|not (?:approv|cover)\w*|excluded|refus\w+)\b[^?]*",
    re.IGNORECASE,
)
_ASKS_WHAT_FOR = compiled(
    r"\b(?:used|requested|prescribed|intended|ordered|given) (?:for|to treat|in)\b[^?]{3,80}\?", re.IGNORECASE
)
_BARS = "None of the following:"
_ALL = "All of the following:"
# "Has one of these failed? ☐ lithium ☐ psychotherapy": what the question points to stands behind it.
_POINTS_ON = compiled(
    rf"(?P<question>[^?☐]{{4,400}}\b(?:these|those|following|below)\b[^?☐]{{0,80}}\?)\s*(?P<options>{_A_BOX}.+)",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN_OPTIONS = compiled(rf"(?:[\s,;]*\b(?:and/or|or|and)\b)?\s*{_A_BOX}\s*(?:(?:or|and)\b\s*)?", re.IGNORECASE)
# "… for 6 weeks? Drug 1 ______ dates ______": blanks for the details of a "yes".
_WITH_BLANKS = compiled(r"(?P<question>[^?☐_]{8,600}\?)(?:[^?☐_]{1,60}_{2,})+[^?☐_]{0,20}")
_FEWEST_OPTIONS = 2


def with_needed_answers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the questions of such rows as items: what needs a "no" bars, the others are asked for."""
    said: list[Block] = []
    barred = listed = False
    in_flows = places_of_flows(blocks)
    titles = frozenset(block.text for block in blocks if block.kind == "row" and len(block.cells) == 1)
    for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        if place in in_flows:
            said.append(block)
            continue
        if _asked(block):
            row = replace(block, path=_above(block, titles))
            said += (*_opening(row, listed=listed), *_question(row))
            listed = False
            continue
        listed = block.kind == "item" or (listed and only_boxes(block.text))
        if after and _titles(block, after):
            said.append(_title(block))
            continue
        if amount := _amount(block):
            said.append(replace(block, kind="item", depth=1, text=amount, cells=(), header=()))
            barred = False
            continue
        needed = _needed(block) or _told_in_row(block) if block.kind == "row" else _bracketed(block.text, block.kind)
        said += [block] if needed is None else _items(block, *needed, goes_on=barred)
        barred = needed is not None and needed[1] == "no"
    return tuple(said)


def _asked(row: Block) -> str | None:
    """The question of a row that holds no more than it and the boxes for its answer; None for any other row."""
    if row.kind != "row" or not any(map(only_boxes, row.cells)):
        return None
    cells = dict.fromkeys(row.cells)
    said = [cell for cell in cells if not (only_boxes(cell) or _BOX.fullmatch(cell) or not cell)]
    said = [cell for cell in said if not _ITS_NUMBER.fullmatch(cell)]
    if len(said) != 1:
        return None
    with_blanks = _WITH_BLANKS.fullmatch(said[0])
    asked = with_blanks["question"] if with_blanks else said[0]
    asks = asked.rstrip().endswith("?") or _options(asked)[1]
    return asked if asks else None


def _above(row: Block, titles: frozenset[str]) -> tuple[str, ...]:
    """The headings above a row, without a title that spans its table."""
    return row.path[:-1] if row.path[-1:] and row.path[-1] in titles else row.path


def _titles(row: Block, after: Block) -> bool:
    """Whether a row across the table says for what or how the questions right under it are to be answered."""
    return row.kind == "row" and len(row.cells) == 1 and after.path[-1:] == (row.text,) and _asked(after) is not None


def _title(row: Block) -> Block:
    """A title of questions as their lead-in."""
    return replace(row, kind="paragraph", text=f"{row.text.rstrip(' .:')}:", path=row.path, cells=(), header=())


def _question(row: Block) -> Iterator[Block]:
    """A question without its boxes as an item, over the options that it points to."""
    asked = _NUMBER.sub("", _asked(row) or "")
    lead, options = _options(asked)
    item = replace(row, kind="item", depth=1, text=lead, cells=(), header=())
    yield item
    yield from (replace(item, depth=2, text=option) for option in options)


def _options(asked: str) -> tuple[str, list[str]]:
    """A question apart from the options that stand behind it."""
    found = _POINTS_ON.fullmatch(asked)
    options = [option.strip(" ,;") for option in _BETWEEN_OPTIONS.split(found["options"])] if found else []
    named = [option for option in options if option and "__" not in option]
    return (found["question"], named) if found and len(named) >= _FEWEST_OPTIONS else (asked, [])


def _opening(row: Block, *, listed: bool) -> Iterator[Block]:
    """The opening of a list of its own, where a row comes right after a list in the text."""
    if listed:
        yield replace(row, kind="paragraph", text=_ALL, cells=(), header=())


def _needed(row: Block) -> tuple[str, str] | None:
    """The question of a row with the word that must answer it; None for any other row.

    Columns for several uses or phases have an answer each.
    """
    if len([cell for cell in row.cells if _WORD.fullmatch(cell)]) > 1 and len(set(row.header)) == len(row.cells):
        return None
    cells = [cell for cell in dict.fromkeys(row.cells) if cell.strip()]
    questions = [cell for cell in cells if cell.rstrip().endswith("?")]
    words = [found["word"].lower() for cell in cells if (found := _WORD.fullmatch(cell))]
    rest = [cell for cell in cells if cell not in questions and not _WORD.fullmatch(cell)]
    told = all(map(only_boxes, rest)) if rest else any(map(_NEEDED.search, row.header))
    return (questions[0], words[0]) if len(questions) == len(words) == 1 and told else None


def _amount(row: Block) -> str:
    """What a row asks for whose question is answered by an amount, under a title of such answers; "" for another."""
    if row.kind != "row" or not any(map(_NEEDED.search, row.header)):
        return ""
    cells = [cell for cell in row.cells if cell.strip() and not _ITS_NUMBER.fullmatch(cell)]
    return answering_amount(*cells) if len(cells) == len(("question", "answer")) else ""


def answering_amount(question: str, amount: str) -> str:
    """What a question and the amount that answers it say together; "" where it asks for no amount, or gets none."""
    asked = _ASKS_AMOUNT.fullmatch(question)
    if asked is None or not _AMOUNT.fullmatch(amount):
        return ""
    if asked["lasted"]:
        return f"{asked['lasted']} for {amount}"
    return f"{amount} {asked['counted']}" if asked["counted"] else f"{asked['measured']}: {amount}"


def _told_in_row(row: Block) -> tuple[str, str] | None:
    """The question of a row of boxes that tells behind it the word that must answer it; None for any other row."""
    cells = [cell for cell in dict.fromkeys(row.cells) if cell.strip() and not _ITS_NUMBER.fullmatch(cell)]
    said = [cell for cell in cells if not (only_boxes(cell) or _BOX.fullmatch(cell))]
    return _bracketed(said[0], "item") if len(said) == 1 < len(cells) else None


def _bracketed(text: str, kind: BlockKind) -> tuple[str, str] | None:
    """The question of an item or paragraph with the answer in brackets behind it; None for any other block."""
    if kind not in ("item", "paragraph"):
        return None
    if answered := _in_brackets(text):
        return answered
    if found := _TOLD_BEHIND.fullmatch(text):
        return found["question"], (found["word"] or found["first"]).lower()
    # "Is it used for fibromyalgia? Yes: deny" refuses a use, and bars no patient who has it.
    if _ASKS_WHAT_FOR.search(text):
        return None
    denies = _DENIES.fullmatch(text)
    if denies is None:
        return directed(text)
    return (denies["question"], "no" if denies["word"].lower().startswith("y") else "yes")


def _in_brackets(text: str) -> tuple[str, str] | None:
    """A question with the answer in brackets behind it, and with what else has to be shown."""
    if (found := _IN_BRACKETS.fullmatch(_BOXED_ANSWERS.sub("", text))) is None:
        return None
    shown = found["rest"].strip() if findings_in(found["rest"]) else ""
    return f"{found['question']} {shown}".strip(), found["word"].lower()


def _items(row: Block, question: str, word: str, *, goes_on: bool) -> Iterator[Block]:
    item = replace(row, kind="item", depth=1, marker="", text=_NUMBER.sub("", question), cells=(), header=())
    if word == "yes":
        yield item
        return
    asked, mark, shown = item.text.partition("?")
    if shown:
        yield replace(item, text=shown.strip())
    if shown or not goes_on:
        yield replace(item, text=_BARS)
    yield replace(item, depth=2, text=asked + mark)
