"""Uses that a field of covered uses denies beside those it lists ("Covered uses: A. (B is not covered.)"), told apart.

A field of uses covers what it names. What it denies is told in a paragraph of its own before the record or section.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from parsers.answering.answers import DENIED, denies_rest
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Product
from parsers.tables.record_fields import field_of
from parsers.uses.indications import FORMS_OF_MDD, mentions

_PAIR = 2
_SEMICOLON = compiled(r";\s+(?![^()]*\))")
_BRACKETS = compiled(r"\s*\((?P<inner>[^()]+)\)")
_SPEAKS_OF_LAST = compiled(
    r"^\W*(?:and )?(?:it|they|this|these|that use|this use) (?:is|are|will|may|can|do|does)\b", re.IGNORECASE
)
_LABELLED = compiled(r"^(?P<label>[A-Za-z][\w /-]{2,40}):\s+(?=\S)")
_BUT = (
    r"(?:but not|and not|not|excluding|except(?:ing| for)?|other than|(?:with the )?exception of|apart from|save)"
    r"(?: (?:for|in|use in|the treatment of|to treat))*"
)
# "A, but not B", "every labeled use except B".
_EXCEPTED = compiled(rf"(?:,? |\s*\(|\s*[–—-]+ |,? with the )(?P<but>{_BUT}) (?P<use>[^();]+)\)?$", re.IGNORECASE)
# "Excludes B", "not for B", "excluded: B".
_OPENS_DENIAL = compiled(
    rf"^\W*(?:{_BUT}|excludes?|excluded|not covered|no coverage|denied)(?: (?:for|in|are|is))*\W+(?=\w)", re.IGNORECASE
)
_OF_PEOPLE = compiled(
    r"\b(?:patients?|members?|individuals?|persons?|people|those|anyone|adults?|who|whose|history|diagnosed|concurrent|"
    r"comorbid|current|primary)\b",
    re.IGNORECASE,
)
_DENIES = any_phrase(
    r"\b(?:is|are|remains?|stays?) (?:not|never) (?:\w+ )?(?:a )?(?:covered|payable|paid|approv(?:ed|able)|accepted|"
    r"adopted|included|eligible|available|on (?:this|the) list|part of)\b",
    r"\b(?:will|can|shall|would|are|is) (?:always |also )?be?(?: |ing )?(?:denied|refused|rejected|declined)\b",
    r"\bdo(?:es)? not (?:qualify|count|apply|fall under)\b",
    r"\b(?:has|have|was|were) (?:not|never) (?:yet )?(?:been )?(?:adopted|added|accepted|approved by the plan)\b",
    r"\b(?:may not|can ?not|must not) be (?:requested|approved|covered|authori[sz]ed|billed)\b",
    r"\bno (?:coverage|benefits?) (?:is|are) (?:available|provided|offered)\b",
    r"(?::| [–—-]) (?:no|not covered|excluded|denied)\W*$",
)
# "All approved uses not otherwise excluded from Part D".
_DENIES_NOTHING = compiled(r"\bnot otherwise (?:excluded|denied|non-?covered)\b", re.IGNORECASE)
_IS_NOT_ONE = compiled(r"\bnot (?:only|just|limited to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of uses in one block: its value, in which cell it stands (None: in the text), and the label before it."""

    value: str
    cell: int | None = None
    label: str = ""


def with_denied_uses_apart(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each use that a field of uses denies in a paragraph before it; and what is printed for each."""
    told: list[Block] = []
    restated: dict[str, str] = {}
    for place, block in enumerate(blocks):
        field = _field(block, told)
        kept, denied = _apart(field.value) if field else ("", ())
        if field is None or not denied or not (mentions(kept) or _others_covered(blocks, place)):
            told.append(block)
            continue
        start = _start(told, block)
        drug = _drug(block, told[start:])
        said = {_denial(clause, drug): clause for clause in denied}
        restated |= said
        told[start:start] = [_paragraph(block, text) for text in said]
        told += [_with_value(block, field, kept)] if kept else []
    return tuple(told), restated


def _paragraph(block: Block, text: str) -> Block:
    return replace(block, kind="paragraph", text=text, depth=0, marker="", cells=(), header=())


def _field(block: Block, before: Sequence[Block]) -> _Field | None:
    """The field of uses that a block is, by its own label or by the term or heading before it."""
    if block.kind == "row":
        return _field_of_row(block)
    label = _LABELLED.match(block.text) if block.kind == "paragraph" else None
    if label and field_of(label["label"]) == "uses":
        return _Field(block.text[label.end() :], label=label[0])
    if block.kind == "item":
        before = tuple(dropwhile(lambda each: each.kind in ("item", "paragraph"), reversed(before)))[:1]
    titled = bool(before) and before[-1].kind in ("heading", "term") and field_of(before[-1].text) == "uses"
    return _Field(block.text) if titled and block.kind in ("item", "paragraph", "definition") else None


def _field_of_row(block: Block) -> _Field | None:
    """The cell of uses beside its label, or under the title of its column where another cell names the drug."""
    if not block.header:
        paired = len(block.cells) == _PAIR and field_of(block.cells[0]) == "uses"
        return _Field(block.cells[1], 1) if paired else None
    titled = (cell for cell, title in enumerate(block.header) if field_of(title) == "uses")
    cell = next(titled, None)
    return _Field(block.cells[cell], cell) if cell is not None and _named_in_row(block, cell) else None


def _named_in_row(block: Block, cell: int) -> tuple[Product, ...]:
    return named_products(" ; ".join(block.cells[:cell] + block.cells[cell + 1 :]))


def _others_covered(blocks: Sequence[Block], place: int) -> bool:
    """Whether the list that an item stands in covers another use."""
    if blocks[place].kind != "item":
        return False
    behind = takewhile(lambda each: each.kind == "item", blocks[place + 1 :])
    ahead = takewhile(lambda each: each.kind == "item", reversed(blocks[:place]))
    return any(mentions(_apart(each.text)[0]) for each in (*ahead, *behind))


def _with_value(block: Block, field: _Field, value: str) -> Block:
    if field.cell is None:
        return replace(block, text=f"{field.label}{value}")
    cells = (*block.cells[: field.cell], value, *block.cells[field.cell + 1 :])
    return replace(block, cells=cells, text=" | ".join(cells))


def _start(told: Sequence[Block], block: Block) -> int:
    """Where the record of a field begins: behind what stands before its labelled rows, lines or headings."""
    place = len(told)
    while place and _is_of_record(told[place - 1], block):
        place -= 1
    return place


def _is_of_record(before: Block, block: Block) -> bool:
    if before.kind == "heading":
        return before.path == block.path[:-1] and field_of(before.text.split(" | ")[0]) is not None
    if before.path != block.path:
        return False
    if before.kind == "row":
        return bool(before.header) or field_of(before.cells[0]) is not None
    label = _LABELLED.match(before.text)
    return before.kind in ("term", "definition", "item") or (label is not None and field_of(label["label"]) is not None)


def _drug(block: Block, record: Sequence[Block]) -> str:
    """The name by which a row or a record calls its drug; "It" where the page has named it before."""
    of_drug = (each.text for each in record if field_of(each.text.split(" | ")[0]) == "drug")
    products = named_products(" | ".join(block.cells if block.header else of_drug))
    return products[0].capitalize() if len(products) == 1 else "It"


def _apart(value: str) -> tuple[str, tuple[str, ...]]:
    """What is left of a value without its denials, and these."""
    kept: list[str] = []
    denied: list[str] = []
    for clause in _clauses(value):
        left, refused = _refused(clause)
        denied += refused
        kept += [left] if left else []
    return "; ".join(clause.strip(" .;") for clause in kept), tuple(denied)


def _clauses(value: str) -> tuple[str, ...]:
    """The sentences of a value and what semicolons part in them; "it is not covered" belongs to what it speaks of."""
    found: list[str] = []
    for clause in (part for said in sentences(value) for part in _SEMICOLON.split(said)):
        if found and _SPEAKS_OF_LAST.match(clause):
            found[-1] = f"{found[-1]}; {clause}"
        else:
            found.append(clause)
    return tuple(found)


def _refused(clause: str) -> tuple[str, tuple[str, ...]]:
    """A clause without what it denies, and that."""
    bare = clause.strip(" ()")
    if denies_rest(bare):
        return "", (bare,)
    for aside in _BRACKETS.finditer(clause):
        outer = f"{clause[: aside.start()]}{clause[aside.end() :]}".strip()
        if mentions(outer) and (denied := _denied_in(aside["inner"])):
            return (outer, (aside["inner"],)) if denied == "inner" else ("", (outer,))
    if (apart := _EXCEPTED.search(clause)) and _is_use_alone(apart["use"]) and not _IS_NOT_ONE.search(apart[0]):
        return clause[: apart.start()], (apart["use"],)
    return ("", (bare,)) if _denies(bare) else (clause, ())


def _denied_in(inner: str) -> str:
    """Which of a bracket and what stands around it is denied: the use in it, or the one before it; "" for neither."""
    if mentions(inner):
        opens = _OPENS_DENIAL.match(inner)
        return "inner" if _denies(inner) or (opens and _is_use_alone(inner[opens.end() :])) else ""
    return "outer" if bare_status(inner) in DENIED or inner.strip().lower() == "no" else ""


def _denies(clause: str) -> bool:
    if not mentions(clause) or _DENIES_NOTHING.search(clause):
        return False
    if (opens := _OPENS_DENIAL.match(clause)) and _is_use_alone(clause[opens.end() :]):
        return True
    return bool(_DENIES.search(clause)) or (read_status(clause) in DENIED and not _OF_PEOPLE.search(clause))


def _is_use_alone(text: str) -> bool:
    """Whether a text names a use on the label (or others with it), and nobody who has it."""
    uses = {mention.indication for mention in mentions(text)}
    return bool(uses & FORMS_OF_MDD) and not _OF_PEOPLE.search(text)


def _denial(clause: str, drug: str) -> str:
    """A denial as a sentence of its own: in its own words where these say why, as the use alone elsewhere."""
    named = mentions(clause)
    if not named or (read_status(clause) in DENIED - {"excluded"}):
        return f"{clause.rstrip(' .;')}."
    return f"{drug} is not covered for {clause[named[0].start : named[-1].end]}."
