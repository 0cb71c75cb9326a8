"""Failed antidepressants: counted in `drug_counts` and `class_counts`; what a trial had to be is in `trials`."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.class_counts import CLASSES, classes_of, one_of_each_class
from parsers.criteria.counted_drugs import counts_of
from parsers.criteria.drug_counts import COUNT
from parsers.criteria.durations import durations
from parsers.criteria.listed_drugs import count_of_listed
from parsers.criteria.numbered_weeks import BROKEN_OFF, SOONER
from parsers.criteria.oral_antidepressant_wording import NOT_REQUIRED, REQUIRED
from parsers.criteria.other_trials import OTHER_TRIALS
from parsers.criteria.steps import is_a_class_to_try
from parsers.criteria.trial_lengths import LONGER_THAN_A_TRIAL, times
from parsers.criteria.trials import ADHERENCE, CUT_OFF, dose, effect_and_adherence
from parsers.criteria.vocabulary import ANTIDEPRESSANT, BARS_BY_NAME, FAILURE, INTOLERANCE, NO_FAILURE, near
from parsers.criteria.wording import Clause, Finding, is_waived, matches
from parsers.language.any_of import Choice, any_of
from parsers.language.patterns import compiled

_OTHER_TREATMENT = compiled(
    r"\b(?:psycho|talk(?:ing)? )therap|\bcognitive[ -]behav|\bcbt\b|\belectroconv|\bect\b|\btranscranial|\br?tms\b"
    r"|\brems\b|\besketamine\b|\bspravato\b|\bhypersensitiv(?![^.;]*antidepress)"
)
_NAMES_A_TREATMENT = compiled(
    r"\b(?:psycho|talk(?:ing)? )therap|\belectroconv|\bect\b|\br?tms\b|\brems\b|\besketamine\b|\bspravato\b"
)
_REFERS_BACK = any_of(
    r"\b(?:stayed|kept|remained|taken|take|took|used|given|had) (?:on )?(?:each|both|all|every)\b(?! (?:day|week|"
    r"session))"
    rf"|\b(?:(?:each|both|all|every|any|(?:at least )?\d(?: or more)?)(?= (?:of|such|one|these|those|the|them))"
    rf"|each|both|all|every)(?: (?:of|such|one|these|those|the|them|which|prior|previous|\d)){{0,4}} ?"
    rf"(?:{ANTIDEPRESSANT}\w*|agents?|medications?|drugs?|trials?|was|were|has|have|must|(?:is|are|should)(?= (?:to "
    rf")?(?:be )?(?:taken|used|given|tried|continued|last))|used|taken|"
    rf"given)\b[^.;]*"
    r"(?:\bdos(?:e|age|ing)|\bweeks?\b|\bmonths?\b|\bepisode\b|\bclass)"
    r"|\b(?:these|those|such) (?:\w+ )?(?:trials?|failures?) (?:took place|occurred|fell|(?:must )?(?:fall|lie|"
    r"occur|be|have been)|were|are|all)\b[^.;]*\b(?:years?|months?|weeks?|episode)\b"
    rf"|\b(?:neither|no|none of the) (?:\w+ ){{0,2}}?(?:{ANTIDEPRESSANT}\w*|drugs?|agents?|medications?|trials?)"
    rf"(?: (?:was|were|has been|have been))? {BROKEN_OFF} {SOONER}\b[^.;]*\b(?:weeks?|days|months?)\b"
    rf"|^\W*only (?:(?:those|the) )?{ANTIDEPRESSANT}\w*(?: (?:trials?|failures?))? (?:(?:that|which) )?(?:(?:was|were|"
    r"have been) )?(?:used|taken|given|tried|failed|in|from|of)\b[^.;]*\b(?:episode|weeks?|months?|years?|dos(?:e"
    r"|es))\b"
    rf"|^\W*(?:{ANTIDEPRESSANT}\w*|trials?|failures?)(?: (?:(?:that|which|was|were|used|taken|given|tried) )*| )"
    r"(?:in|from|during|of) (?:an? )?(?:earlier|previous|prior|past|former) episodes?\b"
    rf"|\bany (?:\w+ )?{ANTIDEPRESSANT}\w* (?:was|were|is|are) (?:taken|used|given|tried)\b[^.;]*\bweeks?\b"
    r"|^\W*(?:the )?antidepressants (?:(?:was|were|must be|have been) )?(?:taken|given|used|tried) (?:for|over)\b[^.;]*"
    r"\b(?:weeks?|months?)\b"
    r"|^\W*(?:each|both|all)(?: of (?:them|these|those))? (?:at|in) [^.;]*\bdos(?:e|es|age)\b"
    r"|\beach (?:(?:of (?:them|these|those)|1|course|regimen|treatment) )?(?:ran|lasted|went on"
    r"|continued)\b[^.;]*\b(?:weeks?|months?)\b"
    # e.g. "each step drug was taken for 6 weeks", "adequate duration is 6 weeks", "the trials were 6 weeks long"
    r"|\beach (?:step|such|listed|tried|failed|prior) (?:drug|agent|therapy|medication)\b[^.;]*\b(?:weeks?|months?)\b"
    r"|\badequate (?:duration|length|trial|course)\b[^.;]{0,30}?(?:\b(?:is|means|being|lasts?)\b|"
    r"=)[^.;]*\b(?:weeks?|months?)"
    r"|^\W*the (?:\w+ )?trials? (?:was|were|must|lasted|had|have)\b[^.;]*\b(?:weeks?|months?|dos(?:e|es|age))\b"
    r"|\bdos(?:es?|ages?|ing) (?:of|for) (?:each|both|all|every)\b"
    # "Six weeks per antidepressant", "a course of six weeks was completed for each".
    r"|\b(?:weeks?|months?|days?)\b(?: (?:was|were|has been|have been) (?:completed|finished|taken))? (?:per|for each|"
    rf"on each|with each) ?(?:(?:failed|tried) )?(?:{ANTIDEPRESSANT}|drug|agent|medication|medicine|trial|\W*$|,)"
    r"|\b(?:duration|length) (?:of|for) (?:each|both|all|every)\b[^.;]*\b(?:weeks?|months?|days)\b"
    # "Or discontinued early because of intolerance", behind how long each drug was taken.
    r"|^\W*or (?:was |were )?(?:discontinued|stopped|halted|given up|withdrawn|ended)\b[^.;]{0,25}"
    r"\b(?:because of|by reason of|for|due to|owing to|on account of) (?:\w+ )?"
    r"(?:intoleran|side[ -]effect|adverse|harmful)"
    r"|\bwith (?:each|both|every one) (?:of (?:these|those|them|which)\b|(?:drug|agent|medicine|medication)\b)[^.;]*"
    r"\b(?:weeks?|months?|dos(?:e|age|es))\b"
)
_NAMES_TRIALS = compiled(
    rf"{ANTIDEPRESSANT}|trial|medication|\b(?:an?|the|each|every|1) (?:failed )?(?:drug|failure|attempt)\b(?! screen)"
)
# "Side effects did not let the dose be raised": the dose is that of a trial.
_OF_A_DRUG = compiled(
    rf"{ANTIDEPRESSANT}|dose[ -]limiting|\bcounts?\b|\b(?:side|adverse) (?:effects?|events?|reactions?)\b[^.;]*"
    r"\bdos(?:e|es|age)\b[^.;]*\b(?:rais|increas|titrat|escalat)"
)
# "Dosing followed the label's maximum", "the doses were adequate": told of what was taken before, in no drug's name.
_TELLS_OF_DOSES = compiled(
    r"^\W*(?:(?:condition|criterion|requirement|item|point|rule|step) \w+ ?[-:.)]+ ?)?"
    r"(?:and )?(?:the )?(?:dos(?:es?|ages?|ing)(?: of each)?|each(?: \w+)?) "
    r"(?:(?:(?:must|should) )?(?:have |has |had )(?:been )?)?(?:was|were|went|rose|followed|reached|came|met|matched|"
    r"raised|titrated|adequate|sufficient)\b"
)
# "At doses no lower than the minimum in the prescribing information": of no dose of the drug itself is it said.
_AT_DOSES = compiled(
    r"^\W*(?:and )?(?:(?:taken|given|used|prescribed|all|both|each) )*(?:at|in) (?:an? |the )?dos(?:es?|ages?)\b"
)
# Claims that were paid for one drug after the other are trials of them.
_CLAIMED = compiled(
    rf"\bclaims (?:for|of)\b{near(60)}{ANTIDEPRESSANT}{near(60)}\beach\b"
    rf"|\b(?:claims|fills|refills)\b{near(60)}\b(?:weeks?|months?|days?) (?:of|for) each\b"
)


# "An antidepressant other than the failed ones" is taken now, and is none of those that failed.
_NOT_FAILED = compiled(
    r"\b(?:has|have|had) not (?:previously |already |yet )?failed\b"
    # "Discontinuation should be considered if there is no benefit after four weeks": of the drug itself.
    r"|\b(?:discontinu\w+|stopping)(?: [\w-]+){0,4} (?:should|may|must|can|is to) be (?:considered|weighed|discussed)\b"
    # e.g. "failure of one antidepressant is not sufficient", "it is not enough that one failed"
    r"|\b(?:is|are) (?:not|in)[ -]?(?:enough|sufficient|adequate)\b"
    r"(?! (?:response|benefit|effect|improvement|trial|dose))"
    # e.g. "not one of those that failed", "is none of the failed agents"
    r"|\bnot (?:one|1) (?:that|which) (?:has )?(?:already )?failed\b|\b(?:not|none) (?:one |1 )?(?:among|of) "
    r"(?:the|those|these) (?:(?:drugs|agents|antidepressants|ones|medications|medicines) )?(?:(?:that|which) )?"
    r"(?:have |had )?(?:already |previously )?fail"
    r"|\b(?:other than|different from|distinct from) (?:the|those|any)(?: \w+)? fail|\bnot (?:previously|yet) failed\b"
)
# "In addition, one of these has failed:" counts what stands below, be it drugs or other treatments.
_LEADS_IN = compiled(
    r"\b\d+ (?:or more )?of (?:these|those|the following) (?:has|have|must have) (?:been )?(?:failed|unsuccessful"
    r"|tried|ineffective): *$"
)
# "Exception: adverse effects", "adverse effects are accepted instead", "need not be completed".
# "Three classes out of anticonvulsants, antidepressants, NSAIDs …": what was tried for pain are no antidepressants.
_FOR_PAIN = compiled(r"\b(?:nsaids?|non-?steroidal|bisphosphonates?|muscle relaxants?|analgesics?|nerve blocks?)\b")
# "Raised to the limit set by side effects": the greatest dose that is borne, and no drug that was given up.
_RAISED_AS_BORNE = compiled(
    r"\b(?:rais|increas|titrat|escalat|advanc|push)\w*\b(?:(?!\b(?:or|unless|except|but)\b)[^.;,]){0,40}?"
    r"\b(?:to|until|as (?:far|high|much) as|within)\b(?:(?!\b(?:or|unless|except|but)\b)[^.;,]){0,40}?"
    r"\b(?:side|adverse) (?:effects?|events?|reactions?)\b"
)
_EXCUSES = compiled(
    # "A drug that was not tolerated counts as one of the three."
    r"\b(?:counts?|(?:is|are) counted) (?:as|among|toward|towards) (?:1 of )?"
    r"(?:the|these|those|them) (?:\d+|failed|failures?|trials?)\b"
    # "A contraindication to an antidepressant satisfies one failure", "… stands in for one of the trials".
    r"|\b(?:satisf(?:y|ies)|meets?|fulfill?s?|stands? (?:in )?for|replaces?|substitutes? for|takes? the place of)"
    r" (?:(?:>= )?1|an?) (?:of the )?(?:\w+ )?(?:failures?|trials?|steps?)\b"
    # "A step is also passed when the drug is not tolerated."
    r"|\bsteps? (?:(?:is|are|was|has been|counts?|also|then) )+(?:as )?(?:passed|met|done|taken|satisfied|complete)"
    # "The six weeks do not apply to a drug that was stopped for side effects."
    r"|\b(?:weeks?|months?|days?|length|duration|time)\b[^.;,]{0,20} (?:(?:do|does) not apply|(?:is|are|being|be) "
    r"(?:not (?:required|needed|necessary|asked)|waived|excused|lifted|set aside|forgiven))\b"
    r"|\b(?:shorter|briefer) (?:trials?|courses?|runs?) (?:also )?(?:count|qualify|suffice|are (?:accepted|enough))\b"
    r"|\b(?:accepted|taken|stands?|counts?|serves?|used|credited) (?:instead|in (?:place|lieu)) of (?:an?|the) "
    r"(?:\w+ )?(?:trial|failure|course)\b"
    r"|\baccepts? (?:an? )?(?:shorter|briefer) (?:runs?|trials?|courses?)\b"
    r"|\bexception\b|\bexcus|\bneed not\b|\b(?:accepted|enough|sufficient|allowed) instead\b"
)


# "A contraindication to an antidepressant satisfies one failure" asks for no antidepressant that failed.
_STANDS_FOR_ONE = compiled(
    r"\b(?:contraindicat|intoler|hypersensitiv|allerg)[^.;]*\b(?:satisf(?:y|ies)|meets?|fulfill?s?|stands? (?:in"
    r" )?for|replaces?|"
    r"substitutes? for|takes? the place of|counts? as|(?:is|are) counted as) (?:(?:>= )?1|an?) (?:of the )?(?:\w+ )?"
    r"(?:failures?|failed|trials?|steps?)\b"
)
# "A trial of less than 4 weeks does not count, unless it was cut short by side effects."
_UNLESS_ILL_BORNE = compiled(rf"\b(?:unless|except (?:when|where|if))\b[^.;]*?(?:{INTOLERANCE.pattern})")
# Antidepressants that are counted but not as tried: a limit, a rule for billing, what goes on.
_NOT_TRIED = compiled(
    rf"<=? \d+ (?:\w+ ){{0,2}}{ANTIDEPRESSANT}|\b(?:takes|taking|(?:is|are) on|receives|receiving|(?<!\d )(?<!the "
    rf")(?<!both )uses)\b"
    r"|\b(?:never|not) (?:to )?(?:be )?(?:given|used|taken|combined|billed|prescribed)\b|\bbill|\bpaid for\b"
    r"|\bcontinu|\bwill be\b|\bconcurrent|\bconcomitant|\bstabili[sz]|\bexample|\blist(?:ed|s)\b"
    rf"|^\W*(?:and )?(?:taken|used|given|prescribed|administered) (?:\w+ )?with (?:an?|the) (?:oral )?{ANTIDEPRESSANT}"
    r"|\brefus|\bdeclin|\bdispens|\bmay be\b"
)
# "Antidepressants of two classes are not to be started on the same day": a rule of prescribing.
_GIVEN_TOGETHER = compiled(
    r"\b(?:together|combin\w+|on the same day|at the same time|simultaneous\w*|concurrent\w*|switch\w*|taper\w*)\b"
)
_NAMES_AN_ANTIDEPRESSANT = compiled(ANTIDEPRESSANT)
_OF_EACH = compiled(
    r"^\W*(?:that )?(?:each|both|all|every one|they|these|those|"
    r"the (?:(?:failed|tried) )?(?:antidepressants|drugs|agents|medications|medicines|trials))\b"
)
_OF_THEM = compiled(
    r"\b(?:each|every|any|both|all) (?:1 )?of (?:them|these|those)\b|"
    r"\b(?:with|on|to|from) (?:these|those|such|the failed) (?:medicines|drugs|agents|medications|trials)\b|"
    r"\b(?:on|with|after|under|to|from) (?:each|every one|either|both)\W*$|"
    # "Response to each agent was below 25%", "improvement on either drug".
    r"\b(?:on|with|after|under|to|from) (?:each|every|both|either) (?:drugs?|agents?|medications?|medicines?|trials?|"
    r"courses?|one)\b"
)


# "And adequate in length (six-week minimum)", an item of its own.
_HOW_LONG = compiled(
    r"^\W*(?:and |also )?(?:(?:of|in|for) )?(?:an? )?(?:adequate|sufficient|suitable|long enough|good enough)"
    r"(?:,? (?:in|of|as to|also|too))*(?: (?:length|duration|time))?\b[^.;\w]{1,3}"
    r"(?:(?:>=|<=|>|at|for|that|is|means|meaning|lasting) ?)*\d+ weeks?\b"
)


# "Unless the patient cannot take an oral antidepressant" tells of no trial.
_CANNOT_TAKE_ONE = compiled(
    rf"\b(?:cannot|can ?not|(?:is|are) unable to) take (?:an?|any) (?:oral )?{ANTIDEPRESSANT}"
    rf"|\b(?:an?|any|no) (?:oral )?{ANTIDEPRESSANT}\w* (?:cannot|can ?not|can) be (?:taken|used|given)"
)

# "Unable to tolerate a therapeutic dose of it": what was not borne, and no dose that a trial had to reach.
_ILL_BORNE_DOSE = compiled(
    r"\b(?:(?:(?:un|in)ab(?:le|ility) to|(?:can|could|did|does|do|would) ?not(?: be able to)?) (?:tolerate|bear|"
    r"withstand)|intolerance (?:of|to)) (?:(?:any|an?|the|even|its|their) )*(?:[\w-]+ ){0,2}dos(?:es?|ages?|ing)\b"
)


def _asks_for_several(words: str) -> bool:
    """Whether the words count antidepressants that the drug follows: whatever the verb, they have been tried."""
    if not _NAMES_AN_ANTIDEPRESSANT.search(words) or REQUIRED.stands_in(words) or _NOT_TRIED.search(words):
        return False
    return any(isinstance(found.value, int) and found.value > 1 for found in matches(COUNT, words))


_ADHERES, _CUTS_OFF = (Choice(tuple(row.pattern for row in table)) for table in (ADHERENCE, CUT_OFF))


def _qualifies_trials(words: str) -> bool:
    """Whether a percentage speaks of trials, even where a sentence of its own states it."""
    if _ADHERES.stands_in(words):
        return True
    return _CUTS_OFF.stands_in(words) and ("antidepress" in words or bool(_OF_THEM.search(words)))


def is_about_failure(clause: Clause) -> bool:
    """Whether the clause, or the lead-in it stands under, speaks of trials of antidepressants."""
    words = clause.plain
    if _CANNOT_TAKE_ONE.search(words) and not FAILURE.stands_in(words):
        return False
    if FAILURE.stands_in(words) or _REFERS_BACK.search(words) or _qualifies_trials(words) or _CLAIMED.search(words):
        return True
    of_a_drug = _OF_A_DRUG.search(words) and not REQUIRED.stands_in(words)
    if of_a_drug and (INTOLERANCE.search(words) or next(dose(words), None)):
        return True
    if _HOW_LONG.search(words) or _ILL_BORNE_DOSE.search(words):
        return True
    if _TELLS_OF_DOSES.search(words) and not _OTHER_TREATMENT.search(words) and next(dose(words), None):
        return True
    several = next(matches(CLASSES, words), None) or _asks_for_several(words)
    if clause.phase == "initial" and several and not _GIVEN_TOGETHER.search(words):
        return True
    # "… applies to 2 antidepressants:", over an item that only says "not tolerated".
    if INTOLERANCE.search(words) and not _OTHER_TREATMENT.search(words) and _asks_for_several(clause.about):
        return True
    # Behind those that failed, or for depression that resists treatment, one that goes on is none that failed.
    if REQUIRED.stands_in(words) and not OTHER_TRIALS.search(words):
        return False
    if (
        clause.phase == "initial"
        and _AT_DOSES.search(words)
        and Finding("trial_dose", "minimum_effective") in dose(words)
    ):
        return True
    return bool(FAILURE.stands_in(clause.about) and _NAMES_TRIALS.search(f"{clause.about} {words}"))


# "Initial approval | two antidepressants failed; 180 days": no trial is as long, and an approval is.
_BARE_LENGTH = compiled(r"\W*(?:for )?\d+ (?:days|months)\W*")
_APPROVAL = compiled(r"\b(?:approval|authori[sz]ation)s?\b")


def _is_length_of_approval(clause: Clause) -> bool:
    """Whether a clause is nothing but a length, too long for a trial, in what is titled an approval."""
    bare = _BARE_LENGTH.fullmatch(clause.plain) and _APPROVAL.search(clause.topic)
    return bool(bare) and all(length.days >= LONGER_THAN_A_TRIAL for length in durations(clause.plain))


def read(clause: Clause) -> Iterator[Finding]:
    """Findings of a clause about failed antidepressant trials, in the order in which payers name them."""
    words = clause.plain
    if clause.phase == "renewal" or _NOT_FAILED.search(words) or _FOR_PAIN.search(words):
        return
    if _LEADS_IN.search(words):
        return
    if NOT_REQUIRED.stands_in(words) and not FAILURE.stands_in(words):
        return
    stands_for_one = _STANDS_FOR_ONE.search(words) and not NO_FAILURE.search(words)
    excused = (INTOLERANCE.search(words) and _EXCUSES.search(words)) or stands_for_one
    if excused and not _NAMES_A_TREATMENT.search(words):
        yield Finding("intolerance_counts", True)
    if is_waived(words) or is_a_class_to_try(clause) or not is_about_failure(clause):
        return
    counts = [] if _STANDS_FOR_ONE.search(words) else count_of_listed(words) or counts_of(words)
    # "Each came from a different class", under the lead-in that counts them.
    counted = counts or (counts_of(clause.title) if _OF_EACH.match(words) else [])
    classes = list(classes_of(words, counted))
    yield from counts or one_of_each_class(words, classes)
    yield from classes
    if (not OTHER_TRIALS.search(words) or counts) and not _is_length_of_approval(clause):
        yield from dict.fromkeys(times(words))
        yield from dose(_ILL_BORNE_DOSE.sub(" ", words))
    yield from effect_and_adherence(words)
    other_treatment = _OTHER_TREATMENT.search(words) and not counts
    ill_borne = INTOLERANCE.search(_RAISED_AS_BORNE.sub(" ", BARS_BY_NAME.sub(" ", clause.words)))
    if ill_borne and not other_treatment and (not NO_FAILURE.search(words) or _UNLESS_ILL_BORNE.search(words)):
        yield Finding("intolerance_counts", True)
