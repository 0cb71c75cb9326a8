"""The drug of a document that no title names: that of which it denies all further use."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.answers import denies_rest
from parsers.drugs import named_products
from parsers.models import Block, Product
from parsers.phases import read_phase
from parsers.roles import heading_role
from parsers.scopes import is_label


def closed_products(blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The one drug that the document names, where a sentence closes its list of uses ("Any other use of X is …").

    A page printed out of a portal holds the statement without its title. () where a heading may name another subject.
    """
    speaking = [block.text for block in blocks if named_products(block.text)]
    named = {product for text in speaking for product in named_products(text)}
    if len(named) != 1 or not all(_is_plain(block.text) for block in blocks if block.kind == "heading"):
        return ()
    closes = any(map(denies_rest, speaking))
    return tuple(named) if closes else ()


def _is_plain(heading: str) -> bool:
    """Whether a heading is of a section, a phase or a use, so that it names no other drug or treatment."""
    return bool(heading_role(heading) or read_phase(heading) or is_label(heading))
