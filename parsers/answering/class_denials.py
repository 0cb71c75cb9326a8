"""Denials of a class of uses: told twice of it and once of the uses in it ("fails the criteria … is investigational"),
or told of the class alone, while a sentence elsewhere says what it includes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, stated_status
from parsers.deciding.findings import Answer
from parsers.deciding.outranked import Key
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Evidence, Indication
from parsers.uses.indications import named_indications

_CLASSES: Mapping[Indication, frozenset[Indication]] = {
    "chronic_pain": frozenset({"neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain"}),
    "psychiatric": frozenset(
        {"trd", "mdd", "mdsi", "ptsd", "ocd", "anxiety", "bipolar_depression", "substance_use"},
    ),
}
# "Psychiatric disorders include OCD and depression."
_INCLUDES = compiled(
    r"^\W*(?:the (?:term|class|phrase) )?(?P<name>[^.:;,]{5,60}?) (?:here )?(?:includes?|comprises?|takes? in|means?|"
    r"(?:is|are) (?:taken|read|meant) to (?:include|mean))\b(?P<uses>[^.;:]{3,300})\.?\W*$",
    re.IGNORECASE,
)
_SETS_APART = compiled(r"\b(?:not|other than|except\w*|but|unless|without|when|if)\b", re.IGNORECASE)


def with_members_named(answers: Mapping[Key, Answer], blocks: Sequence[Block]) -> dict[Key, Answer]:
    """`answers`, with the uses that a sentence counts to a class whose use is denied, where none of them is answered
    for as covered.
    """
    said = dict(answers)
    for of_class, use, shown in _members(blocks):
        for key, answer in answers.items():
            denied = key.indication == of_class and answer.status in DENIED
            if denied and not _covers_one(answers, key):
                of_use = replace(answer, indications=(use,), evidence=shown)
                said.setdefault(replace(key, indication=use), of_use)
    return said


def _covers_one(answers: Mapping[Key, Answer], denied: Key) -> bool:
    members = _CLASSES.get(denied.indication, frozenset())
    return any(
        key.product == denied.product and key.indication in members and answer.status not in DENIED
        for key, answer in answers.items()
    )


def _members(blocks: Sequence[Block]) -> Iterator[tuple[Indication, Indication, Evidence]]:
    """Each class that a sentence tells the uses of, with one of these and the sentence."""
    for block in blocks:
        for sentence in sentences(block.text) if block.kind in ("paragraph", "item") else ():
            found = _INCLUDES.match(sentence)
            if found is None or _SETS_APART.search(sentence) or stated_status(sentence):
                continue
            for of_class in named_indications(found["name"]):
                uses = _CLASSES.get(of_class, frozenset()) & set(named_indications(found["uses"]))
                yield from ((of_class, use, Evidence(block.page, block.text)) for use in sorted(uses))


def with_class_denials(answers: dict[Key, Answer], told_twice: Iterable[Key]) -> dict[Key, Answer]:
    """`answers`, where what is said again of a class and tells more is said of the uses in it too.

    `told_twice` are uses that were first only not covered and then called investigational.
    """
    said = dict(answers)
    for key in told_twice:
        for use in _CLASSES.get(key.indication, ()):
            of_use = replace(key, indication=use)
            if of_use in said and said[of_use].status == "excluded":
                said[of_use] = replace(said[key], indications=said[of_use].indications)
    return said
