"""Setting and safety in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    A urine drug screen is at the discretion of the clinic
        => nothing
    The place is a doctor's office or an emergency department
        => site emergency, site office
    A clinician experienced in anesthesia gives the infusion
        => personnel anesthesia_clinician
    The clinic is on the Spravato REMS list
        => rems
    The patient is enrolled in the REMS
        => rems
    The patient stays under observation for two hours
        => monitoring_hours 2
    Supervision continues for at least 120 minutes after the dose
        => monitoring_hours 2
    A two-hour observation follows each session
        => monitoring_hours 2
    Administered in a doctor's office or clinic
        => site office
    Given in a physician office, hospital outpatient department or infusion center
        => site office, site outpatient_hospital
    Physician's office, or outpatient hospital clinic.
        => site office, site outpatient_hospital
    A person trained in advanced cardiac life support is on hand
        => personnel acls
    ACLS-certified staff are present
        => personnel acls
    An anesthesiologist or nurse anesthetist gives the infusion
        => personnel anesthesia_clinician
    A drug screen of the urine is negative at baseline
        => uds baseline
    Urine toxicology before the first dose
        => uds baseline
    Urine is tested for drugs before treatment and at each renewal
        => uds baseline, uds ongoing
    Random urine drug tests during treatment
        => uds ongoing
    The state's prescription monitoring database has been looked up
        => pdmp_check
    The prescriber has checked the controlled-substance database
        => pdmp_check
    PMP report reviewed
        => pdmp_check
    The state's controlled substance monitoring program was queried
        => pdmp_check
    Given and dosed in a certified treatment center
        => rems
    Staff keep an eye on the patient, who remains on site until safe, never below two hours
        => monitoring_hours 2
    Our program honors the REMS that the agency set up
        => nothing
    The drug is not paid for when it is handed to a member to use at home
        => nothing
    Given in the office, never at home
        => site office
    Self-administration at home is excluded
        => nothing
    Unsigned requests are sent back to the clinic
        => nothing
    The reviewer's letter reaches the office by mail
        => nothing
""")


@every_row(INITIAL)
def test_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected
