"""Age, diagnosis and severity in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    A PHQ-9 score of at least 15 is on file, which means moderately severe depression
        => severity_min PHQ-9 15
    Depression, one episode or recurrent, of moderate or severe intensity
        => severity_category moderate
    Between 18 years and up to 64
        => age_max 64, age_min 18
    at least 18 and no older than 70
        => age_max 70, age_min 18
    MADRS over 27, not more than 2 weeks before the request
        => severity_min MADRS 28
    Depression of a moderate to severe degree
        => severity_category moderate
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
    A structured clinical interview for DSM-5 disorders has established a major depressive episode
        => diagnosis_standard structured_interview
    Diagnosis by DSM-5-TR criteria
        => diagnosis_standard dsm
    The diagnosis rests on the DSM
        => diagnosis_standard dsm
    Diagnosed by DSM-5 criteria and/or a structured interview
        => diagnosis_standard dsm, diagnosis_standard structured_interview
    Clinical Global Impression severity subscale at 4 or above
        => severity_min CGI-S 4
    Patient Health Questionnaire (9 items) of 15 to 27
        => severity_min PHQ-9 15
    The PHQ-9 has remained 15 or more
        => severity_min PHQ-9 15
    The MADRS must equal or surpass 28
        => severity_min MADRS 28
    MADRS score (needed: 28 or more)
        => severity_min MADRS 28
    Mild depression is not eligible
        => severity_category moderate
    Severe symptoms (MADRS of 35 or more) despite treatment
        => severity_category severe, severity_min MADRS 35
    A PHQ-9 in the severe range (20 or more)
        => severity_min PHQ-9 20
""")


@every_row(INITIAL)
def test_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected
