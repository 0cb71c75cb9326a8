"""The drug of a document that no title names: that of which it denies all further use, or which it says it reviews by
the list that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import denies_rest
from parsers.drugs.names import named_products
from parsers.language.every_use import is_for_all
from parsers.language.patterns import compiled
from parsers.language.repeated_words import speaks_of_both
from parsers.models import Block, Product
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.uses.scopes import is_label

# "From May the plan reviews the spray against this list", "requests for it will be judged by the points below".
_REVIEWED = compiled(
    r"\b(?:review|judge|decide|check|assess|evaluate|measure|consider)(?:s|d|ed)?\b[^.;]{0,120}"
    r"\b(?:against|by|with|under|on|per) (?:the |these |this |our )?"
    r"(?:(?:following|attached) (?:list|criteria|points?|table|rules?|conditions|requirements|checklist)"
    r"|(?:list|criteria|points?|table|rules?|conditions|requirements|checklist)(?: (?:below|that follows?|here))?\W*$)",
    re.IGNORECASE,
)
# "General requirements", "Common criteria", "All requests".
_OF_ALL = compiled(
    r"^\W*(?:general|common|universal|shared|overall) (?:requirements?|criteria|conditions|provisions|rules)\W*$"
    r"|\btwo (?:[\w-]+ ){0,2}?drugs\b|\b(?:all|every|each) requests?\b|\bcommon (?:to|for) (?:both|all)\b",
    re.IGNORECASE,
)
# The column of a grid of drugs that holds their names.
_NAMES_DRUGS = compiled(
    r"\b(?:drugs?|products?|medications?|medicines?|agents?|brand|generic|therap(?:y|ies)|class(?:es)?|entry|name)\b",
    re.IGNORECASE,
)


def closed_products(blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The one drug that the document names, where a sentence closes its list of uses ("Any other use of X is …") or
    says by which list it is reviewed.

    A page printed out of a portal holds the statement without its title. () where a heading may name another subject.
    """
    speaking = [block.text for block in blocks if named_products(block.text)]
    named = {product for text in speaking for product in named_products(text)}
    if (
        len(named) != 1
        or _is_entry_of_a_grid(blocks)
        or not all(_is_plain(block.text) for block in blocks if block.kind == "heading")
    ):
        return ()
    closes = any(denies_rest(text) or _REVIEWED.search(text) for text in speaking)
    return tuple(named) if closes else ()


def _is_entry_of_a_grid(blocks: Sequence[Block]) -> bool:
    """Whether a table names our drug as one of several: what is denied there is denied of that entry alone."""
    cells = [(block.header[0], block.cells[0]) for block in blocks if block.cells and block.header]
    ours = {title for title, cell in cells if _NAMES_DRUGS.search(title) and named_products(cell)}
    return any(title in ours and cell.strip() and not named_products(cell) for title, cell in cells)


def parted_products(blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The drugs that sections of the document name, each its own, beside one that says it is of both or of every
    request ("Both drugs", "For all requests"): that is of them. () where a heading may name another subject.
    """
    titles = [block.text for block in blocks if block.kind == "heading"]
    named = tuple(dict.fromkeys(product for title in titles for product in named_products(title)))
    shared = [title for title in titles if speaks_of_both(title) or is_for_all(title) or _OF_ALL.search(title)]
    if not shared or len(named) < len(("one", "other")):
        return ()
    return named if all(title in shared or named_products(title) or _is_plain(title) for title in titles) else ()


def _is_plain(heading: str) -> bool:
    """Whether a heading is of a section, a phase or a use, so that it names no other drug or treatment."""
    return bool(heading_role(heading) or read_phase(heading) or is_label(heading))
