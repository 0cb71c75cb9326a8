"""The same criteria in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

import pytest

from parsers.criteria.wording import read_words
from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    The member is at least eighteen.
        => age_min 18
    is at least eighteen,
        => age_min 18
    Age is eighteen or above
        => age_min 18
    Minimum age: 18
        => age_min 18
    The patient must have turned 18
        => age_min 18
    No member under eighteen is eligible
        => age_min 18
    Has passed the 18th birthday
        => age_min 18
    Adult (18 years and up)
        => age_min 18
    Members aged 18 through 64
        => age_max 64, age_min 18
    The patient is no older than 65
        => age_max 65
    Is an adult member
        => age_min 18
    28 or more on the Montgomery-Asberg Depression Rating Scale (MADRS)
        => severity_min MADRS 28
    Scores 15 or above on the PHQ-9
        => severity_min PHQ-9 15
    PHQ-9 total no less than 15
        => severity_min PHQ-9 15
    A PHQ-9 of 15 or better
        => severity_min PHQ-9 15
    The PHQ-9 total has reached 15
        => severity_min PHQ-9 15
    PHQ-9 between 15 and 27
        => severity_min PHQ-9 15
    The patient's PHQ-9 is 20+
        => severity_min PHQ-9 20
    Baseline MADRS equal to or above 28
        => severity_min MADRS 28
    MADRS: 28 and higher
        => severity_min MADRS 28
    Either a MADRS of at least 28 or a PHQ-9 of at least 15
        => severity_min MADRS 28, severity_min PHQ-9 15
    Scored 15 points or more using the PHQ-9
        => severity_min PHQ-9 15
    A depression score (PHQ-9) exceeding 14
        => severity_min PHQ-9 15
    The depression is of severe degree
        => severity_category severe
    Severe MDD
        => severity_category severe
    Major depression, moderate or severe
        => severity_category moderate
    Has a severe episode of major depression
        => severity_category severe
    Major depressive disorder of at least moderate severity
        => severity_category moderate
    Moderately severe to severe depression
        => severity_category moderate
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
        => failed_ad_count 1
    Has failed or cannot take two antidepressants
        => failed_ad_count 2, intolerance_counts
    Has failed two antidepressants, unless contraindicated or not tolerated
        => failed_ad_count 2, intolerance_counts
    These come from two or more classes.
        => failed_ad_classes 2
    At least two classes must be represented.
        => failed_ad_classes 2
    One augmentation trial has failed
        => augmentation_trials 1
    An augmentation strategy with lithium or an antipsychotic was tried without success
        => augmentation_trials 1
    An oral antidepressant goes on being taken
        => oral_ad required
    The member will go on taking an oral antidepressant
        => oral_ad required
    The member goes on taking an oral antidepressant.
        => oral_ad required
    An oral antidepressant is given as well
        => oral_ad required
    Is prescribed an oral antidepressant to be used with it,
        => oral_ad required
    Will an oral antidepressant be taken with Spravato?
        => oral_ad required
    still takes an oral antidepressant with it
        => oral_ad required
    Esketamine is taken alone or together with an oral antidepressant (none is required)
        => oral_ad not_required
    An oral antidepressant may be used but is optional
        => oral_ad not_required
    Monotherapy is fine
        => oral_ad not_required
    It is not used as the only antidepressant
        => oral_ad required
    Is not to be the sole treatment: an oral antidepressant accompanies it
        => oral_ad required
    Takes Spravato as an add-on to an oral antidepressant
        => oral_ad required
    Spravato on its own or with an oral antidepressant
        => oral_ad not_required
    The oral antidepressant is kept up during treatment
        => oral_ad required
    Psychotherapy was considered
        => psychotherapy considered
    An adequate trial of psychotherapy has failed
        => psychotherapy failed
    Receives psychotherapy at the same time
        => psychotherapy concurrent
    Psychotherapy goes along with the drug
        => psychotherapy concurrent
    Is in psychotherapy, or was offered it and refused
        => psychotherapy concurrent
    Twelve sessions of cognitive behavioral therapy brought no improvement
        => psychotherapy failed
    ECT or TMS was tried without success, or was considered and declined
        => ect_tms considered
    ECT has been discussed with the patient
        => ect_tms considered
    Failed a course of transcranial magnetic stimulation
        => ect_tms failed
    The patient cannot have ECT or does not want it
        => ect_tms considered
    Electroconvulsive therapy did not help
        => ect_tms failed
    The chart shows that ECT was weighed
        => ect_tms considered
    Suicidal ideation accompanied by intent
        => mdsi_acuity intent
    A need for acute psychiatric hospitalization because suicide is an imminent risk.
        => mdsi_acuity hospital_level
    Suicidal thoughts and means to carry them out: there is intent
        => mdsi_acuity intent
    ideation with intent to end life
        => mdsi_acuity intent
    The member is in a psychiatric hospital, or left one no more than 14 days ago
        => mdsi_acuity inpatient_or_recent_discharge
    Suicidality severe enough to warrant inpatient psychiatric care
        => mdsi_acuity hospital_level
    The member has a suicide plan and intent
        => mdsi_acuity intent
    The member wants to die and means to act
        => mdsi_acuity intent
    A psychiatrist is responsible for the treatment.
        => prescriber psychiatrist
    gets the drug from a psychiatrist in a center certified by the Spravato REMS,
        => prescriber psychiatrist, rems
    A psychiatrist directs the treatment
        => prescriber psychiatrist
    Treatment is in the hands of a psychiatrist
        => prescriber psychiatrist
    The prescriber is a psychiatrist or has consulted one
        => prescriber psychiatrist_or_consult
    Prescribed by a psychiatrist, or one has been consulted
        => prescriber psychiatrist_or_consult
    A psychiatrist has been consulted
        => prescriber psychiatrist_or_consult
    The specialist has been consulted
        => prescriber specialist_or_consult
    Ordered by a mental health professional with authority to prescribe
        => prescriber mental_health_prescriber
    The requesting provider is a psychiatrist or psychiatric nurse practitioner
        => prescriber mental_health_prescriber
    Prescribed by, or on the advice of, a psychiatrist
        => prescriber psychiatrist_or_consult
    Written by or with the involvement of a behavioral health specialist
        => prescriber mental_health_prescriber_or_consult
    The request comes from a psychiatrist
        => prescriber psychiatrist
    Prescriber specialty: psychiatry
        => prescriber psychiatrist
    Prescribed by or in consultation with a specialist in the treatment of mental illness
        => prescriber specialist_or_consult
    A psychiatrist or a psychiatric mental health nurse practitioner prescribes it
        => prescriber mental_health_prescriber
    A psychiatrist must prescribe; a consultation is not enough
        => prescriber psychiatrist
    None of the following is present: psychosis; OR dementia; OR pregnancy
        => exclusion dementia, exclusion pregnancy, exclusion psychosis
    Must not have any of the following: psychosis, dementia, or a seizure disorder
        => exclusion dementia, exclusion psychosis, exclusion seizure_disorder
    No history of any of: psychosis; mania; or hemorrhage in the brain
        => exclusion bipolar, exclusion intracerebral_hemorrhage, exclusion psychosis
    Psychotic disorder and active substance use disorder are both absent.
        => exclusion psychosis, exclusion substance_use_disorder
    Is free of psychosis and dementia
        => exclusion dementia, exclusion psychosis
    Psychosis, dementia and pregnancy have been ruled out
        => exclusion dementia, exclusion pregnancy, exclusion psychosis
    Neither dementia nor psychosis is present
        => exclusion dementia, exclusion psychosis
    There is no aneurysm, arteriovenous malformation or past bleeding in the brain
        => exclusion aneurysmal_vascular_disease,
        exclusion arteriovenous_malformation, exclusion intracerebral_hemorrhage
    The patient is not pregnant
        => exclusion pregnancy
    Blood pressure is under control
        => exclusion uncontrolled_hypertension
    Is without a diagnosis of bipolar disorder
        => exclusion bipolar
    A patient with dementia is not approved
        => exclusion dementia
    Dementia rules out approval
        => exclusion dementia
    Not allergic to ketamine
        => exclusion hypersensitivity
    If there has been a substance use disorder, has been abstinent from it for a month or more
        => sud_remission_months 1
    A member who has a history of substance use disorder has been in remission for one month at least
        => sud_remission_months 1
    A patient with a history of substance use disorder has been in remission for at least 3 months
        => sud_remission_months 3
    If ever diagnosed with a substance use disorder, has been sober for three months
        => sud_remission_months 3
    Any past substance use disorder has been in remission for six months or longer
        => sud_remission_months 6
    No active substance use disorder; remission of three months if ever diagnosed
        => exclusion substance_use_disorder, sud_remission_months 3
    No substance use disorder, or clean for 90 days
        => exclusion substance_use_disorder, sud_remission_months 3
    Substance use disorder, if any, in remission 3 months
        => sud_remission_months 3
    Has abstained from drugs and alcohol for 3 months
        => sud_remission_months 3
    Drug-free for at least one month after a substance use disorder
        => sud_remission_months 1
    The clinic is on the Spravato REMS list
        => rems
    The patient is enrolled in the REMS
        => rems
    The patient stays under observation for two hours
        => monitoring_hours 2
    Supervision continues for at least 120 minutes after the dose
        => monitoring_hours 2
    A two-hour observation follows each session
        => monitoring_hours 2
    Administered in a doctor's office or clinic
        => site office
    Given in a physician office, hospital outpatient department or infusion center
        => site office, site outpatient_hospital
    Physician's office, or outpatient hospital clinic.
        => site office, site outpatient_hospital
    A person trained in advanced cardiac life support is on hand
        => personnel acls
    ACLS-certified staff are present
        => personnel acls
    An anesthesiologist or nurse anesthetist gives the infusion
        => personnel anesthesia_clinician
    A drug screen of the urine is negative at baseline
        => uds baseline
    Urine toxicology before the first dose
        => uds baseline
    Urine is tested for drugs before treatment and at each renewal
        => uds baseline, uds ongoing
    Random urine drug tests during treatment
        => uds ongoing
    The state's prescription monitoring database has been looked up
        => pdmp_check
    The prescriber has checked the controlled-substance database
        => pdmp_check
    PMP report reviewed
        => pdmp_check
    The state's controlled substance monitoring program was queried
        => pdmp_check
    Initial: 8 kits of 84 mg per 28 days
        => quantity_limit 24 in 28 days
    1 unit = 28 mg (one device). For every indication: 24 units per 28 days.
        => quantity_limit 1 in 28 days
    Two 84 mg kits per week
        => quantity_limit 6 in 7 days
    No more than four kits (84 mg) in 28 days
        => quantity_limit 12 in 28 days
    23 devices in the first 28 days
        => quantity_limit 23 in 28 days
    Quantity is limited to twelve devices each month
        => quantity_limit 12 in 30 days
    Limit: 24 nasal spray devices/28 days
        => quantity_limit 24 in 28 days
    672 mg per 28 days
        => quantity_limit 24 in 28 days
    8 dose kits of 56 mg a month
        => quantity_limit 16 in 30 days
    84 mg in one session; 2 sessions in one week.
        => dose_max_mg 84, frequency_max_per_week 2
    Two sessions a week at most
        => frequency_max_per_week 2
    No more often than once weekly
        => frequency_max_per_week 1
    The largest dose is 84 mg
        => dose_max_mg 84
    Not above 84 mg per visit
        => dose_max_mg 84
    A course is limited to six infusions
        => course_cap 6 sessions
    No more than 8 sessions in all
        => course_cap 8 sessions
    Treatment ends after 90 days
        => course_cap 90 days
    Coverage is granted for eight weeks
        => initial_auth_days 56
    Approved for the duration of the 4-week induction
        => initial_auth_days 28
    Spravato (esketamine) will be approved in plan year duration (365 days)
        => initial_auth_days 365
    When every requirement is met, 90 days are authorized
        => initial_auth_days 90
    First approval: one month
        => initial_auth_days 30
    The first authorization runs for 3 months
        => initial_auth_days 90
    Length of authorization: 1 year
        => initial_auth_days 365
    Initial authorization not to exceed 3 months
        => initial_auth_days 90
    Confirmed by pharmacy claims
        => documentation claims
    pharmacy claims are reviewed for these trials
        => documentation claims
    Prescription claims must bear out the trials
        => documentation claims
    Chart notes are attached
        => documentation chart_notes
    The prescriber attests to it
        => documentation attestation
    Submit medical records
        => documentation chart_notes
    Documented in the medical record
        => documentation chart_notes
    sertraline, venlafaxine and mirtazapine have been tried
        => preferred_step mirtazapine, preferred_step sertraline, preferred_step venlafaxine
    morphine and methadone have each been tried
        => preferred_step methadone, preferred_step morphine
    Auvelity must be tried first
        => preferred_step auvelity
    gabapentin or pregabalin has failed
        => preferred_step gabapentin, preferred_step pregabalin
    A structured clinical interview for DSM-5 disorders has established a major depressive episode
        => diagnosis_standard structured_interview
    Diagnosis by DSM-5-TR criteria
        => diagnosis_standard dsm
    The diagnosis rests on the DSM
        => diagnosis_standard dsm
    Diagnosed by DSM-5 criteria and/or a structured interview
        => diagnosis_standard dsm, diagnosis_standard structured_interview
""")
RENEWAL = table("""
    the client keeps taking an oral antidepressant
        => oral_ad required
    a psychiatrist still directs the treatment
        => prescriber psychiatrist
    Renewed for another six months
        => renewal_auth_days 180
    An authorization is extended for six months more
        => renewal_auth_days 180
    Renewals are for 6 months.
        => renewal_auth_days 180
    Both must hold for a further 12 months:
        => renewal_auth_days 365
    Reauthorization lasts 12 months
        => renewal_auth_days 365
    Renewal for 12 months is given when the PHQ-9 or MADRS total is at least 50% below the starting value
        => renewal_auth_days 365, renewal_response 50%
    The score on a rating scale is better than at baseline.
        => renewal_response scale_improved
    A standardized depression rating shows improvement over the pretreatment rating
        => renewal_response benefit
    A depression scale shows an improvement from baseline
        => renewal_response scale_improved
    PHQ-9 has come down by at least 50%
        => renewal_response 50%
    PHQ-9 has fallen by at least 50% from baseline
        => renewal_response 50%
    Better symptoms than before Spravato, or earlier gains held
        => renewal_response benefit
    The depression score is half of what it was
        => renewal_response 50%
    The patient is in remission or has responded
        => renewal_response benefit, renewal_response remission
    Symptoms have eased
        => renewal_response benefit
    The gain has been kept
        => renewal_response benefit
    Treatment is still of benefit
        => renewal_response benefit
    The MADRS is lower than before treatment
        => renewal_response scale_improved
    Improvement shown by the same instrument
        => renewal_response scale_improved
    PHQ-9 score below 5 (remission)
        => renewal_response remission
    The patient has gotten better
        => renewal_response benefit
    There is a clinical response
        => renewal_response benefit
    a 30% drop on the MADRS
        => renewal_response 30%
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
    (
        "acute suicidal ideation",
        "Thinks of suicide with the intent to act, or needs to be in a psychiatric hospital because of the risk",
        ["mdsi_acuity hospital_level", "mdsi_acuity intent"],
    ),
    ("suicidal ideation", "The patient intends to act on the thoughts", ["mdsi_acuity intent"]),
    (
        "suicidal ideation",
        "The patient is, or within the past 14 days has been, an inpatient because of it.",
        ["mdsi_acuity inpatient_or_recent_discharge"],
    ),
    ("MDD with acute suicidal ideation", "Would otherwise need a hospital bed", ["mdsi_acuity hospital_level"]),
    ("MDD with acute suicidal ideation", "Hospital-level care is necessary", ["mdsi_acuity hospital_level"]),
    ("MDD with acute suicidal ideation", "The risk calls for admission", ["mdsi_acuity hospital_level"]),
    (
        "MDD with acute suicidal ideation",
        "Currently hospitalized or discharged in the last week",
        ["mdsi_acuity inpatient_or_recent_discharge"],
    ),
    ("Exclusions", "Psychosis, now or in the past", ["exclusion psychosis"]),
    ("Exclusions", "Schizophrenia or another psychotic disorder, now or in the past", ["exclusion psychosis"]),
    (
        "Exclusions",
        "psychosis, dementia, borderline or antisocial personality disorder",
        ["exclusion dementia", "exclusion personality_disorder", "exclusion psychosis"],
    ),
)
TOLD = (
    "In the flexible-dose study (n=223) subjects had failed two to five drugs, and MADRS was 28 or more.",
    "In members of 65 years or older benefit was not proved.",
    "A study restricted to people of 65 years and above failed on its primary measure.",
    "TRANSFORM-2 enrolled adults 18 to 64 years of age; all had failed at least two antidepressants.",
    "About 8.9 million take medicine for it and 2.8 million of those do not improve with two trials.",
    "On the HAM-D, 24 or more is very severe.",
    "Scores of 20 to 34 on the MADRS are usually called moderate.",
    "The Board discussed six-week trials, three failures and a rule on psychotherapy, and dropped all three.",
    "The company's pharmacy committee read the label, five trials and the report of the State's review board",
    "The pooled trials enrolled adults of 21 to 60 years with a MADRS of 30 or more",
    "The state's drug board heard two motions on six-week trials and voted both down",
    "In people over 70 efficacy has not been shown",
    "Of 350 charts, 40% named one failed antidepressant",
    "A MADRS of 20 to 33 is commonly called moderate",
)


@every_row(INITIAL)
def test_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(RENEWAL)
def test_renewal_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text, phase="renewal") == expected


@pytest.mark.parametrize(("topic", "text", "expected"), UNDER_A_LEAD_IN)
def test_an_item_means_something_under_its_lead_in(topic: str, text: str, expected: list[str]) -> None:
    assert sorted(leaves(text, topic=read_words(topic))) == expected


@pytest.mark.parametrize("text", TOLD)
def test_research_debate_and_definitions_ask_for_nothing(text: str) -> None:
    assert leaves(text) == leaves(text, phase="renewal") == set()
