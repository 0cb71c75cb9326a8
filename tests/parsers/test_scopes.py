"""For whom a clause speaks."""

from __future__ import annotations

import pytest

from parsers.language.every_use import is_for_all
from parsers.language.sentence_parts import by_product, by_use
from parsers.language.sentences import sentences
from parsers.models import Indication, Phase
from parsers.phases.phase_parts import by_phase
from parsers.phases.phases import read_phase
from parsers.uses.conditional_uses import condition
from parsers.uses.scopes import positive_indications, required_indications, stated_indications
from parsers.uses.told_diagnoses import told_diagnosis


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Initial approval", "initial"),
        ("Reauthorization", "renewal"),
        ("Treatment goes on after the first 8 weeks if", "renewal"),
        ("To extend the authorization, the clinician shows", "renewal"),
        ("A second course calls for proof", "renewal"),
        ("To go on after the first half year, the clinic reports a gain", "renewal"),
        ("Section C, request to continue", "renewal"),
        ("Approvals are renewed for six months.", "renewal"),
        ("Continued esketamine is covered when", "renewal"),
        ("Initial and renewal requests", None),
        ("An oral antidepressant will be continued.", None),
        ("Coverage is for 4 weeks and may not be renewed.", None),
        ("One approval of 28 days, non-renewable", None),
    ],
)
def test_phase(text: str, phase: Phase | None) -> None:
    assert read_phase(text) == phase


def test_a_sentence_on_both_phases_is_read_in_parts() -> None:
    assert by_phase("Initial approval is for 3 months; renewal is for 6 months.") == (
        "Initial approval is for 3 months",
        "renewal is for 6 months.",
    )


def test_a_sentence_that_sets_one_drug_against_the_other_is_read_in_parts() -> None:
    assert by_product("From May on, esketamine is covered for TRD, whereas ketamine is not.") == (
        "esketamine is covered for TRD",
        "ketamine is not.",
    )
    assert by_product("Neither ketamine nor esketamine is covered.") == ("Neither ketamine nor esketamine is covered.",)


def test_each_use_of_a_sentence_has_its_own_phrase_and_a_proviso_is_for_all() -> None:
    assert by_use("The spray is covered for adults with TRD and for PTSD when a psychiatrist prescribes it.") == (
        ((), "The spray is covered "),
        (("trd",), "for adults with TRD and "),
        (("ptsd",), "for PTSD "),
        ((), "when a psychiatrist prescribes it."),
    )


@pytest.mark.parametrize(
    ("text", "above", "stated"),
    [
        ("The spray is covered for TRD when: (1) depression has not improved", (), ("trd",)),
        ("The spray is covered when the following are met: diagnosis of TRD", (), ("trd",)),
        ("The spray is covered when the following are met: diagnosis of depression", ("mdsi",), ("mdsi",)),
    ],
)
def test_what_a_statement_names_before_its_conditions_comes_first(
    text: str, above: tuple[Indication, ...], stated: tuple[Indication, ...]
) -> None:
    assert stated_indications(text, above) == stated


def test_the_class_asked_for_beside_one_of_its_forms_adds_nothing() -> None:
    assert required_indications("Diagnosis of major depressive disorder and treatment-resistant depression") == ("trd",)
    assert required_indications("Diagnosis of depression or PTSD") == ("mdd", "ptsd")
    assert required_indications("Post-traumatic stress disorder is being treated with the drug") == ("ptsd",)


def test_abbreviations_end_no_sentence() -> None:
    assert sentences("Try two (e.g. SSRIs). Then ask Dr. Lee.") == ("Try two (e.g. SSRIs).", "Then ask Dr. Lee.")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Diagnosis of treatment-resistant depression", ("trd",)),
        ("2. Treatment-resistant depression. Individual meets ALL", ("trd",)),
        ("The individual has another FDA-approved indication", ("fda_labeled",)),
        ("Diagnosis of TRD or MDD with acute suicidal ideation", ("trd", "mdsi")),
        ("No history of bipolar disorder", ()),
        ("Major depressive disorder is rated severe by the prescriber", ()),
    ],
)
def test_indications_that_a_clause_demands(text: str, asked: tuple[Indication, ...]) -> None:
    assert required_indications(text) == asked


@pytest.mark.parametrize(
    ("text", "limited"),
    [
        ("For depression, the prescriber is a psychiatrist", ("mdd",)),
        ("TRD: dose of 56 mg once a week", ("trd",)),
        ("60 days for TRD; 30 days for depression with acute suicidal ideation", ("trd", "mdsi")),
        ("Two antidepressants were tried, when it is used for TRD.", ("trd",)),
        ("The client has tried two antidepressants (treatment-resistant depression only)", ("trd",)),
        ("Diagnosis of treatment-resistant depression", ()),
    ],
)
def test_indications_to_which_a_clause_is_limited(text: str, limited: tuple[Indication, ...]) -> None:
    assert condition(text) == limited


def test_a_proviso_names_no_covered_indication() -> None:
    assert positive_indications("Covered for TRD when depression has not improved") == ("trd",)


def test_shared_sections_are_known() -> None:
    assert is_for_all("Both of the above")
    assert not is_for_all("Treatment-resistant depression")


@pytest.mark.parametrize("question", ["What is it used for?", "What condition is being treated?"])
def test_a_question_of_what_is_treated_is_answered_by_a_diagnosis(question: str) -> None:
    assert told_diagnosis(f"{question} Bipolar depression") == ("bipolar_depression",)
