"""Whether an oral antidepressant is asked for alongside."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

REQUIRED = table("""
    Spravato will be administered in conjunction with an oral antidepressant          => oral_ad required
    Spravato is not used as monotherapy                                               => oral_ad required
    Member continues to take an oral antidepressant                                   => oral_ad required
    the member takes an oral antidepressant                                           => oral_ad required
    the member still takes an oral antidepressant                                     => oral_ad required
    An oral antidepressant is continued                                               => oral_ad required
    Used with an oral antidepressant                                                  => oral_ad required
    An oral antidepressant is started or optimized at the same time                   => oral_ad required
    Paired with an oral antidepressant                                                => oral_ad required
    Concomitant oral antidepressant therapy is documented                             => oral_ad required
    A newly initiated oral antidepressant accompanies esketamine                      => oral_ad required
    The member remains on an oral antidepressant                                      => oral_ad required
    An antidepressant taken by mouth is part of the regimen                           => oral_ad required
    Must not be given without an oral antidepressant                                  => oral_ad required
    Monotherapy is not covered                                                        => oral_ad required
    Esketamine is an add-on to an oral antidepressant                                 => oral_ad required
    Currently prescribed an oral antidepressant                                       => oral_ad required
    Is on a stable dose of an oral antidepressant                                     => oral_ad required
    An oral antidepressant is given at the same time                                  => oral_ad required
    Patient has an active prescription for an oral antidepressant                     => oral_ad required
    An oral antidepressant is part of the treatment                       => oral_ad required
    The spray is combined with an antidepressant by mouth                 => oral_ad required
    The member will be on an oral antidepressant during treatment         => oral_ad required
    Concurrent oral antidepressant: required                              => oral_ad required
    The drug is taken alongside an oral antidepressant                    => oral_ad required
    An oral antidepressant has been started                               => oral_ad required
    It is not enough to take esketamine alone                             => oral_ad required
    Not to be used as monotherapy                                         => oral_ad required
    An oral antidepressant is still part of treatment                     => oral_ad required
""")
NOT_REQUIRED = table("""
    Spravato may be used alone or in conjunction with an oral antidepressant          => oral_ad not_required
    An oral antidepressant is no longer required                                      => oral_ad not_required
    We do not require an oral antidepressant                                          => oral_ad not_required
    Approval does not depend on an oral antidepressant                                => oral_ad not_required
    Use with an oral antidepressant is not mandated                                   => oral_ad not_required
    Use of an oral antidepressant is left to the prescriber                           => oral_ad not_required
    Concurrent oral antidepressant: not applicable                                    => oral_ad not_required
    The member may or may not be taking an oral antidepressant                        => oral_ad not_required
    An oral antidepressant does not have to be taken along with it                    => oral_ad not_required
    With or without an oral antidepressant                                            => oral_ad not_required
    Esketamine may be given alone                                                     => oral_ad not_required
    As monotherapy or in conjunction with an oral antidepressant                      => oral_ad not_required
    In combination with an oral antidepressant or as monotherapy                      => oral_ad not_required
    Monotherapy is permitted                                                          => oral_ad not_required
    Concurrent use of an oral antidepressant is optional                              => oral_ad not_required
    No oral antidepressant needs to be taken alongside                                => oral_ad not_required
    A concomitant oral antidepressant is not mandatory                                => oral_ad not_required
    Does not need to be combined with an oral antidepressant                          => oral_ad not_required
    No oral antidepressant is required                                    => oral_ad not_required
    May be prescribed as monotherapy                                      => oral_ad not_required
    An oral antidepressant may be taken but is not required               => oral_ad not_required
    An oral antidepressant may but need not be taken                      => oral_ad not_required
    Taken with or without an antidepressant                               => oral_ad not_required
    Can be used by itself or with an oral antidepressant                  => oral_ad not_required
""")
NEITHER = table("""
    Two antidepressants have failed                                                   => failed_ad_count 2
    Trial of an antipsychotic in combination with an oral antidepressant              => augmentation_trials 1
    The names of oral antidepressants are listed below                                => nothing
""")


@every_row([*REQUIRED, *NOT_REQUIRED, *NEITHER])
def test_oral_antidepressant(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected
