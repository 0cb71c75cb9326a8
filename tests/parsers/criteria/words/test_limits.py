"""Limits and paperwork in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    I certify and attest that the medical record supports each answer
        => documentation attestation
    The medical record must hold what an audit would ask for
        => nothing
    Send the office visit notes
        => documentation chart_notes
    No more than two DOS in a week
        => frequency_max_per_week 2
    Up to 4 months at first
        => initial_auth_days 120
    One unit = 28 mg. Limit: 12 units per 28 days
        => quantity_limit 12 in 28 days
    84 mg once weekly at most, that is 12 devices per 28 days
        => dose_max_mg 84, frequency_max_per_week 1, quantity_limit 12 in 28 days
    Treatment is started at 56 mg and goes on at 84 mg twice a week for four weeks, then weekly
        => nothing
    Weeks 1 to 4: 56 mg or 84 mg twice weekly; from week 9 on: every two weeks
        => nothing
    In the label the first dose is 56 mg and the ceiling 84 mg
        => nothing
    Dosing (for reference): 84 mg twice weekly
        => nothing
    Up to 84 mg twice weekly is approved in weeks 1 to 4
        => dose_max_mg 84, frequency_max_per_week 2
    Spravato, first 3 months (no more than 23 devices)
        => initial_auth_days 90, quantity_limit 23 in 90 days
    Esketamine for depression, initial (6 months)
        => initial_auth_days 180
    First PA: two months
        => initial_auth_days 60
    Approvals, first or renewed, are for six months.
        => initial_auth_days 180
    Up to 24 devices are authorized in the first 28 days
        => quantity_limit 24 in 28 days
    Initial: 8 kits of 84 mg per 28 days
        => quantity_limit 24 in 28 days
    1 unit = 28 mg (one device). For every indication: 24 units per 28 days.
        => quantity_limit 24 in 28 days
    Two 84 mg kits per week
        => quantity_limit 6 in 7 days
    No more than four kits (84 mg) in 28 days
        => quantity_limit 12 in 28 days
    23 devices in the first 28 days
        => quantity_limit 23 in 28 days
    Quantity is limited to twelve devices each month
        => quantity_limit 12 in 30 days
    Limit: 24 nasal spray devices/28 days
        => quantity_limit 24 in 28 days
    672 mg per 28 days
        => quantity_limit 24 in 28 days
    8 dose kits of 56 mg a month
        => quantity_limit 16 in 30 days
    84 mg in one session; 2 sessions in one week.
        => dose_max_mg 84, frequency_max_per_week 2
    Two sessions a week at most
        => frequency_max_per_week 2
    No more often than once weekly
        => frequency_max_per_week 1
    The largest dose is 84 mg
        => dose_max_mg 84
    Not above 84 mg per visit
        => dose_max_mg 84
    A course is limited to six infusions
        => course_cap 6 sessions
    No more than 8 sessions in all
        => course_cap 8 sessions
    Treatment ends after 90 days
        => course_cap 90 days
    Initial coverage will be for no more than 90 days
        => initial_auth_days 90
    Coverage is granted for eight weeks
        => initial_auth_days 56
    Approved for the duration of the 4-week induction
        => initial_auth_days 28
    Spravato (esketamine) will be approved in plan year duration (365 days)
        => initial_auth_days 365
    When every requirement is met, 90 days are authorized
        => initial_auth_days 90
    First approval: one month
        => initial_auth_days 30
    The first authorization runs for 3 months
        => initial_auth_days 90
    Length of authorization: 1 year
        => initial_auth_days 365
    Initial authorization not to exceed 3 months
        => initial_auth_days 90
    Confirmed by pharmacy claims
        => documentation claims
    pharmacy claims are reviewed for these trials
        => documentation claims
    Prescription claims must bear out the trials
        => documentation claims
    Chart notes are attached
        => documentation chart_notes
    The prescriber attests to it
        => documentation attestation
    Submit medical records
        => documentation chart_notes
    Documented in the medical record
        => documentation chart_notes
    Approval is for 4 months if none of three antidepressants (at a full dose, for 10 weeks) worked
        => failed_ad_count 3, initial_auth_days 120, trial_dose adequate, trial_weeks 10
    Treatments are typically given two times weekly in the beginning
        => nothing
    Session limit: 7 per series
        => course_cap 7 sessions
    Sessions: no more than 2 per week
        => frequency_max_per_week 2
    Up to 16 of the 28 mg devices in 28 days
        => quantity_limit 16 in 28 days
    20 nasal sprays per 28 days
        => quantity_limit 20 in 28 days
    Payable for 10 weeks in all
        => course_cap 70 days
    Dosed at most once per week
        => frequency_max_per_week 1
    The initial authorization runs for 6 months in all
        => initial_auth_days 180
    Sessions at least two weeks apart
        => frequency_max_per_week 0.5
    Sessions no closer together than 14 days
        => frequency_max_per_week 0.5
    QL = 16 units every 28 days
        => quantity_limit 16 in 28 days
    Up to 6 devices in the first week
        => quantity_limit 6 in 7 days
    An initial request of 120 days
        => initial_auth_days 120
    No first approval lasts longer than 60 days
        => initial_auth_days 60
    Please note that the BDI has 21 items
        => nothing
""")


@every_row(INITIAL)
def test_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected
