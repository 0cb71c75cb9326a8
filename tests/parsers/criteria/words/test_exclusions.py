"""Exclusions and remission in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

import pytest

from parsers.criteria.wording import read_words
from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    Members with dementia or epilepsy do not qualify
        => exclusion dementia, exclusion seizure_disorder
    Freedom from dementia and from epilepsy
        => exclusion dementia, exclusion seizure_disorder
    Pregnancy and psychosis rule the drug out
        => exclusion pregnancy, exclusion psychosis
    Dementia or epilepsy rules this spray out.
        => exclusion dementia, exclusion seizure_disorder
    Dementia or epilepsy rules it out.
        => exclusion dementia, exclusion seizure_disorder
    Dementia and bipolar disorder are not in the chart
        => exclusion bipolar, exclusion dementia
    A seizure disorder has never been diagnosed
        => exclusion seizure_disorder
    No alcohol use disorder, except one that has been in remission for 3 months
        => sud_remission_months 3
    There is no substance use disorder unless it has remitted for a year
        => sud_remission_months 12
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
        => sud_remission_months 3
    No substance use disorder, or clean for 90 days
        => sud_remission_months 3
    Substance use disorder, if any, in remission 3 months
        => sud_remission_months 3
    Has abstained from drugs and alcohol for 3 months
        => sud_remission_months 3
    Drug-free for at least one month after a substance use disorder
        => sud_remission_months 1
    High blood pressure, where it exists, is adequately treated
        => exclusion uncontrolled_hypertension
    Three drugs for depression were tried without response (8 weeks each) and there is no substance use disorder
        => exclusion substance_use_disorder, failed_ad_count 3, trial_weeks 8
    No trial is required of an agent to which the member is hypersensitive
        => nothing
""")
UNDER_A_LEAD_IN = (
    (
        "Who should not be treated.",
        "Persons with dementia, or with psychosis",
        ["exclusion dementia", "exclusion psychosis"],
    ),
    (
        "Not to be given to",
        "Pregnant members (urine is screened for drugs at baseline)",
        ["exclusion pregnancy", "uds baseline"],
    ),
    ("Exclusions", "Psychosis, now or in the past", ["exclusion psychosis"]),
    ("Exclusions", "Schizophrenia or another psychotic disorder, now or in the past", ["exclusion psychosis"]),
    (
        "Exclusions",
        "psychosis, dementia, borderline or antisocial personality disorder",
        ["exclusion dementia", "exclusion personality_disorder", "exclusion psychosis"],
    ),
)


@every_row(INITIAL)
def test_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@pytest.mark.parametrize(("topic", "text", "expected"), UNDER_A_LEAD_IN)
def test_an_item_means_something_under_its_lead_in(topic: str, text: str, expected: list[str]) -> None:
    assert sorted(leaves(text, topic=read_words(topic))) == expected
