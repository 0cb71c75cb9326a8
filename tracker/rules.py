"""A rule of ketwatch.toml: who hears of which changes, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from db.changes import Axis, Confidence, Verdict
from db.outbox import Urgency
from parsers.models import Indication, Product
from tracker.toml_tables import TomlTable

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DEFAULT_WEEKDAY: Weekday = "monday"
_POSTAL_CODES = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
    SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP"""
STATES = frozenset(_POSTAL_CODES.split())
_PAYER = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """Who hears of which changes. An empty tuple means any.

    `products`, `indications` and `axes` must hold of one and the same change; `directions` are of the whole document,
    where "mixed" has changes both ways. `weekday` is the day of a weekly digest, None for other rules.
    """

    name: str
    to: tuple[str, ...]
    when: Urgency = "nightly"
    payers: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    products: tuple[Product, ...] = ()
    indications: tuple[Indication, ...] = ()
    axes: tuple[Axis, ...] = ()
    directions: tuple[Verdict, ...] = ()
    least_confidence: Confidence = "low"
    weekday: Weekday | None = None


def read_rule(table: TomlTable) -> Rule:
    """Read and check one [[rule]]. Raises ConfigError with the fix."""
    when: Urgency = table.choice("when", Urgency, "nightly")
    rule = Rule(
        name=table.required_text("name"),
        to=table.texts("to"),
        when=when,
        payers=table.texts("payers"),
        states=tuple(state.upper() for state in table.texts("states")),
        products=table.choices("products", Product),
        indications=table.choices("indications", Indication),
        axes=table.choices("axes", Axis),
        directions=table.choices("directions", Verdict),
        least_confidence=table.choice("least_confidence", Confidence, "low"),
        weekday=_weekday(table, when),
    )
    table.finish()
    _check(rule, table)
    return rule


def _weekday(table: TomlTable, when: Urgency) -> Weekday | None:
    if when == "weekly":
        day: Weekday = table.choice("weekday", Weekday, DEFAULT_WEEKDAY)
        return day
    if table.text("weekday"):
        raise table.error("weekday", f'is for when = "weekly"; this rule says "{when}"')
    return None


def _check(rule: Rule, table: TomlTable) -> None:
    if not rule.to:
        raise table.error("to", 'names nobody; write for example to = ["email:billing@clinic.example"]')
    unknown = sorted(set(rule.states) - STATES)
    if unknown:
        raise table.error("states", f'has "{unknown[0]}"; write postal codes such as ["OH", "MI"]')
    odd = next((payer for payer in rule.payers if not _PAYER.fullmatch(payer)), None)
    if odd:
        raise table.error("payers", f'has "{odd}"; write ids as `ketwatch sources` prints them, such as "oscar-health"')
