"""Sentences on how a plan works and on a disease at large ask for nothing; what they resemble still asks."""

from __future__ import annotations

import pytest

from parsers.criteria.families import findings_in
from tests.parsers.criteria.reading import leaves

TOLD = (
    "Bills for three or more sessions in one week are pulled aside and held for audit.",
    "Report POS 11 when the spray is taken in an office, POS 22 when in an outpatient hospital.",
    "Claims must list modifier JZ and the NDC.",
    "People aged 65 or over may have lower costs under Part D.",
    "Coinsurance for a specialist visit is 20 percent.",
    "Federal law may require coverage of other drugs for children under 21.",
    "New chart notes can be sent along with your appeal.",
    "A clinic may bill for a nurse who is enrolled.",
    "Offices that test patients of 13 years and older receive a yearly bonus.",
    "The program tracks how long members stay on an antidepressant.",
    "Depression is the main cause of disability in people aged 15 to 44.",
    "One adult out of three fails two antidepressants.",
    "Electroconvulsive therapy is often used when several drugs have failed.",
    "People with moderate or severe depression often need more than one treatment.",
    "Federal rules restrict the spray to health care settings with monitoring for two hours.",
    "The product is sold only through a safety program, and each patient is observed for two hours.",
    "In a large trial 84 mg was not better than 56 mg.",
    "Adherence was above 90% in all groups.",
    "Treatment center name, street, REMS number:",
    "Name of consulting psychiatrist, if applicable:",
    "Setting of care: office / hospital outpatient / other (specify):",
)
ASKED = (
    ("Claims for more than two sessions a week are denied.", "frequency_max_per_week"),
    ("Claims history must show two failed antidepressants.", "failed_ad_count"),
    ("The drug is given in an office or an outpatient hospital.", "site"),
    ("The site is certified in the REMS.", "rems"),
    ("Documentation of the REMS enrollment number is required.", "rems"),
    ("The office must submit chart notes that show the response.", "documentation"),
    ("The psychiatrist must sign the request form.", "prescriber"),
    ("The patient is monitored for two hours after each dose.", "monitoring_hours"),
    ("Patients with severe depression may receive the drug.", "severity_category"),
    ("In one trial a second agent was added as augmentation.", "augmentation_trials"),
    ("Adherence was above 80% in each trial.", "trial_adherence_pct"),
)


@pytest.mark.parametrize("text", TOLD)
def test_what_a_plan_tells_of_itself_asks_for_nothing(text: str) -> None:
    assert leaves(text) == leaves(text, phase="renewal") == set()


@pytest.mark.parametrize(("text", "key"), ASKED)
def test_a_demand_in_the_same_words_still_asks(text: str, key: str) -> None:
    assert key in {finding.key for finding in findings_in(text)}
