"""Who hears of a change."""

from __future__ import annotations

import pytest

from db.changes import Comparison
from db.sources import Payer
from tests.tracker.alerts.conftest import LARKSPUR
from tests.tracker.alerts.samples import CODE_SWAP, EXPANDED, RESTRICTED, SECTION
from tracker.alerts.routing import Routed, route
from tracker.config import Rule

EVERYTHING = Rule("everything", ("email:all@clinic.example",))


def channels(comparison: Comparison, *rules: Rule, payer: Payer = LARKSPUR) -> list[str]:
    return [routed.channel for routed in route(comparison, payer, rules)]


def test_a_rule_without_conditions_hears_of_every_change() -> None:
    assert route(EXPANDED, LARKSPUR, (EVERYTHING,)) == (Routed("email:all@clinic.example", "everything", "nightly"),)


def test_a_rewording_alerts_nobody() -> None:
    assert route(Comparison("neutral", False, sections=(SECTION,)), LARKSPUR, (EVERYTHING,)) == ()


def test_an_action_without_a_change_of_coverage_is_told() -> None:
    assert channels(Comparison("neutral", True), Rule("drug", ("slack:x",), products=("ketamine",))) == ["slack:x"]


def test_a_channel_gets_a_comparison_once_and_at_once_goes_before_nightly() -> None:
    hurried = Rule("hurried", ("email:all@clinic.example",), when="at_once", directions=("expanded",))
    assert route(EXPANDED, LARKSPUR, (EVERYTHING, hurried)) == (
        Routed("email:all@clinic.example", "hurried", "at_once"),
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
