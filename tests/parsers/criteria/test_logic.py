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
    assert tree(lead(text)) == "all(age_min 18, failed_ad_count 2, prescriber psychiatrist)"


def test_uses_admitted_by_reference_to_the_label_move_with_it() -> None:
    assert tree(lead("Covered for other FDA-approved indications."), indication="fda_labeled") == "label_dynamic"


def test_a_question_that_is_answered_asks_for_nothing() -> None:
    assert tree(item("Must two antidepressants have failed? No.")) == "nothing"


def test_no_words_no_criteria() -> None:
    assert tree() == "nothing"


STAFF = "Staff are trained in ACLS"
NESTED = [
    (
        "bars joined by or",
        lead("None of the following:", item("Psychosis; or"), item("Dementia; or"), item("Pregnancy")),
        "none(exclusion psychosis, exclusion dementia, exclusion pregnancy)",
    ),
    (
        "both of a pair of choices",
        lead(
            "Covered when BOTH of the following are met:",
            item("EITHER of the following:", item(AGE), item(DOCTOR)),
            item("One or more of the following:", item(COUNT), item(STAFF)),
        ),
        "all(any(age_min 18, prescriber psychiatrist), any(failed_ad_count 2, personnel acls))",
    ),
    (
        "three deep",
        lead(
            "ALL of the following:",
            item(AGE),
            item(
                "ONE (1) of the following:",
                item("Both of the following:", item(f"{COUNT}; and"), item(f"{DOCTOR}; or")),
                item(STAFF),
            ),
        ),
        "all(age_min 18, any(all(failed_ad_count 2, prescriber psychiatrist), personnel acls))",
    ),
    (
        "a definition inside a criterion",
        lead(
            "Criteria:",
            item(
                "Failure of two antidepressants, as evidenced by any of these:",
                item("improvement of 25% or less"),
                item("dose-limiting side effects"),
            ),
            item(DOCTOR),
        ),
        "all(failed_ad_count 2, any(nonresponse_cutoff_pct 25, intolerance_counts), prescriber psychiatrist)",
    ),
    (
        "a list that runs on under an item",
        lead("All of these:", item(AGE), item(f"Meets at least one of the following: {COUNT}; {DOCTOR}; or {STAFF}")),
        "all(age_min 18, any(failed_ad_count 2, prescriber psychiatrist, personnel acls))",
    ),
    (
        "letters in a sentence",
        lead(f"Covered when the member meets two of the following: (a) {AGE}, (b) {COUNT}, (c) {DOCTOR}."),
        "at_least2(age_min 18, failed_ad_count 2, prescriber psychiatrist)",
    ),
    (
        "none of several, some of them with a rule of their own",
        lead(
            "All of the following:",
            item("The member has none of the following:", item("Psychosis"), item("Severe hepatic impairment")),
            item(AGE),
        ),
        "all(none(exclusion psychosis, exclusion severe_hepatic_impairment), age_min 18)",
    ),
    (
        "bars that run on in a sentence",
        lead(
            "All of the following:", item("Has none of these conditions: psychosis; dementia; or pregnancy"), item(AGE)
        ),
        "all(none(exclusion psychosis, exclusion dementia, exclusion pregnancy), age_min 18)",
    ),
    (
        "reasons to deny",
        lead(
            "A request is denied when any of these applies:",
            item("the member is younger than 18 years"),
            item("fewer than two antidepressants have failed"),
            item("the member is pregnant"),
        ),
        "all(age_min 18, failed_ad_count 2, none(exclusion pregnancy))",
    ),
    (
        "a capital connective at the head of an item",
        lead("Criteria:", item(AGE), item(f"OR {COUNT}")),
        "any(age_min 18, failed_ad_count 2)",
    ),
    (
        "an or between two sentences of alternatives inside an and-list",
        lead("ALL of the following:", item(f"{AGE}; AND"), item(f"{COUNT}; OR"), item(f"{STAFF}; AND"), item(DOCTOR)),
        "all(age_min 18, any(failed_ad_count 2, personnel acls), prescriber psychiatrist)",
    ),
]


@pytest.mark.parametrize(("node", "expected"), [row[1:] for row in NESTED], ids=[row[0] for row in NESTED])
def test_lists_inside_lists(node: Node, expected: str) -> None:
    assert tree(node) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Major depressive disorder with acute suicidal ideation or behavior",
        "Diagnosis of treatment-resistant depression",
        "Policy ID: AMC-77",
        "Effective: April 1, 2023",
        "Fax the form to 555-0100",
    ],
)
def test_what_names_the_use_or_the_paper_is_no_criterion(text: str) -> None:
    assert tree(lead("ALL of the following:", item(text), item(AGE))) == "age_min 18"


@pytest.mark.parametrize(
    "text",
    [
        "Patient agrees not to drive until the next day",
        "The drug is dispensed by a specialty pharmacy",
        "Currently receiving the drug through this plan's benefit",
        "A treatment plan has been drawn up",
    ],
)
def test_what_fits_no_key_is_kept(text: str) -> None:
    assert tree(lead("ALL of the following:", item(text), item(AGE))) == "all(unparsed, age_min 18)"


def test_boxes_to_tick_are_no_answer() -> None:
    assert tree(item("Is the member 18 years of age or older? ☐ Yes ☐ No (if yes, go on)")) == "age_min 18"


def test_an_item_of_a_list_in_a_sentence_that_fits_no_key_is_kept() -> None:
    text = f"Meets one of the following: {COUNT}; or the member takes part in a study of the plan"
    assert (
        tree(lead("ALL of the following:", item(text), item(AGE)))
        == "all(any(failed_ad_count 2, unparsed), age_min 18)"
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The member must agree not to drive until the next day.", "all(failed_ad_count 2, unparsed)"),
        ("Both trials are described in the record of the plan.", "failed_ad_count 2"),
        ("Members must meet the criteria above.", "failed_ad_count 2"),
    ],
)
def test_a_further_sentence_of_an_item_is_kept_when_it_obliges_somebody(sentence: str, expected: str) -> None:
    assert tree(item(f"{COUNT}. {sentence}")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two antidepressants have failed; adequate dose; 6 weeks each",
        "Two antidepressants have failed. Minimum: 6 weeks each. Dosage adequate.",
    ],
)
def test_what_follows_failed_drugs_is_said_of_them(text: str) -> None:
    assert set(tree(item(text)).removeprefix("all(").rstrip(")").split(", ")) == {
        "failed_ad_count 2",
        "trial_dose adequate",
        "trial_weeks 6",
    }


def test_a_severity_that_scores_define_is_those_scores() -> None:
    node = lead(
        "Depression is severe, as shown by one of these:", item("MADRS of 30 or more"), item("HAM-D of 24 or more")
    )
    assert tree(node) == "any(severity_min MADRS 30, severity_min HAM-D 24)"


def test_a_label_inside_an_item_opens_a_sentence() -> None:
    node = lead("None of the following:", item("Pregnancy Initial approval: 3 months"))
    assert tree(node) == "all(none(exclusion pregnancy), initial_auth_days 90)"
