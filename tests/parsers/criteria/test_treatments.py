"""Treatments beside antidepressant trials: augmentation, psychotherapy, ECT or TMS, named steps."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, read_line, table

AUGMENTATION = table("""
    Trial of at least one augmentation strategy (e.g., aripiprazole, lithium) for four weeks  => augmentation_trials 1
    Patient has had a trial of an atypical antipsychotic added to an antidepressant           => augmentation_trials 1
    Two augmentation agents have failed                                                       => augmentation_trials 2
    Inadequate response to augmentation with lithium or a second-generation antipsychotic     => augmentation_trials 1
    An adjunctive antipsychotic was tried without success                                     => augmentation_trials 1
    One augmentation trial was unsuccessful                                                   => augmentation_trials 1
    Failure of at least two add-on therapies                                                  => augmentation_trials 2
    Augmenting an antidepressant with thyroid hormone has failed                              => augmentation_trials 1
    Lithium added to an antidepressant did not help                                           => augmentation_trials 1
    An attempt at augmentation was inadequate                                                 => augmentation_trials 1
    Failure of ONE of these augmentation agents: aripiprazole, lithium, buspirone             => augmentation_trials 1
    At least one augmentation strategy has been tried                     => augmentation_trials 1
    Augmentation with two different agents has failed                     => augmentation_trials 2
    An augmenting agent was added without benefit                         => augmentation_trials 1
    Lithium augmentation has failed                                       => augmentation_trials 1
    An atypical antipsychotic was added and did not help                  => augmentation_trials 1
    No fewer than two augmentation trials failed                          => augmentation_trials 2
    Augmentation is described in the guideline                                                => nothing
""")
PSYCHOTHERAPY = table("""
    Patient is engaged in concurrent psychotherapy                                    => psychotherapy concurrent
    Is receiving cognitive behavioral therapy                                         => psychotherapy concurrent
    Takes part in counseling throughout treatment                                     => psychotherapy concurrent
    Esketamine is given together with psychotherapy                                   => psychotherapy concurrent
    Will attend psychotherapy while on treatment                                      => psychotherapy concurrent
    A psychotherapist sees the member during the course                               => psychotherapy concurrent
    Failed a course of cognitive behavioral therapy                                   => psychotherapy failed
    A course of evidence-based psychotherapy did not bring relief                     => psychotherapy failed
    Has not improved with interpersonal therapy                                       => psychotherapy failed
    Inadequate response to psychotherapy                                              => psychotherapy failed
    Psychotherapy has been offered                                                    => psychotherapy considered
    Psychotherapy was discussed and declined                                          => psychotherapy considered
    The use of psychotherapy has been weighed                                         => psychotherapy considered
    The member takes part in psychotherapy                                => psychotherapy concurrent
    Psychotherapy accompanies the drug treatment                          => psychotherapy concurrent
    Psychotherapy has been tried and did not help                         => psychotherapy failed
    Psychotherapy is under way                                            => psychotherapy concurrent
    Psychotherapy must be given alongside the drug                        => psychotherapy concurrent
    Psychotherapy has been unsuccessful                                   => psychotherapy failed
    Psychotherapy and ECT have been considered
        => psychotherapy considered, ect_tms considered
    Psychotherapy is not required                                                     => nothing
""")
STIMULATION = table("""
    The patient has been evaluated for electroconvulsive therapy                      => ect_tms considered
    ECT or TMS has been tried without success                                         => ect_tms failed
    Electroconvulsive therapy was offered but refused                                 => ect_tms considered
    Failure of transcranial magnetic stimulation                                      => ect_tms failed
    Not a candidate for ECT                                                           => ect_tms considered
    Repetitive transcranial magnetic stimulation (rTMS) has been considered           => ect_tms considered
    Did not respond to neuromodulation such as ECT                                    => ect_tms failed
    Has had an inadequate response to ECT                                             => ect_tms failed
    The suitability of ECT has been considered                            => ect_tms considered
    ECT has failed, is contraindicated or was refused                     => ect_tms considered
    TMS was tried and was ineffective                                     => ect_tms failed
    Use of ECT or TMS was considered and rejected                         => ect_tms considered
    Two courses of ECT failed                                             => ect_tms failed
    Is not receiving ECT concurrently                                                 => nothing
    A trial of ECT is not required                                                    => nothing
""")
STEPS = table("""
    Documented failure of generic bupropion and venlafaxine
        => preferred_step bupropion, preferred_step venlafaxine
    Ketamine has been tried before esketamine                                         => preferred_step ketamine
    Trial and failure of quetiapine XR                                                => preferred_step quetiapine xr
    Failure of at least 2 antidepressants, one of them a serotonin-norepinephrine reuptake inhibitor
                                                                   => failed_ad_count 2, preferred_step snri
    Failure of two antidepressants, one of which must be an SSRI   => failed_ad_count 2, preferred_step ssri
    Failed two antidepressants including a tricyclic               => failed_ad_count 2, preferred_step tricyclic
    Sertraline must be tried first                                                    => preferred_step sertraline
    Gabapentin has been tried first and failed                                        => preferred_step gabapentin
    Has tried and failed venlafaxine ER                                               => preferred_step venlafaxine er
    Inadequate response to dextromethorphan-bupropion              => preferred_step dextromethorphan-bupropion
    Trial of generic bupropion (Wellbutrin)                                           => preferred_step bupropion
    Use of mirtazapine has not been effective                                         => preferred_step mirtazapine
    An SNRI must be tried before esketamine                                           => preferred_step snri
    Hypersensitivity to esketamine or ketamine is documented                          => nothing
    Failed two antidepressants (e.g., sertraline, bupropion)                          => failed_ad_count 2
    Failed two antidepressants such as fluoxetine and venlafaxine                     => failed_ad_count 2
    Bupropion has been tried first                                        => preferred_step bupropion
    Failed generic venlafaxine XR                                         => preferred_step venlafaxine xr
    The member has tried lithium and quetiapine
        => preferred_step lithium, preferred_step quetiapine
    Aripiprazole was tried before without success                         => preferred_step aripiprazole
    Mirtazapine has failed                                                => preferred_step mirtazapine
    Step 1: bupropion; step 2: esketamine                                 => preferred_step bupropion
    Venlafaxine or duloxetine has been tried first
        => preferred_step venlafaxine, preferred_step duloxetine
""")


@every_row(AUGMENTATION)
def test_augmentation(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(PSYCHOTHERAPY)
def test_psychotherapy(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(STIMULATION)
def test_stimulation(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(STEPS)
def test_agents_to_try_first(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


def test_agents_joined_by_or_are_alternatives() -> None:
    assert read_line("Trial and failure of aripiprazole or brexpiprazole") == (
        "any(preferred_step aripiprazole, preferred_step brexpiprazole)"
    )


def test_augmentation_or_psychotherapy() -> None:
    assert read_line("Inadequate response to an augmentation trial or to psychotherapy") == (
        "any(augmentation_trials 1, psychotherapy failed)"
    )
