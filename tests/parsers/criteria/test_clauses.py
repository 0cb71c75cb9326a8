"""What one clause asks for as a tree: alternatives, conjunctions, exceptions, in the words between criteria."""

from __future__ import annotations

import pytest

from tests.parsers.criteria.reading import read_line

TREES = [
    ("18 years of age or older and has failed two antidepressants", "all(age_min 18, failed_ad_count 2)"),
    (
        "Three antidepressants have failed, or two have failed along with an augmentation trial",
        "any(failed_ad_count 3, all(failed_ad_count 2, augmentation_trials 1))",
    ),
    (
        "Either failure of three antidepressants or failure of ECT",
        "any(failed_ad_count 3, ect_tms failed)",
    ),
    (
        "Failure of psychotherapy and/or of an augmentation trial",
        "any(psychotherapy failed, augmentation_trials 1)",
    ),
    (
        "Major depressive disorder per DSM-5 criteria with a MADRS score ≥ 28 or PHQ-9 > 19",
        "all(diagnosis_standard dsm, any(severity_min MADRS 28, severity_min PHQ-9 20))",
    ),
    (
        "PHQ-9 of 15 or more, MADRS of 28 or more, or HAM-D of 20 or more",
        "any(severity_min PHQ-9 15, severity_min MADRS 28, severity_min HAM-D 20)",
    ),
    (
        "A course of cognitive behavioral therapy has failed, or electroconvulsive therapy has been considered",
        "any(psychotherapy failed, ect_tms considered)",
    ),
    (
        "Administered in an office or an outpatient hospital clinic with staff trained in ACLS",
        "all(any(site office, site outpatient_hospital), personnel acls)",
    ),
    (
        "Trial and failure of sertraline, fluoxetine, or citalopram",
        "any(preferred_step sertraline, preferred_step fluoxetine, preferred_step citalopram)",
    ),
    ("Trial and failure of sertraline and fluoxetine", "all(preferred_step sertraline, preferred_step fluoxetine)"),
    (
        "Trial and failure of two of the following: sertraline, fluoxetine, citalopram",
        "at_least2(preferred_step sertraline, preferred_step fluoxetine, preferred_step citalopram)",
    ),
    (
        "Prescribed by a psychiatrist, unless none practices in the county",
        "any(prescriber psychiatrist, unparsed)",
    ),
    (
        "An oral antidepressant is taken alongside unless contraindicated",
        "any(oral_ad required, unparsed)",
    ),
    ("Failure of two antidepressants unless contraindicated", "any(failed_ad_count 2, intolerance_counts)"),
    (
        "Trial of bupropion for 6 weeks unless not tolerated",
        "all(any(preferred_step bupropion, intolerance_counts), any(trial_weeks 6, intolerance_counts))",
    ),
    (
        "No active substance use disorder, no uncontrolled hypertension",
        "none(exclusion substance_use_disorder, exclusion uncontrolled_hypertension)",
    ),
    (
        "is not pregnant, and has no history of psychosis or hypersensitivity to ketamine",
        "none(exclusion psychosis, exclusion hypersensitivity, exclusion pregnancy)",
    ),
    (
        "No history of psychosis, or the prescriber judges that the benefits outweigh the risks",
        "any(none(exclusion psychosis), unparsed)",
    ),
    ("The state registry has been checked unless it is unavailable", "nothing"),
]


@pytest.mark.parametrize(("text", "expected"), TREES, ids=[text for text, _ in TREES])
def test_tree_of_a_clause(text: str, expected: str) -> None:
    assert read_line(text) == expected
