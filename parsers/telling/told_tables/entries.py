"""What a table or a marked list says of our drugs, by entry: a drug, the uses named with it and a short answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.criteria.families import findings_in
from parsers.drugs.drugs_beside import names_another
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Product
from parsers.tables.named_cells import says_something
from parsers.uses.indications import is_residual, mentions, named_indications
from parsers.uses.scopes import is_label

# "Ketamine in pain; fibromyalgia": a use that has no name here stands before those that do.
_IN_A_USE = compiled(r"\b(?:for|in|to treat) (?!an? |the )\w|;", re.IGNORECASE)
_BETWEEN_USES = compiled(r"\s*(?:[;\n•]|,(?= ))\s*(?:and |or )?")
_CLEARLY_BETWEEN = compiled(r"\s*[;\n•]\s*(?:and |or )?")
_BRACKETED = compiled(r"\s*[(\[](?P<said>[^()\[\]]+)[)\]]\W*$")
_LEADING = compiled(r"^\W*(?:(?:use )?(?:for|in)(?: the)?(?: treatment of)?|to treat|used (?:for|in)) ", re.IGNORECASE)
# Behind the uses that have their answer.
_REST = compiled(
    r"\W*(?:(?:all|any|every)(?: of)? the rest|the (?:rest|remainder)|(?:everything|anything|whatever|all|any|every|"
    r"each)(?: (?:thing|use|one))?s? else|(?:all|any) others?|(?:all|any|every) (?:uses?|indications?|conditions?|"
    r"diagnos[ei]s) (?:(?:that|which) (?:is|are) )?not (?:listed|named|shown|given|on|in|among)\b[^.;]{0,40})\W*",
    re.IGNORECASE,
)
_OTHER_USES = "all other uses"
_SETS_APART = compiled(r"\b(?:not|no|non|other|than|except|without|unless|if|when|only)\b", re.IGNORECASE)
# "Depression: other antidepressants", the class of a list's drugs.
_OF_A_CLASS = compiled(r":|\b(?:anti[a-z]+s|agents|drugs|inhibitors|antagonists|analgesics)\b", re.IGNORECASE)
# "First course of ketamine infusions", "Low-dose oral ketamine".
_OPENS_WITH_NAME = compiled(
    # "Compounded cream, gel or ointment that contains ketamine": the form before what it is made of.
    r"\W*(?:(?:[a-z-]+ ){0,4}?|(?:[a-z-]+,? ){1,8}?(?:containing|(?:that|which) (?:contains?|holds?|includes?)|"
    r"(?:compounded|made|prepared) (?:with|from|of)|with|of) )"
    r"\(?(?:(?:es)?ketamine|spravato|ketalar)\b",
    re.IGNORECASE,
)
# "Anesthesia for an authorized procedure": what else is paid for answers for no use.
_OF_ANOTHER_SERVICE = compiled(
    r"\b(?:authorized|approved|covered|payable|allowed|eligible|medically necessary)(?= (?:[a-z]+ )?(?:procedures?|"
    r"surger(?:y|ies)|operations?|services?|dental (?:work|care)|treatments?|stays?|admissions?)\b)",
    re.IGNORECASE,
)
_CODE = compiled(r"\W*[A-Z]?\d{4,5}[A-Z]?\W*")
_ORNAMENT = " .,:;–—-*•"
# Behind a use in a cell: "in adults", "F32-F33", "from injury".
_MOST_WORDS = 12
NAMES: dict[Product, str] = {"esketamine": "Spravato", "ketamine": "Ketamine"}


@dataclass(frozen=True, slots=True)
class Entry:
    """The drug as it is named there, the uses named with it (none: the drug as such), the answer and where it holds."""

    drug: str
    uses: tuple[str, ...]
    answer: ShortAnswer
    where: str = ""

    def sentences(self) -> Iterator[str]:
        """The entry in a sentence for each use; where the drug is given limits what is covered."""
        if not self.uses:
            yield f"{self.drug} is {self._said(self.answer)}."
        for use in self.uses:
            said, own = _own_answer(use)
            yield f"{self.drug} for {_in_running_text(_named_part(said))} is {self._said(own or self.answer)}."

    def _said(self, answer: ShortAnswer) -> str:
        at = f" when given at the following place: {_in_running_text(self.where)}"
        return f"{answer.words}{at if self.where and answer.status == 'covered' else ''}"


def _own_answer(use: str) -> tuple[str, ShortAnswer | None]:
    """A use without the bracket that says why it is refused or how it is paid, and that ("All uses (experimental)")."""
    bracket = _BRACKETED.search(use)
    own = short_answer(bracket["said"]) if bracket else None
    return (use[: bracket.start()], own) if bracket and own else (use, None)


def _named_part(use: str) -> str:
    """A use without what stands beside its name ("F32-F33", "for a surgical code"), where that sets nothing apart."""
    found = mentions(use)
    if not found or is_residual(use) or is_label(use) or any(findings_in(use)):
        return use
    named = use[found[0].start : found[-1].end]
    return named if named_indications(named) == named_indications(use) and not _SETS_APART.search(use) else use


def _in_running_text(use: str) -> str:
    use = _LEADING.sub("", use).strip(_ORNAMENT)
    first, *_ = use.split(" ", 1)
    return use if sum(map(str.isupper, first)) > 1 else use[:1].lower() + use[1:]


# Several steps ask the same cells of one table, one after another.
@lru_cache(maxsize=512)
def uses_named(cell: str) -> tuple[str, ...]:
    """The uses that a cell names and no more; () where it says something else, or names none of ours."""
    if _REST.fullmatch(cell):
        return (_OTHER_USES,)
    clear = [part for part in _CLEARLY_BETWEEN.split(cell) if part.strip(_ORNAMENT)]
    uses = [part for each in clear for part in _parted(each)]
    return tuple(use for use in uses if is_use(use)) if all(map(_may_be_use, uses)) else ()


def _parted(text: str) -> list[str]:
    """The uses that commas part; one use with what is said of it ("MDD, acutely suicidal") stays whole."""
    parts = [part for part in _BETWEEN_USES.split(text) if part.strip(_ORNAMENT)]
    many = len(parts) > 1 and all(map(is_use, parts))
    return parts if many and {use for part in parts for use in _names(part)} <= _names(text) else [text]


def _names(text: str) -> set[str]:
    return {"other"} if is_residual(text) else set(named_indications(text))


@lru_cache(maxsize=512)
def is_use(text: str) -> bool:
    """Whether a few words are the name of a use, be it with whom or where it is, or of all other uses."""
    said = _own_answer(text)[0]
    if "?" in said or named_products(said) or _OF_A_CLASS.search(said):
        return False
    named = is_label(said) or is_residual(said) or _opens_with_use(said)
    return named and len(said.split()) <= _MOST_WORDS and _answer_in(said) is None


def _answer_in(text: str) -> ShortAnswer | None:
    return short_answer(_OF_ANOTHER_SERVICE.sub("", text))


def _opens_with_use(text: str) -> bool:
    """Whether nothing is set apart before the first use ("Light therapy, seasonal depression" is of the therapy)."""
    found = mentions(text)
    return bool(found) and not re.search(r"[,;:(]| for ", text[: found[0].start])


def _may_be_use(text: str) -> bool:
    """Whether a part of a list of uses may be one that has no name here ("Tinnitus")."""
    return is_use(text) or (len(text.split()) <= _MOST_WORDS and _answer_in(text) is None)


def drug_and_uses(cell: str) -> tuple[str, tuple[str, ...]] | None:
    """The name of our drug in a cell and the uses behind it ("Ketamine infusion, chronic pain"); None: no such cell."""
    if not _may_be_name(cell):
        return None
    found = mentions(cell)
    if not found and is_residual(cell):
        return None
    if not found:
        return cell.strip(_ORNAMENT), ()
    drug, use = cell[: found[0].start], cell[found[0].start :]
    drug = re.sub(r"(?:[\W_]+|\b(?:for|in|to treat|of|the|treatment|used|given|as|an))+$", "", drug)
    # "Spravato (TRD)": the bracket that opens before the use closes behind it.
    uses = uses_named(use.strip("()" + _ORNAMENT))
    return (drug, uses) if uses and named_products(drug) and not _IN_A_USE.search(drug) else None


def is_code(cell: str) -> bool:
    """Whether a cell is a billing code, by which a drug is known too."""
    return bool(_CODE.fullmatch(cell))


def _may_be_name(cell: str) -> bool:
    """Whether a cell opens with the name of one of our drugs, be it behind how it is given, and names no other."""
    short = len(cell.split()) <= _MOST_WORDS and not is_code(cell) and "?" not in cell
    if not short or len(named_products(cell)) != 1 or says_something(cell):
        return False
    return bool(_OPENS_WITH_NAME.match(cell)) and not any(map(names_another, re.split(r"[,;/\n]", cell)))


def name_over(block: Block, blocks: Sequence[Block]) -> str:
    """The name of the one drug of ours that the titles over a block name, or the whole document; "" without one."""
    for title in reversed(block.path):
        if products := named_products(title):
            return NAMES[products[0]] if len(products) == 1 else ""
    named = {product for each in blocks for product in named_products(f"{each.text} {' '.join(each.header)}")}
    return NAMES[named.pop()] if len(named) == 1 else ""


def table_of(block: Block) -> tuple[str, tuple[str, ...], tuple[str, ...], int]:
    """What all blocks of a run share, be it the rows of one table."""
    return block.kind, block.header, block.path, len(block.cells)


def as_sentence(row: Block, text: str) -> Block:
    """What a row says, as a paragraph in its place."""
    return replace(row, kind="paragraph", text=text, cells=(), header=())


def with_tables_as(
    blocks: Sequence[Block], told: Callable[[Sequence[Block], Sequence[Block]], list[tuple[Block, str]]]
) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the sentences that the rows of a table are `told` in, in its place, if any; and what is printed
    of each.
    """
    read: list[Block] = []
    restated: dict[str, str] = {}
    for (kind, _, _, _), run in groupby(blocks, key=table_of):
        rows = list(run)
        sentences = told(rows, blocks) if kind == "row" else []
        read += [as_sentence(row, said) for row, said in sentences] or rows
        restated |= {said: row.text for row, said in sentences}
    return tuple(read), restated
