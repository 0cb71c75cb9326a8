"""How acute suicidality must be, and who may prescribe."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

ACUITY = table("""
    Patient has suicidal ideation with intent to act                                  => mdsi_acuity intent
    Current thoughts of suicide together with intent                                  => mdsi_acuity intent
    Has an active plan and intent to end his or her life                              => mdsi_acuity intent
    Suicidal intent is documented                                                     => mdsi_acuity intent
    Acute psychiatric hospitalization is warranted because of imminent risk of suicide    => mdsi_acuity hospital_level
    Without the drug, psychiatric hospitalization would be needed because of imminent risk of suicide
                                                                                      => mdsi_acuity hospital_level
    Would otherwise have to be admitted to a psychiatric unit because of suicidality  => mdsi_acuity hospital_level
    Suicidal, and care in a psychiatric hospital would be the alternative              => mdsi_acuity hospital_level
    Suicidality calls for a hospital level of care                                    => mdsi_acuity hospital_level
    Meets criteria for inpatient psychiatric admission on account of suicidal ideation => mdsi_acuity hospital_level
    Patient is hospitalized or was discharged from an inpatient psychiatric unit within 5 days
                                                                      => mdsi_acuity inpatient_or_recent_discharge
    the member is in a psychiatric hospital or was discharged from one in the past 7 days
                                                                      => mdsi_acuity inpatient_or_recent_discharge
    Member is in acute or subacute inpatient care for suicidality, or left it within the last 5 days
                                                                      => mdsi_acuity inpatient_or_recent_discharge
    Currently admitted to a psychiatric hospital for suicidality      => mdsi_acuity inpatient_or_recent_discharge
    Recently discharged from inpatient psychiatric care for suicidal behavior
                                                                      => mdsi_acuity inpatient_or_recent_discharge
    Suicidal thoughts with the intent to carry them out                   => mdsi_acuity intent
    Inpatient psychiatric care is necessary                               => mdsi_acuity hospital_level
    The risk of suicide is such that the member would be hospitalized     => mdsi_acuity hospital_level
    Discharged from a psychiatric hospital no more than 7 days ago        => mdsi_acuity inpatient_or_recent_discharge
    The member is an inpatient on account of suicidality                  => mdsi_acuity inpatient_or_recent_discharge
    Suicidal ideation together with intent to act on it                   => mdsi_acuity intent
    The member needs care at the level of a hospital                      => mdsi_acuity hospital_level
    Now in a psychiatric hospital, or discharged within 14 days           => mdsi_acuity inpatient_or_recent_discharge
    Use does not replace hospitalization of a suicidal patient where it is needed     => nothing
    Has major depressive disorder with acute suicidal ideation or behavior            => nothing
""")
PRESCRIBER = table("""
    Must be prescribed by a psychiatrist or psychiatric ARNP       => prescriber mental_health_prescriber
    Ordered by a psychiatrist or ARNP                              => prescriber mental_health_prescriber
    Medication is prescribed by a board-certified psychiatrist                        => prescriber psychiatrist
    A psychiatrist prescribes the infusion                                            => prescriber psychiatrist
    the prescriber is a psychiatrist                                                  => prescriber psychiatrist
    Prescriber: Psychiatrist                                                          => prescriber psychiatrist
    Prescribing is restricted to psychiatrists                                        => prescriber psychiatrist
    Must be ordered by a physician board certified in psychiatry                      => prescriber psychiatrist
    Only a psychiatrist may request the drug                                          => prescriber psychiatrist
    Ordering provider must be a psychiatrist; consultation alone does not suffice     => prescriber psychiatrist
    Prescribed by a psychiatrist or in consultation with a psychiatrist
        => prescriber psychiatrist_or_consult
    Psychiatrist, or another prescriber in consultation with a psychiatrist
        => prescriber psychiatrist_or_consult
    the prescriber is a psychiatrist or has consulted one
        => prescriber psychiatrist_or_consult
    Ordered by, or after consultation with, a psychiatrist
        => prescriber psychiatrist_or_consult
    is treated by, or in consultation with, a psychiatrist
        => prescriber psychiatrist_or_consult
    A psychiatrist has been consulted
        => prescriber psychiatrist_or_consult
    The prescriber has sought the advice of a psychiatrist
        => prescriber psychiatrist_or_consult
    Prescribed by a psychiatric provider (e.g., psychiatrist, PMHNP)
        => prescriber mental_health_prescriber
    The prescriber is a psychiatrist or a psychiatric nurse practitioner
        => prescriber mental_health_prescriber
    Prescribed by a psychiatrist or other licensed mental health professional
        => prescriber mental_health_prescriber
    Prescribed by a mental health clinician with prescriptive authority
        => prescriber mental_health_prescriber
    Ordered by a behavioral health prescriber
        => prescriber mental_health_prescriber
    Prescribed by a psychiatrist, psychiatric PA or PMHNP
        => prescriber mental_health_prescriber
    Prescribed by, or in consultation with, a psychiatrist or other mental health specialist

        => prescriber mental_health_prescriber_or_consult
    Prescriber works in collaboration with a mental health professional
        => prescriber mental_health_prescriber_or_consult
    The infusion is ordered by a specialist                                           => prescriber specialist
    Prescribed by a specialist in the area of the diagnosis                           => prescriber specialist
    The ordering physician is an expert in behavioral health, or talked it over in a consultation with one
        => prescriber mental_health_prescriber_or_consult
    Ordered by a pain management specialist                                           => prescriber specialist
    Prescriber is a specialist in the field or has consulted with one
        => prescriber specialist_or_consult
    A psychiatrist must write the prescription                            => prescriber psychiatrist
    The drug is ordered by a psychiatrist                                 => prescriber psychiatrist
    A psychiatrist or psychiatric nurse practitioner prescribes           => prescriber mental_health_prescriber
    Prescriber: mental health professional                                => prescriber mental_health_prescriber
    The prescriber has consulted a psychiatrist                           => prescriber psychiatrist_or_consult
    Prescribed by or on the advice of a psychiatrist                      => prescriber psychiatrist_or_consult
    Prescribed with the involvement of a psychiatrist                     => prescriber psychiatrist_or_consult
    A pain specialist orders the infusion                                 => prescriber specialist
    Ordered by a specialist or after consulting one                       => prescriber specialist_or_consult
    The order is written by a psychiatrist                                => prescriber psychiatrist
    Prescription by a psychiatrist is required                            => prescriber psychiatrist
    The prescriber is a psychiatrist or another mental health professional => prescriber mental_health_prescriber
    A psychiatrist was consulted if another doctor prescribes             => prescriber psychiatrist_or_consult
    The prescriber has consulted a mental health specialist
        => prescriber mental_health_prescriber_or_consult
    A psychiatrist is no longer required to prescribe                                 => nothing
    The diagnosis was made by a psychiatrist                                          => nothing
    No specialist prescriber is required                                              => nothing
""")


@every_row(ACUITY)
def test_acuity(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(PRESCRIBER)
def test_prescriber(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


CELL = table("""
    Psychiatrist                                                                      => prescriber psychiatrist
    A psychiatrist                                                                    => prescriber psychiatrist
    Psychiatrist or psychiatric nurse practitioner
        => prescriber mental_health_prescriber
""")


@every_row(CELL)
def test_a_cell_under_the_title_prescriber(text: str, expected: set[str]) -> None:
    assert leaves(text, topic="prescriber") == expected
