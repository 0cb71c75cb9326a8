"""Uses of which a few items of a shared list are asked and no more: "for acute suicidality only items 1 and 4"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.deciding.findings import Requirement
from parsers.lists.referred_items import asks_for_these_alone
from parsers.models import Indication
from parsers.outline import Node, walk


def without_shared_list(requirements: Sequence[Requirement], use: Indication) -> tuple[Requirement, ...]:
    """The requirements without the lists of more uses from which a statement on `use` takes its items alone."""
    own = [one.node for one in requirements if use in one.indications and asks_for_these_alone(one.node.block.text)]
    return tuple(
        one
        for one in requirements
        if use in one.indications or not any(_is_taken_from(one.node, statement) for statement in own)
    )


def _is_taken_from(shared: Node, statement: Node) -> bool:
    """Whether a list holds every item under a statement, and more."""
    listed = {node.block.text for node in walk(shared.children)}
    taken = {node.block.text for node in statement.children if node.block.marker}
    return bool(taken) and taken < listed
