"""Steps, augmentation, psychotherapy and antidepressants alongside, in other words: one row for a form of English."""

from __future__ import annotations

from tests.parsers.criteria.reading import every_row, leaves, table

INITIAL = table("""
    One antidepressant augmentation strategy has failed
        => augmentation_trials 1
    Two of the following augmenting agents have failed
        => augmentation_trials 2
    Ketamine is given for anesthesia alone or with other agents
        => nothing
    Oral antidepressant: still used
        => oral_ad required
    On an antidepressant other than those that failed for 2 weeks, and kept on it
        => oral_ad required
    Is on an oral antidepressant that has not failed
        => oral_ad required
    Starts an oral antidepressant while on the spray
        => oral_ad required
    The client has to have an oral antidepressant beside the spray
        => oral_ad required
    A depression scale, and an oral antidepressant in parallel
        => oral_ad required
    Payable, but only with an oral antidepressant
        => oral_ad required
    Augmentation: failed two of lithium, buspirone and thyroid hormone
        => augmentation_trials 2
    Two agents used for augmentation have failed
        => augmentation_trials 2
    One augmentation that was likewise insufficient
        => augmentation_trials 1
    One augmentation trial has failed
        => augmentation_trials 1
    An augmentation strategy with lithium or an antipsychotic was tried without success
        => augmentation_trials 1
    An oral antidepressant goes on being taken
        => oral_ad required
    The member will go on taking an oral antidepressant
        => oral_ad required
    The member goes on taking an oral antidepressant.
        => oral_ad required
    An oral antidepressant is given as well
        => oral_ad required
    Is prescribed an oral antidepressant to be used with it,
        => oral_ad required
    Will an oral antidepressant be taken with Spravato?
        => oral_ad required
    still takes an oral antidepressant with it
        => oral_ad required
    Esketamine is taken alone or together with an oral antidepressant (none is required)
        => oral_ad not_required
    An oral antidepressant may be used but is optional
        => oral_ad not_required
    Monotherapy is fine
        => oral_ad not_required
    It is not used as the only antidepressant
        => oral_ad required
    Is not to be the sole treatment: an oral antidepressant accompanies it
        => oral_ad required
    Takes Spravato as an add-on to an oral antidepressant
        => oral_ad required
    Spravato on its own or with an oral antidepressant
        => oral_ad not_required
    The oral antidepressant is kept up during treatment
        => oral_ad required
    Psychotherapy was considered
        => psychotherapy considered
    An adequate trial of psychotherapy has failed
        => psychotherapy failed
    Receives psychotherapy at the same time
        => psychotherapy concurrent
    Psychotherapy goes along with the drug
        => psychotherapy concurrent
    Must be in psychotherapy or have failed it
        => psychotherapy concurrent, psychotherapy failed
    Psychotherapy goes on, or at the least has been considered
        => psychotherapy concurrent, psychotherapy considered
    A course of psychotherapy failed, or has been considered and found unsuitable
        => psychotherapy failed, psychotherapy considered
    Failure of TMS, or a statement that it was considered
        => ect_tms failed, ect_tms considered
    Is in psychotherapy, or was offered it and refused
        => psychotherapy concurrent
    Twelve sessions of cognitive behavioral therapy brought no improvement
        => psychotherapy failed
    ECT or TMS was tried without success, or was considered and declined
        => ect_tms failed, ect_tms considered
    ECT has been discussed with the patient
        => ect_tms considered
    Failed a course of transcranial magnetic stimulation
        => ect_tms failed
    The patient cannot have ECT or does not want it
        => ect_tms considered
    Electroconvulsive therapy did not help
        => ect_tms failed
    The chart shows that ECT was weighed
        => ect_tms considered
    sertraline, venlafaxine and mirtazapine have been tried
        => preferred_step mirtazapine, preferred_step sertraline, preferred_step venlafaxine
    morphine and methadone have each been tried
        => preferred_step methadone, preferred_step morphine
    Auvelity must be tried first
        => preferred_step auvelity
    gabapentin or pregabalin has failed
        => preferred_step gabapentin, preferred_step pregabalin
    Adding an atypical antipsychotic to an antidepressant was of no benefit
        => augmentation_trials 1
    Three antidepressant trials, one of which may be augmentation
        => failed_ad_count 3
    Two antidepressants plus counseling were unsuccessful
        => failed_ad_count 2, psychotherapy failed
    Has a paid claim for sertraline and mirtazapine in the last year
        => documentation claims, preferred_step mirtazapine, preferred_step sertraline
    Step through: vilazodone
        => preferred_step vilazodone
    No response to bupropion
        => preferred_step bupropion
    Lithium has been used without benefit
        => preferred_step lithium
    An MAO inhibitor is among the failed antidepressants
        => preferred_step maoi
    Is the member seeing a counselor at present?
        => psychotherapy concurrent
    Taken in tandem with an antidepressant pill
        => oral_ad required
    Has a current prescription for an oral antidepressant
        => oral_ad required
    Failure of two antidepressants, and an oral antidepressant with the spray
        => failed_ad_count 2, oral_ad required
    Of the tried agents, at least one must be an SNRI
        => preferred_step snri
    Trials of duloxetine, then bupropion
        => preferred_step bupropion, preferred_step duloxetine
    The care plan includes counseling
        => psychotherapy concurrent
    Psychotherapy is part of the plan of treatment
        => psychotherapy concurrent
    Is a poor candidate for electroconvulsive therapy
        => ect_tms considered
    Two antidepressants have failed and another, by mouth, is taken with the spray
        => failed_ad_count 2, oral_ad required
    Failure of two antidepressants is confirmed and psychotherapy was offered
        => failed_ad_count 2, psychotherapy considered
    History of treatment with mirtazapine and duloxetine
        => preferred_step duloxetine, preferred_step mirtazapine
    Weekly ECT sessions were without benefit
        => ect_tms failed
    Brand antidepressants do not have to be tried
        => nothing
    Tried and failed bupropion, mirtazapine, or a tricyclic
        => preferred_step bupropion, preferred_step mirtazapine, preferred_step tricyclic
    Failed three antidepressants (one must be an SNRI)
        => failed_ad_count 3, preferred_step snri
    One must have been an SSRI
        => preferred_step ssri
    Psychotherapy was completed and did not help enough, or the patient attends one now
        => psychotherapy concurrent, psychotherapy failed
    Spravato may be started with an oral antidepressant or without one
        => oral_ad not_required
    Whether or not an oral antidepressant is taken
        => oral_ad not_required
    Is the enrollee in psychotherapy at this time?
        => psychotherapy concurrent
    Is psychotherapy being given?
        => psychotherapy concurrent
""")
RENEWAL = table("""
    the client keeps taking an oral antidepressant
        => oral_ad required
    Has been compliant with an oral antidepressant
        => oral_ad required
""")


@every_row(INITIAL)
def test_initial_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text) == expected


@every_row(RENEWAL)
def test_renewal_criteria(text: str, expected: set[str]) -> None:
    assert leaves(text, phase="renewal") == expected
