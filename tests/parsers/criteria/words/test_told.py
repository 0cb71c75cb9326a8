"""Prose that tells of research, of debate or of what a score is called asks for nothing."""

from __future__ import annotations

import pytest

from tests.parsers.criteria.reading import leaves

TOLD = (
    "They should list the antidepressants and the augmenting agents tried, with dates",
    "An open-label extension has data up to about 3 years",
    "A score of 10 to 14 on the PHQ-9 is moderate",
    "20 points on the MADRS means moderate depression",
    "In the flexible-dose study (n=223) subjects had failed two to five drugs, and MADRS was 28 or more.",
    "In members of 65 years or older benefit was not proved.",
    "A study restricted to people of 65 years and above failed on its primary measure.",
    "TRANSFORM-2 enrolled adults 18 to 64 years of age; all had failed at least two antidepressants.",
    "About 8.9 million take medicine for it and 2.8 million of those do not improve with two trials.",
    "On the HAM-D, 24 or more is very severe.",
    "Scores of 20 to 34 on the MADRS are usually called moderate.",
    "The Board discussed six-week trials, three failures and a rule on psychotherapy, and dropped all three.",
    "The company's pharmacy committee read the label, five trials and the report of the State's review board",
    "The pooled trials enrolled adults of 21 to 60 years with a MADRS of 30 or more",
    "The state's drug board heard two motions on six-week trials and voted both down",
    "In people over 70 efficacy has not been shown",
    "Of 350 charts, 40% named one failed antidepressant",
    "A MADRS of 20 to 33 is commonly called moderate",
    "The original approval of 2031 was with an oral antidepressant for adults",
    "A MADRS of 11 or less is termed remission",
    "For teaching, a PHQ-9 of 15 or more is the usual cut",
    "Adults with a plan for suicide were kept out",
)


@pytest.mark.parametrize("text", TOLD)
def test_research_debate_and_definitions_ask_for_nothing(text: str) -> None:
    assert leaves(text) == leaves(text, phase="renewal") == set()
