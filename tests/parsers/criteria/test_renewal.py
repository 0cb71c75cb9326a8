"""What a renewal must show, papers, and the looser routes a policy names."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, read_line, table

RESPONSE = table("""
    Documentation of positive clinical response to therapy                            => renewal_response benefit
    Patient has demonstrated a ≥ 50% reduction from baseline on the PHQ-9             => renewal_response 50%
    A reduction in the PHQ-9 score of at least 40%                                    => renewal_response 40%
    Positive response, shown by a fall in PHQ-9 of 50% or more from baseline          => renewal_response 50%
    the first one brought an improvement of at least 30% on the pain scale            => renewal_response 30%
    a 50% or greater reduction of the MADRS or HAM-D score is shown                   => renewal_response 50%
    the PHQ-9 has dropped by at least 50%                                             => renewal_response 50%
    the score on the rating scale has fallen by at least 50 percent                   => renewal_response 50%
    PHQ-9 is half or less of its baseline                                             => renewal_response 50%
    Scores are down by no less than a third on the MADRS                              => renewal_response 33%
    Symptoms have improved on the same depression scale                               => renewal_response scale_improved
    improvement over baseline is documented with the same assessment                  => renewal_response scale_improved
    The score on the scale used at baseline has improved                              => renewal_response scale_improved
    Has the PHQ-9 score improved from baseline?                                       => renewal_response scale_improved
    The MADRS is lower than before treatment                                          => renewal_response scale_improved
    A standardized rating scale shows sustained improvement                           => renewal_response scale_improved
    PHQ-9 < 5 or MADRS ≤ 12 (remission)                                               => renewal_response remission
    the member is in remission                                                        => renewal_response remission
    Remission has been reached                                                        => renewal_response remission
    Clinical benefit, as attested by the prescriber      => renewal_response benefit, documentation attestation
    Chart notes show continued improvement               => renewal_response benefit, documentation chart_notes
    The member has benefited from treatment                                           => renewal_response benefit
    the member has responded                                                          => renewal_response benefit
    The patient is doing better on treatment                                          => renewal_response benefit
    Depressive symptoms have lessened                                                 => renewal_response benefit
    The member's condition has stabilized                                             => renewal_response benefit
    Improvement or stabilization of symptoms                                          => renewal_response benefit
    The prescriber confirms that the drug continues to work                           => renewal_response benefit
    There has been no worsening of depression                                         => renewal_response benefit
    Member is stable on, or has benefited from, the drug                              => renewal_response benefit
    The criteria for initial approval continue to be met                              => nothing
    The member still takes an oral antidepressant                                     => oral_ad required
    A urine drug screen is done at each renewal                                       => uds ongoing
    The depression score has fallen by half                               => renewal_response 50%
    PHQ-9 reduced by ≥ 50% vs. baseline                                   => renewal_response 50%
    The score is at least 25% lower than at baseline                      => renewal_response 25%
    There is at least a 50 % reduction in the MADRS                       => renewal_response 50%
    MADRS has gone down by 50 percent or more                             => renewal_response 50%
    The member has reached remission or a 50% improvement
        => renewal_response remission, renewal_response 50%
    The score on the scale is better than at baseline                     => renewal_response scale_improved
    PHQ-9 shows improvement                                               => renewal_response scale_improved
    A lower score than at the start on the same scale                     => renewal_response scale_improved
    The member benefits from the drug                                     => renewal_response benefit
    Treatment has helped                                                  => renewal_response benefit
    A clinically meaningful response is documented                        => renewal_response benefit
    The depression remains in remission                                   => renewal_response remission
    Response has been sustained                                           => renewal_response benefit
    Evidence of continued benefit                                         => renewal_response benefit
    A drug screen is required at each renewal                             => uds ongoing
    Prescribed by a psychiatrist                                          => prescriber psychiatrist
    A 50% or better response on the PHQ-9                                 => renewal_response 50%
    The total score has come down by 50%                                  => renewal_response 50%
    The score dropped by no less than 30%                                 => renewal_response 30%
    Improved by half on the MADRS                                         => renewal_response 50%
    The member has gone into remission                                    => renewal_response remission
    The rating scale score is lower than at baseline                      => renewal_response scale_improved
    There is an improvement on the PHQ-9                                  => renewal_response scale_improved
    The member is better                                                  => renewal_response benefit
    There is a documented benefit                                         => renewal_response benefit
    The member's depression has improved or is stable                     => renewal_response benefit
    The drug is helping                                                   => renewal_response benefit
""")
PAPERS = table("""
    The prescriber attests to the criteria                                            => documentation attestation
    A signed statement by the prescriber is enclosed                                  => documentation attestation
    Chart notes that support these points are submitted                               => documentation chart_notes
    Copies of progress notes are required                                             => documentation chart_notes
    Documented in the medical record                                                  => documentation chart_notes
    Supported by paid claims                                                          => documentation claims
    As seen in the pharmacy claims history                                            => documentation claims
    Verified by pharmacy fill records                                                 => documentation claims
    Chart notes are submitted                                             => documentation chart_notes
    The prescriber attests that these are met                             => documentation attestation
    Notes from the chart are enclosed                                     => documentation chart_notes
    An attestation by the prescriber suffices                             => documentation attestation
    Pharmacy claims confirm the trials                                    => documentation claims
    Claims are sent to a post office box                                              => nothing
    Office notes are not required                                                     => nothing
""")
ROUTES = table("""
    Off-label use may be approved when supported by a compendium                      => off_label_route
    An exception may be requested for uses not listed                                 => off_label_route
    Uses that recognized drug compendia support are reviewed case by case             => off_label_route
    Medically accepted indications listed in the compendia                            => off_label_route
    Requests for uses outside the label are reviewed under the exception process => off_label_route
    Other uses may be covered if a recognized compendium supports them    => off_label_route
    Off-label use is not covered                                                      => nothing
""")


@every_row(RESPONSE)
def test_what_a_renewal_must_show(text: str, expected: set[str]) -> None:
    assert leaves(text, phase="renewal") == expected


@every_row([*PAPERS, *ROUTES])
def test_papers_and_routes(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


def test_remission_or_a_percentage_are_alternatives() -> None:
    read = read_line("Remission or a drop of at least 50% on the scale used at baseline", phase="renewal")
    assert read == "any(renewal_response remission, renewal_response 50%)"


def test_an_improvement_or_remission_on_a_scale() -> None:
    read = read_line("shows an improvement of at least 50% on the scale, or is in remission", phase="renewal")
    assert read == "any(renewal_response 50%, renewal_response remission)"
