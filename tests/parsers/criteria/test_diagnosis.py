"""How the diagnosis is made, and how severe the depression must be."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, read_line, table

STANDARD = table("""
    Diagnosis made by DSM-5-TR criteria                                               => diagnosis_standard dsm
    Meets the current Diagnostic and Statistical Manual of Mental Disorders criteria  => diagnosis_standard dsm
    Major depression as defined in the DSM-V                                          => diagnosis_standard dsm
    Diagnosed according to the latest edition of the DSM                              => diagnosis_standard dsm
    Diagnosis confirmed by a structured clinical interview such as the SCID-5
                                                                     => diagnosis_standard structured_interview
    A structured diagnostic interview establishes the disorder       => diagnosis_standard structured_interview
    Meets DSM-5 criteria for depression by means of a structured interview  => diagnosis_standard structured_interview
    Established with the MINI International Neuropsychiatric Interview  => diagnosis_standard structured_interview
    A semi-structured interview confirmed the diagnosis              => diagnosis_standard structured_interview
    Diagnosis by DSM-5 criteria, made by a licensed clinician             => diagnosis_standard dsm
    The disorder has been diagnosed with a structured interview           => diagnosis_standard structured_interview
    DSM-IV or DSM-5 criteria for a major depressive episode are fulfilled => diagnosis_standard dsm
    A clinical interview was held                                                     => nothing
""")
SCORE = table("""
    Documented baseline severity (e.g., PHQ-9 > 14)                                   => severity_min PHQ-9 15
    A score of 20 or higher on the Montgomery-Asberg Depression Rating Scale (MADRS)  => severity_min MADRS 20
    The QIDS total at the time of application is no less than 16                      => severity_min QIDS 16
    Results of the BDI are 29 or more                                                 => severity_min BDI 29
    HAM-D (24-item) of 20 or greater                                                  => severity_min HAM-D 20
    CGI-S ≥ 4                                                                         => severity_min CGI-S 4
    MADRS (28 or above)                                                               => severity_min MADRS 28
    PHQ-9 of 15 or higher                                                             => severity_min PHQ-9 15
    PHQ-9 total score must equal or exceed 20                                         => severity_min PHQ-9 20
    PHQ-9 score exceeds 14                                                            => severity_min PHQ-9 15
    Scores at least 15 on the PHQ-9                                                   => severity_min PHQ-9 15
    A PHQ-9 no lower than 15                                                          => severity_min PHQ-9 15
    A minimum PHQ-9 score of 15                                                       => severity_min PHQ-9 15
    A minimum score of 28 on the MADRS                                                => severity_min MADRS 28
    Hamilton Depression Rating Scale (HAM-D17) total of twenty or more                => severity_min HAM-D 20
    17-item HAM-D: 18 points or more                                                  => severity_min HAM-D 18
    HDRS-17 >= 17                                                                     => severity_min HAM-D 17
    Beck Depression Inventory-II score of 29 or above                                 => severity_min BDI 29
    QIDS-SR16 above 10                                                                => severity_min QIDS 11
    Quick Inventory of Depressive Symptomatology score of at least 16                 => severity_min QIDS 16
    Clinical Global Impression - Severity score of 4 or greater                       => severity_min CGI-S 4
    Patient Health Questionnaire-9 (PHQ-9) score is 15 or more                        => severity_min PHQ-9 15
    Baseline MADRS of ≥28 within the past 30 days                                     => severity_min MADRS 28
    MADRS between 28 and 60                                                           => severity_min MADRS 28
    PHQ-9 at or above 15                                                  => severity_min PHQ-9 15
    A PHQ-9 result of 15 points or more                                   => severity_min PHQ-9 15
    The PHQ-9 must be 20+                                                 => severity_min PHQ-9 20
    Score on the MADRS is at least 28                                     => severity_min MADRS 28
    A baseline MADRS (Montgomery-Asberg) total of no less than 20         => severity_min MADRS 20
    MADRS score 28 or up                                                  => severity_min MADRS 28
    at least 17 points on the HAM-D scale                                 => severity_min HAM-D 17
    HAM-D17 ≥ 20, or MADRS ≥ 28
        => severity_min HAM-D 20, severity_min MADRS 28
    A QIDS-SR of 16 or more in the two weeks before the request           => severity_min QIDS 16
    Depression severity is at least moderate (PHQ-9 of 10 or more) => severity_min PHQ-9 10, severity_category moderate
    The PHQ-9 must not be below 15                                        => severity_min PHQ-9 15
    A PHQ-9 score in the range of 15 to 27                                => severity_min PHQ-9 15
    PHQ-9: 20 or above                                                    => severity_min PHQ-9 20
    The total score is 20 or more on the PHQ-9                            => severity_min PHQ-9 20
    MADRS, total of at least 28 points                                    => severity_min MADRS 28
    CGI severity rating of 5 or higher                                    => severity_min CGI-S 5
    A baseline PHQ-9 has been recorded                                                => nothing
    PHQ-9 measured within 14 days before the request                                  => nothing
    The 9 items of the PHQ-9 are completed                                            => nothing
    PHQ-9 of 4 or less                                                                => nothing
""")
GRADE = table("""
    Moderate to severe major depressive disorder                                      => severity_category moderate
    The depressive episode is rated severe                                            => severity_category severe
    Severe major depressive disorder, single or recurrent episode                     => severity_category severe
    Major depressive disorder of at least moderate severity                           => severity_category moderate
    has major depressive disorder, at least moderate in severity                      => severity_category moderate
    The current episode is graded as moderate or worse                                => severity_category moderate
    Depression is moderate or severe                                                  => severity_category moderate
    Major depressive disorder (moderate-to-severe)                                    => severity_category moderate
    Moderately severe depression                                                      => severity_category moderate
    Severity of the illness is severe                                                 => severity_category severe
    Symptoms of depression are severe                                                 => severity_category severe
    Severely depressed                                                                => severity_category severe
    Depression of severe degree                                           => severity_category severe
    The illness is moderate to severe                                     => severity_category moderate
    A severe depressive episode without psychotic features
        => severity_category severe, exclusion psychosis
    At least a moderate episode of depression                             => severity_category moderate
    Severe hepatic impairment is documented                                           => nothing
    Mild, moderate or severe side effects are reported                                => nothing
""")


@every_row(STANDARD)
def test_diagnostic_standard(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(SCORE)
def test_least_score(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(GRADE)
def test_severity_in_words(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


def test_scores_named_side_by_side_are_alternatives() -> None:
    assert read_line("Either a MADRS total score ≥ 28 or a HAM-D score ≥ 22") == (
        "any(severity_min MADRS 28, severity_min HAM-D 22)"
    )


def test_one_score_may_be_told_for_several_scales() -> None:
    assert read_line("Severity was measured with either the MADRS (28 or above) or the HAM-D (17 or above)") == (
        "any(severity_min MADRS 28, severity_min HAM-D 17)"
    )


def test_some_of_several_scores() -> None:
    assert read_line(
        "At least two of these three scores: PHQ-9 of 20 or more, MADRS of 30 or more, CGI-S of 5 or more"
    ) == ("at_least2(severity_min PHQ-9 20, severity_min MADRS 30, severity_min CGI-S 5)")


def test_a_scale_and_a_grade_joined_by_and_are_both_asked_for() -> None:
    assert (
        read_line("Severe depression and a PHQ-9 score of 20 or more")
        == "all(severity_min PHQ-9 20, severity_category severe)"
    )
