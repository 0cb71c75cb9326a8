"""The youngest and the oldest patient admitted, in every dress that payers give an age."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

AGE = table("""
    Is the client greater than or equal to (≥) 18 years of age?    => age_min 18
    No older than (<=) 64 years                                    => age_max 64
    Patient is 18 years of age or older                                   => age_min 18
    Member must be at least eighteen (18) years old                       => age_min 18
    Enrollee has attained the age of 18                                   => age_min 18
    The client has reached the eighteenth birthday                        => age_min 18
    Recipient has reached his or her 18th birthday                        => age_min 18
    If the employee is at least 18                                        => age_min 18
    Adult patient with a confirmed diagnosis                              => age_min 18
    Use is limited to adults                                              => age_min 18
    Member is 18+ years                                                   => age_min 18
    Age: 18 and up                                                        => age_min 18
    The person being treated is not younger than 18 years                 => age_min 18
    Minimum age: 18 years                                                 => age_min 18
    Age greater than or equal to 18 years                                 => age_min 18
    The patient's age is 18 years or above                                => age_min 18
    Beneficiary aged eighteen years and over                              => age_min 18
    Ages 21 and older                                                     => age_min 21
    Is no less than 18 years old                                          => age_min 18
    Individual is over 18                                                 => age_min 18
    Not approved for members under 18 years of age                        => age_min 18
    Pediatric patients (younger than 18 years) are not eligible           => age_min 18
    Age ≥ 18 and < 65 years                                               => age_min 18, age_max 64
    Age > 18 and < 65                                                     => age_min 18, age_max 64
    Individual is between 18 and 64 years of age                          => age_min 18, age_max 64
    Individual is between the ages of 18 and 64                           => age_min 18, age_max 64
    For patients aged 18 through 64 years                                 => age_min 18, age_max 64
    Ages 18-64                                                            => age_min 18, age_max 64
    At least 18 years of age but not yet 65                               => age_min 18, age_max 64
    Adults up to and including 70 years of age                            => age_min 18, age_max 70
    From 18 to 75 years old, inclusive                                    => age_min 18, age_max 75
    Has not yet reached the age of 65                                     => age_max 64
    Members aged 65 and older are not eligible                            => age_max 64
    Not for members under 18                                              => age_min 18
    Not intended for use in those under the age of 18                     => age_min 18
    Members over 65 are not eligible                                      => age_max 65
    Patient must not be older than 65 years                               => age_max 65
    Patient is 65 years of age or younger                                 => age_max 65
    Failure of two antidepressants within the past 5 years                => failed_ad_count 2, lookback_months 60
    The person is an adult                                                => age_min 18
    Aged 18 or more                                                       => age_min 18
    Members must have turned 18                                           => age_min 18
    At the time of the request the patient is at least eighteen           => age_min 18
    for use in patients 18 years and up                                   => age_min 18
    No one under the age of 18                                            => age_min 18
    Patient age: ≥18                                                      => age_min 18
    Age limit: 18 to 69 years                                             => age_min 18, age_max 69
    Coverage ends at the 65th birthday                                    => age_max 64
    The member is neither younger than 18 nor older than 70               => age_min 18, age_max 70
    Must be 18 through 64 years old                                       => age_min 18, age_max 64
    Not less than 18 nor more than 65 years of age                        => age_min 18, age_max 65
    Age restriction: must be at least 18 years old                        => age_min 18
    Older than 17 years                                                   => age_min 17
    The patient is 18 years old or more                                   => age_min 18
    Eighteen years of age at the least                                    => age_min 18
    Only for persons who are 18 or older                                  => age_min 18
    Not for use in anyone below 18 years                                  => age_min 18
    The age of the member is from 18 up to 64 years                       => age_min 18, age_max 64
    The member may not be over 65 years of age                            => age_max 65
    Members older than 64 years are excluded                              => age_max 64
    The prescriber has 10 years of experience                             => nothing
    Adult dose trials are described elsewhere                             => nothing
""")
UNDER_A_DENIAL = table("""
    The member is younger than 18 years                                   => age_min 18
    Age under 18                                                          => age_min 18
    Age over 65 years                                                     => age_max 65
    65 years of age or older                                              => age_max 64
""")


@every_row(AGE)
def test_age(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(UNDER_A_DENIAL)
def test_age_that_is_turned_away(text: str, expected: set[str]) -> None:
    assert leaves(text, topic="a request is denied if any of the following applies:") == expected
