"""Uses that a policy answers for beside ours and that we have no name for ("Tinnitus: investigational"), and other
treatments in a table of them ("Biofeedback: not recommended").

Their answer is not one for the drug as such: it is left out. What stands beside them tells that they are uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from parsers.answering.answers import DENIED, is_unknown_use
from parsers.answering.bare_statuses import bare_status
from parsers.drugs.drug_entries import TREATMENT
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.products import named_routes
from parsers.sections.roles import heading_role
from parsers.uses.scopes import is_label

# "Esketamine for bulimia", "Spravato, tinnitus": the drug before the use.
_OF_THE_DRUG = compiled(
    r"^\W*(?:(?:intravenous|IV|racemic|nasal) )?(?:(?:es)?ketamine|spravato|ketalar)(?: \([^()]*\))?(?: nasal spray)?"
    r"(?: (?:for|in|to treat) |\s*[:,–—-]\s*)(?=\w)",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_OTHER_TREATMENTS = compiled(
    r"\bother (?:\w+ )?(?:interventions?|treatments?|therap(?:y|ies)|modalities|procedures?|services?)\b", re.IGNORECASE
)
_FEWEST_TREATMENTS = 2
_END = Block("heading", "")


def without_unknown_uses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without rows, terms with their definitions, and headings with what stands under them that deny a use
    which is none of ours among uses that are.
    """
    kept: list[Block] = []
    for kind, run in groupby(blocks, key=_kind):
        together = tuple(run)
        kept += _known(together) if kind else together
    return tuple(_under_known_titles(kept))


def _under_known_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    uses = {(block.path, block.depth) for block in blocks if block.kind == "heading" and is_label(block.text)}
    gone: set[int] = set()
    for place, (title, said, after) in enumerate(zip(blocks, blocks[1:], [*blocks[2:], _END], strict=False)):
        beside = title.kind == "heading" and (title.path, title.depth) in uses
        if beside and after.kind == "heading" and bare_status(said.text) in DENIED and _is_unknown(title.text):
            gone |= {place, place + 1}
    return (block for place, block in enumerate(blocks) if place not in gone)


def _kind(block: Block) -> str:
    return {"row": "row", "term": "pair", "definition": "pair"}.get(block.kind, "")


def _known(blocks: Sequence[Block]) -> Iterator[Block]:
    answered = {place: _OF_THE_DRUG.sub("", name) for place, name in _answered(blocks)}
    names = (_OF_THE_DRUG.sub("", cell) for block in blocks for cell in block.cells[:1])
    gone: set[int] = set()
    if any(map(is_label, (*answered.values(), *names))):
        gone = {place for place, name in answered.items() if _is_unknown(name)}
        gone |= {place + 1 for place in gone if blocks[place].kind == "term"}
    elif _lists_treatments(blocks):
        gone = {place for place, name in answered.items() if _is_unknown(name)}
        gone |= {place for place, row in enumerate(blocks) if row.cells and TREATMENT.match(row.cells[0])}
    return (block for place, block in enumerate(blocks) if place not in gone)


def _lists_treatments(blocks: Sequence[Block]) -> bool:
    """Whether rows are of other treatments, by their names or by the title over them, and none of our drug."""
    if any(block.kind != "row" or named_products(block.text) for block in blocks):
        return False
    titles = (*blocks[0].path[-1:], *blocks[0].header[:1])
    named = sum(bool(block.cells and TREATMENT.match(block.cells[0])) for block in blocks)
    return named >= _FEWEST_TREATMENTS or (named > 0 and any(map(_OTHER_TREATMENTS.search, titles)))


def _answered(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The places of rows and terms that a denial alone answers, each with its name."""
    for place, (block, after) in enumerate(pairwise([*blocks, Block("paragraph", "")])):
        if block.kind == "term" and after.kind == "definition":
            name, said = block.text, [after.text]
        else:
            names = [cell for cell in block.cells if cell and not is_drug_name(cell)]
            name, said = (names[0], names[1:]) if names else ("", [])
        if any(bare_status(text) in DENIED for text in said):
            yield place, name


def _is_unknown(name: str) -> bool:
    """Whether a short name is that of something else than a use, a form of the drug or a section."""
    elsewhere = heading_role(name) or named_routes("ketamine", name)
    return len(name) <= _LONGEST_NAME and is_unknown_use(name) and not elsewhere
