"""Who hears of a change, and when: the rules of ketwatch.toml against one comparison."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import get_args

from db.changes import Change, Comparison, Confidence
from db.outbox import Urgency
from db.sources import Payer
from tracker.clock import parse_instant, stamp
from tracker.compare.silence import broader_uses
from tracker.rules import DEFAULT_WEEKDAY, Rule, Weekday

NATIONWIDE = "US"
# What the Spravato label names, in every edition since 2020 (domain.md 1.1).
ON_LABEL = frozenset({"trd", "mdsi"})
_SUREST_FIRST = get_args(Confidence)
_SOONEST_FIRST = get_args(Urgency)


@dataclass(frozen=True, slots=True)
class Routed:
    """One channel that a comparison goes to ("email:billing@clinic.example"), by which rule, and when."""

    channel: str
    rule: str
    urgency: Urgency
    due_at: str


def route(comparison: Comparison, payer: Payer, rules: tuple[Rule, ...], *, at: str) -> tuple[Routed, ...]:
    """The channels a comparison found at an instant goes to, each once, by the rule that sends soonest.

    Without a change and without anything to do (rewording, review dates) nobody is told.
    """
    if not comparison.changes and not comparison.action_required:
        return ()
    chosen: dict[str, Routed] = {}
    for rule in sorted(rules, key=lambda rule: _SOONEST_FIRST.index(rule.when)):
        if _matches(rule, comparison, payer):
            for channel in rule.to:
                chosen.setdefault(channel, Routed(channel, rule.name, rule.when, _due_at(rule, at)))
    return tuple(chosen.values())


def _due_at(rule: Rule, at: str) -> str:
    """At once and each night's digest with the next delivery; a weekly digest with the first on or after its day."""
    return next_weekday(rule.weekday or DEFAULT_WEEKDAY, at) if rule.when == "weekly" else at


def next_weekday(weekday: Weekday, at: str) -> str:
    """The instant itself on that day of the week, else the day's first instant, in UTC."""
    found = parse_instant(at)
    days = (get_args(Weekday).index(weekday) - found.weekday()) % 7
    return stamp((found + timedelta(days=days)).replace(hour=0, minute=0, second=0)) if days else at


def _matches(rule: Rule, comparison: Comparison, payer: Payer) -> bool:
    return (
        _admits(rule.payers, {payer.payer})
        # A nationwide payer decides in every state, so it concerns whoever watches one.
        and (NATIONWIDE in payer.states or _admits(rule.states, payer.states))
        # An action without a change names no product; it concerns whoever watches either.
        and (not comparison.changes or any(_concerns(rule, change) for change in comparison.changes))
        and _admits(rule.directions, {comparison.verdict})
        and _SUREST_FIRST.index(comparison.confidence) <= _SUREST_FIRST.index(rule.least_confidence)
    )


def _concerns(rule: Rule, change: Change) -> bool:
    return (
        _admits(rule.products, {change.product})
        and _admits(rule.axes, {change.axis})
        and (not rule.indications or any(_falls_under(use, change.indication) for use in rule.indications))
    )


def _falls_under(use: str, named: str) -> bool:
    """Whether a change to `named` concerns a use: the use itself, or a class that it belongs to."""
    return named in {use, "any", *broader_uses(use)} or (named == "fda_labeled" and use in ON_LABEL)


def _admits(wanted: Collection[str], found: Collection[str]) -> bool:
    return not wanted or not set(found).isdisjoint(wanted)
