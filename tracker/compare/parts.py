"""A policy that was split into several: each part against what the whole said of the same questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db.changes import Change, Comparison
from parsers.drugs.names import named_products
from parsers.models import ParsedPolicy, Position
from tracker.compare.alignment import pair_positions
from tracker.compare.codes import code_changes, needs_action
from tracker.compare.finding import question_change, quoted
from tracker.compare.silence import answer_without
from tracker.compare.status import DENIED
from tracker.compare.verdict import compare, verdict_of

_LEFT_OUT = "what the policy said before it was split stands in none of its parts: it may be in one that is not watched"


def compare_part(whole: ParsedPolicy, part: ParsedPolicy, left_out: tuple[Change, ...] = ()) -> Comparison:
    """What changed for the questions that a part answers, and what was `left_out` by every part.

    The words that differ are not shown: most of them stand in another part.
    """
    found = replace(compare(share_of(whole, part), part), sections=())
    if not left_out:
        return found
    changes = (*found.changes, *left_out)
    return replace(
        found, changes=changes, verdict=verdict_of(changes), confidence="low", reason=_LEFT_OUT,
        action_required=found.action_required or _is_work(left_out),
    )  # fmt: skip


def compare_part_again(whole: ParsedPolicy, part: ParsedPolicy, told: Comparison) -> Comparison:
    """The comparison with a part as it is read now; what all parts left out stays as it was told."""
    compared = compare(share_of(whole, part), part).changes
    removed = (change for change in told.changes if change.key in {"position_removed", "code_removed"})
    return compare_part(whole, part, tuple(change for change in removed if change not in compared))


def share_of(whole: ParsedPolicy, part: ParsedPolicy) -> ParsedPolicy:
    """What a policy said of that which one of its parts speaks of: the questions the part answers, by name; its codes;
    the passages that are not on another drug alone.
    """
    listed = {(code.system, code.code) for code in part.codes}
    return replace(
        whole,
        policy=replace(whole.policy, superseded=part.policy.superseded),
        products=tuple(product for product in whole.products if product in part.products),
        positions=tuple(pair.old for pair in pair_positions(whole.positions, part.positions) if pair.old and pair.new),
        codes=tuple(code for code in whole.codes if (code.system, code.code) in listed),
        blocks=tuple(block for block in whole.blocks if _may_be_on(block.text, part)),
    )


def left_out_of(whole: ParsedPolicy, parts: Sequence[ParsedPolicy]) -> tuple[Change, ...]:
    """The answers and codes that no part has. None counts as a loss: a part may be somewhere that nobody watches."""
    positions = tuple(position for part in parts for position in part.positions)
    pairs = pair_positions(whole.positions, positions)
    gone = [pair.old for pair in pairs if pair.old and not pair.new and not _stays_denied(pair.old, positions)]
    listed = {(code.system, code.code) for part in parts for code in part.codes}
    codes = replace(whole, codes=tuple(code for code in whole.codes if (code.system, code.code) not in listed))
    return (
        *(_removed(position) for position in gone),
        *(_unsure(change) for change in code_changes(codes, replace(codes, codes=()))),
    )


def _stays_denied(position: Position, others: Sequence[Position]) -> bool:
    """Whether a use that was denied by name falls under a denial of a broader class now."""
    broader = answer_without(position, others)
    return position.status in DENIED and broader is not None and broader.status in DENIED


def _removed(position: Position) -> Change:
    change = quoted(question_change(position, "position_removed", "unknown"), position, None)
    return replace(change, before=position.indication)


def _unsure(change: Change) -> Change:
    return change if change.direction == "neutral" else replace(change, direction="unknown")


def _is_work(changes: tuple[Change, ...]) -> bool:
    return needs_action(tuple(change for change in changes if change.axis == "coding"))


def _may_be_on(text: str, part: ParsedPolicy) -> bool:
    named = named_products(text)
    return not named or any(product in part.products for product in named)
