"""Whether the document asks for prior authorization for what it covers, where the answer itself does not say.

Each title, line, question, cell and sentence is taken for the drug that it names, or that its place is about; one that
names a use holds for that use alone where it says that none is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.answering.authorization_wording import AUTHORIZATION
from parsers.authorizations.sayings import (
    answered,
    asks_for_need,
    label_and_value,
    names_the_paper,
    told_need,
    told_needs,
)
from parsers.authorizations.titles import kind_needs, titled_need
from parsers.deciding.findings import Statements
from parsers.drugs.names import is_drug_name, named_products, spoken_of
from parsers.drugs.other_drugs import is_other_drug
from parsers.language.patterns import compiled
from parsers.models import Block, Indication, Phase, Position, Product
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.sections.titles import titled_products
from parsers.uses.indications import covers, named_indications

_CLOSED = frozenset({"history", "references"})
_BOTH: tuple[Product, ...] = ("esketamine", "ketamine")
# Where the kind of a document is named: before so many blocks.
_OPENING = 14
_LONGEST_TITLE = 160
_PAIR = 2
# What is noted of a drug in a list or in its masthead ("Policy type: prior authorization", "Edits: PA, QL").
_NOTED = compiled(
    r"^\W*(?:(?:policy|guideline|document|review|program|criteria|edit|restriction)s? types?|(?:formulary|coverage|"
    r"drug|benefit|PDL)? ?status|(?:coverage |drug )?restrictions?|edits?|utilization (?:management|edits?)|"
    r"UM(?: edits?)?|(?:special |coverage )?requirements?(?: ?/ ?limits?)?|notes?|limits?|formulary|tier|coverage)\W*$",
    re.IGNORECASE,
)
_LISTED = compiled(
    rf"(?<![\w-])(?:clinical |special )?{AUTHORIZATION}(?:-[A-Z])?(?=\W*$|\s*[,;/+&(]| and | required| needed)",
    re.IGNORECASE,
)
_NEGATED = compiled(
    r"\b(?:no|not|without|none|may|if|when|some|requires?|needs?|from|about|of|for|with|without|does)\b", re.IGNORECASE
)
_REQUIRES = compiled(r"^\W*(?:requires?|needs?)\b", re.IGNORECASE)
_ONLY = compiled(r"\b(?:only|alone)\b", re.IGNORECASE)
_SPECIAL = compiled(rf"^\W*(?:special|clinical) {AUTHORIZATION}\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """What one place says: of whom, how surely (the lowest `rank` first), and of which uses and phase alone."""

    needed: bool
    products: tuple[Product, ...]
    rank: int
    uses: tuple[Indication, ...] = ()
    phase: Phase | None = None


def with_authorization(
    positions: Iterable[Position], blocks: Sequence[Block], title: str, said: Statements
) -> tuple[Position, ...]:
    """`positions`, those that are covered with what the document says of authorization where they are silent of it.

    What the walk over the outline heard, which knows of whom a section goes on to speak, counts where no note does.
    """
    kept = tuple(positions)
    silent = any(one.status == "covered" and one.prior_authorization is None for one in kept)
    if not silent or not any(map(names_the_paper, _texts(blocks, title))):
        return kept
    notes = tuple(_notes(blocks, title))
    return tuple(replace(one, prior_authorization=_need(one, notes, said)) if _is_silent(one) else one for one in kept)


def _texts(blocks: Sequence[Block], title: str) -> Iterator[str]:
    yield title
    for before, block in pairwise((Block("paragraph", ""), *blocks)):
        yield block.text
        if block.header != before.header:
            yield from block.header


def _is_silent(position: Position) -> bool:
    return position.status == "covered" and position.prior_authorization is None


def _need(position: Position, notes: Sequence[Note], said: Statements) -> bool | None:
    """What the surest notes of a position say, where they agree."""
    held = [note for note in notes if _holds(note, position)]
    surest = {note.needed for note in held if note.rank == min(one.rank for one in held)}
    if not surest:
        return said.asks_for_authorization(position.product, position.indication) or None
    return surest.pop() if len(surest) == 1 else None


def _holds(note: Note, position: Position) -> bool:
    if position.product not in note.products or (note.phase and note.phase != position.phase):
        return False
    # The drug that is injected for surgery is a use apart, which only a word on it alone is of.
    if position.indication == "anesthesia" and note.needed:
        return note.uses == ("anesthesia",)
    if not note.uses or position.indication in note.uses or covers(note.uses, position.indication):
        return not note.uses or position.indication != "anesthesia" or "anesthesia" in note.uses
    return note.needed and position.product == "esketamine"


def _notes(blocks: Sequence[Block], title: str) -> Iterator[Note]:
    about = titled_products(blocks) or named_products(title)
    if (needed := titled_need(title)) is not None and (named := named_products(title)):
        yield Note(needed, named, 2)
    if kind_needs(title):
        yield Note(True, _BOTH, 3)
    entry: tuple[Product, ...] | None = None
    path: tuple[str, ...] = ()
    for place, block in enumerate(map(_with_term, (None, *blocks), blocks)):
        if block.path != path:
            entry, path = None, block.path
        if block.kind != "row" and (is_drug_name(block.text) or is_other_drug(block.text)):
            entry = named_products(block.text)
        if not _may_tell(block) or _is_closed(block):
            continue
        whom = _whom(block, about) if entry is None or named_products(block.text) else entry
        yield from _of_block(block, whom, opens=place < _OPENING)


def _with_term(before: Block | None, block: Block) -> Block:
    """A definition as a line behind its term."""
    if block.kind != "definition" or before is None or before.kind != "term":
        return block
    return replace(block, text=f"{before.text.rstrip(' :')}: {block.text}")


def _may_tell(block: Block) -> bool:
    above = block.path[-1] if block.path else ""
    return names_the_paper(block.text) or asks_for_need(above) or any(map(names_the_paper, block.header))


def _is_closed(block: Block) -> bool:
    return any(heading_role(title) in _CLOSED and not named_products(title) for title in block.path[1:])


def _whom(block: Block, about: tuple[Product, ...]) -> tuple[Product, ...]:
    """The drugs that a block names, else those of the nearest heading that names any, else those of the document."""
    if named := spoken_of(block.text):
        return named
    for title in reversed(block.path):
        if named := named_products(title):
            return named
        if is_other_drug(title):
            return ()
    return about


def _of_block(block: Block, whom: tuple[Product, ...], *, opens: bool) -> Iterator[Note]:
    if block.kind == "row":
        yield from _of_row(block, whom)
        return
    text = block.text
    short = len(text) <= _LONGEST_TITLE
    if short and opens and block.kind != "item" and kind_needs(text):
        yield Note(True, _BOTH, 3)
    if not whom:
        return
    if _is_title(block, opens=opens and short) and (needed := titled_need(text)) is not None:
        yield Note(needed, whom, 2)
    if block.kind in ("heading", "term"):
        return
    if (needed := _of_line(block)) is not None:
        yield Note(needed, whom, 1)
        return
    for sentence, told in told_needs(text):
        yield Note(told, spoken_of(sentence) or whom, 0 if named_indications(sentence) else 1, *_reach(sentence, told))


def _is_title(block: Block, *, opens: bool) -> bool:
    """Whether a block is a heading that tells something itself, or a short line at the start that names the drug."""
    if block.kind == "heading":
        return _tells_itself(block.text)
    return opens and block.kind == "paragraph" and not block.text.endswith(".") and bool(named_products(block.text))


def _tells_itself(heading: str) -> bool:
    """Whether a heading is no question or label that what stands under it answers ("Prior authorization required")."""
    return bool(_REQUIRES.search(heading) or named_products(heading)) or not asks_for_need(heading)


def _reach(sentence: str, needed: bool) -> tuple[tuple[Indication, ...], Phase | None]:
    """The uses that a sentence names, and the phase where it is of that alone: what is authorized once is renewed."""
    return named_indications(sentence), None if needed and not _ONLY.search(sentence) else read_phase(sentence)


def _of_line(block: Block) -> bool | None:
    """What a line of a label and its value says, or one under a heading that asks."""
    pair = label_and_value(block.text)
    if pair is not None and (told := _of_pair(*pair)) is not None:
        return told
    above = block.path[-1] if block.path else ""
    return answered(block.text) if asks_for_need(above) else _of_pair(above, block.text)


def _of_pair(label: str, value: str) -> bool | None:
    """What a label and its value say: an answer to what is asked, or the paper among what is noted of the drug."""
    if asks_for_need(label.strip()):
        return answered(value)
    if _NOTED.search(label) and _LISTED.search(value) and not _NEGATED.search(value):
        return True
    return None


def _of_row(block: Block, whom: tuple[Product, ...]) -> Iterator[Note]:
    """What a row says: by its columns where it is of our drug, else as a label and its value."""
    named = tuple(dict.fromkeys(product for cell in block.cells[:_PAIR] for product in named_products(cell)))
    if is_other_drug(block.cells[0]) and not named:
        return
    products = named or whom
    if not products:
        return
    uses = named_indications(block.cells[0]) or (named_indications(block.text) if named else ())
    pairs = list(zip(block.header, block.cells, strict=False)) if block.header else []
    pairs += list(pairwise(block.cells))
    for label, value in pairs:
        if (needed := _of_pair(label, value)) is not None:
            yield Note(needed, products, 0 if uses else 1, uses)
    for label, cell in zip(block.header, block.cells, strict=False):
        if (ours := named_products(cell)) and (_SPECIAL.search(label) or told_need(label)):
            yield Note(True, ours, 1)
    for cell in (cell for cell in block.cells if not asks_for_need(cell)):
        for sentence, told in told_needs(cell):
            yield Note(told, spoken_of(sentence) or products, 0 if uses else 1, *_reach(sentence, told))
