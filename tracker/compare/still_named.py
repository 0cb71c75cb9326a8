"""Whether a version that has no answer for a use speaks of it all the same: then it was not read, and is not silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from parsers.models import Block, ParsedPolicy, Position
from parsers.sections.roles import heading_role, section_role
from parsers.sections.section_roles import Role
from parsers.uses.indications import mentions

_STATE_NOTHING: frozenset[Role] = frozenset(
    {"background", "definitions", "evidence", "references", "history", "boilerplate"}
)
# What a payer says of the label, by reference, is said of many things besides coverage (ages, doses, settings).
_NAMED_IN_PASSING = frozenset({"fda_labeled"})


def unread_beside(position: Position, of: ParsedPolicy, silent: ParsedPolicy) -> str:
    """The question, of those that `of` answers, that `silent` speaks of and does not answer, "" without one: first
    that of `position` itself, else any of its product and phase, for a version that was read in part proves no loss.
    """
    beside = [one for one in of.positions if (one.product, one.phase) == (position.product, position.phase)]
    unread = (one for one in (position, *beside) if _is_unread_in(silent, one))
    return next((f"{one.indication} ({one.phase})" for one in unread), "")


def _is_unread_in(policy: ParsedPolicy, position: Position) -> bool:
    """Whether `policy` names the question where it states coverage. A renewal is named by the section that has its
    name; background, evidence and history name every use there is.
    """
    if any(_question(one) == _question(position) for one in policy.positions):
        return False
    if position.phase == "renewal" and _answers_first(policy, position):
        return any(block.kind == "heading" and heading_role(block.text) == "renewal" for block in policy.blocks)
    return position.indication in _named(policy.blocks) - _NAMED_IN_PASSING


def _question(position: Position) -> tuple[str, str, str]:
    return (position.product, position.indication, position.phase)


def _answers_first(policy: ParsedPolicy, position: Position) -> bool:
    wanted = (position.product, position.indication, "initial")
    return any(_question(one) == wanted for one in policy.positions)


@lru_cache(maxsize=64)
def _named(blocks: tuple[Block, ...]) -> frozenset[str]:
    """The uses named where a policy states coverage."""
    return frozenset(mention.indication for block in stating(blocks) for mention in mentions(block.text))


def stating(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks outside the sections that state no coverage, by the headings over them."""
    above: list[tuple[int, Role]] = []
    before: Role | None = None
    for block in blocks:
        if block.kind == "heading":
            while above and above[-1][0] >= block.depth:
                before = above.pop()[1]
            outer: Role = above[-1][1] if above else "indications"
            above.append((block.depth, section_role(block.text, outer, before)))
            before = None
        if not above or above[-1][1] not in _STATE_NOTHING:
            yield block
