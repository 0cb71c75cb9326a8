"""Questions of a form in the rows of a table, with the answer that a request needs ("Is the patient an adult? | ☐ Yes
☐ No | Yes") or with boxes alone, and questions with that answer in brackets behind them ("… an adult? [Yes]").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.models import Block, BlockKind
from parsers.patterns import compiled
from parsers.table_outlines import only_boxes

_WORD = compiled(r"\W*(?:(?:must|should|has to|needs to) be )?(?P<word>yes|no)\W*", re.IGNORECASE)
# The title of the column for the answer that approves.
_NEEDED = compiled(
    r"\b(?:needed|required|approv\w+|expected|correct|qualifying|passing|must be|acceptable)\b", re.IGNORECASE
)
_IN_BRACKETS = compiled(
    r"(?P<question>[^?]{8,400}\?)\s*[\[(](?:(?:required|needed|expected) )?(?:answer|response)?:? ?(?:must be )?"
    r"(?P<word>yes|no)[\])](?:[\s☐□✓_\[\]()/|]*\b(?:yes|no|n/?a)\b)*\W*",
    re.IGNORECASE,
)
# A bare box, under a column's "Yes" or "No".
_BOX = compiled(r"\s*(?:(?:[☐□❑❏▢◯⬜○]|\[ ?\]|\( ?\)|_{2,})\s*)+")
# One answer with its box in a cell of its own ("☐ Yes | ☐ No").
_BOXED_WORD = compiled(r"\s*(?:[☐□❑❏▢◯⬜○]|\[ ?\]|\( ?\)|_{2,})\s*(?:yes|no|n/?a|unknown)\b\W*", re.IGNORECASE)
_YES_OR_NO = compiled(r"\W*(?:yes|no|y|n)\W*", re.IGNORECASE)
_NUMBER = compiled(r"^\W*\d{1,2}[a-z]?[.)]\s+")
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
_BARS = "None of the following:"


def with_needed_answers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the questions of such rows as items: what needs a "no" bars, the others are asked for."""
    said: list[Block] = []
    barred = False
    for block, after in zip_longest(blocks, blocks[1:]):
        if _asked(block) or (after and _titles(block, after)):
            said.append(_alone(block))
            continue
        if amount := _amount(block):
            said.append(replace(block, kind="item", depth=1, text=amount, cells=(), header=()))
            barred = False
            continue
        needed = _needed(block) if block.kind == "row" else _bracketed(block)
        said += [block] if needed is None else _items(block, *needed, goes_on=barred)
        barred = needed is not None and needed[1] == "no"
    return tuple(said)


def _asked(row: Block) -> str | None:
    """The question of a row that holds no more than it and the boxes for its answer; None for any other row."""
    if row.kind != "row" or not (any(map(only_boxes, _answers_joined(row))) or _is_ticked_by_column(row)):
        return None
    cells = dict.fromkeys(_answers_joined(row))
    said = [cell for cell in cells if not (only_boxes(cell) or _BOX.fullmatch(cell) or not cell)]
    said = [cell for cell in said if not _ITS_NUMBER.fullmatch(cell)]
    asks = len(said) == 1 and (said[0].rstrip().endswith("?") or _is_ticked_by_column(row))
    return said[0] if asks else None


def _answers_joined(row: Block) -> tuple[str, ...]:
    """The cells of a row, those that hold one answer with its box together in the last."""
    answers = [cell for cell in row.cells if _BOXED_WORD.fullmatch(cell)]
    return (*(cell for cell in row.cells if cell not in answers), " ".join(answers))


def _is_ticked_by_column(row: Block) -> bool:
    """Whether the columns for "Yes" and "No" of a row hold a bare box each, or nothing yet."""
    pairs = zip(row.header, row.cells, strict=False)
    answers = [cell for title, cell in pairs if _YES_OR_NO.fullmatch(title)]
    return len(answers) > 1 and all(not cell.strip() or _BOX.fullmatch(cell) for cell in answers)


def _titles(row: Block, after: Block) -> bool:
    """Whether a row across the table says for what or how the questions right under it are to be answered."""
    return row.kind == "row" and len(row.cells) == 1 and after.path[-1:] == (row.text,) and _asked(after) is not None


def _alone(row: Block) -> Block:
    """A question without its boxes as an item; a title of questions as their lead-in."""
    asked = _asked(row)
    kind: BlockKind = "paragraph" if asked is None else "item"
    text = f"{row.text.rstrip(' .:')}:" if asked is None else _NUMBER.sub("", asked)
    path = row.path if asked is None else row.path[:-1]
    return replace(row, kind=kind, depth=0 if asked is None else 1, text=text, path=path, cells=(), header=())


def _needed(row: Block) -> tuple[str, str] | None:
    """The question of a row with the word that must answer it; None for any other row."""
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
    asked = _ASKS_AMOUNT.fullmatch(cells[0]) if len(cells) == len(("question", "answer")) else None
    if asked is None or not _AMOUNT.fullmatch(cells[1]):
        return ""
    if asked["lasted"]:
        return f"{asked['lasted']} for {cells[1]}"
    return f"{cells[1]} {asked['counted']}" if asked["counted"] else f"{asked['measured']}: {cells[1]}"


def _bracketed(block: Block) -> tuple[str, str] | None:
    """The question of an item or paragraph with the answer in brackets behind it; None for any other block."""
    if block.kind not in ("item", "paragraph"):
        return None
    if found := _IN_BRACKETS.fullmatch(block.text):
        return found["question"], found["word"].lower()
    denies = _DENIES.fullmatch(block.text)
    return (denies["question"], "no" if denies["word"].lower().startswith("y") else "yes") if denies else None


def _items(row: Block, question: str, word: str, *, goes_on: bool) -> Iterator[Block]:
    item = replace(row, kind="item", depth=1, marker="", text=_NUMBER.sub("", question), cells=(), header=())
    if word == "yes":
        yield item
        return
    if not goes_on:
        yield replace(item, text=_BARS)
    yield replace(item, depth=2)
