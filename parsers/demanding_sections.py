"""Sections that list what is asked at first or on renewal, wherever their page puts them."""

from __future__ import annotations

from parsers.answers import stated_status
from parsers.criteria.families import findings_in
from parsers.lead_ins import leads_in
from parsers.outline import Node, walk
from parsers.roles import heading_role
from parsers.scopes import is_label
from parsers.section_roles import Role

_OF_PHASES: frozenset[Role] = frozenset({"initial", "renewal"})
_FEWEST_DEMANDS = 2


def lists_criteria(node: Node) -> bool:
    """Whether a section is titled as what is asked at first or on renewal, or by its use over what leads in a list
    that is asked for, or holds such a section, and lists what is asked.
    """
    return any(
        part.block.kind == "heading" and _titles_demands(part) and _lists_demands(part) for part in walk((node,))
    )


def _titles_demands(section: Node) -> bool:
    if heading_role(section.block.text) in _OF_PHASES:
        return True
    leads = (part.block.text for part in section.children if part.children and leads_in(part.block.text))
    return is_label(section.block.text) and any(stated_status(lead) == "covered" for lead in leads)


def _lists_demands(section: Node) -> bool:
    items = (part.block for part in walk(section.children) if part.block.kind == "item")
    return sum(bool(findings_in(item.text)) for item in items) >= _FEWEST_DEMANDS
