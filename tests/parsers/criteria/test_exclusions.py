"""Conditions that bar coverage, remission, and what a denial asks for by the contrary."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, read_line, table

NAMED = table("""
    Absence of unacceptable toxicity from the drug, such as cognitive impairment or cystitis   => nothing
    No serious adverse effects of treatment, for instance seizures                             => nothing
    No history of psychosis, mania or dementia
        => exclusion psychosis, exclusion bipolar, exclusion dementia
    Member does not have an active substance use disorder                  => exclusion substance_use_disorder
    Not covered in patients with a personality disorder or pregnancy
        => exclusion pregnancy, exclusion personality_disorder
    Patient is not currently pregnant or breastfeeding
        => exclusion pregnancy, exclusion breastfeeding
    Uncontrolled hypertension (BP > 140/90) has been excluded              => exclusion uncontrolled_hypertension
    Blood pressure is controlled                                           => exclusion uncontrolled_hypertension
    who have neither bipolar disorder nor dementia                         => exclusion bipolar, exclusion dementia
    The member is free of psychotic symptoms                               => exclusion psychosis
    Absence of an aneurysm, of arteriovenous malformation and of past intracranial hemorrhage
        => exclusion aneurysmal_vascular_disease, exclusion arteriovenous_malformation,
        exclusion intracerebral_hemorrhage
    No claim or diagnosis of aneurysmal vascular disease or an arteriovenous malformation
        => exclusion aneurysmal_vascular_disease, exclusion arteriovenous_malformation
    Psychosis has been ruled out                                           => exclusion psychosis
    Has never had a manic episode or a seizure
        => exclusion bipolar, exclusion seizure_disorder
    Is without psychotic features                                          => exclusion psychosis
    The patient is neither pregnant nor breast-feeding
        => exclusion pregnancy, exclusion breastfeeding
    Dementia, delirium and epilepsy are absent
        => exclusion dementia, exclusion delirium, exclusion seizure_disorder
    No known allergy to ketamine                                           => exclusion hypersensitivity
    Patients with schizophrenia are excluded                               => exclusion psychosis
    Members with an unstable cardiac condition are not eligible            => exclusion unstable_cardiac_condition
    No cystitis, no liver cirrhosis
        => exclusion cystitis, exclusion liver_cirrhosis
    Has none of these: psychosis, recent myocardial infarction
        => exclusion psychosis, exclusion myocardial_infarction
    A history of psychosis is documented                                   => nothing
    No more than two sessions a week are approved                          => frequency_max_per_week 2
    The member does not suffer from psychosis                             => exclusion psychosis
    The member has never been diagnosed with bipolar disorder             => exclusion bipolar
    No dementia, no psychosis and no pregnancy
        => exclusion dementia, exclusion psychosis, exclusion pregnancy
    Members who are pregnant are not eligible                             => exclusion pregnancy
    Contraindications such as aneurysmal vascular disease have been excluded => exclusion aneurysmal_vascular_disease
    There is no history of seizures                                       => exclusion seizure_disorder
    Bipolar disorder rules out coverage                                   => exclusion bipolar
    A personality disorder has been ruled out                             => exclusion personality_disorder
    Blood pressure is under control                                       => exclusion uncontrolled_hypertension
    Hypertension, if present, is controlled                               => exclusion uncontrolled_hypertension
    The member must not be pregnant                                       => exclusion pregnancy
    No allergy to esketamine or ketamine                                  => exclusion hypersensitivity
    No history of aneurysm or arteriovenous malformation
        => exclusion aneurysmal_vascular_disease, exclusion arteriovenous_malformation
    Bipolar disorder is absent                                            => exclusion bipolar
    Persons with dementia are not covered                                 => exclusion dementia
    The member has no seizure disorder and is not pregnant
        => exclusion seizure_disorder, exclusion pregnancy
    Hypersensitivity to ketamine excludes coverage                        => exclusion hypersensitivity
    Current alcohol or drug misuse has been ruled out                     => exclusion substance_use_disorder
    The drug is not given to pregnant women                               => exclusion pregnancy
    No other drug is tried                                                 => nothing
    There is no contraindication to treatment                              => nothing
    No prior authorization is needed                                       => nothing
    Treatment has not been studied in dementia                             => nothing
""")
REMISSION = table("""
    Any substance use disorder has been in remission for at least three (3) months      => sud_remission_months 3
    has been in remission for at least three months if there is a history of substance use disorder
                                                                                        => sud_remission_months 3
    Individuals with a history of substance use disorder have been abstinent for at least one month
                                                                                        => sud_remission_months 1
    Sober for 90 days where alcohol use disorder is in the history                      => sud_remission_months 3
    Past drug dependence with at least 26 weeks of sustained abstinence                 => sud_remission_months 6
    Free of alcohol and illicit drug use for one year                                   => sud_remission_months 12
    A substance use disorder, if any, remitted no less than six months ago              => sud_remission_months 6
    No substance use disorder within the past 12 months                                 => sud_remission_months 12
    No substance abuse in the last six months                                           => sud_remission_months 6
    Has been free of alcohol and drugs for 3 months                       => sud_remission_months 3
    At least 90 days of abstinence from alcohol and illicit drugs         => sud_remission_months 3
    A past substance use disorder must have been in remission for a year  => sud_remission_months 12
    Substance use disorder in remission for no less than 12 weeks         => sud_remission_months 3
    An addiction has been in remission for half a year or longer          => sud_remission_months 6
""")
BARRED = table("""
    psychosis                                                              => exclusion psychosis
    Psychotic disorder, current or past                                    => exclusion psychosis
    Hypersensitivity to esketamine, ketamine or any excipient              => exclusion hypersensitivity
    active substance use disorder                                          => exclusion substance_use_disorder
    History of intracerebral hemorrhage                                    => exclusion intracerebral_hemorrhage
    Cirrhosis of the liver                                                 => exclusion cirrhosis_of_the_liver
    Pregnancy or breastfeeding
        => exclusion pregnancy, exclusion breastfeeding
    Current or prior bipolar disorder                                      => exclusion bipolar
    Severe hepatic impairment                                              => exclusion severe_hepatic_impairment
    the member has dementia                                                => exclusion dementia
    the member is pregnant                                                 => exclusion pregnancy
""")
BY_THE_CONTRARY = table("""
    fewer than three antidepressants have failed                           => failed_ad_count 3
    the prescriber is not a psychiatrist                                   => prescriber psychiatrist
    the member is not taking an oral antidepressant together with the spray  => oral_ad required
    the site is not certified under the REMS                               => rems
    the member has not failed at least two antidepressants                 => failed_ad_count 2
    no structured clinical interview was held                              => diagnosis_standard structured_interview
    the PHQ-9 score is below 15                                            => severity_min PHQ-9 15
    the drug is used as monotherapy                                        => oral_ad required
""")


@every_row(NAMED)
def test_conditions_that_bar(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(REMISSION)
def test_remission(text: str, expected: set[str]) -> None:
    assert leaves(text) - {"exclusion substance_use_disorder"} == expected


@every_row(BARRED)
def test_items_of_a_list_of_bars(text: str, expected: set[str]) -> None:
    assert leaves(text, topic="the member has none of the following:") == expected


@every_row(BARRED)
def test_items_of_a_list_of_bars_inside_a_list_of_criteria(text: str, expected: set[str]) -> None:
    topic = "esketamine is medically necessary when all of the following are met: | none of the following:"
    assert leaves(text, topic=topic) == expected


@every_row(BY_THE_CONTRARY)
def test_a_denial_asks_for_the_contrary(text: str, expected: set[str]) -> None:
    assert leaves(text, topic="a request is denied if any of the following applies:") == expected


def test_an_exclusion_that_the_prescriber_may_lift_is_an_alternative_to_his_judgement() -> None:
    read = read_line("No bipolar disorder, unless the prescriber documents that benefits outweigh risks")
    assert read == "any(none(exclusion bipolar), unparsed)"


def test_an_exclusion_that_treatment_lifts() -> None:
    read = read_line(
        "Coverage will not be provided for members with a moderate or severe alcohol use disorder that is not"
        " currently being treated"
    )
    assert read == "any(none(exclusion substance_use_disorder), unparsed)"


def test_remission_lifts_only_the_substance_use_disorder() -> None:
    read = read_line(
        "None of the following: psychosis, pregnancy, alcohol use disorder unless in sustained remission for 3 months"
    )
    assert read == (
        "all(none(exclusion psychosis, exclusion pregnancy), any(none(exclusion substance_use_disorder),"
        " sud_remission_months 3))"
    )
