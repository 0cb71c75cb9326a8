"""How many of a list are asked for: lead-ins, connectives, nesting, exclusions, limits."""

from __future__ import annotations

import pytest

from parsers.criteria.logic import read_criteria
from parsers.models import Block, Indication, Leaf, Phase
from parsers.outline import Node
from tests.parsers.criteria.reading import line

AGE = "Patient is 18 years of age or older"
COUNT = "Two antidepressants have failed"
DOCTOR = "Prescribed by a psychiatrist"


def item(text: str, *children: Node) -> Node:
    return Node(Block("item", text, depth=1), children)


def lead(text: str, *children: Node) -> Node:
    return Node(Block("paragraph", text), children)


def tree(*nodes: Node, phase: Phase = "initial", indication: Indication = "trd") -> str:
    return line(read_criteria(nodes, phase=phase, product="esketamine", indication=indication))


@pytest.mark.parametrize(
    "words",
    [
        "ALL of the following:",
        "each of these criteria:",
        "BOTH of the following:",
        "the following (must meet all):",
        "when:",
    ],
)
def test_a_lead_in_asks_for_all(words: str) -> None:
    assert (
        tree(lead(f"Covered if the patient meets {words}", item(AGE), item(COUNT)))
        == "all(age_min 18, failed_ad_count 2)"
    )


@pytest.mark.parametrize(
    "words",
    ["ONE (1) of the following:", "any of the following:", "EITHER of the following:", "at least one of these:"],
)
def test_a_lead_in_asks_for_any(words: str) -> None:
    assert (
        tree(lead(f"Covered if the patient meets {words}", item(AGE), item(COUNT)))
        == "any(age_min 18, failed_ad_count 2)"
    )


@pytest.mark.parametrize(
    "words", ["any two (2) of the following:", "at least two of the following criteria:", "2 or more of these:"]
)
def test_a_lead_in_asks_for_some(words: str) -> None:
    asked = tree(lead(f"Covered if the patient meets {words}", item(AGE), item(COUNT), item(DOCTOR)))
    assert asked == "at_least2(age_min 18, failed_ad_count 2, prescriber psychiatrist)"


def test_trailing_or_makes_alternatives() -> None:
    assert tree(lead("Criteria:", item(f"{AGE}; or"), item(COUNT))) == "any(age_min 18, failed_ad_count 2)"


def test_a_connective_on_its_own_line_joins_its_neighbours() -> None:
    assert tree(lead("Criteria:", item(AGE), item("-OR-"), item(COUNT))) == "any(age_min 18, failed_ad_count 2)"


def test_an_or_inside_a_list_that_asks_for_all_binds_two_items() -> None:
    asked = tree(lead("ALL of the following:", item(f"{AGE}; and"), item(f"{COUNT}; or"), item(f"{DOCTOR}.")))
    assert asked == "all(age_min 18, any(failed_ad_count 2, prescriber psychiatrist))"


def test_alternatives_stand_inside_a_list_that_asks_for_all() -> None:
    asked = tree(
        lead("ALL of the following:", item(AGE), item("ONE of the following:", item(f"{COUNT};"), item(DOCTOR)))
    )
    assert asked == "all(age_min 18, any(failed_ad_count 2, prescriber psychiatrist))"


def test_the_last_connective_of_a_sub_list_belongs_to_the_list_above() -> None:
    definition = item(
        "Failure of three antidepressants, which may be defined as:",
        item("no response after 4 weeks at a minimal dose; or"),
        item("partial response after 8 weeks at the maximum dose; and"),
    )
    assert tree(lead("Criteria:", definition, item(DOCTOR))) == (
        "all(failed_ad_count 3, any(all(trial_weeks 4, trial_dose minimum_effective), all(trial_weeks 8,"
        " trial_dose maximum)),"
        " prescriber psychiatrist)"
    )


def test_a_list_of_bars_asks_for_their_absence() -> None:
    asked = tree(
        lead(
            "Not covered for a patient who has any of the following:", item("Dementia"), item("Cirrhosis of the liver")
        )
    )
    assert asked == "none(exclusion dementia, exclusion cirrhosis_of_the_liver)"


def test_a_criterion_that_fits_no_key_stays_with_its_text() -> None:
    text = "Patient agrees not to drive until the next day"
    read = read_criteria(
        [lead("ALL of the following:", item(AGE), item(text))], phase="initial", product="esketamine", indication="trd"
    )
    assert line(read) == "all(age_min 18, unparsed)"
    assert read is not None
    assert not isinstance(read, Leaf)
    assert read.children[1] == Leaf("unparsed", None, text)


def test_an_item_that_restates_the_diagnosis_is_no_criterion() -> None:
    assert (
        tree(lead("ALL of the following:", item("Diagnosis of treatment-resistant depression"), item(AGE)))
        == "age_min 18"
    )


def test_limits_and_paperwork_are_leaves_of_the_root() -> None:
    asked = tree(
        lead("ONE of the following:", item(f"{AGE}, with approval for 6 months"), item(f"{COUNT}, as attested"))
    )
    assert asked == "all(any(age_min 18, failed_ad_count 2), initial_auth_days 180, documentation attestation)"


def test_a_run_on_sentence_is_read_clause_by_clause() -> None:
    text = (
        "Covered if the patient is 18 years or older; has failed two antidepressants; "
        "and is seen by the psychiatrist who prescribes it."
    )
    assert tree(lead(text)) == "all(age_min 18, failed_ad_count 2, prescriber psychiatrist_or_consult)"


def test_uses_admitted_by_reference_to_the_label_move_with_it() -> None:
    assert tree(lead("Covered for other FDA-approved indications."), indication="fda_labeled") == "label_dynamic"


def test_a_question_that_is_answered_asks_for_nothing() -> None:
    assert tree(item("Must two antidepressants have failed? No.")) == "nothing"


def test_no_words_no_criteria() -> None:
    assert tree() == "nothing"
