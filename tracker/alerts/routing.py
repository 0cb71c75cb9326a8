"""Who hears of a change: the rules of ketwatch.toml against one comparison."""

from __future__ import annotations

from dataclasses import dataclass

from db.changes import Comparison
from db.outbox import Urgency
from db.sources import Payer
from tracker.config import Rule

NATIONWIDE = "US"


@dataclass(frozen=True, slots=True)
class Routed:
    """One channel that a comparison goes to ("email:billing@clinic.example"), and the rule that sends it there."""

    channel: str
    rule: str
    urgency: Urgency


def route(comparison: Comparison, payer: Payer, rules: tuple[Rule, ...]) -> tuple[Routed, ...]:
    """The channels a comparison goes to, each once; a rule that sends at once goes before a nightly one.

    Without a change and without anything to do (rewording, review dates) nobody is told.
    """
    if not comparison.changes and not comparison.action_required:
        return ()
    chosen: dict[str, Routed] = {}
    for rule in sorted(rules, key=lambda rule: rule.when != "at_once"):
        if _matches(rule, comparison, payer):
            for channel in rule.to:
                chosen.setdefault(channel, Routed(channel, rule.name, rule.when))
    return tuple(chosen.values())


def _matches(rule: Rule, comparison: Comparison, payer: Payer) -> bool:
    products = {change.product for change in comparison.changes}
    return (
        _admits(rule.payers, {payer.payer})
        # A nationwide payer decides in every state, so it concerns whoever watches one.
        and (NATIONWIDE in payer.states or _admits(rule.states, set(payer.states)))
        # An action without a change names no product; it concerns whoever watches either.
        and (not products or _admits(rule.products, products))
        and _admits(rule.directions, {comparison.verdict})
    )


def _admits(wanted: tuple[str, ...], found: set[str]) -> bool:
    return not wanted or not found.isdisjoint(wanted)
