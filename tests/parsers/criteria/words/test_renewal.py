"""Renewal in other words: one row for each form of English that the rules were widened to."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

RENEWAL = table("""
    The antidepressant is still in use
        => oral_ad required
    It may be followed by others of 90 days
        => renewal_auth_days 90
    Another 3 months, if the member has improved
        => renewal_auth_days 90, renewal_response benefit
    Six months at a time, as long as symptoms have eased
        => renewal_auth_days 180, renewal_response benefit
    Use may go on for 12 months more
        => renewal_auth_days 365
    Renewed for another six months
        => renewal_auth_days 180
    An authorization is extended for six months more
        => renewal_auth_days 180
    Renewals are for 6 months.
        => renewal_auth_days 180
    Both must hold for a further 12 months:
        => renewal_auth_days 365
    Reauthorization lasts 12 months
        => renewal_auth_days 365
    Renewal for 12 months is given when the PHQ-9 or MADRS total is at least 50% below the starting value
        => renewal_auth_days 365, renewal_response 50%
    The score on a rating scale is better than at baseline.
        => renewal_response scale_improved
    A standardized depression rating shows improvement over the pretreatment rating
        => renewal_response scale_improved
    A depression scale shows an improvement from baseline
        => renewal_response scale_improved
    PHQ-9 has come down by at least 50%
        => renewal_response 50%
    PHQ-9 has fallen by at least 50% from baseline
        => renewal_response 50%
    Better symptoms than before Spravato, or earlier gains held
        => renewal_response benefit
    The depression score is half of what it was
        => renewal_response 50%
    The patient is in remission or has responded
        => renewal_response benefit, renewal_response remission
    Symptoms have eased
        => renewal_response benefit
    The gain has been kept
        => renewal_response benefit
    Treatment is still of benefit
        => renewal_response benefit
    The MADRS is lower than before treatment
        => renewal_response scale_improved
    Improvement shown by the same instrument
        => renewal_response scale_improved
    PHQ-9 score below 5 (remission)
        => renewal_response remission
    The patient has gotten better
        => renewal_response benefit
    There is a clinical response
        => renewal_response benefit
    a 30% drop on the MADRS
        => renewal_response 30%
    There is a response or remission
        => renewal_response benefit, renewal_response remission
    The MADRS is no more than half of the initial value
        => renewal_response 50%
    A one-quarter reduction in the QIDS score
        => renewal_response 25%
    Depressive symptoms have subsided
        => renewal_response benefit
    Less intense: a reduction in the number of depressive episodes
        => renewal_response benefit
    Better quality of life
        => renewal_response benefit
    Depression has neither worsened nor recurred
        => renewal_response benefit
    Therapy goals have been reached
        => renewal_response benefit
    Therapy with the spray has proved helpful
        => renewal_response benefit
    The member improved and still takes an oral antidepressant
        => oral_ad required, renewal_response benefit
    A 40% fall in the MADRS total or another documented benefit
        => renewal_response 40%, renewal_response benefit
    MADRS of 10 or less, meaning remission
        => renewal_response remission
    Remission (PHQ-9 under 5) or a response
        => renewal_response benefit, renewal_response remission
    Better results on the Beck inventory than before
        => renewal_response scale_improved
    Improvement on any one of the following: PHQ-9; QIDS; BDI
        => renewal_response scale_improved
    Response was seen by the fourth week
        => renewal_response benefit
    A lower PHQ-9 score or a favorable clinical response
        => renewal_response benefit, renewal_response scale_improved
    The depression score has come down by one half or more
        => renewal_response 50%
    MADRS at or below half of its level before the first dose
        => renewal_response 50%
    The BDI total is no longer so high as it was at the start
        => renewal_response scale_improved
    The episode is not as deep as before
        => renewal_response benefit
    A fall on the QIDS or, when none was filled in, the physician's view that the patient has benefited
        => renewal_response benefit, renewal_response scale_improved
    The patient has responded, and the spray is well tolerated
        => renewal_response benefit, unparsed
    The nasal spray has brought great relief
        => renewal_response benefit
    Treatment has brought no relief
        => nothing
    Three antidepressants have failed to bring lasting relief
        => nothing
    The client's mood has brightened
        => renewal_response benefit
    BDI lower than the one taken before treatment
        => renewal_response scale_improved
    No renewal runs past 120 days
        => renewal_auth_days 120
    The prescriber signs a statement that symptoms have eased
        => renewal_response benefit, documentation attestation
    The patient has gained from the treatment
        => renewal_response benefit
    Continued by a psychiatrist, the client having benefited
        => prescriber psychiatrist, renewal_response benefit
    All approvals together may not run longer than 18 months
        => course_cap 545 days
    8 months in all, with renewals included
        => course_cap 240 days
    Treatment is not given more often than once every two weeks
        => frequency_max_per_week 0.5
    The interval is the least that keeps up the response
        => nothing
""")


@every_row(RENEWAL)
def test_renewal_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text, phase="renewal") == expected
