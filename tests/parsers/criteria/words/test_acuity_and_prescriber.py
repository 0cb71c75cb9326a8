"""Acuity and prescribers in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

import pytest

from parsers.criteria.wording import read_words
from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    A physician with board certification in pain management writes the order
        => prescriber specialist
    The infusions are requested by a doctor who is certified in anesthesiology
        => prescriber specialist
    In an inpatient psychiatric unit at present because of suicidal ideation
        => mdsi_acuity inpatient_or_recent_discharge
    But for Spravato, a suicidal patient would be admitted to a hospital
        => mdsi_acuity hospital_level
    Without the spray suicidality makes inpatient care likely within a day
        => mdsi_acuity hospital_level
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
    Would have to be admitted for suicidality, or already is
        => mdsi_acuity hospital_level
    The patient is an inpatient for suicidality, or would otherwise be
        => mdsi_acuity hospital_level
    Because of suicidal thoughts the patient cannot safely be cared for as an outpatient
        => mdsi_acuity hospital_level
    Suicidal ideation for which a clinician has recommended admission
        => mdsi_acuity hospital_level
    Fewer than 10 days have gone by since the member left a psychiatric hospital
        => mdsi_acuity inpatient_or_recent_discharge
    A recent (within 21 days) psychiatric hospitalization
        => mdsi_acuity inpatient_or_recent_discharge
    The first dose was given during an admission for suicidality
        => mdsi_acuity inpatient_or_recent_discharge
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
    The requesting doctor holds a board credential in psychiatry
        => prescriber psychiatrist
    Written by, or jointly with, a behavioral health specialist
        => prescriber mental_health_prescriber_or_consult
""")
RENEWAL = table("""
    a psychiatrist still directs the treatment
        => prescriber psychiatrist
""")
UNDER_A_LEAD_IN: tuple[tuple[str, str, list[str]], ...] = (
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
    ("MDD with acute suicidal ideation", "Inpatient care lasting four nights is expected to be paid by the day", []),
    (
        "MDD with acute suicidal ideation",
        "The patient has been hospitalized, or needs to be hospitalized",
        ["mdsi_acuity hospital_level", "mdsi_acuity inpatient_or_recent_discharge"],
    ),
    ("MDD with acute suicidal ideation", "The risk calls for admission", ["mdsi_acuity hospital_level"]),
    (
        "MDD with acute suicidal ideation",
        "Currently hospitalized or discharged in the last week",
        ["mdsi_acuity inpatient_or_recent_discharge"],
    ),
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
