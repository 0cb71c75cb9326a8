"""Questions whether something is asked for ("Is a drug screen needed?" "No."), and what, as the statements they make.

What a "no" waives is asked of nobody; "How long is the patient watched?" says what its answer is of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.asked_letters import ANSWER_LETTER, QUESTION_LETTER
from parsers.telling.forms.answer_words import plain_answer
from parsers.telling.forms.closed_questions import admitted, asks_of_a_condition, barred, demanded

_NUMBERED = rf"^\W*(?:{QUESTION_LETTER}|\d{{1,2}}[.)]\s*)?"
_QUESTION = compiled(rf"{_NUMBERED}(?P<asked>[^?]{{8,200}})\?\s*(?P<answer>.*)$", re.DOTALL | re.IGNORECASE)
_IF_NEEDED = compiled(
    r"^(?:must\b|(?:do|does|will|is|are|has|have|should|shall|did)\b.*\b(?:requir\w+|need(?:s|ed)?|necessary|mandatory|"
    r"obligatory|ha(?:s|ve) to|must|asked for|expected|compulsory|insist\w*|demand\w*))\b",
    re.IGNORECASE,
)
_WHAT = compiled(
    r"^(?:who|where|how (?:long|old|often|many|much|young|severe|soon)|(?:what|which)\b.*?\b(?:age|score|setting|place|"
    r"site|prescriber|specialist|clinician|provider|severity|dose|limit|quantity|tests?|diagnosis|conditions?)s?)\b",
    re.IGNORECASE,
)
_NO = compiled(rf"^(?:{ANSWER_LETTER})?no\b(?![\s/,|☐]*\W*yes\b)[\s,.;:–—-]*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_YES = compiled(rf"^(?:{ANSWER_LETTER})?yes\b(?![\s/,|☐□_()]*no\b)[\s,.;:–—-]*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_LABEL = compiled(rf"^{ANSWER_LETTER}", re.IGNORECASE)
_DECIDES = compiled(r"\b(?:den(?:y|ied)|approve|stop|go to|proceed|skip|continue to|refer to|sign)\b", re.IGNORECASE)
_ALONGSIDE = compiled(
    r"\b(?:oral|another|an) antidepressant\b(?!.*\b(?:fail|tried|trial|before|first)\w*)", re.IGNORECASE
)
_LONGEST_ANSWER = 200
_OF_WHOM = "Further requirements"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its answer, and the blocks that they take up."""

    asked: str
    answer: str
    blocks: tuple[Block, ...]

    @property
    def printed(self) -> str:
        return " ".join(block.text for block in self.blocks)


def with_requirements_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with each such question and its answer as what they say together; and what is printed for each."""
    kept: list[Block] = []
    restated: dict[str, str] = {}
    place = 0
    while place < len(blocks):
        found = _asked_at(blocks, place)
        said = _said(found) if found else None
        if found is None or said is None:
            kept.append(_without_its_use(found) if found else blocks[place])
            place += 1
            continue
        kept += _written(found, said)
        restated |= {said: found.printed} if said else {}
        place += len(found.blocks)
    return tuple(kept), restated


def _asked_at(blocks: Sequence[Block], place: int) -> _Asked | None:
    """The question that a block asks, with the answer behind it or in the next block; None where it asks none."""
    block = blocks[place]
    text = f"{block.cells[0]} {block.cells[1]}" if block.kind == "row" and len(block.cells) == len("QA") else block.text
    found = _QUESTION.match(text) if "?" in text else None
    if found is None:
        return None
    if answer := found["answer"].strip():
        return _Asked(found["asked"], answer, (block,))
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if after is None or after.kind not in ("paragraph", "definition") or "?" in after.text:
        return None
    return _Asked(found["asked"], after.text, (block, after))


def _said(one: _Asked) -> str | None:
    """What question and answer say together: "" for nothing; None where they are read as they stand."""
    answer = plain_answer(one.answer)
    refused, granted = _NO.match(answer), _YES.match(answer)
    if refused and _IF_NEEDED.match(one.asked) and not _DECIDES.search(one.answer):
        # That none is taken alongside is said of the drug's own rule, and waives more than a demand.
        waived = "An oral antidepressant is not required. " if _ALONGSIDE.search(one.asked) else ""
        return f"{waived}{refused['rest'][:1].upper()}{refused['rest'][1:]}".strip()
    if given := refused or granted:
        return _closed(one, given, demanded if granted else barred)
    if told := admitted(one.asked, one.answer):
        return told
    if not _WHAT.match(one.asked) or one.blocks[0].kind == "row" or len(one.answer) > _LONGEST_ANSWER:
        return None
    answer = _LABEL.sub("", one.answer)
    told = f"{one.asked}: {answer}"
    return told if set(findings_in(told)) - set(findings_in(one.answer)) else None


def _without_its_use(one: _Asked) -> Block:
    """The title that a question is, without the condition that it asks about where that is no use of the drug."""
    title = one.blocks[0]
    beside = title.kind == "heading" and asks_of_a_condition(one.asked, one.answer)
    return replace(title, text=_OF_WHOM) if beside else title


def _closed(one: _Asked, given: re.Match[str], says: Callable[[str, str], str]) -> str | None:
    """What a yes or no makes of a question; None where neither asks for anything nor decides, as on a form."""
    return None if _DECIDES.search(one.answer) else says(one.asked, given["rest"]) or None


def _written(one: _Asked, said: str) -> Iterator[Block]:
    first, last = one.blocks[0], one.blocks[-1]
    # The next term may go on from this one ("And for bipolar depression?").
    as_term = first.kind == "term" and bool(_YES.match(plain_answer(one.answer)))
    if first.kind == "heading" or as_term:
        yield _without_its_use(one)
    if said:
        kind = "paragraph" if last.kind in ("definition", "row", "heading") and not as_term else last.kind
        yield replace(last, kind=kind, text=said, cells=(), header=())
