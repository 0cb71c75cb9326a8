"""Failed antidepressants: how many, of how many classes, and what a trial had to be."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, read_line, table

COUNT = table("""
    Trial and failure of 4 antidepressant agents                                      => failed_ad_count 4
    At least four trials of antidepressants from two or more classes       => failed_ad_count 4, failed_ad_classes 2
    Two antidepressants have not helped                                               => failed_ad_count 2
    Depression that did not respond to three antidepressants                          => failed_ad_count 3
    Has been treated with at least two antidepressants without success                => failed_ad_count 2
    Nonresponder to two or more antidepressant medications                            => failed_ad_count 2
    Not less than two adequate antidepressant trials have been unsuccessful
                                                              => failed_ad_count 2
    A minimum of two oral antidepressants proved ineffective                          => failed_ad_count 2
    History of failure with any three antidepressants                                 => failed_ad_count 3
    Two (2) or more prior courses of antidepressant treatment failed                  => failed_ad_count 2
    Documented lack of response to 2 different antidepressants                        => failed_ad_count 2
    More than one antidepressant has failed                                           => failed_ad_count 2
    More than two antidepressants have failed                                         => failed_ad_count 3
    Has failed a pair of antidepressants                                              => failed_ad_count 2
    Refractory to at least 2 antidepressants                                          => failed_ad_count 2
    Persistent symptoms despite trials of three antidepressants                       => failed_ad_count 3
    Inadequate response to at least one (1) antidepressant                            => failed_ad_count 1
    An inadequate response to an oral antidepressant                                  => failed_ad_count 1
    Has not improved with at least two antidepressants                                => failed_ad_count 2
    Was unable to achieve remission with two antidepressants                          => failed_ad_count 2
    Two generic SSRIs have failed                                                     => failed_ad_count 2
    Insufficient benefit from four antidepressants                                    => failed_ad_count 4
    Two antidepressants tried in the current episode              => failed_ad_count 2, episode_scope current
    Three separate antidepressant regimens yielded no remission                       => failed_ad_count 3
    The member's depression has outlasted three antidepressants           => failed_ad_count 3
    Two antidepressants were stopped because they did not work            => failed_ad_count 2
    Did not get better on two antidepressants                             => failed_ad_count 2
    Still depressed after two antidepressants                             => failed_ad_count 2
    Two adequate trials of antidepressants without remission              => failed_ad_count 2
    Documented trial of 2 antidepressants                                 => failed_ad_count 2
    Prior therapy with at least three antidepressants was unsuccessful    => failed_ad_count 3
    Has taken at least two antidepressants with no meaningful improvement => failed_ad_count 2
    At least two antidepressants (from different classes) have been tried and failed
        => failed_ad_count 2, failed_ad_classes 2
    An SSRI and an SNRI have both failed                                  => failed_ad_count 2, failed_ad_classes 2
    Two antidepressants, each of another class, have failed               => failed_ad_count 2, failed_ad_classes 2
    Four antidepressants in three classes have failed                     => failed_ad_count 4, failed_ad_classes 3
    Three antidepressants have failed, two of which are of different classes => failed_ad_count 3, failed_ad_classes 2
    Failure of 2 antidepressants (one of which is an SNRI)                => failed_ad_count 2, preferred_step snri
    Two antidepressants have failed in the two years before the request   => failed_ad_count 2, lookback_months 24
    Symptoms fell by less than 50% on each of two antidepressants
        => failed_ad_count 2, nonresponse_cutoff_pct 49
    Inability to tolerate two antidepressants                             => failed_ad_count 2, intolerance_counts
    Claims show two failed antidepressants                                => failed_ad_count 2, documentation claims
    Failure to respond to not fewer than two antidepressants              => failed_ad_count 2
    Two failed antidepressant trials                                      => failed_ad_count 2
    Two prior antidepressants, both ineffective                           => failed_ad_count 2
    Has had three or more unsuccessful antidepressant trials              => failed_ad_count 3
    A trial of each of two antidepressants was unsuccessful               => failed_ad_count 2
    Antidepressants: at least three have been tried without adequate benefit => failed_ad_count 3
    No response to 2 antidepressants, one from each of two classes        => failed_ad_count 2, failed_ad_classes 2
    Failed three antidepressants out of at least two classes              => failed_ad_count 3, failed_ad_classes 2
    Two antidepressants, not both of the same class, have failed          => failed_ad_count 2, failed_ad_classes 2
    Two antidepressants that act by different mechanisms have failed      => failed_ad_count 2, failed_ad_classes 2
    Two antidepressants failed at doses no lower than the minimum effective dose
        => failed_ad_count 2, trial_dose minimum_effective
    Less than a 25% improvement with each of three antidepressants
        => failed_ad_count 3, nonresponse_cutoff_pct 24
    Either failure of or intolerance to two antidepressants               => failed_ad_count 2, intolerance_counts
    Takes two antidepressants                                                         => nothing
    A failed trial of an antidepressant is defined as no response                     => nothing
    Those who had failed over five antidepressants could not enroll                   => nothing
    Resistant depression is a form of depression in which 4 antidepressants failed    => nothing
    A 2019 review of 7 trials with 211 people found relief for 2 weeks                => nothing
    For depression, 9 trials with 368 people found a response of 58% at 24 hours      => nothing
    In three studies patients who had failed two antidepressants took the spray       => nothing
    Results of two randomized trials of antidepressants were reviewed                 => nothing
    The first dose is given two weeks after failure of a trial                        => nothing
    No prior antidepressant trial is required                                         => nothing
""")
CLASSES = table("""
    Failed one SSRI and one SNRI                                          => failed_ad_count 2, failed_ad_classes 2
    Failure of an SSRI and of a tricyclic antidepressant                  => failed_ad_count 2, failed_ad_classes 2
    Tried at least 3 antidepressants; at least 2 must be from different classes
                                                                          => failed_ad_count 3, failed_ad_classes 2
    Failure of three antidepressants, each from a different class         => failed_ad_count 3, failed_ad_classes 3
    Failed two antidepressants of different classes                       => failed_ad_count 2, failed_ad_classes 2
    Failed two antidepressants, no two of the same class                  => failed_ad_count 2, failed_ad_classes 2
    Failed two antidepressants that do not belong to the same class       => failed_ad_count 2, failed_ad_classes 2
    Failed three antidepressants representing at least two classes        => failed_ad_count 3, failed_ad_classes 2
    Failed three antidepressants with two mechanisms of action            => failed_ad_count 3, failed_ad_classes 2
    Failed two pharmacologically distinct antidepressants                 => failed_ad_count 2, failed_ad_classes 2
    Four antidepressants across no fewer than two drug classes failed     => failed_ad_count 4, failed_ad_classes 2
    Failed four antidepressants, of which two belong to different classes => failed_ad_count 4, failed_ad_classes 2
    Failed two antidepressants from any class                             => failed_ad_count 2
    Failed two antidepressants of the same or of different classes        => failed_ad_count 2
""")
TRIAL = table("""
    Inadequate response to two antidepressants with different mechanisms of action, each taken for 42 days
                                                  => failed_ad_count 2, failed_ad_classes 2, trial_weeks 6
    Each antidepressant was given for at least 6 weeks at the maximum tolerated dose
                                                  => trial_weeks 6, trial_dose maximum
    Failure of two antidepressants, each lasting two months or longer
        => failed_ad_count 2, trial_weeks 8
    Two antidepressants failed after six to eight weeks
        => failed_ad_count 2, trial_weeks 6
    Failed two eight-week courses of antidepressants
        => failed_ad_count 2, trial_weeks 8
    Failed two antidepressants (≥ 6 weeks each)
        => failed_ad_count 2, trial_weeks 6
    Failed two antidepressants of adequate dose and duration
        => failed_ad_count 2, trial_dose adequate
    Failed two antidepressants at therapeutic doses
        => failed_ad_count 2, trial_dose adequate
    Failed two adequately dosed antidepressants
        => failed_ad_count 2, trial_dose adequate
    Failed two antidepressants taken at an optimal dosage
        => failed_ad_count 2, trial_dose adequate
    Failed two antidepressants at the highest dose tolerated
        => failed_ad_count 2, trial_dose maximum
    Failed two antidepressants, each titrated to the maximum labeled dose
        => failed_ad_count 2, trial_dose maximum
    Failed two antidepressants given at full FDA-approved doses
        => failed_ad_count 2, trial_dose adequate
    Failed two antidepressants, each at or above the minimum effective dose
                                                  => failed_ad_count 2, trial_dose minimum_effective
    Failed two antidepressants at no less than the lowest effective dose
                                                  => failed_ad_count 2, trial_dose minimum_effective
    Two antidepressants failed at up to the maximum but no less than the minimum effective dose
                                                  => failed_ad_count 2, trial_dose minimum_effective
    Failure of at least two antidepressants within the past 5 years       => failed_ad_count 2, lookback_months 60
    Failed two antidepressants in the preceding 24 months                 => failed_ad_count 2, lookback_months 24
    Failed two antidepressants during the last two years                  => failed_ad_count 2, lookback_months 24
    Both failures occurred no more than three years ago                   => lookback_months 36
    Failures must fall within the most recent 36 months                   => lookback_months 36
    Failed two antidepressants in the episode that is now being treated   => failed_ad_count 2, episode_scope current
    Failed two antidepressants since the present episode began            => failed_ad_count 2, episode_scope current
    Failed two antidepressants in this depressive episode                 => failed_ad_count 2, episode_scope current
    Failed two antidepressants at any time in life                        => failed_ad_count 2
    Adherence of 80% or more to each antidepressant trial, confirmed by pharmacy claims
                                                  => trial_adherence_pct 80, documentation claims
    Adherence with both was 75% or higher                                             => trial_adherence_pct 75
    Failed two antidepressants taken on at least 80% of days               => failed_ad_count 2, trial_adherence_pct 80
    Failed two antidepressants with a proportion of days covered of 0.8 or more
                                                                           => failed_ad_count 2, trial_adherence_pct 80
    Compliance of no less than 85 percent during each trial                           => trial_adherence_pct 85
    Each trial lasted no fewer than six weeks                             => trial_weeks 6
    Each drug was taken for not less than 8 weeks at the highest tolerated dose => trial_weeks 8, trial_dose maximum
    Trials of at least 4 weeks' duration                                  => trial_weeks 4
    Every trial was of adequate dose and at least six weeks long          => trial_dose adequate, trial_weeks 6
    Each antidepressant was dosed at or above the minimum effective level => trial_dose minimum_effective
    All trials took place in the present episode                          => episode_scope current
    Failures more than five years old do not count                        => lookback_months 60
    The member filled at least 80% of the doses of each antidepressant    => trial_adherence_pct 80
    Each was given for a period of 6 weeks or more                        => trial_weeks 6
    Both were taken for at least 2 months at a therapeutic dose           => trial_weeks 8, trial_dose adequate
    Each antidepressant was raised to the maximum dose                    => trial_dose maximum
    Failures are counted only from the last 3 years                       => lookback_months 36
    Only failures in the current episode count                            => episode_scope current
    At least 75% of doses were taken in each trial                        => trial_adherence_pct 75
""")
CUT_OFF = table("""
    Nonresponse means less than 25% improvement on a scale                            => nonresponse_cutoff_pct 24
    Nonresponse, i.e. improvement of 25% or less, to two antidepressants
                                                  => nonresponse_cutoff_pct 25, failed_ad_count 2
    Failed two antidepressants (improvement of no more than 25%)    => failed_ad_count 2, nonresponse_cutoff_pct 25
    No antidepressant of two improved the score by more than 20%    => failed_ad_count 2, nonresponse_cutoff_pct 20
    Two antidepressants brought an improvement of 50% at most       => failed_ad_count 2, nonresponse_cutoff_pct 50
    Two antidepressants failed to produce a 50% reduction in symptoms
                                                                    => failed_ad_count 2, nonresponse_cutoff_pct 49
    Two antidepressants failed, with less than a 50% drop in the PHQ-9
                                                                    => failed_ad_count 2, nonresponse_cutoff_pct 49
    Symptoms improved by not more than 25% on two antidepressants   => failed_ad_count 2, nonresponse_cutoff_pct 25
    Nonresponse (≤25% improvement) to 2 antidepressants             => failed_ad_count 2, nonresponse_cutoff_pct 25
    Improvement was 25% or less on each antidepressant                    => nonresponse_cutoff_pct 25
""")
INTOLERANCE = table("""
    Failure, intolerance or contraindication to two antidepressants      => failed_ad_count 2, intolerance_counts
    Two antidepressants failed or were not tolerated                     => failed_ad_count 2, intolerance_counts
    Failed two antidepressants unless contraindicated                    => failed_ad_count 2, intolerance_counts
    If an antidepressant is contraindicated or not tolerated, that counts as a failure      => intolerance_counts
    A drug that had to be stopped because of intolerance counts as a failed drug            => intolerance_counts
    An antidepressant stopped because of side effects counts as one of the two              => intolerance_counts
    Two antidepressants failed or had to be stopped because of adverse effects
                                                                         => failed_ad_count 2, intolerance_counts
    Clinically significant adverse reactions to two antidepressants      => failed_ad_count 2, intolerance_counts
    dose-limiting side effects                                           => intolerance_counts
    Could not tolerate two antidepressants                               => failed_ad_count 2, intolerance_counts
    A drug that was not tolerated counts as failed                        => intolerance_counts
    Contraindications to antidepressants are accepted in place of failure => intolerance_counts
    Antidepressants that are contraindicated count as failed              => intolerance_counts
    Intolerance does not count as a failure of an antidepressant                            => nothing
""")
UNDER_A_LEAD_IN = table("""
    partial response after 8 weeks at the maximum dose                   => trial_weeks 8, trial_dose maximum
    no response after four weeks at a minimum therapeutic dose           => trial_weeks 4, trial_dose minimum_effective
    each was taken for at least 6 weeks                                  => trial_weeks 6
    dose-limiting side effects                                           => intolerance_counts
    less than 25% improvement                                            => nonresponse_cutoff_pct 24
""")


@every_row(COUNT)
def test_count(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(CLASSES)
def test_classes(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(TRIAL)
def test_what_a_trial_had_to_be(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(CUT_OFF)
def test_greatest_improvement_that_is_a_failure(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(INTOLERANCE)
def test_intolerance(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(UNDER_A_LEAD_IN)
def test_an_item_without_a_drug_is_read_under_the_lead_in_that_names_it(text: str, expected: set[str]) -> None:
    assert leaves(text, topic="failure of 2 antidepressants, defined as 1 of the following:") == expected


def test_more_failures_or_fewer_with_augmentation_are_alternatives() -> None:
    read = read_line("Failure of 3 antidepressants, or 2 antidepressants plus an augmenting agent")
    assert read == "any(failed_ad_count 3, all(failed_ad_count 2, augmentation_trials 1))"


def test_two_definitions_of_failure_share_the_count() -> None:
    read = read_line(
        "Two antidepressants failed: no response after 4 weeks at the minimum dose, or a partial response after"
        " 8 weeks at the maximum dose"
    )
    assert read == (
        "all(failed_ad_count 2, any(all(trial_weeks 4, trial_dose minimum_effective), all(trial_weeks 8,"
        " trial_dose maximum)))"
    )


def test_intolerance_replaces_length_and_dose_of_a_trial_but_not_the_count() -> None:
    read = read_line("Failure of three antidepressants, each for 8 weeks, unless not tolerated")
    assert read == "all(failed_ad_count 3, any(trial_weeks 8, intolerance_counts))"


def test_or_inside_a_comparison_is_no_alternative() -> None:
    assert read_line("A CGI-S of 5 or more after one antidepressant trial").startswith("all(")


def test_what_a_failure_is_counted_for_is_no_count_of_its_own() -> None:
    assert leaves("An antidepressant is counted in either of these cases") == set()
