"""Walks a policy's outline and collects what it answers and what it asks for, each with whom it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.amounts.listed_lengths import is_listed_length
from parsers.answering.answers import DENIED, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.exclusions import bars_patients
from parsers.deciding.asides import tells_nothing
from parsers.deciding.findings import Statements
from parsers.drugs.drug_entries import without_other_entries
from parsers.drugs.names import is_drug_name, named_products, spoken_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.list_shapes import (
    as_lead,
    heads_section,
    holds_statements,
    is_statement,
    leading_sentence,
    leads_in_table,
    lists_drugs,
    told_of,
    told_text,
    under_title,
    without_closed_sections,
)
from parsers.lists.list_uses import listing_uses
from parsers.masthead.labelled_lines import ends_in_record, record_starts, under_record
from parsers.models import Phase, Product
from parsers.outline import Node
from parsers.sections.answers_apart import answers_in
from parsers.sections.narrowed_scopes import in_phases, narrowed, of_bars
from parsers.sections.reopened import reopening
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.sections.section_scopes import Scope, section_scope
from parsers.sections.titled_answers import read_entry, read_refused, read_titled_answer
from parsers.sections.titled_bars import as_bars, barring_item, bars_under, lists_bare_bars, titles_bars
from parsers.statements.appendix_lines import without_appendices
from parsers.statements.asked_over_answers import is_asked_itself
from parsers.statements.barred_amounts import apart_from_amounts, apart_from_limits
from parsers.statements.behind_uses import behind_uses
from parsers.statements.block_scopes import (
    about,
    in_own_phase,
    is_led,
    is_of_services,
    of_its_items,
    of_limits,
    of_refusal,
    speaks_of_one,
    turned,
)
from parsers.statements.closing_denials import without_rest
from parsers.statements.counted_headings import leads_in_some
from parsers.statements.criteria_records import read_record
from parsers.statements.denied_lists import deny_list, leading_status
from parsers.statements.granted_amounts import note_apart
from parsers.statements.led_lists import read_criteria_list, read_denial
from parsers.statements.listed_examples import denied_before, denied_by
from parsers.statements.lists_under_denials import denied_over
from parsers.statements.paid_when import paid_when
from parsers.statements.paragraphs import read_opening, read_paragraph
from parsers.statements.reason_columns import told_in, without_reasons
from parsers.statements.record_rows import without_records
from parsers.statements.row_groups import with_groups
from parsers.statements.section_nodes import with_demands, with_titles_told
from parsers.statements.siblings import Siblings, siblings_of, tells_who_and_where
from parsers.statements.such_requests import of_such_requests, read_behind_lead
from parsers.statements.table_rows import read_row
from parsers.tables.untitled_tables import titles_uses, with_titles
from parsers.uses.indications import named_indications
from parsers.uses.patient_conditions import denial_of_patients
from parsers.uses.scopes import positive_indications

# A contact or a glossary may stand over a record that follows it; a revision history only cites one.
_OF_RECORDS = OPEN_ROLES | {"other", "boilerplate", "background"}
_LISTS = compiled(r"\b(?:all|any|one|both) of the following|must|criteria", re.IGNORECASE)


def read_statements(outline: Sequence[Node], about: tuple[Product, ...], phase: Phase | None = None) -> Statements:
    """Everything the open sections say; `about` and `phase` are what the document as a whole is about."""
    found = Statements()
    _read_section(found, outline, Scope(products=about, phase=phase))
    return found


def _read_section(found: Statements, nodes: Sequence[Node], scope: Scope) -> Scope | None:
    """Read what stands under one heading; the scope of labelled lines at its end, which speak of the next section."""
    if (place := reopening(nodes, scope.role)) is not None:
        _read_section(found, nodes[:place], scope)
        return _read_section(found, nodes[place:], replace(scope, role="indications"))
    ambient = scope
    titled = with_titles_told(_read_apart(found, nodes, scope), scope)
    headings = [node.block.text for node in titled if node.block.kind == "heading"]
    # Who prescribes stands before the sections of both phases or behind them.
    both = {"initial", "renewal"} <= set(map(heading_role, headings))
    beside = siblings_of(headings, renewed=both)
    titled = with_demands(titled, scope)
    starts, led = record_starts(titled), False
    for place, node in enumerate(titled):
        if place in starts:
            ambient = under_record(titled[place:], ambient)
        led = place > 0 and is_led(node, titled[place - 1], led)
        if node.block.kind != "heading":
            shared = both and scope.phase is None and tells_who_and_where(node)
            before = replace(ambient, every_phase=True) if shared else ambient
            after = _read_in_turn(found, titled, place, before, scope)
            ambient = replace(after, every_phase=ambient.every_phase) if shared else after
        elif scope.role in OPEN_ROLES and (is_statement(node) or leads_in_some(node)):
            ambient = _read_block(found, as_lead(node), ambient)
        else:
            above = replace(ambient, products=about(titled, place, ambient, scope))
            above = above if led else replace(above, indications=scope.indications, phase=scope.phase)
            next_scope = _read_titled(found, node, above, beside, led=led, opens=scope.role in OPEN_ROLES)
            if next_scope is not None:
                scope = ambient = replace(next_scope, role=scope.role)
    return ambient if ends_in_record(titled) else None


def _read_titled(
    found: Statements, node: Node, above: Scope, beside: Siblings, *, led: bool, opens: bool
) -> Scope | None:
    """Read a heading with what stands under it; the scope of labelled lines at its end, if any."""
    if opens and titles_bars(node):
        above = beside.of_everybody(node.block.text, replace(above, products=above.products or beside.products))
        bars, limits = apart_from_limits(node)
        for said, part in bars_under(bars):
            found.bar(of_bars(above, said), as_bars(as_lead(part)))
        _read_section(found, limits, above)
        return None
    inner = beside.scope_of(node, above, led=led)
    found.title(inner, node.block)
    read_titled_answer(found, node, inner)
    barring, amounts = apart_from_amounts(node) if inner.role == "exclusions" else (node, ())
    _read_section(found, amounts, above)
    return _read_section(found, barring.children, inner)


def _read_in_turn(found: Statements, nodes: Sequence[Node], place: int, ambient: Scope, scope: Scope) -> Scope:
    """Read a block of a section after those before it; the scope that holds after it."""
    node = nodes[place]
    if (denied := denied_before(nodes, place) or denied_over(node)) is not None:
        deny_list(found, node, turned(ambient, spoken_of(node.block.text)), denied)
        return ambient
    apart = of_refusal(node, ambient, scope) or of_limits(node, ambient, scope, nodes)
    apart = apart or behind_uses(nodes, place, ambient, scope) or of_such_requests(nodes, place, ambient)
    after = _read_block(found, node, apart or in_own_phase(node, ambient, scope, nodes[:place]))
    # An item of exclusions, or of services one of which stands before it, names its own drug and leaves the next alone.
    alone = (
        node.block.kind == "item"
        and not scope.products
        and (scope.role == "exclusions" or (not ambient.products and is_of_services(nodes, place)))
    )
    ends = is_listed_length(node.block.text) or speaks_of_one(node, ambient)
    return ambient if alone or apart or ends else after


def _read_apart(found: Statements, nodes: Sequence[Node], scope: Scope) -> Sequence[Node]:
    """Read what stands in a section for itself, records and denials of all other uses; the nodes without records."""
    nodes, records = without_records(without_other_entries(without_appendices(nodes)))
    for record in records if scope.role in _OF_RECORDS else ():
        read_record(found, record, scope)
    demanded = (said for node in nodes for said in paid_when(node.block, scope.role))
    for answer in (*answers_in(nodes, scope.role, scope.products), *demanded):
        read_paragraph(found, answer, replace(scope, role="indications", indications=(), status=None), scope)
    return nodes


def _read_block(found: Statements, node: Node, scope: Scope) -> Scope:
    """Read a paragraph, item or row with what stands under it; the scope that holds after it."""
    text, titles = node.block.text, named_products(" ; ".join(node.block.header))
    if scope.role not in OPEN_ROLES or tells_nothing(node):
        note_apart(found, node, scope)
        return scope
    if node.block.kind == "row":
        row = without_reasons(node.block, answered=scope.status in DENIED)
        for inside, whom in read_row(found, row, turned(scope, spoken_of(told_in(row)) or titles)):
            _read_section(found, inside, whom)
        return scope
    inner = turned(scope, spoken_of(text) or titles or of_its_items(node, scope))
    if not inner.products:
        _read_of_no_drug(found, node, scope)
        return scope
    node = node.over(without_other_entries(without_closed_sections(node).children))
    if read_entry(found, node.block, inner) or (not node.children and read_refused(found, node.block, inner)):
        return scope
    if not node.children:
        if (barring := barring_item(node, inner.role)) is not None:
            found.bar(replace(inner, phase=None), barring)
            return scope
        return read_paragraph(found, node.block, inner, scope)
    node = replace(node, block=without_rest(found, node.block, inner, scope))
    if leads_in_table(node) and stated_status(node.block.text) not in DENIED:
        inner = read_paragraph(found, node.block, inner, scope)
        _read_led_table(found, node.children, inner)
        return inner
    spoken = sentences(text) if node.block.kind == "paragraph" else ()
    return _read_led(found, node, spoken, inner, scope) if len(spoken) > 1 else _read_lead(found, node, inner)


def _read_led_table(found: Statements, rows: Sequence[Node], scope: Scope) -> None:
    """Read a table that a sentence leads in; where rows across it title those of each phase, as a section."""
    by_use = any(titles_uses(row.block.header) for row in rows)
    if by_use and len(with_groups(rows)) < len(rows):
        _read_section(found, rows, scope)
        return
    for row in with_titles(rows):
        _read_block(found, row, scope)


def _read_led(found: Statements, node: Node, spoken: Sequence[str], inner: Scope, scope: Scope) -> Scope:
    """Read a paragraph of several sentences, one of which leads in the list under it."""
    text = node.block.text
    found.note_authorization(inner, text)
    leading = leading_sentence(spoken)
    before, _, behind = text.partition(leading)
    only_titles = bare_status(before) in DENIED and stated_status(leading) in DENIED
    after = replace(node.block, text=behind.strip())
    told = read_behind_lead(found, after, leading, inner, scope)
    for beside in filter(None, ("" if only_titles else before.strip(), "" if told else after.text)):
        inner = read_opening(found, replace(node.block, text=beside), inner, scope)
    inner = turned(inner, named_products(leading))
    node = replace(node, block=replace(node.block, text=leading))
    if (denied := denied_by(before, node)) is not None:
        deny_list(found, node, inner, denied)
        return scope
    return _read_lead(found, node, inner)


def _read_of_no_drug(found: Statements, node: Node, scope: Scope) -> None:
    """Read what names no drug itself: its items may, and a denial that leads them in is theirs."""
    lead = stated_status(node.block.text) or leading_status(node.block.text) if node.children else None
    if lead is not None and lead in DENIED:
        deny_list(found, node, scope, lead)
        return
    inner = listing_uses(scope) if lead == "covered" and lists_drugs(node) else scope
    for child in with_titles(node.children):
        _read_block(found, child, inner)


def _read_lead(found: Statements, node: Node, scope: Scope) -> Scope:
    """Read a lead-in with its list."""
    text = node.block.text
    if heads_section(node):
        if is_asked_itself(node):
            found.require(scope, node.over(()), listed=True)
        _read_section(found, under_title(node), section_scope(node, scope, None))
        return scope
    status = stated_status(text) or (scope.status if scope.status in DENIED and not _LISTS.search(text) else None)
    found.note_authorization(scope, text)
    denied = denial_of_patients(node)
    status = denied or status
    if denied is None and (bars_patients(text) or lists_bare_bars(node)):
        found.bar(in_phases(scope, text), node)
    elif status is not None and status in DENIED:
        read_denial(found, node, scope, status, _read_block)
    elif (answer := told_of(node)) in DENIED:
        found.deny(scope, answer, node.block, told_text(node))
    elif holds_statements(node) or (status == "covered" and lists_drugs(node)):
        inner = narrowed(scope, text, status)
        named = any(named_indications(child.block.text) for child in node.children)
        inner = inner if named else replace(inner, indications=positive_indications(text) or inner.indications)
        listing = listing_uses(inner) if lists_drugs(node) else inner
        for child in under_title(node) if is_drug_name(text) else node.children:
            _read_block(found, child, of_limits(child, inner, inner, node.children) or listing)
    else:
        return read_criteria_list(found, node, scope, status or answer, _read_block)
    return scope
