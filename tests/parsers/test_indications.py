"""The indications that a text names."""

from __future__ import annotations

import pytest

from parsers.models import Indication
from parsers.uses.indications import covers, excepted_indications, is_for_everything, is_residual, named_indications


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("treatment-resistant depression (TRD)", ("trd",)),
        ("treatment resistant major depressive disorder (MDD)", ("trd",)),
        ("depression that is resistant to treatment", ("trd",)),
        ("major depression which has withstood drug treatment", ("trd",)),
        ("major depressive disorder with acute suicidal ideation or behavior", ("mdsi",)),
        ("depressive symptoms in adults with MDD who have suicidal ideation", ("mdsi",)),
        (
            "TRD and major depressive disorder, including major depressive disorder with suicidality",
            ("trd", "mdd", "mdsi"),
        ),
        ("bipolar depression", ("bipolar_depression",)),
        ("PTSD, OCD and generalized anxiety disorder", ("ptsd", "ocd", "anxiety")),
        ("chronic neuropathic pain", ("neuropathic_pain",)),
        ("chronic pain, CRPS, migraine or fibromyalgia", ("chronic_pain", "crps", "headache", "fibromyalgia")),
        ("pain due to cancer; acute postoperative pain", ("cancer_pain", "acute_pain")),
        ("as an anesthetic agent", ("anesthesia",)),
        ("an anesthetic such as ketamine, dripped in for fibromyalgia", ("fibromyalgia",)),
        ("anesthetics (lidocaine, ketamine) against long-lasting pain", ("chronic_pain",)),
        ("for anesthetic purposes", ("anesthesia",)),
        ("pain caused by a tumor", ("cancer_pain",)),
        ("an alcohol-related disorder", ("substance_use",)),
        ("any other FDA-approved indication", ("fda_labeled",)),
        ("every other use that FDA may approve", ("fda_labeled",)),
        ("another condition that the FDA adds to the label", ("fda_labeled",)),
        ("uses that are not FDA-approved indications", ()),
        ("a depression rating scale", ()),
        ("major depressive disorder per DSM-5 criteria and be treatment-resistant", ("trd",)),
        ("major depressive disorder by DSM-5, judged treatment-resistant", ("trd",)),
        ("major depression, found to be treatment refractory", ("trd",)),
        ("depression, recurrent, that has been drug-resistant; depression which is therapy refractory", ("mdd", "trd")),
        ("major depressive disorder other than treatment-resistant depression", ("mdd",)),
    ],
)
def test_each_is_known_by_its_longest_name(text: str, named: tuple[Indication, ...]) -> None:
    assert named_indications(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "for all other indications",
        "for any use not listed as medically necessary",
        "any condition not named above",
        "all others",
        "a use other than those two",
        "any purpose that this bulletin fails to name",
        "conditions that are not set out above",
        "off-label uses",
    ],
)
def test_the_residual_is_what_the_policy_does_not_name(text: str) -> None:
    assert is_residual(text)


@pytest.mark.parametrize(
    "text",
    [
        "any other chronic pain condition",
        "other FDA-approved indications",
        "all uses",
        "PTSD, among others",
        "OCD and, among other disorders, PTSD",
        "mixed with baclofen, clonidine or others",
    ],
)
def test_a_named_class_is_no_residual(text: str) -> None:
    assert not is_residual(text)


def test_a_clause_for_depression_holds_for_its_resistant_form_but_not_the_reverse() -> None:
    assert covers(("mdd",), "trd")
    assert not covers(("trd",), "mdsi")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("FDA-approved indications: treatment-resistant depression", ("trd",)),
        ("treatment-resistant depression, an FDA-approved indication", ("trd",)),
        ("all FDA-approved indications, including TRD", ("fda_labeled", "trd")),
    ],
)
def test_the_label_named_beside_its_own_uses_is_no_use_of_its_own(text: str, named: tuple[Indication, ...]) -> None:
    assert named_indications(text) == named


def test_an_exception_reaches_over_a_list_of_uses() -> None:
    assert excepted_indications("not covered other than for TRD and for MDD with suicidal ideation") == ("trd", "mdsi")


@pytest.mark.parametrize("text", ["for no indication but PTSD", "aside from PTSD", "outside of PTSD"])
def test_each_way_of_excepting_a_use(text: str) -> None:
    assert excepted_indications(text) == ("ptsd",)


def test_every_disorder_of_a_class_is_not_every_use() -> None:
    assert is_for_everything("investigational for all indications")
    assert not is_for_everything("investigational for all psychiatric disorders")
