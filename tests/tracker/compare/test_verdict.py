"""What each kind of edit to a policy is called, in the cases the field has seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.changes import Change, Verdict
from parsers.models import (
    Block,
    Group,
    ParsedPolicy,
    Percent,
    PolicyFacts,
    Severity,
    Status,
)
from tests.tracker.compare.policies import (
    ADULT,
    AUGMENTED,
    ORAL,
    RENEWAL_ONLY,
    RESIDUAL,
    THREE,
    TWO,
    either,
    every,
    group,
    leaf,
    policy,
    position,
    trd,
)
from tracker.compare.verdict import compare


def test_a_change_carries_both_clauses_and_their_pages() -> None:
    old = trd(leaf("failed_ad_count", 3, "three medicines failed", 4))
    new = trd(leaf("failed_ad_count", 2, "two medicines failed", 5))
    (change,) = compare(old, new).changes
    assert change == Change(
        "esketamine", "trd", "initial", "failed_ad_count", "eligibility", "expands",
        3, 2, "three medicines failed", "two medicines failed", 4, 5,
    )  # fmt: skip


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_bad_capture_is_unknown_and_never_a_change(side: str) -> None:
    good, bad = trd(TWO), policy(quality="blocked")
    found = compare(bad, good) if side == "old" else compare(good, bad)
    assert (found.verdict, found.changes, found.action_required) == ("unknown", (), False)
    assert "blocked" in found.reason


def test_rewording_regrouping_and_reordering_are_no_change_and_stay_in_the_log() -> None:
    old = policy(position(every(ADULT, every(TWO, ORAL))), blocks=(Block("paragraph", "Two medicines have failed."),))
    new_leaves = (leaf("oral_ad", "required", "with a pill"), leaf("failed_ad_count", 2, "a pair"), ADULT)
    new = policy(position(every(*new_leaves)), blocks=(Block("paragraph", "A pair of medicines has failed."),))
    found = compare(old, new)
    assert (found.verdict, found.changes) == ("neutral", ())
    assert found.sections


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("investigational", "covered", "expanded"),
        ("covered", "excluded", "restricted"),
        ("excluded", "investigational", "neutral"),
        ("case_by_case", "covered", "expanded"),
        ("covered", "unknown", "unknown"),
    ],
)
def test_a_status_moves_alone_without_its_criteria(before: Status, after: Status, verdict: Verdict) -> None:
    old, new = policy(position(TWO, status=before)), policy(position(every(TWO, ADULT), status=after))
    found = compare(old, new)
    assert [change.key for change in found.changes] == ["status"]
    assert found.verdict == verdict


def test_silence_that_becomes_denial_is_a_restriction_of_low_confidence() -> None:
    found = compare(policy(position(TWO)), policy(position(TWO), position(indication="ptsd", status="excluded")))
    assert (found.verdict, found.confidence) == ("restricted", "low")


def test_an_alternative_that_is_added_has_nothing_before_it() -> None:
    old = policy(position(every(ADULT, either(THREE, leaf("ect_tms", "failed")))))
    new = policy(position(every(ADULT, either(THREE, leaf("ect_tms", "failed"), every(TWO, AUGMENTED)))))
    found = [(change.key, change.before, change.after, change.direction) for change in compare(old, new).changes]
    assert found == [("failed_ad_count", None, 2, "expands"), ("augmentation_trials", None, 1, "expands")]


def test_an_alternative_that_is_dropped_restricts() -> None:
    both, one = policy(position(either(THREE, every(TWO, AUGMENTED)))), policy(position(THREE))
    found = [(change.key, change.before, change.after, change.direction) for change in compare(both, one).changes]
    assert found == [("failed_ad_count", 2, None, "restricts"), ("augmentation_trials", 1, None, "restricts")]


def test_an_alternative_that_admits_nobody_new_is_neutral() -> None:
    found = compare(policy(position(TWO)), policy(position(either(TWO, every(THREE, AUGMENTED)))))
    assert found.verdict == "neutral"


def test_all_of_a_list_becoming_any_of_it_expands() -> None:
    found = compare(
        policy(position(every(ADULT, TWO, AUGMENTED))), policy(position(every(ADULT, either(TWO, AUGMENTED))))
    )
    assert found.verdict == "expanded"
    assert [change.key for change in found.changes] == ["logic"]


def test_more_of_the_same_list_restricts() -> None:
    steps = (leaf("ect_tms", "failed"), leaf("psychotherapy", "failed"), AUGMENTED)
    old, new = (policy(position(every(ADULT, group("at_least", *steps, n=n)))) for n in (1, 2))
    assert compare(old, new).verdict == "restricted"


def test_places_listed_side_by_side_are_a_choice() -> None:
    office, hospital = leaf("site", "office"), leaf("site", "outpatient_hospital")
    assert compare(trd(office), trd(office, hospital)).verdict == "expanded"


def test_an_exclusion_under_none_is_the_exclusion_itself() -> None:
    psychosis = leaf("exclusion", "psychosis")
    assert compare(trd(psychosis), policy(position(every(ADULT, group("none", psychosis))), RESIDUAL)).changes == ()


def test_a_superseded_policy_loses_nothing_by_itself() -> None:
    (change,) = compare(trd(TWO), replace(trd(TWO), policy=PolicyFacts(superseded=True))).changes
    assert (change.key, change.before, change.after, change.direction) == ("superseded", False, True, "neutral")


def test_a_new_clause_that_cannot_be_read_lowers_confidence_and_is_quoted() -> None:
    found = compare(trd(TWO), trd(TWO, leaf("unparsed", None, "A panel of three physicians has voted in favour.")))
    assert (found.verdict, found.changes, found.confidence) == ("neutral", (), "low")
    assert "panel of three physicians" in found.reason


def test_an_unread_clause_in_other_words_is_no_difference() -> None:
    old = trd(leaf("unparsed", None, "Treatment was approved before by the plan."))
    new = trd(leaf("unparsed", None, "The plan has approved treatment before."))
    assert compare(old, new).confidence == "high"


def test_prior_authorization_that_was_not_mentioned_is_of_low_confidence() -> None:
    found = compare(policy(position(TWO)), policy(position(TWO, authorization=True)))
    assert (found.verdict, found.confidence) == ("restricted", "low")


def test_a_version_that_falls_silent_on_prior_authorization_drops_nothing() -> None:
    found = compare(policy(position(TWO, authorization=True)), policy(position(TWO)))
    assert (found.verdict, found.changes) == ("neutral", ())


def test_a_position_that_covers_every_route_is_the_same_question() -> None:
    old = policy(position(product="ketamine", route="iv", status="investigational"))
    new = policy(position(product="ketamine", route="any", status="investigational"))
    assert compare(old, new).changes == ()


def test_each_route_named_where_any_was_denied_is_no_change() -> None:
    every_route = policy(position(product="ketamine", route="any", status="excluded"))
    each = policy(position(product="ketamine", route="iv", status="excluded"),
                  position(product="ketamine", route="oral", status="excluded"))  # fmt: skip
    assert compare(every_route, each).changes == compare(each, every_route).changes == ()


def test_renewal_criteria_that_were_not_stated_restrict_continuity() -> None:
    old = policy(position(TWO))
    (change,) = compare(old, policy(*old.positions, *RENEWAL_ONLY.positions)).changes
    assert (change.key, change.axis, change.direction) == ("position_added", "continuity", "restricts")


def test_the_witness_is_told_in_plain_words() -> None:
    witness = compare(trd(THREE), trd(TWO)).witness
    assert witness is not None
    assert witness["patient"] == {"age": 18, "failed_ad_count": 2}
    assert (witness["before"], witness["after"]) == ("does_not_meet", "meets")
    assert witness["summary"] == "age 18, 2 failed antidepressants: was refused, now eligible"


def test_a_denied_use_that_becomes_covered_shows_who_is_now_eligible() -> None:
    witness = compare(policy(position(status="excluded")), policy(position(every(ADULT, TWO)))).witness
    assert witness is not None
    assert (witness["before"], witness["after"]) == ("not_covered", "meets")


def test_a_use_that_was_not_mentioned_shows_who_is_now_eligible() -> None:
    old = policy(position(every(ADULT, TWO)))
    witness = compare(old, policy(*old.positions, position(every(ADULT, ORAL), indication="mdsi"))).witness
    assert witness is not None
    assert (witness["indication"], witness["before"], witness["after"]) == ("mdsi", "undetermined", "meets")
    assert witness["summary"] == "age 18, with an oral antidepressant: was not stated, now eligible"


def test_a_use_that_falls_under_a_stricter_general_answer_shows_who_is_now_refused() -> None:
    general = position(every(ADULT, TWO), indication="mdd")
    found = compare(policy(position(ADULT, indication="mdsi"), general), policy(general))
    assert found.verdict == "restricted"
    assert found.witness is not None
    assert (found.witness["before"], found.witness["after"]) == ("meets", "does_not_meet")


def test_coverage_in_place_of_a_case_by_case_answer_is_told_so() -> None:
    witness = compare(policy(position(status="case_by_case")), policy(position(every(ADULT, TWO)))).witness
    assert witness is not None
    assert "was decided case by case, now eligible" in str(witness["summary"])


def test_a_denial_for_another_reason_is_neutral_and_its_reason_flagged() -> None:
    found = compare(policy(position(status="excluded")), policy(position(status="investigational")))
    assert (found.verdict, [change.direction for change in found.changes]) == ("neutral", ["neutral"])
    assert "reason of the denial changed" in found.reason


def test_silence_that_became_a_denial_restricts_with_low_confidence() -> None:
    old = policy(position(TWO))
    found = compare(old, policy(*old.positions, position(indication="ptsd", status="excluded")))
    assert (found.verdict, found.confidence) == ("restricted", "low")


def test_criteria_loosened_while_prior_authorization_is_added_are_mixed_and_not_netted() -> None:
    found = compare(policy(position(THREE, authorization=False)), policy(position(TWO, authorization=True)))
    assert found.verdict == "mixed"
    assert {change.axis for change in found.changes} == {"eligibility", "friction"}


def test_a_response_of_half_or_remission_is_half() -> None:
    half, remission = leaf("renewal_response", Percent(50)), leaf("renewal_response", "remission")
    both = position(either(half, remission), phase="renewal")
    assert compare(policy(position(half, phase="renewal")), policy(both)).verdict == "neutral"
    assert compare(policy(position(remission, phase="renewal")), policy(both)).verdict == "expanded"


def test_an_agent_more_to_try_first_restricts_and_one_more_to_choose_from_expands() -> None:
    bupropion, lithium = leaf("preferred_step", "bupropion"), leaf("preferred_step", "lithium")
    assert compare(trd(bupropion), trd(bupropion, lithium)).verdict == "restricted"
    assert compare(trd(bupropion), trd(either(bupropion, lithium))).verdict == "expanded"


def test_a_limit_of_renewals_at_the_labels_upkeep_is_no_limit() -> None:
    weekly = leaf("frequency_max_per_week", 1)
    renewals = [position(every(leaf("rems"), *more), phase="renewal") for more in ((), (weekly,))]
    assert compare(*(policy(one) for one in renewals)).verdict == "neutral"
    assert compare(trd(), trd(weekly)).verdict == "restricted"


def test_criteria_that_contradict_each_other_are_compared_one_by_one() -> None:
    nobody = (leaf("age_max", 17), leaf("age_min", 65))
    old = policy(position(every(*nobody, either(leaf("age_min", 70), TWO))))
    found = compare(old, policy(position(every(*nobody, either(leaf("age_min", 70), TWO, AUGMENTED)))))
    assert (found.verdict, found.confidence) == ("unknown", "low")
    assert "contradict each other" in found.reason
    found = compare(old, policy(position(every(*nobody, either(leaf("age_min", 70), TWO), AUGMENTED))))
    assert (found.verdict, found.confidence) == ("restricted", "high")


def test_what_both_versions_ask_alike_hides_no_change_elsewhere() -> None:
    nobody = (leaf("age_max", 17), leaf("age_min", 65))
    old, new = (policy(position(every(*nobody, *more))) for more in ((either(TWO, AUGMENTED),), (TWO,)))
    assert (compare(old, new).verdict, compare(old, new).confidence) == ("restricted", "medium")


def test_a_policy_with_more_choices_than_can_be_compared_is_unknown() -> None:
    scales = [
        leaf("severity_min", Severity(scale, score))
        for scale in ("PHQ-9", "MADRS", "BDI", "QIDS")
        for score in (10, 20)
    ]
    agents = [leaf("preferred_step", f"agent {n}") for n in range(40)]
    choices = [either(*agents[n : n + 8], *scales) for n in range(0, 40, 8)]
    old, new = (
        policy(position(every(*choices[:4], either(*choices[4].children, *more)))) for more in ((), (AUGMENTED,))
    )
    found = compare(old, new)
    assert (found.verdict, found.confidence) == ("unknown", "low")
    assert "more branches" in found.reason


def test_the_weeks_of_one_trial_count_beside_those_of_another() -> None:
    found = compare(
        trd(leaf("trial_weeks", 8), leaf("trial_weeks", 4)), trd(leaf("trial_weeks", 8), leaf("trial_weeks", 2))
    )
    assert [(change.before, change.after, change.direction) for change in found.changes] == [(4, 2, "expands")]


def test_a_criterion_that_may_stand_in_an_unread_clause_is_not_taken_for_gone() -> None:
    read = leaf("augmentation_trials", 1, "failure of one augmentation agent such as lithium")
    unread = leaf("unparsed", None, "one augmentation agent such as lithium brought a failure of effect")
    found = compare(trd(TWO, read), trd(TWO, unread))
    assert (found.verdict, found.confidence) == ("unknown", "low")
    assert "augmentation_trials may stand in a clause that could not be read" in found.reason


def test_a_use_named_before_by_reference_to_the_label_is_no_new_coverage() -> None:
    whatever = position(indication="fda_labeled")
    found = compare(policy(whatever), policy(whatever, position(indication="mdsi")))
    assert [(change.key, change.direction) for change in found.changes] == [("position_added", "neutral")]


def test_the_product_of_a_replaced_policy_is_the_first_it_answers_for() -> None:
    both = policy(position(TWO), position(product="ketamine", status="excluded"))
    (change,) = compare(both, replace(both, policy=PolicyFacts(superseded=True))).changes
    assert change.product == "esketamine"


def paid(text: str) -> ParsedPolicy:
    return policy(position(TWO), blocks=(Block("paragraph", text),))


@pytest.mark.parametrize(
    ("old", "new", "action"),
    [
        ("It is paid under the medical benefit.", "It is paid under the pharmacy benefit.", True),
        ("It is paid under the medical benefit.", "It is a pharmacy benefit, not a medical benefit.", True),
        ("It is paid under the medical benefit or the pharmacy benefit.", "It is a pharmacy benefit.", True),
        ("It is paid under the medical benefit.", "It is a medical benefit or a pharmacy benefit.", False),
        ("It is paid under the medical benefit.", "It is covered.", False),
        ("It is covered.", "It is paid under the pharmacy benefit.", False),
    ],
)
def test_another_channel_of_payment_asks_for_action_and_moves_no_coverage(old: str, new: str, action: bool) -> None:
    found = compare(paid(old), paid(new))
    assert (found.verdict, found.action_required) == ("neutral", action)
    assert ("no longer paid through the medical benefit" in found.reason) is action


def test_an_alternative_that_the_rest_of_the_list_already_meets_is_no_change() -> None:
    adult, child = leaf("age_min", 18), leaf("age_min", 12)
    both = Group("all", (leaf("episode_scope", "current"), leaf("exclusion", "psychosis")))
    some = Group("at_least", (child, adult, both), 2)
    more = Group("at_least", (child, adult, both, leaf("failed_ad_count", 2)), 2)
    for one, other in (
        (some, every(some, Group("any", (some, child)))),
        (some, every(some, more)),
        (every(child, adult, both), every(child, adult, both, more)),
        (adult, Group("any", (adult, every(adult, both)))),
    ):
        found = compare(policy(position(every(one))), policy(position(every(other))))
        assert (found.verdict, found.changes) == ("neutral", ())
