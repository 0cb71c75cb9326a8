"""Of how many classes the antidepressants are that a clause counts."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.drug_counts import COUNT_BEFORE_CLASSES, number_of_drugs
from parsers.criteria.drugs_in_turn import of_each_class
from parsers.criteria.other_trials import OTHER_TRIALS
from parsers.criteria.vocabulary import ANTIDEPRESSANT, CLASS_NAME, FAILURE, MEDICINE, NUMBER, one_of
from parsers.criteria.wording import Finding, matches, wording
from parsers.language.patterns import compiled

_DISTINCT = one_of("different", "differing", "distinct", "separate", "unique", "own", "another", "dissimilar")
_OF_CLASSES = one_of(
    "different", "distinct", "separate", r"pharmacologic\w*", "drug", "medication", "agent", "therapeutic",
    rf"{ANTIDEPRESSANT}\w*",
    "of", "chemical", "major", "unique", "the", "these", "those", "following", "listed",
)  # fmt: skip
CLASSES = (
    wording(
        "failed_ad_classes",
        rf"{NUMBER}(?:or more )?(?:{_OF_CLASSES}[ /]+)*(?:class(?:es)?|categories|families)\b",
        number_of_drugs,
    ),
    wording(
        "failed_ad_classes",
        rf"{NUMBER}(?:(?:{_DISTINCT} )*(?:mechanisms?|modes?|types?) of action|mechanistically {_DISTINCT}"
        rf"|(?:{_DISTINCT} )+(?:drug |antidepressant |therapeutic |pharmacologic(?:al)? )?groups\b)",
        number_of_drugs,
    ),
    # e.g. "3 antidepressants, 2 of them from different classes"
    wording(
        "failed_ad_classes",
        rf"{NUMBER}(?:of (?:them|which|these|those|the \w+|the (?:failed|tried) \w+) |{MEDICINE} )?"
        r"(?:(?:must|should|have to) )?"
        rf"(?:(?:be|are|were|being|belong|come) )?(?:from|of|in|to|representing) {_DISTINCT} (?:\w+ )?class",
        number_of_drugs,
    ),
    # e.g. "distinct classes: at least 2", behind the number of drugs
    wording("failed_ad_classes", rf"\b{_DISTINCT} (?:\w+ )?class(?:es)?:? >= ?(?P<n>[2-9])\b(?! of)", number_of_drugs),
)
_ONE_OF_ANOTHER_CLASS = compiled(
    r"\b1(?: of (?:them|which|these|those))?(?: (?:must|should|has|have|to|be|being|is|are))* (?:from|of|in) (?:an? )?"
    r"(?:another|other|different) (?:\w+ )?class"
)
# "Three antidepressants, not all of the same class": one of another class will do.
_NOT_ALL_OF_ONE = compiled(
    r"\bnot all (?:of (?:them|these|which) )?(?:(?:be|being|belong(?:ing)?) )?(?:of|from|in|to|within) "
    r"(?:1|the same|a single) (?:\w+ )?(?:class|category|family|group)\b"
)
_CLASS_QUALITY = one_of(
    r"pharmacologic\w*", "drug", "medication", "agent", "therapeutic", "chemical", r"antidepressant\w*", "major"
)
_SAME_CLASS = (
    r"(?:(?:from|of|in|to|within|sharing|share) (?:(?:1 and )?the same|1|a single|1 single)|(?:share|sharing) an?)"
    r" (?:\w+ )?(?:class|mechanism)\b"
)
_EACH_OF_ITS_OWN = compiled(
    one_of(
        rf"\b{_DISTINCT}(?: (?:{_CLASS_QUALITY}|or|and))* "
        r"(?:class(?:es)?|mechanisms?(?: of action)?|modes? of action|pharmacolog(?:y|ies)|categor(?:y|ies)"
        r"|famil(?:y|ies)|groups?)\b",
        r"\bclass other than\b",
        # "Each belonged to a class of its own".
        r"\b(?:class(?:es)?|mechanisms?(?: of action)?|categor(?:y|ies)|famil(?:y|ies)|groups?) of (?:its|their) own\b",
        rf"\bnot (?:both|all) (?:of them )?{CLASS_NAME}",
        r"\bpharmacologically (?:different|distinct)",
        r"\bdiffer\w* (?:from each other )?(?:in|by) (?:\w+ ){0,3}(?:class|mechanism|categor)",
        r"\b(?:un(?:related|like)|dissimilar) (?:\w+ )?(?:class|mechanism)",
        r"\bmechanisms? (?:that (?:is|are) )?(?:unlike|unrelated|dissimilar|different)\b",
        r"\bpharmacologically unrelated\b",
        r"\bno class (?:is|was|being) (?:represented|used|counted|named) (?:2 times|more than 1 time)",
        rf"\bclass(?:es)?(?: (?:being|are|is|were|was|all|must|be|each))+ {_DISTINCT}\b",
        rf"\bno 2(?: of (?:them|which|these|the(?: \w+){{1,3}}))? (?:\w+ ){{0,3}}{_SAME_CLASS}",
        rf"\b(?:none|neither)(?: of (?:them|which|these))? (?:\w+ ){{0,2}}{_SAME_CLASS}",
        rf"\bnot (?:be )?(?:both )?(?:belong )?{_SAME_CLASS}",
    )
)
_ONE_CLASS_DENIED = compiled(rf"\b(?:not|no 2)\b[^.;]{{0,40}}?{_SAME_CLASS}")
# "The two may be of one class", "two of one class suffice": no number that is asked for.
_ONE_CLASS_ALLOWED = compiled(
    r"\b(?:may|can|might|could|need not)\b[^.;]{0,40}?\b(?:from|of|in|to|within|share|sharing) "
    r"(?:(?:1|a single|1 single|the same|1 and the same) (?:\w+ )?|an? )(?:class|family|category)\b"
    r"|\b(?:from|of|in|within) (?:1|a single|the same) (?:\w+ )?(?:class|family|category) (?:is|are|will|would|do|does|"
    r"(?:may|can) (?:also )?)?(?: ?(?:also|both|be))* ?(?:accept\w*|allow\w*|permit\w*|count|counts|counted|suffices?|"
    r"enough|sufficient|acceptable|fine|do|qualif(?:y|ies))\b"
)
# What only tells of the drugs that failed, whose number stands elsewhere: "the agents must represent 2 classes".
_TELLS_OF_CLASSES = compiled(
    r"\b(?:represent|includ|belong|span|cover|(?:be|been|come|came|are|is|were|was) (?:from|of|in)\b)"
    # e.g. "Were the failed antidepressants from at least 2 classes?"
    r"|^\W*(?:are|were|is|was|do|did) [^.;]*\b(?:from|of|in) [^.;]*\?"
)
_ANY_CLASS = compiled(r"\b(?:the same or|same class or|regardless of|any) (?:\w+ ){0,3}class")


def classes_of(words: str, counts: list[Finding]) -> Iterator[Finding]:
    """Of how many classes the drugs must be that `counts` counts."""
    if of_each := of_each_class(words):
        yield Finding("failed_ad_classes", len(of_each))
    elif _ONE_OF_ANOTHER_CLASS.search(words) or (counts and _NOT_ALL_OF_ONE.search(words)):
        yield Finding("failed_ad_classes", 2)
    elif found := list(matches(CLASSES, _ONE_CLASS_ALLOWED.sub("", _ONE_CLASS_DENIED.sub("", words)))):
        yield found[0]
    elif counts and _EACH_OF_ITS_OWN.search(words) and not _ANY_CLASS.search(words):
        yield Finding("failed_ad_classes", counts[0].value)


def one_of_each_class(words: str, classes: list[Finding]) -> Iterator[Finding]:
    """As many drugs as classes, where "drugs of 3 classes failed" counts no drugs."""
    if counted := list(matches((COUNT_BEFORE_CLASSES,), words)):
        yield from counted
    elif FAILURE.stands_in(words) and not _TELLS_OF_CLASSES.search(words) and not OTHER_TRIALS.search(words):
        yield from (Finding("failed_ad_count", found.value) for found in classes)
