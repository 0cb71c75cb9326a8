"""What a label event does to answers that follow the label by reference: the text stays, the coverage moves."""

from __future__ import annotations

from parsers.models import Position, Product
from tests.tracker.compare.policies import every, leaf, position
from tracker.label.events import LabelEvent, events_of
from tracker.label.reference import moves_of, reference_comparison
from tracker.label.response import responses

TWO, ORAL = leaf("failed_ad_count", 2), leaf("oral_ad", "required")
BY_REFERENCE = position(indication="fda_labeled")


def event(name: str, product: Product = "esketamine") -> LabelEvent:
    return next(one for one in events_of(product) if one.event == name)


FIRST, MDSI, ALONE = event("spravato-trd"), event("spravato-mdsi"), event("spravato-alone")


def moved(*positions: Position, by: LabelEvent = ALONE) -> list[tuple[str, str, str]]:
    found = reference_comparison(positions, by)
    return [(change.indication, change.key, change.direction) for change in found.changes] if found else []


def test_each_event_moves_the_uses_it_adds_or_widens() -> None:
    assert [(move.after.indication, move.direction) for move in moves_of(FIRST)] == [("trd", "expands")]
    assert [(move.after.indication, move.direction) for move in moves_of(MDSI)] == [("mdsi", "expands")]
    assert [(move.after.indication, set(move.keys)) for move in moves_of(ALONE)] == [("trd", {"oral_ad"})]


def test_24_a_policy_that_follows_the_label_by_reference_expands_without_an_edit() -> None:
    found = reference_comparison((BY_REFERENCE,), ALONE)
    assert found is not None
    (change,) = found.changes
    assert (found.verdict, change.key, change.indication) == ("expanded", "label_dynamic", "trd")
    assert change.before_text == change.after_text
    assert "2025-01-17, announced 2025-01-21" in found.reason
    assert found.witness is not None
    assert (found.witness["before"], found.witness["after"]) == ("does_not_meet", "meets")


def test_a_use_new_on_the_label_shows_who_is_now_covered() -> None:
    found = reference_comparison((BY_REFERENCE,), MDSI)
    assert found is not None
    assert found.changes[0].before is None
    assert found.witness is not None
    assert (found.witness["before"], found.witness["after"]) == ("not_covered", "meets")


def test_a_criterion_that_refers_to_the_label_makes_its_position_follow() -> None:
    assert moved(position(every(TWO, leaf("label_dynamic")))) == [("trd", "label_dynamic", "expands")]


def test_a_fixed_list_does_not_move() -> None:
    assert moved(position(every(TWO, ORAL)), position(ORAL, indication="mdsi")) == []


def test_what_the_payer_demands_himself_stays_whatever_the_label_says() -> None:
    assert moved(position(every(leaf("label_dynamic"), ORAL))) == []


def test_a_use_with_criteria_of_its_own_is_not_moved_by_a_reference_beside_it() -> None:
    assert moved(position(every(TWO, ORAL)), BY_REFERENCE) == []
    assert moved(position(every(TWO, ORAL)), BY_REFERENCE, by=MDSI) == [("mdsi", "label_dynamic", "expands")]


def test_a_denial_follows_nothing() -> None:
    assert moved(position(indication="fda_labeled", status="investigational")) == []


def test_the_label_of_another_drug_moves_nothing() -> None:
    assert moved(position(product="ketamine", indication="fda_labeled")) == []


def response(*positions: Position, to: LabelEvent = ALONE) -> list[tuple[str, str | None]]:
    return [(one.response, one.text) for one in responses(positions, to)]


def test_a_policy_follows_an_event_by_its_text_by_reference_or_not_yet() -> None:
    assert [said for said, _ in response(position(TWO))] == ["follows"]
    assert [said for said, _ in response(BY_REFERENCE)] == ["by_reference"]
    assert response(position(every(TWO, ORAL))) == [("lags", ORAL.text)]


def test_a_payer_who_denies_or_is_silent_has_not_followed() -> None:
    denied = position(indication="other", status="investigational")
    assert [said for said, _ in response(position(TWO), denied, to=MDSI)] == ["denied"]
    assert response(position(TWO), to=MDSI) == [("not_stated", None)]
    assert [said for said, _ in response(position(status="unknown"))] == ["unknown"]


def test_a_policy_on_another_drug_is_not_asked() -> None:
    assert response(position(product="ketamine")) == []
