"""What one clause asks for as a tree: alternatives, conjunctions, exceptions, in the words between criteria."""

from __future__ import annotations

import pytest

from tests.parsers.criteria.reading import every_row, leaves, read_line, table

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


AS_PAYERS_WRITE = table("""
    Patient is at least 18 years old and the drug is prescribed by, or in consultation with, a board-certified
        psychiatrist => age_min 18, prescriber psychiatrist_or_consult
    Diagnosis of recurrent major depressive disorder, severe, without psychotic features, established by a
        psychiatrist per DSM-5-TR => diagnosis_standard dsm, severity_category severe, exclusion psychosis
    Documentation (chart notes) of a trial and failure of two antidepressants at therapeutic doses for at least
        six weeks each, unless contraindicated or clinically significant adverse effects were experienced
        => failed_ad_count 2, trial_weeks 6, trial_dose adequate, intolerance_counts, documentation chart_notes
    Patient has tried at least three antidepressants from two different classes (e.g., SSRI, SNRI, TCA,
        bupropion) during the current depressive episode
        => failed_ad_count 3, failed_ad_classes 2, episode_scope current
    Inadequate response to a minimum of two different oral antidepressants from different classes, each at the
        maximum tolerated dose for 8 weeks or longer, within the past three years
        => failed_ad_count 2, failed_ad_classes 2, trial_dose maximum, trial_weeks 8, lookback_months 36
    Failure of at least two augmentation strategies, each for at least four weeks (such as lithium, thyroid
        hormone, an atypical antipsychotic) => augmentation_trials 2
    The member is monitored by a health care professional for at least two hours, with blood pressure checks,
        until safe to leave => monitoring_hours 2
    Provider attests that the patient does not have a current substance use disorder, or that it has been in
        remission for six months
        => sud_remission_months 6, documentation attestation
    Patient does not have any of the following: aneurysmal vascular disease (including aortic, cranial or
        peripheral vessels), arteriovenous malformation, history of intracerebral hemorrhage
        => exclusion aneurysmal_vascular_disease, exclusion arteriovenous_malformation,
        exclusion intracerebral_hemorrhage
    Patient has none of these contraindications: aneurysm, AVM, brain bleed, allergy to ketamine
        => exclusion aneurysmal_vascular_disease, exclusion arteriovenous_malformation,
        exclusion intracerebral_hemorrhage, exclusion hypersensitivity
    Administered in a REMS-certified clinic under the supervision of a health care provider => rems
    Dispensed by a certified pharmacy and administered at a certified health care setting under the Spravato
        REMS => rems
    The patient has been screened for and has no history of psychosis, mania or current uncontrolled
        hypertension => exclusion psychosis, exclusion bipolar, exclusion uncontrolled_hypertension
    The prescriber has reviewed the member's history in the state prescription drug monitoring database => pdmp_check
    The patient's depression is severe as shown by a PHQ-9 of at least 20
        => severity_min PHQ-9 20, severity_category severe
    The requested dose does not exceed 84 mg per treatment, with no more than two treatments per week
        => dose_max_mg 84, frequency_max_per_week 2
    Induction: 56 mg or 84 mg twice weekly for 4 weeks; maintenance: once weekly or every two weeks
        => nothing
    Quantity is limited to 8 kits (84 mg) per 28 days for induction => quantity_limit 24 in 28 days
    Approve for 6 months (treatment-resistant depression) => initial_auth_days 180
    Initial coverage is granted for up to 12 weeks => initial_auth_days 84
    Member is currently stable on an oral antidepressant and will continue it => oral_ad required
    Patient is not a candidate for electroconvulsive therapy or has declined it => ect_tms considered
    Failure of one antidepressant plus psychotherapy => failed_ad_count 1, psychotherapy failed
    Evidence-based psychotherapy in the current episode did not bring an adequate response
        => psychotherapy failed, episode_scope current
    In the opinion of the psychiatrist, the patient would otherwise require inpatient psychiatric
        hospitalization => mdsi_acuity hospital_level
    The patient has both suicidal ideation and intent => mdsi_acuity intent
    Coverage is not provided for patients with dementia or a seizure disorder
        => exclusion dementia, exclusion seizure_disorder
    Esketamine is contraindicated in patients with arteriovenous malformation => exclusion arteriovenous_malformation
    Not approvable in pregnancy => exclusion pregnancy
    Patient has no unstable medical condition => exclusion unstable_medical_condition
    The infusion is given under the supervision of an anesthesiologist or a nurse anesthetist in a hospital
        outpatient department => personnel anesthesia_clinician, site outpatient_hospital
""")
AS_PAYERS_WRITE_FOR_RENEWAL = table("""
    Documentation of improvement in depressive symptoms from baseline on a standardized scale (PHQ-9, MADRS)
        => renewal_response scale_improved
    Patient continues to take an oral antidepressant and has shown a sustained response
        => oral_ad required, renewal_response benefit
    Reduction of at least 50% from baseline in MADRS, or remission (MADRS of 12 or less)
        => renewal_response 50%, renewal_response remission
    Chart notes document that the patient has had a positive clinical response, defined as an improvement of 50%
        or more => renewal_response 50%, documentation chart_notes
    The prescriber attests to continued benefit and lack of unacceptable toxicity
        => renewal_response benefit, documentation attestation, unparsed
    Treatment frequency is no more than weekly => frequency_max_per_week 1
    Improvement is confirmed with the same scale that was used at baseline => renewal_response scale_improved
    Reauthorization for up to 12 months may be granted when the PHQ-9 has improved by at least 5 points
        => renewal_response scale_improved, renewal_auth_days 365
    Renewal requires that the member be in remission from depression => renewal_response remission
    At least 30% improvement in pain on a validated scale => renewal_response 30%
""")
NO_CRITERION = table("""
    Baseline score has been documented with a standardized rating scale (PHQ-9, MADRS or HAM-D) => nothing
    A course consists of six infusions over two to three weeks => nothing
    Spravato has not been shown to prevent suicide => nothing
    About 30% of patients do not respond to two antidepressants => nothing
    The label was changed in 2025 => nothing
    Members with Medicare should see the other policy => nothing
    The effectiveness beyond 4 weeks has not been studied => nothing
    This policy does not apply to members under the federal program => nothing
    Treatment-resistant depression is usually defined as failure of two antidepressants => nothing
    Requests are decided within 72 hours => nothing
    Refer to the pharmacy policy for quantity limits => nothing
    Hypertension should be assessed before each dose => nothing
    Please submit claims within 90 days => nothing
    Member contracts differ in their benefits => nothing
    Patients should not drive until the next day => nothing
    See the definitions section for adequate dose => nothing
    The member is enrolled in the plan at the time of treatment => nothing
    The first dose is 56 mg => nothing
""")
NO_CRITERION_OF_RENEWAL = table("""
    The patient has not developed a contraindication => nothing
    Patient has been adherent to treatment sessions => nothing
    Dosing is at the lowest frequency that maintains response => nothing
    The patient meets the initial criteria => nothing
""")


@every_row([*AS_PAYERS_WRITE, *NO_CRITERION])
def test_a_long_clause_of_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row([*AS_PAYERS_WRITE_FOR_RENEWAL, *NO_CRITERION_OF_RENEWAL])
def test_a_long_clause_of_renewal_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text, phase="renewal") == expected
