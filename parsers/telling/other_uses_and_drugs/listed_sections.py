"""Sections of a guide under the names of drugs that it lists beside ours ("Contents: Gepirone; Esketamine; …").

A guide that names our drug in front is about it in all its parts, but for those that the same list gives other drugs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.drugs.names import is_drug_name, named_products
from parsers.drugs.other_drugs import NO_BRAND
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.uses.indications import mentions

_BETWEEN = compiled(r"[:;,.]|\s(?:and|or|&)\s|(?:\. ?|…){2,}|\s\d{1,3}(?=\W*$|[;,])")
# "Monitoring", "Safety", "Appeals": how the other titles of a policy end, and no drug's name.
_NO_DRUG = compiled(rf"\W*(?:{NO_BRAND}|\w+(?:tions?|ings?|apy|ments?|ity|ency|ancy|ences?|ances?|ness|als|ry)\b)")
_MOST_WORDS = 3


def without_listed_others(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without the sections beside ours whose titles are names in a list that names our drug, before them."""
    ours = next((place for place, block in enumerate(blocks) if _titles_ours(block)), None)
    listed = _listed(blocks[:ours]) if ours is not None else frozenset()
    if ours is None or not listed:
        return blocks
    beside = blocks[ours].depth, blocks[ours].path
    kept: list[Block] = []
    inside = False
    for block in blocks:
        if block.kind == "heading" and block.depth <= beside[0]:
            inside = (block.depth, block.path) == beside and _is_other(block.text, listed)
        kept += () if inside else (block,)
    return tuple(kept)


def _titles_ours(block: Block) -> bool:
    return block.kind == "heading" and block.depth > 1 and is_drug_name(block.text)


def _listed(blocks: Sequence[Block]) -> frozenset[str]:
    """The names in the lists that name our drug: in a line, or line by line under one title."""
    listed: set[str] = set()
    for path in dict.fromkeys(block.path for block in blocks if block.kind != "heading"):
        names = list(_names(block for block in blocks if block.path == path and block.kind != "heading"))
        listed |= set(map(_plain, names)) if any(map(is_drug_name, names)) else set()
    return frozenset(listed)


def _names(blocks: Iterator[Block]) -> Iterator[str]:
    return (name.strip() for block in blocks for name in _BETWEEN.split(block.text) if name.strip())


def _is_other(title: str, listed: frozenset[str]) -> bool:
    if named_products(title) or len(title.split()) > _MOST_WORDS or _NO_DRUG.match(title):
        return False
    return _plain(title) in listed and not (mentions(title) or read_phase(title) or heading_role(title))


def _plain(name: str) -> str:
    return " ".join(name.lower().split()).strip(" .:;,-–—")
