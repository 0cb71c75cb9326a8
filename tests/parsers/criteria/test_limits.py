"""Limits: dose, sessions a week, devices in a period, length of a course and of an approval."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

DOSE = table("""
    Dose does not exceed 84 mg twice weekly                        => dose_max_mg 84, frequency_max_per_week 2
    Dose is 56 mg or 84 mg every other week                        => dose_max_mg 84, frequency_max_per_week 0.5
    The limit is 12 devices of 28 mg in 28 days                    => quantity_limit 12 in 28 days
    No more than 84 mg per session                                 => dose_max_mg 84
    56 mg kit: 6 kits per 28 days                                  => quantity_limit 12 in 28 days
    6 kits (56 mg or 84 mg) per 28 days for induction              => quantity_limit 18 in 28 days
    2 kits per 28 days for maintenance                             => nothing
    No more than 16 devices (28 mg each) per 28 days               => quantity_limit 16 in 28 days
    Maximum single dose: 84 mg                                     => dose_max_mg 84
    not more than one session a week and 84 mg a session           => dose_max_mg 84, frequency_max_per_week 1
    the dose is limited to 84 mg once weekly                       => dose_max_mg 84, frequency_max_per_week 1
    At most 2 sessions a week and 84 mg a session                  => dose_max_mg 84, frequency_max_per_week 2
    Up to 50 mg an infusion                                        => dose_max_mg 50
    Dosing may not go beyond 84 mg each time                       => dose_max_mg 84
    Dose: no more than 84 mg                                              => dose_max_mg 84
    84 mg is the greatest dose of a session                               => dose_max_mg 84
    Not more often than once every two weeks, at 84 mg                    => dose_max_mg 84, frequency_max_per_week 0.5
    Greatest dose per session: 84 mg                                      => dose_max_mg 84
    Doses above 84 mg are not covered                                     => dose_max_mg 84
    Given no more often than twice a week                          => frequency_max_per_week 2
    According to the prescribing information the dose is 56 mg twice weekly   => nothing
    One unit equals 1 mg                                           => nothing
    Each device holds 28 mg                                        => nothing
    0.5 mg/kg was infused over 40 minutes                          => nothing
""")
FREQUENCY = table("""
    No more than two sessions a week                               => frequency_max_per_week 2
    Sessions are limited to two per week                           => frequency_max_per_week 2
    Not to exceed 1 treatment every 7 days                         => frequency_max_per_week 1
    Infusions take place at most three times weekly                => frequency_max_per_week 3
    One session every two weeks                                    => frequency_max_per_week 0.5
    Up to 8 sessions in 28 days                                    => frequency_max_per_week 2
    Maintenance doses are given weekly                             => frequency_max_per_week 1
    Two sessions weekly at most                                           => frequency_max_per_week 2
    One dose a week                                                       => frequency_max_per_week 1
    Sessions no more often than twice a week                              => frequency_max_per_week 2
    Psychotherapy takes place weekly                               => nothing
""")
QUANTITY = table("""
    Quantity limit: 12 devices per 28 days                         => quantity_limit 12 in 28 days
    No more than 8 devices (28 mg each) every 28 days              => quantity_limit 8 in 28 days
    Maximum of four 84 mg kits per 28 days                         => quantity_limit 12 in 28 days
    336 billable units (HCPCS J0013) per 28 days                   => quantity_limit 12 in 28 days
    168 mg per week                                                => quantity_limit 6 in 7 days
    Dose is not more than 168 mg per week in the four weeks of induction   => quantity_limit 6 in 7 days
    (up to 23 nasal spray devices) for 3 months                    => quantity_limit 23 in 90 days
    24 devices a month                                             => quantity_limit 24 in 30 days
    Limited to 8 kits (56 mg) in 28 days                           => quantity_limit 16 in 28 days
    Two 84 mg kits weekly                                          => quantity_limit 6 in 7 days
    672 mg in any 28-day period                                    => quantity_limit 24 in 28 days
    72 devices per 84 days                                         => quantity_limit 72 in 84 days
    QL: 4 dose kits of 84 mg / 28 days                             => quantity_limit 12 in 28 days
    Maximum 23 sprayers within the first 90 days                   => quantity_limit 23 in 90 days
    12 (twelve) devices every four weeks                           => quantity_limit 12 in 28 days
    Up to 24 devices in 28 days                                           => quantity_limit 24 in 28 days
    No more than eight 84 mg kits in four weeks                           => quantity_limit 24 in 28 days
    Sixteen 56 mg kits per 56 days                                        => quantity_limit 32 in 56 days
    168 units of J0013 weekly                                             => quantity_limit 6 in 7 days
    6 devices a week                                                      => quantity_limit 6 in 7 days
    23 devices for the first 90 days                                      => quantity_limit 23 in 90 days
    4 kits (84 mg each) every 28 days                                     => quantity_limit 12 in 28 days
    Per 28 days: 8 devices                                                => quantity_limit 8 in 28 days
    A kit contains two or three devices                            => nothing
""")
COURSE = table("""
    Coverage is limited to 6 infusions per course                  => course_cap 6 sessions
    A course is limited to 8 sessions, and the dose to 50 mg a session   => course_cap 8 sessions, dose_max_mg 50
    A course comprises no more than 10 sessions                    => course_cap 10 sessions
    Not more than 12 treatments in a lifetime                      => course_cap 12 sessions
    Treatment is limited to 12 weeks                               => course_cap 84 days
    At most 3 repeat infusions in a year                           => course_cap 3 sessions
    Repeat infusions, no more than 5 in any year, are covered      => course_cap 5 sessions
    Approval: 5 sessions within 30 days                            => course_cap 5 sessions, initial_auth_days 30
    Up to 8 sessions over 60 days                                  => course_cap 8 sessions
    Therapy is not covered beyond 4 weeks                          => course_cap 28 days
    Total duration of treatment may not exceed 6 months            => course_cap 180 days
    One course of up to six infusions is covered                   => course_cap 6 sessions
    One course of 8 sessions is covered                                   => course_cap 8 sessions
    Up to 12 sessions are covered                                         => course_cap 12 sessions
    Treatment may not last longer than 6 months                           => course_cap 180 days
    Ten sessions at most                                                  => course_cap 10 sessions
    The course ends after 8 weeks                                         => course_cap 56 days
    Use beyond 4 weeks has not been studied                        => nothing
""")
INITIAL_LENGTH = table("""
    Coverage is provided for 3 months                              => initial_auth_days 90
    The spray will be covered under the drug benefit for 4 months when the following criteria are met
        => initial_auth_days 120
    Coverage may be granted for a period of 8 weeks                => initial_auth_days 56
    Initial PA is for 2 months                                     => initial_auth_days 60
    All of these are required for the first 3 months of treatment  => initial_auth_days 90
    Age 18 to 65 years, with approval                              => age_min 18, age_max 65
    Initial authorization is for one month                         => initial_auth_days 30
    Authorization will be issued for 12 months                     => initial_auth_days 365
    Approve for 26 weeks                                           => initial_auth_days 182
    Initial approval: 3 months; renewal: 12 months                 => initial_auth_days 90
    The first approval runs for 90 days                            => initial_auth_days 90
    The initial authorization lasts six months                     => initial_auth_days 180
    Initial requests are approved for three months                 => initial_auth_days 90
    the first approval lasts three months and later approvals last one year     => initial_auth_days 90
    An initial authorization is for 28 days                        => initial_auth_days 28
    Initial authorization will be for no more than 6 months        => initial_auth_days 180
    Length of approval: one year                                   => initial_auth_days 365
    Coverage duration is 60 days                                   => initial_auth_days 60
    Authorized for up to half a year                               => initial_auth_days 180
    Certification period: 4 weeks                                  => initial_auth_days 28
    The request, once approved, is good for 90 days                => initial_auth_days 90
    Initial treatment is approved for 3 months                     => initial_auth_days 90
    A further 90 days may be authorized                            => nothing
    Continuation is approved for 6 months                          => nothing
    Approved when two antidepressants failed within the past 12 months  => failed_ad_count 2, lookback_months 12
    First approval: 12 weeks                                              => initial_auth_days 84
    The request is approved for two months                                => initial_auth_days 60
    Approval period: six months                                           => initial_auth_days 180
    Coverage is authorized for one year                                   => initial_auth_days 365
    If approved, coverage lasts 90 days                                   => initial_auth_days 90
    The first request is good for 3 months                                => initial_auth_days 90
    A first authorization covers 6 months                                 => initial_auth_days 180
    Authorized for 12 weeks at first                                      => initial_auth_days 84
""")
RENEWAL_LENGTH = table("""
    The sum of the scores must be lower for each additional 3 months          => renewal_auth_days 90
    Initial approval: 3 months; renewal: 12 months                 => renewal_auth_days 365
    Beyond the first 8 weeks, 9 months more are approved           => renewal_auth_days 270
    Each continuation is for six months                            => renewal_auth_days 180
    Duration: 12 months                                            => renewal_auth_days 365
    Continued treatment is covered for another 180 days            => renewal_auth_days 180
    A further 90 days may be authorized                            => renewal_auth_days 90
    the first approval lasts three months and later approvals last one year  => renewal_auth_days 365
    Reauthorization lasts one year                                 => renewal_auth_days 365
    Renewals are approved for six months                           => renewal_auth_days 180
    Renewal approval: 26 weeks                                     => renewal_auth_days 182
    Continued authorization: up to 180 days                        => renewal_auth_days 180
    May be renewed in six-month increments                         => renewal_auth_days 180
    Extension for 3 more months                                    => renewal_auth_days 90
    Additional periods of 6 months may be granted                  => renewal_auth_days 180
    may be renewed for 9 months                                    => renewal_auth_days 270
    The approval is renewed for 12 months                                 => renewal_auth_days 365
    Each renewal is for 6 months                                          => renewal_auth_days 180
    Renewed every six months                                              => renewal_auth_days 180
    Subsequent approvals: one year                                        => renewal_auth_days 365
    Extended for another 3 months                                         => renewal_auth_days 90
    Further treatment is authorized for 26 weeks                          => renewal_auth_days 182
    Renewals run for 12 months                                            => renewal_auth_days 365
    A renewal is good for one year                                        => renewal_auth_days 365
    Each further approval lasts 6 months                                  => renewal_auth_days 180
    Continued for 180 days at a time                                      => renewal_auth_days 180
    Initial approval: 3 months                                     => nothing
""")


@every_row([*DOSE, *FREQUENCY])
def test_dose_and_frequency(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(QUANTITY)
def test_quantity(text: str, expected: set[str]) -> None:
    assert {leaf for leaf in leaves(text) if leaf.startswith("quantity")} == expected - {"nothing"}


@every_row(COURSE)
def test_length_of_a_course(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(INITIAL_LENGTH)
def test_length_of_an_initial_approval(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(RENEWAL_LENGTH)
def test_length_of_a_renewal(text: str, expected: set[str]) -> None:
    assert {leaf for leaf in leaves(text, phase="renewal") if leaf.startswith("renewal_auth")} == expected
