"""The contract's keys and values in plain words."""

from __future__ import annotations

from importlib.resources import files

import pytest

from db.changes import Axis, Change, Direction
from tests.tracker.alerts.samples import FEWER_TRIALS, LONGER_TRIALS, NEW_CODE, NOW_DENIED, OLD_CODE, WITNESS
from tracker.alerts.advice import RULES, advice_for, reach_of, read_advice
from tracker.alerts.witness import witness_words
from tracker.alerts.wording import WordingError, change_words, read_wording, subject_words


def change(key: str, before: object, after: object, axis: Axis = "eligibility", way: Direction = "unknown") -> Change:
    return Change("esketamine", "trd", "initial", key, axis, way, before, after)


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        (FEWER_TRIALS, "failed antidepressants required: 3 → 2"),
        (LONGER_TRIALS, "length of each trial: 6 weeks → 8 weeks"),
        (NOW_DENIED, "coverage: covered → investigational"),
        (OLD_CODE, "code removed: S0013"),
        (NEW_CODE, "code added: J0013"),
        (change("failed_ad_count", None, 2), "failed antidepressants required: none stated → 2"),
        (change("sud_remission_months", 3, 1), "remission from substance use required: 3 months → 1 month"),
        (change("exclusion", None, "bipolar"), "new condition that bars treatment: bipolar disorder"),
        (change("exclusion", "pregnancy", None), "no longer a condition that bars treatment: pregnancy"),
        (change("prior_authorization", True, False), "prior authorization: required → not required"),
        (change("pdmp_check", None, True), "prescription-monitoring database check: not required → required"),
        (change("oral_ad", "required", "not_required"), "oral antidepressant alongside: required → not required"),
        (
            change("severity_min", {"scale": "PHQ-9", "score": 15}, {"scale": "PHQ-9", "score": 10}),
            "least severity score: PHQ-9 of 15 or more → PHQ-9 of 10 or more",
        ),
        (
            change("quantity_limit", {"devices": 8, "days": 28}, {"devices": 12, "days": 28}),
            "quantity limit: 8 devices of 28 mg in 28 days → 12 devices of 28 mg in 28 days",
        ),
        (change("course_cap", {"sessions": 6}, None), "length of a course: 6 sessions → no limit stated"),
        (change("renewal_response", {"pct": 50}, "benefit"),
            "response needed for renewal: 50% improvement → any benefit"),
        (change("position_added", None, "trd"), "use newly addressed: treatment-resistant depression"),
        (change("position_removed", "crps", None), "use no longer addressed: complex regional pain syndrome"),
        (change("superseded", False, True), "document: not superseded → superseded"),
        (change("logic", None, None), "how the criteria combine has changed"),
        (change("a_key_of_tomorrow", 1, 2), "a key of tomorrow: 1 → 2"),
    ],
)  # fmt: skip
def test_a_change_is_said_in_one_plain_line(moved: Change, words: str) -> None:
    assert change_words(moved) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [("Old clause.", "New clause.", "reworded"), (None, "New clause.", "added"), ("Old clause.", None, "dropped")],
)
def test_a_criterion_kept_as_text_says_what_became_of_it(before: str | None, after: str | None, words: str) -> None:
    moved = Change("esketamine", "trd", "initial", "unparsed", "eligibility", "unknown", None, None, before, after)
    assert change_words(moved) == f"criterion in the payer's own words: {words}"


def test_a_subject_names_drug_use_and_renewal() -> None:
    moved = Change("ketamine", "crps", "renewal", "status", "eligibility", "expands", None, "covered")
    assert subject_words(moved) == "ketamine, complex regional pain syndrome, renewal"
    assert subject_words(NEW_CODE) == "Spravato (esketamine)"


def test_a_witness_is_told_by_age_and_the_facts_that_decide() -> None:
    words = witness_words(WITNESS, (FEWER_TRIALS,))
    assert words == "age 55, 2 failed antidepressants: was refused, now eligible"


def test_one_of_a_thing_is_said_in_the_singular() -> None:
    witness: dict[str, object] = {"patient": {"failed_ad_count": 1}, "before": "meets", "after": "does_not_meet"}
    assert witness_words(witness, (FEWER_TRIALS,)) == "1 failed antidepressant: was eligible, now refused"


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("failed_ad_count", 0, "no failed antidepressants"),
        ("best_improvement_pct", 0, "0% best improvement"),
        ("oral_ad", False, "without an oral antidepressant"),
        ("sud_remission_months", None, "no substance use disorder"),
        ("sud_remission_months", 1, "1 month of remission from substance use"),
        ("prescriber", "other", "prescriber: another clinician"),
        ("conditions", [], "conditions: none"),
        ("severity", {"PHQ-9": 12, "category": "severe"}, "PHQ-9 12, severe depression"),
    ],
)
def test_a_fact_is_said_as_one_would_say_it(fact: str, value: object, words: str) -> None:
    witness: dict[str, object] = {"patient": {fact: value}, "before": "meets", "after": "not_covered"}
    assert witness_words(witness, ()) == f"{words}: was eligible, now not covered"


def test_every_sentence_of_advice_is_one_and_none_is_said_twice() -> None:
    texts = [rule.text for rule in RULES]
    assert len(set(texts)) == len(texts)
    assert all(text[0].isupper() and text.endswith(".") for text in texts)


@pytest.mark.parametrize(
    ("change", "reach"),
    [
        (FEWER_TRIALS, "Who gains: patients who met every criterion but the one that was loosened or dropped."),
        (NOW_DENIED, "Who may lose: patients for this use who were covered, at their next approval or renewal."),
        (OLD_CODE, "Nobody gains or loses coverage by it, but claims with a replaced code may be refused."),
    ],
)
def test_who_gains_or_may_lose_is_said(change: Change, reach: str) -> None:
    assert reach_of((change,)) == (reach,)


def test_without_a_witness_nothing_is_said() -> None:
    assert witness_words(None, (FEWER_TRIALS,)) is None


def test_a_missing_word_is_named_when_the_wording_is_loaded() -> None:
    toml = files("tracker.alerts").joinpath("wording.toml").read_text("utf-8")
    with pytest.raises(WordingError, match=r"\[keys\].*trial_weeks"):
        read_wording(toml.replace("trial_weeks = {", "trial_months = {"))


def test_advice_about_an_axis_that_does_not_exist_is_refused() -> None:
    with pytest.raises(WordingError, match="axes money"):
        read_advice('[[advice]]\nrole = "biller"\naxes = ["money"]\ntext = "Pay."')


def test_each_role_is_told_what_to_do_about_a_code_swap() -> None:
    assert [one.role for one in advice_for((OLD_CODE, NEW_CODE))] == ["biller", "patient", "analyst"]


def test_a_denial_is_not_advised_on_as_a_criterion() -> None:
    told = [one.text for one in advice_for((NOW_DENIED,)) if one.role == "clinician"]
    assert len(told) == 1
    assert "continuity of care" in told[0]
