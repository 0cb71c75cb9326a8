"""What each family of criteria reads in one clause, in as many wordings as payers use."""

from __future__ import annotations

import pytest

from tests.parsers.criteria.reading import Pair, pairs, read_line

Row = tuple[str, set[Pair]]

AGE: list[Row] = [
    ("Patient is 18 years of age or older", {("age_min", 18)}),
    ("Member must be at least eighteen (18) years old", {("age_min", 18)}),
    ("Enrollee has attained the age of 18", {("age_min", 18)}),
    ("If the employee is at least 18", {("age_min", 18)}),
    ("Adult patient with a confirmed diagnosis", {("age_min", 18)}),
    ("Not approved for members under 18 years of age", {("age_min", 18)}),
    ("Age ≥ 18 and < 65 years", {("age_min", 18), ("age_max", 64)}),
    ("Age > 18 and < 65", {("age_min", 18), ("age_max", 64)}),
    ("Individual is between 18 and 64 years of age", {("age_min", 18), ("age_max", 64)}),
    ("For patients aged 18 through 64 years", {("age_min", 18), ("age_max", 64)}),
    ("Members aged 65 and older are not eligible", {("age_max", 64)}),
    ("Patient must not be older than 65 years", {("age_max", 65)}),
]
DIAGNOSIS: list[Row] = [
    ("Diagnosis made by DSM-5-TR criteria", {("diagnosis_standard", "dsm")}),
    (
        "Diagnosis confirmed by a structured clinical interview such as the SCID-5",
        {("diagnosis_standard", "structured_interview")},
    ),
    ("Documented baseline severity (e.g., PHQ-9 > 14)", {("severity_min", (("scale", "PHQ-9"), ("score", 15)))}),
    (
        "A score of 20 or higher on the Montgomery-Asberg Depression Rating Scale (MADRS)",
        {("severity_min", (("scale", "MADRS"), ("score", 20)))},
    ),
    ("HAM-D (24-item) of 20 or greater", {("severity_min", (("scale", "HAM-D"), ("score", 20)))}),
    ("CGI-S ≥ 4", {("severity_min", (("scale", "CGI-S"), ("score", 4)))}),
    ("Moderate to severe major depressive disorder", {("severity_category", "moderate")}),
    ("The depressive episode is rated severe", {("severity_category", "severe")}),
]
FAILED_TRIALS: list[Row] = [
    ("Trial and failure of 4 antidepressant agents", {("failed_ad_count", 4)}),
    (
        "At least four trials of antidepressants from two or more classes",
        {("failed_ad_count", 4), ("failed_ad_classes", 2)},
    ),
    ("Failed one SSRI and one SNRI", {("failed_ad_count", 2), ("failed_ad_classes", 2)}),
    (
        "Tried at least 3 antidepressants; at least 2 must be from different classes",
        {("failed_ad_count", 3), ("failed_ad_classes", 2)},
    ),
    (
        "Inadequate response to two antidepressants with different mechanisms of action, each taken for 42 days",
        {("failed_ad_count", 2), ("failed_ad_classes", 2), ("trial_weeks", 6)},
    ),
    (
        (
            "Patient has responded inadequately to three antidepressants at optimal doses in the present depressive"
            " episode"
        ),
        {("failed_ad_count", 3), ("trial_dose", "adequate"), ("episode_scope", "current")},
    ),
    (
        "Failure of at least two antidepressants within the past 5 years",
        {("failed_ad_count", 2), ("lookback_months", 60)},
    ),
    (
        "Adherence of 80% or more to each antidepressant trial, confirmed by pharmacy claims",
        {("trial_adherence_pct", 80), ("documentation", "claims")},
    ),
    ("Nonresponse means less than 25% improvement on a scale", {("nonresponse_cutoff_pct", 24)}),
    (
        "Nonresponse, i.e. improvement of 25% or less, to two antidepressants",
        {("nonresponse_cutoff_pct", 25), ("failed_ad_count", 2)},
    ),
    (
        "Two antidepressants failed at up to the maximum but no less than the minimum effective dose",
        {("failed_ad_count", 2), ("trial_dose", "minimum_effective")},
    ),
]
OTHER_TREATMENTS: list[Row] = [
    (
        "Trial of at least one augmentation strategy (e.g., aripiprazole, lithium) for four weeks",
        {("augmentation_trials", 1)},
    ),
    ("Patient has had a trial of an atypical antipsychotic added to an antidepressant", {("augmentation_trials", 1)}),
    ("Two augmentation agents have failed", {("augmentation_trials", 2)}),
    ("Patient is engaged in concurrent psychotherapy", {("psychotherapy", "concurrent")}),
    ("Failed a course of cognitive behavioral therapy", {("psychotherapy", "failed")}),
    ("Psychotherapy has been offered", {("psychotherapy", "considered")}),
    ("The patient has been evaluated for electroconvulsive therapy", {("ect_tms", "considered")}),
    ("ECT or TMS has been tried without success", {("ect_tms", "failed")}),
    (
        "Documented failure of generic bupropion and venlafaxine",
        {("preferred_step", "bupropion"), ("preferred_step", "venlafaxine")},
    ),
    ("Ketamine has been tried before esketamine", {("preferred_step", "ketamine")}),
]
ORAL_ANTIDEPRESSANT: list[Row] = [
    ("Spravato will be administered in conjunction with an oral antidepressant", {("oral_ad", "required")}),
    ("Spravato is not used as monotherapy", {("oral_ad", "required")}),
    ("Member continues to take an oral antidepressant", {("oral_ad", "required")}),
    ("Spravato may be used alone or in conjunction with an oral antidepressant", {("oral_ad", "not_required")}),
    ("An oral antidepressant is no longer required", {("oral_ad", "not_required")}),
    ("With or without an oral antidepressant", {("oral_ad", "not_required")}),
]
ACUITY: list[Row] = [
    ("Patient has suicidal ideation with intent to act", {("mdsi_acuity", "intent")}),
    (
        "Acute psychiatric hospitalization is warranted because of imminent risk of suicide",
        {("mdsi_acuity", "hospital_level")},
    ),
    (
        "Patient is hospitalized or was discharged from an inpatient psychiatric unit within 5 days",
        {("mdsi_acuity", "inpatient_or_recent_discharge")},
    ),
]
PRESCRIBER: list[Row] = [
    ("Medication is prescribed by a board-certified psychiatrist", {("prescriber", "psychiatrist")}),
    (
        "Prescribed by a psychiatrist or in consultation with a psychiatrist",
        {("prescriber", "psychiatrist_or_consult")},
    ),
    ("Ordering provider must be a psychiatrist; consultation alone does not suffice", {("prescriber", "psychiatrist")}),
    ("Prescribed by a psychiatric provider (e.g., psychiatrist, PMHNP)", {("prescriber", "mental_health_prescriber")}),
    (
        "Prescribed by, or in consultation with, a psychiatrist or other mental health specialist",
        {("prescriber", "mental_health_prescriber_or_consult")},
    ),
    ("Prescriber is a specialist in the field or has consulted with one", {("prescriber", "specialist_or_consult")}),
    ("A psychiatrist is no longer required to prescribe", set()),
]
EXCLUSIONS: list[Row] = [
    (
        "No history of psychosis, mania or dementia",
        {("exclusion", "psychosis"), ("exclusion", "bipolar"), ("exclusion", "dementia")},
    ),
    ("Member does not have an active substance use disorder", {("exclusion", "substance_use_disorder")}),
    (
        "Not covered in patients with a personality disorder or pregnancy",
        {("exclusion", "pregnancy"), ("exclusion", "personality_disorder")},
    ),
    (
        "Patient is not currently pregnant or breastfeeding",
        {("exclusion", "pregnancy"), ("exclusion", "breastfeeding")},
    ),
    ("Uncontrolled hypertension (BP > 140/90) has been excluded", {("exclusion", "uncontrolled_hypertension")}),
    ("Any substance use disorder has been in remission for at least three (3) months", {("sud_remission_months", 3)}),
    ("A history of psychosis is documented", set()),
]
SAFETY: list[Row] = [
    ("The provider and the patient are both enrolled in the Spravato REMS program", {("rems", True)}),
    ("Labeled uses are described in the REMS materials", set()),
    ("Provider agrees to observe the patient for a minimum of 120 minutes after each dose", {("monitoring_hours", 2)}),
    (
        "Given in an outpatient hospital department or a physician's office",
        {("site", "office"), ("site", "outpatient_hospital")},
    ),
    ("Not for home administration", set()),
    ("Treatment takes place where advanced cardiac life support is available", {("personnel", "acls")}),
    ("Infusions are given by an anesthesiologist", {("personnel", "anesthesia_clinician")}),
    (
        "A negative urine drug screen at baseline and randomly during treatment",
        {("uds", "baseline"), ("uds", "ongoing")},
    ),
    ("Prescriber has reviewed the state PDMP", {("pdmp_check", True)}),
]
AMOUNT: list[Row] = [
    ("Dose does not exceed 84 mg twice weekly", {("dose_max_mg", 84), ("frequency_max_per_week", 2)}),
    ("Dose is 56 mg or 84 mg every other week", {("dose_max_mg", 84), ("frequency_max_per_week", 0.5)}),
    ("Quantity limit: 12 devices per 28 days", {("quantity_limit", (("days", 28), ("devices", 12)))}),
    ("The limit is 12 devices of 28 mg in 28 days", {("quantity_limit", (("days", 28), ("devices", 12)))}),
    ("Maximum of four 84 mg kits per 28 days", {("quantity_limit", (("days", 28), ("devices", 12)))}),
    ("336 billable units (HCPCS J0013) per 28 days", {("quantity_limit", (("days", 28), ("devices", 12)))}),
    ("168 mg per week", {("quantity_limit", (("days", 7), ("devices", 6)))}),
    ("Coverage is limited to 6 infusions per course", {("course_cap", (("sessions", 6),))}),
    ("Treatment is limited to 12 weeks", {("course_cap", (("days", 84),))}),
    ("According to the prescribing information the dose is 56 mg twice weekly", set()),
]
AUTHORIZATION: list[Row] = [
    ("Initial authorization is for one month", {("initial_auth_days", 30)}),
    ("Authorization will be issued for 12 months", {("initial_auth_days", 365)}),
    ("Approve for 26 weeks", {("initial_auth_days", 182)}),
    ("Initial approval: 3 months; renewal: 12 months", {("initial_auth_days", 90)}),
]
RENEWAL: list[Row] = [
    ("Initial approval: 3 months; renewal: 12 months", {("renewal_auth_days", 365)}),
    ("Documentation of positive clinical response to therapy", {("renewal_response", "benefit")}),
    ("Patient has demonstrated a ≥ 50% reduction from baseline on the PHQ-9", {("renewal_response", (("pct", 50),))}),
    ("Symptoms have improved on the same depression scale", {("renewal_response", "scale_improved")}),
    ("PHQ-9 < 5 or MADRS ≤ 12 (remission)", {("renewal_response", "remission")}),
    (
        "Clinical benefit, as attested by the prescriber",
        {("renewal_response", "benefit"), ("documentation", "attestation")},
    ),
    ("Chart notes show continued improvement", {("renewal_response", "benefit"), ("documentation", "chart_notes")}),
]
INITIAL = [
    *AGE, *DIAGNOSIS, *FAILED_TRIALS, *OTHER_TREATMENTS, *ORAL_ANTIDEPRESSANT, *ACUITY, *PRESCRIBER, *EXCLUSIONS,
    *SAFETY, *AMOUNT, *AUTHORIZATION,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INITIAL, ids=[text for text, _ in INITIAL])
def test_reads_a_clause_of_initial_criteria(text: str, expected: set[Pair]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(("text", "expected"), RENEWAL, ids=[text for text, _ in RENEWAL])
def test_reads_a_clause_of_renewal_criteria(text: str, expected: set[Pair]) -> None:
    assert pairs(text, phase="renewal") == expected


@pytest.mark.parametrize("number", ["two", "2", "two (2)", "TWO (2)", "2 (two)"])
def test_a_number_is_read_the_same_however_it_is_written(number: str) -> None:
    assert pairs(f"Failure of at least {number} antidepressants") == {("failed_ad_count", 2)}


def test_an_item_without_a_drug_is_read_under_the_lead_in_that_names_it() -> None:
    assert pairs("partial response after 8 weeks at the maximum dose", topic="failure of 2 antidepressants") == {
        ("trial_weeks", 8),
        ("trial_dose", "maximum"),
    }


def test_scores_named_side_by_side_are_alternatives() -> None:
    assert read_line("Either a MADRS total score ≥ 28 or a HAM-D score ≥ 22").startswith("any(severity_min")


def test_more_failures_or_fewer_with_augmentation_are_alternatives() -> None:
    read = read_line("Failure of 3 antidepressants, or 2 antidepressants plus an augmenting agent")
    assert read == "any(failed_ad_count 3, all(failed_ad_count 2, augmentation_trials 1))"


def test_two_definitions_of_failure_share_the_count() -> None:
    read = read_line(
        "Two antidepressants failed: no response after 4 weeks at the minimum dose, or a partial response after"
        " 8 weeks at the maximum dose"
    )
    assert read == (
        "all(failed_ad_count 2, any(all(trial_weeks 4, trial_dose minimum_effective), all(trial_weeks 8,"
        " trial_dose maximum)))"
    )


def test_intolerance_replaces_length_and_dose_of_a_trial_but_not_the_count() -> None:
    read = read_line("Failure of three antidepressants, each for 8 weeks, unless not tolerated")
    assert read == "all(failed_ad_count 3, any(trial_weeks 8, intolerance_counts True))"


def test_an_exclusion_that_the_prescriber_may_lift_is_an_alternative_to_his_judgement() -> None:
    read = read_line("No bipolar disorder, unless the prescriber documents that benefits outweigh risks")
    assert read == "any(none(exclusion bipolar), unparsed)"


def test_or_inside_a_comparison_is_no_alternative() -> None:
    assert read_line("A CGI-S of 5 or more after one antidepressant trial").startswith("all(")


def test_adherence_in_a_clause_of_its_own_is_a_trials() -> None:
    assert pairs("Adherence with both was 75% or higher") == {("trial_adherence_pct", 75)}
