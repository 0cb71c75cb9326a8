"""In whose scope a block is read: that of the statement before it, or that of its section."""

from __future__ import annotations

from dataclasses import replace

from parsers.answers import DENIED, names_use, stated_status
from parsers.criteria.exclusions import bars_patients
from parsers.drugs import named_products
from parsers.labelled_lines import opens_record
from parsers.models import Block, Product
from parsers.outline import Node, leads_in
from parsers.phases import read_phase
from parsers.scopes import positive_indications
from parsers.section_scopes import Scope


def of_refusal(node: Node, ambient: Scope, section: Scope) -> Scope | None:
    """The scope of a list of what the drug is refused for, where no use or phase is named: its section's, not that of
    the statement before it, and of both phases after criteria of both. None: the block leads in no such list.
    """
    text = node.block.text
    refuses = bool(node.children) and (stated_status(text) in DENIED or bars_patients(text))
    if not refuses or not named_products(text) or names_use(text) or read_phase(text):
        return None
    both = section.phase is None and ambient.phase == "renewal"
    return replace(section, products=ambient.products, every_phase=section.every_phase or both)


def in_own_phase(node: Node, ambient: Scope, section: Scope) -> Scope:
    """`ambient` for a block; cover stated for a use not spoken of before starts afresh, in the section's phase.

    So does a list for a use other than the section's.
    """
    if ambient.phase == section.phase or not ambient.indications:
        return ambient
    text = node.block.text
    leaves = bool(section.indications and node.children) and leads_in(text)
    is_next = leaves or stated_status(text) == "covered"
    more = set(positive_indications(text)) - set(ambient.indications) if is_next else ()
    return replace(ambient, phase=section.phase) if more else ambient


def opens_section(before: Block) -> bool:
    """Whether the block before a heading speaks of the section: a lead-in, or a labelled line of a record."""
    return bool((before.kind == "paragraph" and leads_in(before.text)) or opens_record(before.text))


def turned(scope: Scope, products: tuple[Product, ...]) -> Scope:
    """`scope` for a block that names `products`: another drug than the one above does not share its cover."""
    if not products:
        return scope
    apart = bool(scope.products) and not set(products) & set(scope.products)
    return replace(scope, products=products, status=None if apart and scope.status == "covered" else scope.status)
