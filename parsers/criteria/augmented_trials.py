"""Trials of an antidepressant together with a drug that augments it: trials of augmentation, and of nothing else."""

from __future__ import annotations

from parsers.criteria.vocabulary import ANTIDEPRESSANT, AUGMENTER

_TRIALS = r"(?:trials?|attempts?|courses?|regimens?|failures?)"
# "One trial of an antidepressant with an augmenting agent", "2 failed courses of an antidepressant plus lithium".
AUGMENTED_TRIALS = (
    rf"\b\d+ (?:or more )?(?:(?!antidepress)[a-z-]+ )?{_TRIALS} (?:of|at|with) (?:(?:an?|the|any|1) )?(?:[a-z-]+ )?"
    rf"{ANTIDEPRESSANT}\w*(?: (?:therapy|treatment))?,? "
    r"(?:(?:combined|together|along|in (?:combination|conjunction)|given) )?(?:with|plus|alongside) "
    rf"(?:(?:an?|1|the) )?(?:(?!antidepress)[a-z-]+ ){{0,3}}?(?:augment|adjunct|add-on|{AUGMENTER})[\w-]*"
    r"(?: (?:agents?|drugs?|medic\w+|therapy|treatment))?"
)
