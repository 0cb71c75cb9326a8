"""Failed antidepressants: how many and of how many classes. What a trial had to be is in `trials`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.oral_antidepressant import REQUIRED
from parsers.criteria.steps import names_a_class_first
from parsers.criteria.trials import ADHERENCE, CUT_OFF, dose, effect_and_adherence, times
from parsers.criteria.vocabulary import (
    ANTIDEPRESSANT,
    AUGMENTER,
    CLASS_NAME,
    FAILURE,
    INTOLERANCE,
    MEDICINE,
    NUMBER,
    PEOPLE,
    near,
    one_of,
    some,
)
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording

_MOST_DRUGS = 12

# Words that may stand between the number and "antidepressants"; those in the first row count something else.
_COUNTS_SOMETHING_ELSE = one_of(
    "of (?:those|these|the|them|which)", "which", r"augment\w*", r"adjunct\w*", r"class\w*", r"mechanism\w*", "weeks?",
    "months?", "days?", "years?", "hours?", "mg", r"time\w*", "sessions?", "devices?", "kits?", "units?", "points?",
    "infusions?", r"psychotherap\w*", "behavioral", "the following", PEOPLE,
)  # fmt: skip
_BETWEEN = rf"(?:(?!{_COUNTS_SOMETHING_ELSE}\b)[a-z/'-]+,?[ ]+){{0,7}}?"
_KIND = one_of(
    "oral", "prior", "previous", "adequate", "different", "separate", "distinct", "other", "generic", "preferred",
    "drug",
    "medication", "treatment", "formulary", "alternative", "psychiatric", "covered", "standard", "failed",
    "unsuccessful",
    r"\d+ (?:to \d+ )?(?:week|month)",
)  # fmt: skip


def _drugs(match: re.Match[str]) -> int | None:
    """The number of drugs; "more than one" is two. None: too many to be drugs that failed."""
    number = int(match["n"]) + match.group().startswith("> ")
    return number if 1 <= number <= _MOST_DRUGS else None


_COUNT = (
    # e.g. "2 antidepressants", "3 adequate trials of oral antidepressants"
    wording(
        "failed_ad_count", rf"{NUMBER}(?!an? ){_BETWEEN}{ANTIDEPRESSANT}(?!\w* (?:augment|(?:\w+ )?class))", _drugs
    ),
    wording(
        "failed_ad_count",
        rf"{NUMBER}{some(_KIND, 6)}(?:trials?|courses?|regimens?) (?:of|with|from) (?:\w+[ -]){{0,4}}?{ANTIDEPRESSANT}"
        r"(?!\w* augment)",
        _drugs,
    ),
)
# e.g. "… or 2 have failed along with an augmentation trial"
_COUNT_ALONE = wording(
    "failed_ad_count",
    rf"(?<!following ){NUMBER}(?:of (?:them|these|those|which) )?(?:have|had|has|were) (?:been )?"
    r"(?:failed|tried|unsuccessful|ineffective)",
    _drugs,
)
# e.g. "antidepressants: failure of 2"
_COUNT_AFTER_LABEL = wording(
    "failed_ad_count",
    rf"{ANTIDEPRESSANT}\w*(?: \w+)?:[^.;\d]{{0,20}}\b(?:failure of|failed|tried|trials? of) (?:>= )?"
    r"(?P<n>\d+)\b(?! ?(?:weeks?|days?|months?))",
    _drugs,
)
# e.g. "antidepressants failed (minimum 2)", "no antidepressant of 2 improved"
_COUNT_IN_BRACKETS = wording(
    "failed_ad_count",
    rf"(?:{ANTIDEPRESSANT}\w* (?:failed|tried)\W{{1,3}}|\bno {ANTIDEPRESSANT}\w* of )"
    r"(?:>= )?(?P<n>\d+)\b(?! ?(?:weeks?|days?|months?|class))",
    _drugs,
)
# e.g. "2 agents" where the clause or its lead-in speaks of failed drugs.
_COUNT_OF_MEDICINES = wording("failed_ad_count", rf"{NUMBER}{some(_KIND, 9)}{MEDICINE}\b(?! (?:class|week))", _drugs)
_ONE = some(
    one_of(
        "other", "different", "oral", "generic", "preferred", "single", "adequate", "trial", "course", "prior",
        "previous",
        "of", "an?", "formulary", "first-line",
    ),
    5,
)  # fmt: skip
_COUNT_OF_ONE = wording("failed_ad_count", rf"\b(?:an?|any) {_ONE}{ANTIDEPRESSANT}", 1)
_NAMES_MEDICINES = re.compile(
    r"antidepress|\b(?:agents?|medications?|medicines?|drugs?|pharmacotherap|treatments?|therap|trials?)"
)
_NOT_COUNTED_AS_ONE = re.compile(
    r"\b(?:concomitant|concurrent|conjunction|combin|along|will be\b|continu|not \d|together|monotherapy|each\b|every\b"
    r"|counts?\b(?! of)|is (?:contraindicated|not tolerated)|(?:is|are) (?:defined|counted)|means\b)"
)
# e.g. "4 antidepressants, including 1 SSRI", "1 of the failed antidepressants was an SNRI"
_PART_OF_THEM = re.compile(
    r"\b(?:including|among (?:them|which)|\d+ (?:of|from) (?:the|them|which|these|those))\b[^.;]*"
)
_OF_EACH = some(one_of("different", "adequate", "trial of", "oral", "generic", "of"), 3)
_OF_A_CLASS = rf"(?:>= ?)?\b(?:\d+|an?) {_OF_EACH}{CLASS_NAME}(?: {ANTIDEPRESSANT}\w*)?"
# e.g. "an SSRI, an SNRI, and a tricyclic", "1 agent from each of 3 classes"
_ONE_OF_EACH = re.compile(rf"{_OF_A_CLASS}(?:, {_OF_A_CLASS})*,? and (?:of )?{_OF_A_CLASS}")
_HOW_MANY_OF_A_CLASS = re.compile(rf"\b(\d+|an?) {_OF_EACH}{CLASS_NAME}")
_ONE_FROM_EACH = wording(
    "failed_ad_count",
    rf"\b(?:1|an?) (?:\w+ ){{1,2}}(?:from|of|in) each of (?:the )?{NUMBER}(?:\w+ ){{0,2}}class",
    _drugs,
)

_DISTINCT = one_of("different", "differing", "distinct", "separate", "unique", "own", "another", "dissimilar")
_OF_CLASSES = one_of(
    "different", "distinct", "separate", r"pharmacologic\w*", "drug", "medication", "therapeutic",
    rf"{ANTIDEPRESSANT}\w*",
    "of", "chemical", "major", "unique", "the", "these", "those", "following", "listed",
)  # fmt: skip
_CLASSES = (
    wording("failed_ad_classes", rf"{NUMBER}(?:or more )?(?:{_OF_CLASSES}[ /]+)*class(?:es)?\b", _drugs),
    wording("failed_ad_classes", rf"{NUMBER}(?:{_DISTINCT} )*mechanisms? of action", _drugs),
    # e.g. "3 antidepressants, 2 of them from different classes"
    wording(
        "failed_ad_classes",
        rf"{NUMBER}(?:of (?:them|which|these|those|the \w+) |{MEDICINE} )?(?:(?:must|should|have to) )?"
        rf"(?:(?:be|are|were|being|belong|come) )?(?:from|of|in|to|representing) {_DISTINCT} (?:\w+ )?class",
        _drugs,
    ),
)
_ONE_OF_ANOTHER_CLASS = re.compile(
    r"\b1(?: of (?:them|which|these|those))?(?: (?:must|should|has|have|to|be|being|is|are))* (?:from|of|in) (?:an? )?"
    r"(?:another|other|different) (?:\w+ )?class"
)
_CLASS_QUALITY = one_of(
    r"pharmacologic\w*", "drug", "medication", "therapeutic", "chemical", r"antidepressant\w*", "major"
)
_SAME_CLASS = (
    r"(?:(?:from|of|in|to|within|sharing|share) (?:(?:1 and )?the same|1|a single|1 single)|(?:share|sharing) an?)"
    r" (?:\w+ )?(?:class|mechanism)\b"
)
_EACH_OF_ITS_OWN = re.compile(
    one_of(
        rf"\b{_DISTINCT}(?: (?:{_CLASS_QUALITY}|or|and))* "
        r"(?:class(?:es)?|mechanisms?(?: of action)?|modes? of action|pharmacolog(?:y|ies)|categor(?:y|ies))\b",
        r"\bclass other than\b",
        rf"\bnot (?:both|all) (?:of them )?{CLASS_NAME}",
        r"\bpharmacologically (?:different|distinct)",
        r"\bdiffer\w* (?:from each other )?(?:in|by) (?:\w+ ){0,3}(?:class|mechanism|categor)",
        r"\b(?:un(?:related|like)|dissimilar) (?:\w+ )?class",
        rf"\bclass(?:es)?(?: (?:being|are|is|were|was|all|must|be|each))+ {_DISTINCT}\b",
        r"\bnot all of (?:1|the same|a single) (?:\w+ )?class\b",
        rf"\bno 2(?: of (?:them|which|these))? (?:\w+ ){{0,3}}{_SAME_CLASS}",
        rf"\bnot (?:both )?(?:belong )?{_SAME_CLASS}",
    )
)
_ONE_CLASS_DENIED = re.compile(rf"\b(?:not|no 2)\b[^.;]{{0,40}}?{_SAME_CLASS}")
# What only tells of the drugs that failed, whose number stands elsewhere: "the agents must represent 2 classes".
_TELLS_OF_CLASSES = re.compile(r"\b(?:represent|includ|belong|(?:be|been|come|came|are|is|were|was) (?:from|of|in)\b)")
_ANY_CLASS = re.compile(r"\b(?:the same or|same class or|regardless of|any) (?:\w+ ){0,3}class")

# Numbers of these belong to other treatments: "1 of these augmentation agents", "stabilized on 1 antidepressant".
_OTHER_TRIALS = re.compile(
    one_of(
        r"\baugment", r"\badjunct\w* (?:therap|agent|treat|antipsych|medic)", r"\badd-on\b", r"\bpsychotherap",
        r"\bcognitive[ -]behav", r"\bcbt\b", r"\bcounsel", r"\bstabili[sz]ed\b", r"\bremission (?:from|of|for)\b",
        r"\bsobriety", r"\babstin", r"\belectroconv", r"\btranscranial",
    )
)  # fmt: skip
_OTHER_TREATMENT = re.compile(
    r"\bpsychotherap|\bcognitive[ -]behav|\bcbt\b|\belectroconv|\bect\b|\btranscranial|\br?tms\b|\brems\b"
    r"|\besketamine\b|\bspravato\b|\bhypersensitiv(?![^.;]*antidepress)"
)
ADDED_AGENT = re.compile(
    one_of(
        rf"\baddition of (?:an? |1 )?(?:\w+[ -]){{0,3}}(?:{AUGMENTER}|augment)",
        r"\b(?:plus|with) (?:an? |1 )?(?:augment|adjunct)",
        rf"\bcombin\w+ (?:of|with){near(60)}\b{AUGMENTER}",
        rf"{ANTIDEPRESSANT}\w* (?:plus|with|combined with|and) (?:an? )?(?:\w+[ -]){{0,2}}{AUGMENTER}",
        rf"\b{AUGMENTER}{near(30)}"
        r"\b(?:(?:added|combined|in (?:addition|combination)|together) (?:to|with)|(?:was|were|been) added\b)",
    )
)
# e.g. "lithium was tried as an addition to an antidepressant": the antidepressant is no drug that is counted.
_IN_ADDITION = re.compile(r"\bas an? (?:addition|adjunct|add-on|supplement) to\b")
_NAMES_A_TREATMENT = re.compile(r"\bpsychotherap|\belectroconv|\bect\b|\br?tms\b|\brems\b|\besketamine\b|\bspravato\b")
_REFERS_BACK = re.compile(
    r"\b(?:stayed|kept|remained|taken|took|used|given) (?:on )?(?:each|both|all|every)\b(?! (?:day|week|session))"
    rf"|\b(?:each|both|all|every)(?: (?:of|such|one|these|those|the|them|which|prior|previous|\d)){{0,4}} ?"
    rf"(?:{ANTIDEPRESSANT}\w*|agents?|medications?|drugs?|trials?|was|were|has|have|must|used|taken|given)\b[^.;]*"
    r"(?:\bdos(?:e|age|ing)|\bweeks?\b|\bmonths?\b|\bepisode\b|\bclass)"
    r"|\bdos(?:es?|ages?|ing) (?:of|for) (?:each|both|all|every)\b"
)
_NAMES_TRIALS = re.compile(rf"{ANTIDEPRESSANT}|trial|medication")
_OF_A_DRUG = re.compile(rf"{ANTIDEPRESSANT}|dose[ -]limiting|\bcounts?\b")
# Claims that were paid for one drug after the other are trials of them.
_CLAIMED = re.compile(rf"\bclaims (?:for|of)\b{near(60)}{ANTIDEPRESSANT}{near(60)}\beach\b")
_NO_FAILURE = re.compile(
    r"\b(?:does|do|will|would|is|are) not (?:be )?(?:count|qualif|accepted|considered|regarded)"
    r"|\bnot (?:be )?counted\b|\bis no failure\b"
)


# "An antidepressant other than the failed ones" is taken now, and is none of those that failed.
_NOT_FAILED = re.compile(
    r"\b(?:has|have|had) not (?:previously )?failed\b|\b(?:not|none) (?:one )?(?:among|of) the fail"
    r"|\bother than (?:the|those|any)(?: \w+)? fail|\bnot (?:previously|yet) failed\b"
)
# "Exception: adverse effects", "adverse effects are accepted instead", "need not be completed".
_EXCUSES = re.compile(r"\bexception\b|\bexcus|\bneed not\b|\b(?:accepted|enough|sufficient|allowed) instead\b")


# Antidepressants that are counted but not as tried: a limit, a rule for billing, what goes on.
_NOT_TRIED = re.compile(
    rf"<=? \d+ (?:\w+ ){{0,2}}{ANTIDEPRESSANT}|\b(?:takes|taking|(?:is|are) on|receives|receiving|uses)\b"
    r"|\b(?:never|not) (?:to )?(?:be )?(?:given|used|taken|combined|billed|prescribed)\b|\bbill|\bpaid for\b"
    r"|\bcontinu|\bwill be\b|\bconcurrent|\bconcomitant|\bstabili[sz]|\bexample|\blist(?:ed|s)\b"
    r"|\brefus|\bdeclin|\bdispens|\bmay be\b"
)
_OF_THEM = re.compile(r"\b(?:each|every|any|both|all) (?:1 )?of (?:them|these|those)\b")


def _asks_for_several(words: str) -> bool:
    """Whether the words count antidepressants that the drug follows: whatever the verb, they have been tried."""
    if REQUIRED.search(words) or _NOT_TRIED.search(words):
        return False
    return any(isinstance(found.value, int) and found.value > 1 for found in matches(_COUNT, words))


def _qualifies_trials(words: str) -> bool:
    """Whether a percentage speaks of trials, even where a sentence of its own states it."""
    adheres = any(row.pattern.search(words) for row in ADHERENCE)
    of_drugs = "antidepress" in words or _OF_THEM.search(words)
    return adheres or bool(of_drugs and any(row.pattern.search(words) for row in CUT_OFF))


def is_about_failure(clause: Clause) -> bool:
    """Whether the clause, or the lead-in it stands under, speaks of trials of antidepressants."""
    words = clause.plain
    if FAILURE.search(words) or _REFERS_BACK.search(words) or _qualifies_trials(words) or _CLAIMED.search(words):
        return True
    of_a_drug = _OF_A_DRUG.search(words) and not REQUIRED.search(words)
    if of_a_drug and (INTOLERANCE.search(words) or next(dose(words), None)):
        return True
    if clause.phase == "initial" and (next(matches(_CLASSES, words), None) or _asks_for_several(words)):
        return True
    return bool(FAILURE.search(clause.about) and _NAMES_TRIALS.search(f"{clause.about} {words}"))


def _of_each_class(words: str) -> list[int]:
    """How many drugs of each class a list of classes asks for; [] when the words list none."""
    listed = _ONE_OF_EACH.search(words)
    numbers = _HOW_MANY_OF_A_CLASS.findall(listed.group()) if listed else []
    return [int(number) if number.isdigit() else 1 for number in numbers]


def _counts(words: str) -> list[Finding]:
    if of_each := _of_each_class(words):
        return [Finding("failed_ad_count", sum(of_each))]
    if found := list(matches((_ONE_FROM_EACH,), words)):
        return found
    part = _PART_OF_THEM.search(words)
    if part and (found := list(matches(_COUNT, words[: part.start()]))):
        return found
    if found := list(matches((*_COUNT, _COUNT_ALONE, _COUNT_AFTER_LABEL, _COUNT_IN_BRACKETS), words)):
        return found
    if _OTHER_TRIALS.search(words):
        return []
    if _NAMES_MEDICINES.search(words) and (found := list(matches((_COUNT_OF_MEDICINES,), words))):
        return found
    if (
        part
        or _NOT_COUNTED_AS_ONE.search(words)
        or _NO_FAILURE.search(words)
        or ADDED_AGENT.search(words)
        or _IN_ADDITION.search(words)
        or names_a_class_first(words)
    ):
        return []
    return list(matches((_COUNT_OF_ONE,), words))


def _classes(words: str, counts: list[Finding]) -> Iterator[Finding]:
    if of_each := _of_each_class(words):
        yield Finding("failed_ad_classes", len(of_each))
    elif _ONE_OF_ANOTHER_CLASS.search(words):
        yield Finding("failed_ad_classes", 2)
    elif found := list(matches(_CLASSES, _ONE_CLASS_DENIED.sub("", words))):
        yield found[0]
    elif counts and _EACH_OF_ITS_OWN.search(words) and not _ANY_CLASS.search(words):
        yield Finding("failed_ad_classes", counts[0].value)


def _one_of_each_class(words: str, classes: list[Finding]) -> Iterator[Finding]:
    """As many drugs as classes, where "drugs of 3 classes failed" counts no drugs."""
    if FAILURE.search(words) and not _TELLS_OF_CLASSES.search(words) and not _OTHER_TRIALS.search(words):
        yield from (Finding("failed_ad_count", found.value) for found in classes)


def read(clause: Clause) -> Iterator[Finding]:
    """Findings of a clause about failed antidepressant trials, in the order in which payers name them."""
    words = clause.plain
    if clause.phase == "renewal" or _NOT_FAILED.search(words):
        return
    if INTOLERANCE.search(words) and _EXCUSES.search(words) and not _NAMES_A_TREATMENT.search(words):
        yield Finding("intolerance_counts", True)
    if is_waived(words) or not is_about_failure(clause):
        return
    counts = _counts(words)
    classes = list(_classes(words, counts))
    yield from counts or _one_of_each_class(words, classes)
    yield from classes
    if not _OTHER_TRIALS.search(words) or counts:
        yield from dict.fromkeys(times(words))
        yield from dose(words)
    yield from effect_and_adherence(words)
    other_treatment = _OTHER_TREATMENT.search(words) and not counts
    if INTOLERANCE.search(clause.words) and not other_treatment and not _NO_FAILURE.search(words):
        yield Finding("intolerance_counts", True)
