"""Classes that are steps beside agents: one of a choice ("bupropion, or a tricyclic"), or in a row of failed drugs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from parsers.criteria.vocabulary import ANTIDEPRESSANT_NAMES, ANY_CLASS, CLASS_NAME, CLASSES, one_of
from parsers.language.patterns import compiled

_AGENT = rf"(?:{one_of(*ANTIDEPRESSANT_NAMES)}(?: (?:xr|er|sr|xl))?)\b"
_MEMBER = rf"(?:(?:an?|any|the|generic|1|either|oral) )*(?:{_AGENT}|{CLASS_NAME})"
_LIST = compiled(rf"\b{_MEMBER}(?:(?:,? (?:or|and)(?: (?:an?|either))?|,|/) ?{_MEMBER})+")
_NAMES_AGENT = compiled(rf"\b{_AGENT}")
_OR = compiled(r"\bor\b|/|\beither\b")
_ASIDE = compiled(r"\([^()]*\)")
# "Two of the following: an SSRI, bupropion, …" is counted, and "classes" are no steps.
_COUNTED = compiled(r"\b(?:[2-9]|class(?:es)?)\b")
_TRIED = compiled(r"\b(?:fail\w*|tried|trials?|inadequate|ineffective|without|respond\w*|response)\b")


# "Gabapentin and a tricyclic have each been tried": a class in a row with drugs for pain, all of which failed.
_ROW_FAILED = r"(?:has|have) (?:each |both |all )?(?:been )?(?:tried|failed)\b"
_FOR_PAIN = one_of(
    "gabapentin", "pregabalin", "topiramate", "lidocaine", "carbamazepine", "opioids", "tramadol", "baclofen",
    "clonidine", "acetaminophen",
)  # fmt: skip
_CLASS_IN_A_ROW = (
    compiled(rf"\b{_FOR_PAIN},? (?:and )?(?:an? )(?P<name>{CLASS_NAME}) {_ROW_FAILED}"),
    compiled(rf"\b(?:an? )(?P<name>{CLASS_NAME}),? (?:and )?{_FOR_PAIN} {_ROW_FAILED}"),
    compiled(
        rf"\b(?:failure of|failed|tried|trials? of) (?:\w+ )?{_FOR_PAIN} and (?:an? )(?P<name>{CLASS_NAME})(?=\W*$)"
    ),
)


@lru_cache(maxsize=1024)
def classes_beside_agents(words: str) -> tuple[str, ...]:
    """The classes of which one may be chosen instead of an agent that was tried; () where antidepressants are counted.

    Agents and classes that are all asked for are as many antidepressants, and are counted.
    """
    plain = _ASIDE.sub("", words)
    if not _TRIED.search(plain) or _COUNTED.search(plain):
        return ()
    return tuple(dict.fromkeys(name for listed in _choices(plain) for name in _named(listed)))


def _choices(plain: str) -> Iterator[str]:
    """The lists of an agent and a class at least of which one is enough."""
    for listed in _LIST.finditer(plain):
        mixed = _NAMES_AGENT.search(listed[0]) and ANY_CLASS.search(listed[0])
        if mixed and _OR.search(listed[0]):
            yield listed[0]


def _named(listed: str) -> Iterator[str]:
    found = ((pattern.search(listed), name) for name, pattern in CLASSES)
    yield from (name for _, name in sorted((place.start(), name) for place, name in found if place))


def classes_in_a_row(words: str) -> Iterator[str]:
    """The classes that stand in a row with drugs for pain, all of which failed."""
    yield from (found["name"] for form in _CLASS_IN_A_ROW for found in form.finditer(words))
