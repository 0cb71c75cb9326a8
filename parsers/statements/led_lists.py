"""Lists under a lead-in: of what is denied or left covered, and of criteria."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parsers.deciding.findings import Statements
from parsers.lists.list_shapes import without_cover
from parsers.lists.list_uses import asked_of, listing_uses, specified
from parsers.lists.renewal_items import without_renewals
from parsers.models import Status
from parsers.outline import Node
from parsers.sections.narrowed_scopes import narrowed
from parsers.sections.section_scopes import Scope
from parsers.statements.block_scopes import shared_limits
from parsers.statements.denied_lists import deny_list, deny_rest, excepts_items
from parsers.statements.excepted_items import without_excepted
from parsers.uses.indications import apart_from_conditions
from parsers.uses.scopes import is_label, positive_indications, required_indications

ReadBlock = Callable[[Statements, Node, Scope], Scope]


def read_denial(found: Statements, node: Node, scope: Scope, status: Status, read: ReadBlock) -> None:
    """Read a denial with its list: of what it denies, or of what it leaves covered."""
    if excepts_items(node):
        inner = listing_uses(replace(scope, role="indications", indications=()))
        for covered in deny_rest(found, node, scope, status):
            read(found, covered, inner)
        return
    node, exceptions = without_cover(node)
    node, excepted = without_excepted(node)
    deny_list(found, node, scope, status)
    for use in excepted:
        read(found, use, listing_uses(replace(scope, role="indications", indications=())))
    for exception in exceptions:
        read(found, exception, replace(scope, status=None))


def read_criteria_list(found: Statements, node: Node, scope: Scope, status: Status | None, read: ReadBlock) -> Scope:
    """Read a list of criteria under its lead-in; the scope that holds after it."""
    text = node.block.text
    inner = narrowed(scope, text, status)
    if inner.phase != "renewal":
        node, renewals = without_renewals(node)
        for renewal, uses in renewals:
            read(found, renewal, replace(inner, status="covered", indications=uses or inner.indications))
        found.share(inner, shared_limits(node) if renewals else ())
        found.ask_each_time(inner, node.children)
    inner = specified(inner, node, status, found)
    if status is not None:
        found.answer(inner, status, node.block, text, inner.indications)
    found.require(inner, asked_of(node, status), listed=node.block.kind != "term")
    return _scope_after(node, scope, inner, status)


def _scope_after(node: Node, scope: Scope, inner: Scope, status: Status | None) -> Scope:
    """The scope behind a list that was read in the scope `inner`, for what follows it."""
    text = node.block.text
    if not text:
        return replace(scope, indications=inner.indications)
    if node.block.kind != "item":
        # "Prior treatment (depression)" over its definition: the next term is of all uses again.
        of_one = node.block.kind == "term" and scope.indications and positive_indications(text) and not is_label(text)
        # "For new and continuing users alike: …" tells of its own list, and not of the use that is titled next.
        return replace(scope if of_one else inner, status=inner.status or "covered", every_phase=scope.every_phase)
    # What follows lists for several diagnoses ("Approval: 6 months", "Further treatment") is about all of them.
    first = status == "covered" and inner.phase != "renewal"
    named = apart_from_conditions(required_indications(text)) or (inner.indications if first else ())
    named = inner.indications if named == ("fda_labeled",) else named  # "A labeled use, namely: …" names them below.
    return replace(scope, indications=tuple(dict.fromkeys((*scope.indications, *named)))) if named else scope
