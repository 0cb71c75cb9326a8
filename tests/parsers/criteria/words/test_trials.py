"""Failed antidepressants in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

import pytest

from parsers.criteria.wording import read_words
from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    Two antidepressants of differing classes have failed
        => failed_ad_classes 2, failed_ad_count 2
    Cannot take antidepressants because of hypersensitivity to, or a labeled contraindication to, antidepressants
        => intolerance_counts
    Took each for eight weeks at a dose considered sufficient
        => trial_dose adequate, trial_weeks 8
    Remained on both for 6 weeks, the dosage being adequate
        => trial_weeks 6
    Antidepressants: failure of three, not all of the same class
        => failed_ad_classes 2, failed_ad_count 3
    Three antidepressants, the classes being different, have failed
        => failed_ad_classes 3, failed_ad_count 3
    Exception: a drug that is contraindicated
        => intolerance_counts
    Adverse effects are accepted instead
        => intolerance_counts
    With each of these depression got better by 25% or less
        => nonresponse_cutoff_pct 25
    With any of them symptoms improved by no more than 30%
        => nonresponse_cutoff_pct 30
    Three antidepressants from two or more classes
        => failed_ad_classes 2, failed_ad_count 3
    The prescriber reports improvement of no more than 20% on every one of the antidepressants
        => nonresponse_cutoff_pct 20
    Two antidepressants that differ in mechanism have not worked
        => failed_ad_classes 2, failed_ad_count 2
    Two antidepressants, each of another class, have been unhelpful
        => failed_ad_classes 2, failed_ad_count 2
    Two antidepressants, not from one class, gave no adequate relief
        => failed_ad_classes 2, failed_ad_count 2
    Depression has persisted through two antidepressant trials
        => failed_ad_count 2
    The member was treated with two antidepressants without adequate benefit
        => failed_ad_count 2
    Previous oral antidepressants: at least 2 tried without benefit
        => failed_ad_count 2
    Two prior antidepressants did not bring remission
        => failed_ad_count 2
    Failure of 3 antidepressants taken for 4 to 6 weeks
        => failed_ad_count 3, trial_weeks 4
    Two antidepressants at the highest tolerated dose for eight weeks each, without sufficient response
        => failed_ad_count 2, trial_dose maximum, trial_weeks 8
    Two antidepressants failed at the top of the labeled range
        => failed_ad_count 2, trial_dose maximum
    Two antidepressants failed at the least therapeutic dose for 4 weeks
        => failed_ad_count 2, trial_dose minimum_effective, trial_weeks 4
    Two failed trials, each 8 weeks long, at the lowest effective dose or more
        => failed_ad_count 2, trial_dose minimum_effective, trial_weeks 8
    Two antidepressants failed within the last two years
        => failed_ad_count 2, lookback_months 24
    Two antidepressants, tried no longer than 24 months ago, have failed
        => failed_ad_count 2, lookback_months 24
    with at least 80% of doses taken according to pharmacy claims
        => documentation claims, trial_adherence_pct 80
    An SSRI, an SNRI and one other antidepressant have failed
        => failed_ad_count 3
    Has failed or cannot take two antidepressants
        => failed_ad_count 2, intolerance_counts
    Has failed two antidepressants, unless contraindicated or not tolerated
        => failed_ad_count 2, intolerance_counts
    These come from two or more classes.
        => failed_ad_classes 2
    At least two classes must be represented.
        => failed_ad_classes 2
    Relief from either agent was under a quarter
        => nonresponse_cutoff_pct 24
    The benefit on each medicine came to 20 percent improvement or less
        => nonresponse_cutoff_pct 20
    Attempts made during past episodes are not counted
        => episode_scope current
    An antidepressant was supplemented with lithium, in vain
        => augmentation_trials 1
    Trials dating back further than two years are disregarded
        => lookback_months 24
    Intolerance of an antidepressant stands in for one of the trials
        => intolerance_counts
    Each regimen ran for eight weeks or more
        => trial_weeks 8
    At doses not below the minimum in the package insert
        => trial_dose minimum_effective
    None of them brought a gain exceeding 25%
        => nonresponse_cutoff_pct 25
    A less-than-50% fall in symptoms with each agent
        => nonresponse_cutoff_pct 49
    Improvement of less than 50 percentage points with each drug
        => nonresponse_cutoff_pct 49
    An SSRI, an SNRI, and mirtazapine have each failed
        => failed_ad_classes 2, failed_ad_count 3, preferred_step mirtazapine
    Failure of an SNRI and bupropion
        => failed_ad_count 2, preferred_step bupropion
    An SSRI for eight weeks, then an SNRI for eight weeks, without success
        => failed_ad_classes 2, failed_ad_count 2, trial_weeks 8
    Failure of Auvelity and one other antidepressant
        => failed_ad_count 2, preferred_step auvelity
    Three antidepressants have failed, or two and a course of psychotherapy
        => failed_ad_count 2, failed_ad_count 3, psychotherapy failed
    An antidepressant and psychotherapy have both been unsuccessful
        => failed_ad_count 1, psychotherapy failed
    At least three drugs, of which two are SSRIs, have failed
        => failed_ad_count 3
    Poor response to 4 agents, two each from SSRI and SNRI
        => failed_ad_count 4
    Non-response to two antidepressants given at 75% of the maximum dose
        => failed_ad_count 2
    Prior use of generic antidepressants has been unsuccessful (minimum of two)
        => failed_ad_count 2
    Antidepressant treatment has failed three times
        => failed_ad_count 3
    Present-episode failure of two antidepressants
        => episode_scope current, failed_ad_count 2
    Two antidepressants at optimum dosage have failed
        => failed_ad_count 2, trial_dose adequate
    Mirtazapine 30 mg for 6 weeks has failed
        => preferred_step mirtazapine, trial_weeks 6
    An SSRI, an SNRI and Auvelity have each failed
        => failed_ad_classes 2, failed_ad_count 3, preferred_step auvelity
    Neither of two antidepressants had lowered the PHQ-9 by half
        => failed_ad_count 2, nonresponse_cutoff_pct 49
    Three antidepressants, inclusive of at least one SNRI, have been tried
        => failed_ad_count 3, preferred_step snri
    Antidepressant trial no. 1 and trial no. 2 each lasted six weeks
        => failed_ad_count 2, trial_weeks 6
    Each drug was tried for a month and a half
        => trial_weeks 6
    Antidepressants taken for six to eight weeks
        => trial_weeks 6
    Both at an FDA-approved dose or a higher one
        => trial_dose adequate
    No more than a tenth of the doses were missed
        => trial_adherence_pct 90
    An allergy to an antidepressant counts as a failed trial
        => intolerance_counts
    One trial or more of augmentation, that is, a drug on top of one of the antidepressants, failed
        => augmentation_trials 1
""")
UNDER_A_LEAD_IN = (
    (
        "Tried and failed",
        "Three antidepressants from two or more classes",
        ["failed_ad_classes 2", "failed_ad_count 3"],
    ),
    (
        "Each antidepressant trial:",
        "the prescriber reports improvement of no more than 20% on every one of them",
        ["nonresponse_cutoff_pct 20"],
    ),
    ("Antidepressant trials:", "Fills cover at least 80% of days", ["trial_adherence_pct 80"]),
)


@every_row(INITIAL)
def test_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@pytest.mark.parametrize(("topic", "text", "expected"), UNDER_A_LEAD_IN)
def test_an_item_means_something_under_its_lead_in(topic: str, text: str, expected: list[str]) -> None:
    assert sorted(leaves(text, topic=read_words(topic))) == expected
