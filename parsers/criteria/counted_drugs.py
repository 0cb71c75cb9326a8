"""How many drugs a clause says have failed."""

from __future__ import annotations

import re

from parsers.criteria.drug_counts import COUNT, KIND, number_of_drugs
from parsers.criteria.drugs_in_turn import NTH, THE_NTH_FAILED, before_classes, chosen_by_name, told_in_turn
from parsers.criteria.mixed_steps import classes_beside_agents
from parsers.criteria.other_trials import ADDED_AGENT, BOOSTS, FURTHER_TRIAL, IN_ADDITION, OF_AUGMENTATION, OTHER_TRIALS
from parsers.criteria.steps import names_a_class_first
from parsers.criteria.vocabulary import ANTIDEPRESSANT, CLASS_NAME, FAILURE, MEDICINE, NO_FAILURE, NUMBER, one_of, some
from parsers.criteria.wording import Finding, matches, wording
from parsers.language.patterns import compiled

# e.g. "… or 2 have failed along with an augmentation trial"
_COUNT_ALONE = wording(
    "failed_ad_count",
    rf"(?<!following ){NUMBER}(?:of (?:them|these|those|which) )?(?:have|had|has|were) (?:been )?"
    r"(?:failed|tried|unsuccessful|ineffective)",
    number_of_drugs,
)
# e.g. "antidepressants: failure of 2"
_COUNT_AFTER_LABEL = wording(
    "failed_ad_count",
    rf"{ANTIDEPRESSANT}\w*(?: \w+)?:[^.;\d]{{0,20}}\b(?:failure of|failed|tried|trials? of) (?:>= )?"
    r"(?P<n>\d+)\b(?! ?(?:weeks?|days?|months?|years?))",
    number_of_drugs,
)
# e.g. "antidepressants failed (minimum 2)", "failed antidepressants: 2", "no antidepressant of 2 improved"
_COUNT_IN_BRACKETS = wording(
    "failed_ad_count",
    rf"(?:{ANTIDEPRESSANT}\w* (?:failed|tried|failures|trials)\W{{1,3}}"
    rf"|{ANTIDEPRESSANT}\w* (?:(?:has|have|were|was|been) )+(?:failed|tried|exhausted|ineffective|unsuccessful|"
    rf"inadequate) ?[(:;]|\bno {ANTIDEPRESSANT}\w* of "
    rf"|\b(?:failed|tried|prior|previous) (?:oral )?{ANTIDEPRESSANT}\w*(?: (?:drug|medication|medicine|agent|trial)s?)?"
    r" ?[:|(] ?(?:now )?"
    # e.g. "the number of failed antidepressants is 2", "antidepressant failures required: 2"
    rf"|\b(?:number|count|total) of (?:[\w-]+ ){{0,4}}?{ANTIDEPRESSANT}\w*(?: [a-z-]+){{0,6}}? ?(?:is|are|be|"
    rf"now|at|:|=) ?"
    rf"|{ANTIDEPRESSANT}\w* (?:failures|trials)(?: (?:required|needed|now))* ?(?:is|are|:|=) ?)"
    r"(?:>= )?(?P<n>\d+)\b(?! ?(?:weeks?|days?|months?|years?|class))",
    number_of_drugs,
)
# e.g. "an antidepressant history of 2 failures", "antidepressant record: 3 failures"
_COUNT_OF_FAILURES = wording(
    "failed_ad_count",
    rf"{ANTIDEPRESSANT}\w*(?: [a-z]+){{0,5}}?:? {NUMBER}(?:(?:separate|different|distinct|documented|prior|past"
    rf"|treatment) )*"
    r"failures\b(?! (?:of|on|with) (?!treatment|therapy|each|[<>]|\d))",
    number_of_drugs,
)
# e.g. "2 failures, each on a different class of antidepressant"
_COUNT_OF_FAILURES_ON = wording(
    "failed_ad_count",
    rf"{NUMBER}(?:(?:separate|different|distinct|documented|prior|past|treatment|drug) )*failures,? "
    rf"(?:(?:each|both|all|1) )?(?:on|with|to|of|involving|from) (?:[\w-]+ ){{0,6}}?(?:{ANTIDEPRESSANT}|{CLASS_NAME})",
    number_of_drugs,
)
# e.g. "treatment failure x2 (different classes)"
_COUNT_OF_TIMES = wording(
    "failed_ad_count",
    rf"\b(?:treatment|{ANTIDEPRESSANT}s?|trial)(?: (?:mono-?therapy|therapy|treatment|medication))? "
    r"(?:(?:must|should|has|have|had|been|was|were|proved|proven) )*(?:failures?|failed|unsuccessful|ineffective|"
    r"without (?:success|benefit|response|effect)) (?:[<>]=? )?(?P<n>\d)(?: or more)? times\b",
    number_of_drugs,
)


def _number_of_failures(match: re.Match[str]) -> int | None:
    return number_of_drugs(match) if FAILURE.stands_in(match["label"]) else None


# e.g. "antidepressants that did not work: 3", "antidepressant trials that fell short: 2, each of 6 weeks"
_COUNT_AFTER_FAILURES = wording(
    "failed_ad_count",
    r"^\W*(?P<label>(?:(?:names?|number|of|oral|prior|previous|earlier|qualifying|the) ){0,3}"
    rf"{ANTIDEPRESSANT}(?:(?!class|week|month|dos(?:e|es|ing|age)\b|scor|length|duration|augment)[^.;:\d]){{4,60}}): ?"
    r"(?:>= )?(?P<n>\d+)\b(?! ?(?:weeks?|days?|months?|years?|%|mg|class))",
    _number_of_failures,
)
# e.g. "antidepressants (2 minimum)", "antidepressants, 2 of them, gave no success", "antidepressants (2, each …)"
_COUNT_BEHIND = wording(
    "failed_ad_count",
    rf"{ANTIDEPRESSANT}\w*(?: ?\(|, |(?: (?:failures|trials|must|should|have|has|to|be|are|were))+ )(?:>= )?(?P<n>\d)"
    r"(?:(?: of them| in number| in all)(?=[,;)]| and\b)| minimum\b|(?=\))"
    r"(?<=>= \d)|(?=, (?:each|both|all)\b))",
    number_of_drugs,
)
# e.g. "count the failed antidepressants; 2 are enough"
_SO_MANY_SUFFICE = wording(
    "failed_ad_count",
    rf"\bfailed {ANTIDEPRESSANT}\w*[;,.:]? (?P<n>\d) (?:(?:is|are|will be) (?:enough|sufficient|what we ask)|"
    rf"suffices?|will do)\b",
    number_of_drugs,
)
# e.g. "antidepressant no. 1 and antidepressant no. 2 were both inadequate"
_NUMBERED = wording(
    "failed_ad_count",
    rf"{ANTIDEPRESSANT}\w* (?:trial )?(?:no\.? ?|number |# ?)1,? and (?:(?:{ANTIDEPRESSANT}\w*|trial) )?(?:no\.?"
    rf" ?|number |# ?)(?P<n>\d)\b",
    number_of_drugs,
)
# "An antidepressant and psychotherapy have both failed": the one antidepressant has.
_BOTH_FAILED = wording(
    "failed_ad_count",
    rf"\b(?:an?|1) (?:\w+ ){{0,3}}?{ANTIDEPRESSANT}(?:(?!\b(?:augment|add|adjunct)\w*)[^.;]){{0,60}} and "
    r"(?:(?!\b(?:augment|add|adjunct)\w*)[^.;]){0,50}\bboth\b",
    1,
)
# e.g. "3 antidepressants, or 2 if each was stopped because of side effects"
_COUNT_OTHERWISE = wording(
    "failed_ad_count",
    r"(?:^\W*|\bor )(?:(?:of|only|just) )*(?P<n>\d) (?:if|when|where|provided(?: that)?|as long as) "
    r"(?:(?:they|these|those) )?(?:each|both|all|either|neither)\b"
    # "Three failed antidepressants, or two and a course of psychotherapy"
    r"|(?:^\W*|\bor )(?:of |only |just )*(?P<fewer>\d),? (?:and|plus|together with|along with|with) (?:also"
    r" )?(?:an?|1|the|failed|augment|psycho|adjunct)\w*\b"
    r"(?! (?:score|scale))",
    lambda match: int(match["n"] or match["fewer"]),
)
# e.g. "2 agents" where the clause or its lead-in speaks of failed drugs.
_COUNT_OF_MEDICINES = wording(
    "failed_ad_count", rf"{NUMBER}{some(KIND, 9)}{MEDICINE}\b(?! (?:class|week))", number_of_drugs
)
# e.g. "depression not remitting after a second antidepressant"
_AFTER_THE_NTH = wording(
    "failed_ad_count",
    rf"\b(?:after|despite|fail\w* (?:of|on)|respond\w* to|response to|benefit from) (?:an?|the|his|her|their|even a) "
    rf"(?P<nth>second|third|fourth) (?:\w+ )?{ANTIDEPRESSANT}(?!\w* (?:was|were|is) added)|{THE_NTH_FAILED}",
    lambda match: NTH[match["nth"] or match["last"]],
)
_COUNTS_OF_THOSE = (
    _COUNT_ALONE, _COUNT_AFTER_LABEL, _COUNT_IN_BRACKETS, _COUNT_OF_FAILURES, _COUNT_OF_FAILURES_ON, _COUNT_OF_TIMES,
    _SO_MANY_SUFFICE, _COUNT_AFTER_FAILURES, _COUNT_BEHIND, _COUNT_OTHERWISE, _AFTER_THE_NTH,
)  # fmt: skip
_ONE = some(
    one_of(
        "other", "different", "oral", "generic", "preferred", "single", "adequate", "qualifying",
        "trial", "course", "prior", "previous", "of", "an?", "formulary", "first-line",
    ),
    5,
)  # fmt: skip
_COUNT_OF_ONE = wording("failed_ad_count", rf"\b(?:an?|any) {_ONE}{ANTIDEPRESSANT}", 1)
_NAMES_MEDICINES = compiled(
    r"antidepress|\b(?:agents?|medications?|medicines?|drugs?|pharmacotherap|treatments?|therap|trials?|"
    r"(?:preferred|formulary) (?:products?|brands?))"
)
_NOT_COUNTED_AS_ONE = compiled(
    r"\b(?:concomitant|concurrent|conjunction|combin|along|will be\b|continu|not \d|together|monotherapy|each\b|every\b"
    r"|counts?\b(?! of)|be counted\b|only qualifies|is (?:contraindicated|not tolerated)|(?:is|are) (?:defined|"
    r"counted|deemed|regarded|accepted|(?:recogni[sz]ed|credited|valid|adequate) (?:only|when|if))|means\b)"
    r"|^\W*(?:if|where|when|whenever) an?\b|\b(?:in|during|on|under|with) (?:any|either)\b"
)
# e.g. "4 antidepressants, including 1 SSRI", "1 of the failed antidepressants was an SNRI"
_PART_OF_THEM = compiled(
    r"\b(?:including|inclusive of|among (?:them|which)|\d+ (?:of|from) (?:the|them|which|these|those)"
    r"|of (?:which|these|them|the (?:failed|tried) \w+),? (?:>= )?\d+|\d each (?:of|from)|(?:>= )?\d+ being"
    r"|(?:[\w-]+ ){0,3}(?:must|should|has to|have to|needs? to) (?:also )?(?:have )?included?"
    r"|(?<=\()(?:>= )?\d (?:of (?:them|these) )?(?:must|should|has to) (?:have been|be))\b[^.;]*"
)
# "2 or more, but no more than 5, antidepressants", "2 to 5", "between 2 and 5": the least number counts.
_UP_TO = compiled(
    r"(?P<least>(?:>= ?)?\b(?P<first>\d))(?: or more)?,?(?: (?:but |and |up to |with )?(?:<=?|at most|a maximum of) ?"
    r"| (?:to|or) |(?<=between \d) and )(?P<most>\d),?"
    rf"(?= (?:[a-z/-]+ ){{0,4}}?{ANTIDEPRESSANT})"
)
_ONE_FROM_EACH = wording(
    "failed_ad_count",
    rf"\b(?:1|an?) (?:\w+ ){{1,2}}(?:from|of|in) (?:each of )?(?:the )?{NUMBER}(?:\w+ ){{0,3}}(?:class|categor)",
    number_of_drugs,
)
# "Three antidepressants have failed (one must be an SNRI)": one of the three.
_ONE_MUST_BE = compiled(rf"(?:^|[(,;]) ?(?:>= )?1 (?:must|should|has to) (?:be|have been) (?:an? )?{CLASS_NAME}")


def _least(span: re.Match[str]) -> str:
    """The least of "2 to 5"; "5 or 2" is no such span."""
    return span["least"] if span["first"] < span["most"] else span[0]


def _counted_before_classes(words: str) -> list[int]:
    """How many drugs are counted before a list of classes ("4 antidepressants, including an SSRI and an SNRI")."""
    found = matches(COUNT, before_classes(words))
    return [each.value for each in found if isinstance(each.value, int)]


_IS_JOINED = compiled(r"\b(?:and|plus|as well as)\b")


def _is_of_an_addition(words: str, found: list[Finding]) -> bool:
    """Whether what is counted is a trial of a drug that was added to an antidepressant."""
    sole = found == [Finding("failed_ad_count", 1)] and not _IS_JOINED.search(words)
    return bool(sole or FURTHER_TRIAL.search(words)) and ADDED_AGENT.stands_in(words)


def counts_of(words: str) -> list[Finding]:
    """The number of drugs that failed; [] when the words count none, or something else."""
    # "Bupropion or a tricyclic" are steps, and are not counted.
    return [] if classes_beside_agents(words) or chosen_by_name(words) else _counted(words)


def _counted(words: str) -> list[Finding]:
    words = _UP_TO.sub(_least, OF_AUGMENTATION.sub("augmentation", words))
    if told := told_in_turn(words):
        return [Finding("failed_ad_count", max((told, *_counted_before_classes(words))))]
    if found := list(matches((_ONE_FROM_EACH, _NUMBERED), words)):
        return found
    part = _PART_OF_THEM.search(words)
    # "Three agents failed, one of them given as augmentation": all three count.
    of_agents = (*COUNT, _COUNT_OF_MEDICINES) if part and OTHER_TRIALS.search(part[0]) else COUNT
    if part and (found := list(matches(of_agents, words[: part.start()]))):
        return found
    # "Three agents, of which two are SSRIs": the number before counts them all.
    before = words[: part.start()] if part else ""
    if not OTHER_TRIALS.search(before) and (found := list(matches((_COUNT_OF_MEDICINES,), before))):
        return found
    # "Of the tried agents, at least one must be an SNRI": how many they are stands elsewhere.
    if part and part[0].startswith("of the "):
        return []
    words = _ONE_MUST_BE.sub("", words)
    found = list(matches((*COUNT, *_COUNTS_OF_THOSE), words))
    # "One further trial, of an antidepressant with an augmenting drug" is one of the augmentation.
    boosts = BOOSTS.search(words)
    if found and not (boosts or _is_of_an_addition(words, found)):
        return found
    if boosts or OTHER_TRIALS.search(words):
        return list(matches((_BOTH_FAILED,), words))
    found = list(matches((_COUNT_OF_MEDICINES,), words)) if _NAMES_MEDICINES.search(words) else []
    if found and not _is_of_an_addition(words, found):
        return found
    if (
        part
        or _NOT_COUNTED_AS_ONE.search(words)
        or NO_FAILURE.search(words)
        or ADDED_AGENT.stands_in(words)
        or IN_ADDITION.search(words)
        or names_a_class_first(words)
    ):
        return []
    return list(matches((_COUNT_OF_ONE,), words))
