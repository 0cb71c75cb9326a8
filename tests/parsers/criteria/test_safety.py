"""Place, staff, REMS, observation, and checks around a session."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

REMS = table("""
    The provider and the patient are both enrolled in the Spravato REMS program       => rems
    The site is REMS certified                                                        => rems
    The facility is certified under the esketamine REMS                               => rems
    Enrollment in the REMS program                                                    => rems
    receives the drug in a REMS-certified setting                                     => rems
    Dispensed only through the Risk Evaluation and Mitigation Strategy                => rems
    All REMS requirements are met                                                     => rems
    The clinic takes part in the manufacturer's REMS                                  => rems
    The setting and the provider are certified under the REMS             => rems
    The member is registered with the REMS                                => rems
    REMS certification of the site is on file                             => rems
    The site takes part in the REMS                                       => rems
    Labeled uses are described in the REMS materials                                  => nothing
    The drug is given in a REMS-certified clinic                                      => rems
    The office must be enrolled with the Spravato REMS                                => rems
    A REMS form is available from the manufacturer                                    => nothing
""")
OBSERVATION = table("""
    Provider agrees to observe the patient for a minimum of 120 minutes after each dose   => monitoring_hours 2
    The member is watched for at least two hours after each dose                          => monitoring_hours 2
    Two (2) hours of monitoring after each administration                                 => monitoring_hours 2
    The patient stays at the site for 2 hours                                             => monitoring_hours 2
    Observation lasts at least 3 hours                                                    => monitoring_hours 3
    A clinician attends for two hours following each session                              => monitoring_hours 2
    A two-hour observation period follows each dose                                       => monitoring_hours 2
    Post-dose observation of at least 2 hours                             => monitoring_hours 2
    The member stays under observation for two hours after the dose       => monitoring_hours 2
    Observation after the dose: 2 hours                                   => monitoring_hours 2
    For two hours after each session the member is observed               => monitoring_hours 2
    The patient must be monitored within 2 hours of the dose                              => nothing
    Blood pressure is checked about 40 minutes after dosing                               => nothing
""")
SITE = table("""
    Given in an outpatient hospital department or a physician's office     => site office, site outpatient_hospital
    Administered in an office or an outpatient hospital clinic             => site office, site outpatient_hospital
    Infusions take place in a hospital, as an outpatient or inpatient      => site inpatient, site outpatient_hospital
    the infusion is given in a hospital outpatient department              => site outpatient_hospital
    patients who are treated as inpatients                                 => site inpatient
    Administered during an inpatient stay                                  => site inpatient
    The infusion is given in an inpatient unit or an emergency department  => site inpatient, site emergency
    Treatment takes place in the emergency room                            => site emergency
    Given in a doctor's office or clinic                                   => site office
    Infused in the member's home                                           => site home
    May be administered in a provider's office, a hospital outpatient setting or at home
                                                             => site office, site outpatient_hospital, site home
    Place of service: office                                               => site office
    Not for home administration                                            => nothing
    Must not be taken at home                                              => nothing
    Office visit notes are included                                        => documentation chart_notes
    Dosing takes place in a physician's office                            => site office
    Covered only in the outpatient department of a hospital               => site outpatient_hospital
    The drug is given in an emergency department                          => site emergency
    The infusion is given at home                                         => site home
    Treatment is given to inpatients only                                 => site inpatient
    Outpatient hospital setting only                                      => site outpatient_hospital
    Sites: physician office, outpatient hospital                          => site office, site outpatient_hospital
    The drug is administered in a clinic or in an inpatient setting       => site office, site inpatient
    The infusion takes place in a doctor's office                         => site office
    Call the office of medical policy                                      => nothing
""")
STAFF = table("""
    Treatment takes place where advanced cardiac life support is available => personnel acls
    Infusions are given by an anesthesiologist                             => personnel anesthesia_clinician
    A nurse anesthetist is present throughout                              => personnel anesthesia_clinician
    staff trained in ACLS                                                  => personnel acls
    A CRNA supervises the infusion                                         => personnel anesthesia_clinician
    A clinician certified in advanced cardiovascular life support attends  => personnel acls
    Anesthesia professionals are on site                                   => personnel anesthesia_clinician
    An anesthesiologist administers the infusion                          => personnel anesthesia_clinician
    ACLS-certified staff are present                                      => personnel acls
    Infusions are supervised by an anesthesia provider                    => personnel anesthesia_clinician
    Someone with ACLS training is on hand                                 => personnel acls
""")
CHECKS = table("""
    A negative urine drug screen at baseline and randomly during treatment => uds baseline, uds ongoing
    A urine drug screen is negative at baseline                            => uds baseline
    Urine drug screen at baseline                                          => uds baseline
    Toxicology screening before the first dose                             => uds baseline
    Urine drug testing every three months                                  => uds ongoing
    A drug screen precedes each session                                    => uds ongoing
    A urine drug test is repeated at each renewal                          => uds ongoing
    Prescriber has reviewed the state PDMP                                 => pdmp_check
    The state prescription drug monitoring program has been checked        => pdmp_check
    The controlled substance registry was consulted                        => pdmp_check
    The prescription monitoring database has been queried                  => pdmp_check
    A urine drug screen before the start                                  => uds baseline
    Urine drug screens are repeated monthly                               => uds ongoing
    The prescriber has checked the prescription monitoring program        => pdmp_check
    A baseline urine drug test is done                                    => uds baseline
    A urine drug screen at the start and at every renewal                 => uds baseline, uds ongoing
    The state's prescription database has been checked                    => pdmp_check
    Screening for depression is done in primary care                       => nothing
""")


@every_row([*REMS, *OBSERVATION, *SITE, *STAFF, *CHECKS])
def test_setting_and_safety(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected
