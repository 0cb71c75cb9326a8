"""Antidepressants that a clause tells one by one: each with its class, one after another, one of each of two kinds."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.criteria.vocabulary import ANTIDEPRESSANT, ANTIDEPRESSANT_NAMES, CLASS_NAME, one_of, some
from parsers.language.patterns import compiled

# e.g. "tried 1 antidepressant, then another", "an antidepressant, followed by a second one, then a third"
_NEXT_ONE = (
    r"(?:,? and,?|,)? (?:then|thereafter|after (?:it|that|which),?|followed by|subsequently|afterwards) "
    r"(?:another|an? (?:different|second|third|fourth))\b"
    r"(?! (?:\w+ )?(?:treatment|therapy|class|type|kind|augment|adjunct|episode|course|month|week|step|option"
    r"|psycho|drug "
    r"class))"
)
_ONE_AFTER_ANOTHER = compiled(
    rf"\b(?:1|an?) (?:\w+ )?{ANTIDEPRESSANT}(?P<next>(?:{_NEXT_ONE}(?: 1| {ANTIDEPRESSANT})?)+)"
)
_EACH_NEXT_ONE = compiled(_NEXT_ONE)
# "A third antidepressant has failed too": so many have; "augmentation with a second antidepressant" is no such trial.
THE_NTH_FAILED = (
    r"(?<!with )(?<!of )(?<!to )(?<!, or )\b(?:an?|the) (?:further,? |additional,? |new )?"
    r"(?P<last>second|third|fourth) "
    rf"(?:(?!same)\w+ )?{ANTIDEPRESSANT}\w*,?(?! (?:is|was|were|has been) (?:added|combined|taken with|given with))"
    r"(?=[^.;]{0,60}?\b(?:fail\w*|tried|unsuccessful\w*|ineffective|without (?:\w+ )?(?:success|effect|benefit|relief"
    r"|response|improvement)|(?:not|n't) (?:\w+ )?(?:work|help|respon|relie|improve|bring|succeed|suffic|benefit)\w*"
    r"|no (?:\w+ )?(?:response|benefit|relief|improvement|effect|success)|inadequate\w*|insufficient\w*)\b)"
)
NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
# "A third antidepressant, for a total of three", "one more, making three in all", as an item: all that have failed.
_ALL_TOLD = r"(?:totals?|in all|altogether|overall|in sum|all told|making|bringing|so that|i\.e|that is|namely)"
_ONE_MORE = compiled(
    rf"^\W*(?:(?:an?|the|one|1|another|>= ?1|or|and) )*(?:(?P<nth>{'|'.join(NTH)}|additional|further|more|extra|other|"
    rf"new|different|oral|adequate) ){{0,3}}(?:{ANTIDEPRESSANT}\w*|agent|drug|medication)(?: (?:trial|course))?"
    r"(?: (?:of|from) (?:an(?:y|other)|a different) class)?"
    rf"(?:(?=.*\b{_ALL_TOLD}\b)\W+(?:i\.e\.,? )?[^.;\d]{{0,40}}?(?P<total>\d)\b(?! ?(?:weeks?|months?|days?|mg|%))"
    r"[^.;\d]{0,40})?\W*$"
)
_OF_EACH = some(one_of("different", "adequate", "trial of", "oral", "generic", "of"), 3)
# Another class than the one named: "1 SSRI and 1 non-SSRI antidepressant", "a tricyclic and 1 of another class".
_OF_ANOTHER = (
    rf"(?:(?:\w+ )?{ANTIDEPRESSANT}\w* )?(?:(?:that|which) (?:is|are) not an? {CLASS_NAME}"
    rf"|(?:of|from) (?:another|a (?:different|second)) (?:\w+ )?(?:class|type|kind|mechanism)|not an? {CLASS_NAME})"
)
_A_CLASS = rf"(?:{CLASS_NAME}(?:[ -]type)?|non-?{CLASS_NAME})"
_OF_A_CLASS = rf"(?:>= ?)?\b(?:\d+|an?) (?:{_OF_EACH}{_A_CLASS}(?: {ANTIDEPRESSANT}\w*)?|{_OF_ANOTHER})"
_AND_ONE = r",? (?:and|plus|as well as|together with|(?:and )?then|followed by) (?:of )?"
# "An SSRI for six weeks, followed by an SNRI for six weeks": how long each was taken.
_FOR_SO_LONG = r"(?: (?:for|over|lasting) (?:at least |>= )?\d+ (?:weeks?|months?|days?))?"
# e.g. "an SSRI, an SNRI, and a tricyclic", "1 agent from each of 3 classes"
_ONE_OF_EACH = compiled(rf"{_OF_A_CLASS}{_FOR_SO_LONG}(?:, {_OF_A_CLASS}{_FOR_SO_LONG})*{_AND_ONE}{_OF_A_CLASS}")
# "One older and one newer antidepressant"
_ONE_AND_ONE = compiled(
    r"\b1 (?:older|newer|generic|brand(?:ed|-name)?|preferred|formulary|first-line|1st-line|serotonergic|sedating|"
    rf"first-generation|1st-generation) and 1 (?:[a-z\d-]+ ){{1,2}}{ANTIDEPRESSANT}"
)
# "An SSRI, an SNRI and 1 other antidepressant"
_AND_MORE = compiled(
    rf"(?P<listed>{_OF_A_CLASS}(?:, {_OF_A_CLASS})*),? (?:and|plus) (?:of )?(?P<more>\d|an?) "
    rf"(?:(?:other|further|additional|different|more) ){{1,2}}(?:\w+ )?{ANTIDEPRESSANT}(?!\w* \w*class)"
)
_ANY_NAME = one_of(*ANTIDEPRESSANT_NAMES, "auvelity", "symbyax", "dextromethorphan[-/]bupropion", "zuranolone")
# "Auvelity and two other antidepressants"
_NAMED_AND_MORE = compiled(
    rf"\b{_ANY_NAME},? (?:and|plus|as well as) (?P<more>\d|an?) "
    rf"(?:other|further|additional|more) (?:\w+ )?{ANTIDEPRESSANT}(?!\w* \w*class)"
)
# "An SSRI, an SNRI and bupropion have each been tried": a drug that is named is one of them.
_NAMED = rf"(?:1 of |either )?{_ANY_NAME}(?:[ -](?:xl|er|sr|xr)\b)?(?: or {_ANY_NAME})*"
_AND_NAMED = compiled(
    rf"(?<!combination of )(?P<listed>{_OF_A_CLASS}(?:, {_OF_A_CLASS})*)(?P<named>(?:, {_NAMED})*,? and {_NAMED})"
)
_A_NAMED_ONE = compiled(_NAMED)
# "Four antidepressants, including an SSRI, an SNRI and bupropion": each is asked for by name, and no number of classes.
_INCLUDED = compiled(r"\b(?:including|include|among them|which are|are)\W*(?:(?:>= |at least )?)$")
# e.g. "at least one drug from each of these classes: SSRI, SNRI, and bupropion or mirtazapine"
_OF_EACH_LISTED = compiled(
    r"\b(?:1|an?) (?:\w+ ){0,3}?(?:from|of|in) each (?:1 )?of (?:the |these |those )?(?:following )?(?:\d )?(?:\w+ )?"
    r"(?:class(?:es)?|categories|groups)\W{1,3}(?P<listed>[^.;:]+)"
)
_NEXT_CLASS = compiled(r",(?: and)? | and ")
_IS_A_CLASS = compiled(rf"\b(?:{CLASS_NAME}|{one_of(*ANTIDEPRESSANT_NAMES)})")
_HOW_MANY_OF_A_CLASS = compiled(rf"\b(\d+|(?<!not )an?) (?:{_OF_EACH}{_A_CLASS}|{_OF_ANOTHER})")


def told_in_turn(words: str) -> int:
    """How many drugs are told one by one ("an SSRI, an SNRI and one other", "one drug, then another"); 0 for none."""
    if told := _with_one_more(words):
        return told
    beside = _AND_NAMED.search(words)
    if beside and not _INCLUDED.search(words[: beside.start()]):
        return sum(_numbers(_HOW_MANY_OF_A_CLASS.findall(beside["listed"]))) + len(
            _A_NAMED_ONE.findall(beside["named"])
        )
    if of_each := of_each_class(words):
        return sum(of_each)
    if more := _AND_MORE.search(words):
        listed = _numbers(_HOW_MANY_OF_A_CLASS.findall(more["listed"]))
        return sum(listed) + sum(_numbers([more["more"]]))
    if more := _NAMED_AND_MORE.search(words):
        return 1 + sum(_numbers([more["more"]]))
    if row := _ONE_AFTER_ANOTHER.search(words):
        return 1 + len(_EACH_NEXT_ONE.findall(row["next"]))
    return 2 if _ONE_AND_ONE.search(words) else 0


def _with_one_more(words: str) -> int:
    """How many drugs there are with the one that an item adds to those before it; 0 where it adds none."""
    more = _ONE_MORE.match(words)
    return int(more["total"] or NTH.get(more["nth"], 0)) if more else 0


def before_classes(words: str) -> str:
    """What stands before a list of classes; "" where the words hold none."""
    listed = _ONE_OF_EACH.search(words)
    return words[: listed.start()] if listed else ""


def of_each_class(words: str) -> list[int]:
    """How many drugs of each class a list of classes asks for; [] when the words list none."""
    if listed := _ONE_OF_EACH.search(words):
        return _numbers(_HOW_MANY_OF_A_CLASS.findall(listed.group()))
    beside = _AND_NAMED.search(words)
    if beside and not _INCLUDED.search(words[: beside.start()]):
        named = _numbers(_HOW_MANY_OF_A_CLASS.findall(beside["listed"]))
        return named if len(named) > 1 else []
    each = _OF_EACH_LISTED.search(words)
    return [1 for part in _NEXT_CLASS.split(each["listed"]) if _IS_A_CLASS.search(part)] if each else []


def _numbers(told: Iterable[str]) -> list[int]:
    return [int(number) if number.isdigit() else 1 for number in told]


# "Two of the three agents sertraline, bupropion and venlafaxine".
_CHOSEN_BY_NAME = compiled(
    r"\b\d (?:out )?of (?:the |these |those )?\d (?:named |listed )?(?:agents|drugs|medications|antidepressants),?"
    rf" ?[:(]? ?(?:{'|'.join(ANTIDEPRESSANT_NAMES)})\b"
)


def chosen_by_name(words: str) -> bool:
    """Whether so many of certain drugs are asked for that are named: they are steps, and no number of drugs."""
    return bool(_CHOSEN_BY_NAME.search(words))
