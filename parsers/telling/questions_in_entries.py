"""Pages of questions with their answers in one piece ("Who may prescribe it? A psychiatrist …"), or as terms.

Each question becomes the heading over its answer, as on pages that set it as one. The questions of a form, which ask of
a patient and have boxes for answers, stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.criteria.vocabulary import PERSON
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH

_LETTER = r"(?:Q(?:uestion)?\s*\d*\s*[.:)]\s*|\d{1,2}[.)]\s+)?"
_ASKED = (
    r"(?:(?:and|so|but|then) )?(?:who|whom|whose|what|which|when|where|why|how|for how long|is|are|does|do|can|could|"
    r"may|must|will|should|has|have)\b[^.?!:;☐□_]{5,140}\?"
)
_QUESTION = compiled(rf"^\W*{_LETTER}(?P<asked>{_ASKED})\W*$", re.IGNORECASE)
_ENTRY = compiled(
    rf"^\W*{_LETTER}(?P<asked>{_ASKED})\s+(?:A(?:nswer)?\s*[.:)]\s*)?(?P<answer>[A-Z].*)$", re.IGNORECASE | re.DOTALL
)
# "Is the patient an adult?", "Has she failed two drugs?": what a form asks.
_OF_A_PATIENT = compiled(
    rf"^\W*{_LETTER}(?:is|are|does|do|has|have|will|was|did|can) (?:(?:the|this|your|an?) )?(?:{PERSON}|he|she|they)\b",
    re.IGNORECASE,
)
_OF_A_FORM = compiled(
    r"^\W*(?:if\b|yes\W+no\b|no\W+yes\b|(?:yes|no)\s*[:→]|n/?a\b|please\b)|\bgo to\b|[☐□☑✓]|_{3,}", re.IGNORECASE
)
_CLOSED = compiled(rf"^\W*{_LETTER}(?:is|are|does|do|must|can|could|may|should|will|has|have)\b", re.IGNORECASE)
_OF_THE_COVER = compiled(
    r"\b(?:cover\w*|approv\w*|authori[sz]\w*|pays?|payable|plan|benefit|it|there|this|renew\w*|treatment|request\w*)\b",
    re.IGNORECASE,
)
# "Q2." and "A2.", or "A." for whichever was asked, as the letters of a list.
_LETTERS_OF_BOTH = compiled(r"Q(?P<number>\d{0,2}) A(?:(?P=number))?")
_FEWEST_WORDS = 3
_FEWEST = 4
_ROW = ("", "")


def with_questions_titled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of such a page with its questions as headings; those of any other page as they are."""
    blocks = _without_letters(blocks)
    terms = [place for place in range(len(blocks) - 1) if _asks_as_term(blocks[place], blocks[place + 1])]
    entries = [place for place, block in enumerate(blocks) if _asks_and_answers(block)]
    rows = [place for place, block in enumerate(blocks) if _is_row_of_both(block)]
    places = max(terms, entries, rows, key=len)
    asked = [blocks[place].text for place in places]
    patients = sum(bool(_OF_A_PATIENT.match(text)) for text in asked)
    if len(places) < _FEWEST or 2 * patients >= len(places) or any(map(_needs_its_question, asked)):
        return tuple(blocks)
    return tuple(under_questions(blocks, set(places)))


def _needs_its_question(text: str) -> bool:
    """Whether an answer says nothing without what is asked ("Does a drug that was not tolerated count? It does.")."""
    asked = text.partition("?")[0]
    return bool(_CLOSED.match(asked)) and not _OF_THE_COVER.search(asked) and not named_products(asked)


def _without_letters(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with questions and answers whose letters were taken for those of a list ("Q." and "A.") as they are
    printed, be they numbered ("Q2." and "A2."): what is asked may be told ("Q. The patient is 16.").
    """
    letters = [block.marker.strip("().: ") if block.kind in ("item", "heading") else "" for block in blocks]
    told = list(blocks)
    for place, pair in enumerate(pairwise(letters)):
        if _LETTERS_OF_BOTH.fullmatch(" ".join(pair)) and blocks[place + 1].kind == "item":
            asked, answer = blocks[place], blocks[place + 1]
            path = answer.path if asked.kind == "heading" else (*answer.path, asked.text)
            told[place] = replace(asked, kind="heading", depth=MADE_SECTION_DEPTH, marker="")
            told[place + 1] = replace(answer, kind="paragraph", depth=0, marker="", path=path)
    return told


def _asks_as_term(term: Block, answer: Block) -> bool:
    is_pair = term.kind == "term" and answer.kind == "definition"
    return is_pair and bool(_QUESTION.match(term.text)) and not _OF_A_FORM.search(answer.text)


def _asks_and_answers(block: Block) -> bool:
    found = _ENTRY.match(block.text) if block.kind in ("item", "paragraph") and "?" in block.text else None
    answer = found["answer"] if found else ""
    return len(answer.split()) >= _FEWEST_WORDS and not _OF_A_FORM.search(answer)


def _is_row_of_both(block: Block) -> bool:
    asked, answer = block.cells if len(block.cells) == len(_ROW) else _ROW
    is_answer = len(answer.split()) >= _FEWEST_WORDS and not _OF_A_FORM.search(answer)
    return bool(_QUESTION.match(asked)) and is_answer


def under_questions(blocks: Sequence[Block], places: set[int]) -> Iterator[Block]:
    """The blocks, the questions at `places` as headings, and what stands behind each, up to the next or to another
    heading, as under it.
    """
    title, depth = "", 0
    for place, block in enumerate(blocks):
        if place in places:
            asked, answer = _parted(block)
            title, depth = asked, block.depth if block.kind == "item" else 0
            yield replace(block, kind="heading", text=asked, depth=MADE_SECTION_DEPTH, marker="", cells=(), header=())
            if answer:
                yield Block("paragraph", answer, block.page, path=(*block.path, title))
            continue
        title = "" if block.kind == "heading" else title
        yield _under(block, title, depth) if title else block


def _parted(block: Block) -> tuple[str, str]:
    """A question, and the answer in one piece with it ("" for a term's)."""
    if block.kind == "row":
        return block.cells[0], block.cells[1]
    if block.kind != "term" and (found := _ENTRY.match(block.text)):
        return found["asked"], found["answer"]
    return block.text, ""


def _under(block: Block, title: str, depth: int) -> Block:
    path = (*block.path, title)
    if block.kind == "definition":
        return replace(block, kind="paragraph", depth=0, path=path)
    if block.kind == "item" and block.depth > depth > 0:
        return replace(block, depth=block.depth - depth, path=path)
    return replace(block, path=path)
