"""Denials told twice for a class of uses and once for the uses in it ("fails the criteria … is investigational")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parsers.findings import Answer
from parsers.models import Indication
from parsers.outranked import Key

_CLASSES: Mapping[Indication, frozenset[Indication]] = {
    "chronic_pain": frozenset({"neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain"}),
    "psychiatric": frozenset(
        {"trd", "mdd", "mdsi", "ptsd", "ocd", "anxiety", "bipolar_depression", "substance_use"},
    ),
}


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
