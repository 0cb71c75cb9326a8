"""Who hears of a change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.changes import Comparison, Confidence
from db.sources import Payer
from tests.tracker.alerts.samples import CODE_SWAP, EXPANDED, FEWER_TRIALS, NOW_DENIED, RESTRICTED, SECTION, UNCLEAR
from tests.tracker.alerts.stored import LARKSPUR, NIGHT
from tracker.alerts.routing import Routed, next_weekday, route
from tracker.rules import Rule, Weekday

EVERYTHING = Rule("everything", ("email:all@clinic.example",))


def channels(comparison: Comparison, *rules: Rule, payer: Payer = LARKSPUR) -> list[str]:
    return [routed.channel for routed in route(comparison, payer, rules, at=NIGHT)]


def test_a_rule_without_conditions_hears_of_every_change() -> None:
    assert route(EXPANDED, LARKSPUR, (EVERYTHING,), at=NIGHT) == (
        Routed("email:all@clinic.example", "everything", "nightly", NIGHT),
    )


def test_a_rewording_alerts_nobody() -> None:
    assert channels(Comparison("neutral", False, sections=(SECTION,)), EVERYTHING) == []


def test_an_action_without_a_change_of_coverage_is_told() -> None:
    assert channels(Comparison("neutral", True), Rule("drug", ("slack:x",), products=("ketamine",))) == ["slack:x"]


def test_a_channel_gets_a_comparison_once_by_the_rule_that_sends_soonest() -> None:
    hurried = Rule("hurried", ("email:all@clinic.example",), when="at_once", directions=("expanded",))
    weekly = Rule("weekly", ("email:all@clinic.example",), when="weekly", weekday="friday")
    assert route(EXPANDED, LARKSPUR, (weekly, EVERYTHING, hurried), at=NIGHT) == (
        Routed("email:all@clinic.example", "hurried", "at_once", NIGHT),
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Rule("r", ("slack:x",), payers=("larkspur",)), True),
        (Rule("r", ("slack:x",), payers=("quarry",)), False),
        (Rule("r", ("slack:x",), states=("MI", "WI")), True),
        (Rule("r", ("slack:x",), states=("WI",)), False),
        (Rule("r", ("slack:x",), products=("esketamine",)), True),
        (Rule("r", ("slack:x",), products=("ketamine",)), False),
        (Rule("r", ("slack:x",), indications=("trd",)), True),
        (Rule("r", ("slack:x",), indications=("crps",)), False),
        (Rule("r", ("slack:x",), axes=("eligibility", "coding")), True),
        (Rule("r", ("slack:x",), axes=("friction",)), False),
        (Rule("r", ("slack:x",), directions=("expanded", "mixed")), True),
        (Rule("r", ("slack:x",), directions=("restricted",)), False),
        (Rule("r", ("slack:x",), payers=("larkspur",), states=("WI",)), False),
    ],
)
def test_every_condition_of_a_rule_must_hold(rule: Rule, told: bool) -> None:
    assert bool(channels(EXPANDED, rule)) is told


def test_a_nationwide_payer_concerns_whoever_watches_a_state() -> None:
    nationwide = Payer("quarry", "Quarry Mutual", "commercial", ("US",))
    assert channels(RESTRICTED, Rule("r", ("slack:x",), states=("VT",)), payer=nationwide) == ["slack:x"]


def test_a_code_swap_is_told_as_neutral() -> None:
    assert channels(CODE_SWAP, Rule("r", ("slack:x",), directions=("neutral",))) == ["slack:x"]


def test_product_indication_and_axis_must_hold_of_one_change() -> None:
    both = Comparison("mixed", False, (FEWER_TRIALS, NOW_DENIED))
    assert channels(both, Rule("r", ("slack:x",), products=("ketamine",), indications=("crps",))) == ["slack:x"]
    assert channels(both, Rule("r", ("slack:x",), products=("ketamine",), indications=("trd",))) == []


def test_codes_concern_whoever_watches_any_use_of_the_drug() -> None:
    assert channels(CODE_SWAP, Rule("r", ("slack:x",), indications=("mdsi",))) == ["slack:x"]


@pytest.mark.parametrize(
    ("named", "told"), [("psychiatric", True), ("mdd", True), ("fda_labeled", True), ("crps", False)]
)
def test_a_change_to_a_class_of_uses_concerns_whoever_watches_one_of_them(named: str, told: bool) -> None:
    change = replace(FEWER_TRIALS, indication=named)
    assert (
        bool(channels(Comparison("expanded", False, (change,)), Rule("r", ("slack:x",), indications=("trd",)))) is told
    )


@pytest.mark.parametrize(("least", "told"), [("low", True), ("medium", False), ("high", False)])
def test_a_reading_less_sure_than_a_rule_asks_for_is_not_told(least: Confidence, told: bool) -> None:
    assert bool(channels(UNCLEAR, Rule("r", ("slack:x",), least_confidence=least))) is told


@pytest.mark.parametrize(
    ("weekday", "due_at"),
    [("monday", NIGHT), ("tuesday", "2026-11-24T00:00:00Z"), ("sunday", "2026-11-29T00:00:00Z")],
)
def test_a_weekly_digest_is_due_on_the_first_of_its_days_from_the_night_on(weekday: Weekday, due_at: str) -> None:
    assert next_weekday(weekday, NIGHT) == due_at
    (routed,) = route(EXPANDED, LARKSPUR, (Rule("r", ("slack:x",), "weekly", weekday=weekday),), at=NIGHT)
    assert (routed.urgency, routed.due_at) == ("weekly", due_at)
