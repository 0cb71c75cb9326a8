"""Appendices that end a list of criteria without a heading: "IV. Appendices", then "Appendix A: Abbreviations"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.answering.answers import stated_status
from parsers.language.patterns import compiled
from parsers.outline import Node, walk
from parsers.sections.roles import OPEN_ROLES, heading_role

# The title of an appendix alone; "Appendix A lists the scales that count" is a sentence.
_TITLE = compiled(
    r"^\W*(?:[IVX\d]{1,4}[.)]\s+)?(?:Appendices(?:\W[^.;:]{0,40})?|Appendix (?:[A-H]|[IVX]{1,4}|\d{1,2})\s*[:.–—-]\s*"
    r"[A-Z][^.;:]{3,60})\W*$"
)


def without_appendices(nodes: Sequence[Node]) -> Sequence[Node]:
    """`nodes` without what stands from the title of an appendix on to the next heading, where it answers nothing."""
    kept: list[Node] = []
    for place, node in enumerate(nodes):
        if node.block.kind == "heading":
            return [*kept, *nodes[place:]]
        if _titles_appendix(node):
            end = next((at for at in range(place, len(nodes)) if nodes[at].block.kind == "heading"), len(nodes))
            answers = any(stated_status(part.block.text) for part in walk(nodes[place:end]))
            return nodes if answers else [*kept, *nodes[end:]]
        kept.append(node)
    return nodes


def _titles_appendix(node: Node) -> bool:
    text = node.block.text
    return (
        node.block.kind in ("item", "paragraph") and bool(_TITLE.match(text)) and heading_role(text) not in OPEN_ROLES
    )
