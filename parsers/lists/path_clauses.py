"""Clauses that ask for what stands at a path ("A.2 is still met", "no contraindication listed at B.3.d").

A clause asks for that and no more: every word of it is one of those that speak of parts of a policy, of patients and
of what applies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.language.any_of import any_of
from parsers.language.patterns import Pattern, compiled

Path = tuple[str, ...]
_Place = re.Pattern[str] | Pattern
_HERE = "§"
_LABEL = r"\(?(?:\d{1,2}|[ivxIVX]{1,4}|[a-zA-Z])\b\)?"
# "B.3.d", "I.A", "1(d)", "E.9.a (iii)", "4.1.4": two labels or more. It opens with its first sign, since what stands
# before that would be looked at behind every letter of a text.
_STRAIGHT = (
    r"[A-HIVX\d](?<![\w.-].)(?:(?<=[IVX])[IVX]{0,3}|(?<=\d)\d|)\b"
    rf"(?:(?:[.-] ?| ?(?=\()){_LABEL}){{1,4}}(?![\w%]| ?(?:mg|points)\b)"
)
_CALLED = (
    r"(?:items?|criteri(?:a|on)|points?|numbers?|no\.|(?:sub-?)?paragraphs?|clauses?|letters?|(?:sub-?)?sections?|parts?|"
    r"bullets?|lines?|rules?|requirements?|conditions?|lists?|entry|questions?)"
)
# "Item d of paragraph B.3", "clause (iv) of part A".
_INVERTED = (
    rf"{_CALLED} (?P<inner>{_LABEL}) (?:of|in|under) (?:{_CALLED} )?(?P<outer>(?:{_STRAIGHT}|[IVX]{{1,4}}|[A-H]|\d)\b)"
)
_PATH = compiled(rf"\b(?i:{_INVERTED})|(?P<path>{_STRAIGHT})")
# The same, each looked for by itself.
_EITHER_PATH = any_of(rf"\b(?i:{_INVERTED})", _STRAIGHT)
_PART = compiled(r"[A-Za-z]+|\d+")
_WORD = compiled(r"[\w§'’-]+")
_PEOPLE = "patient member claimant beneficiary recipient person individual enrollee client he she who they"
_JOINTS = """
    the a an any one of in at on under by from with for to as see per and also again still now yet continue continues
    continued remain remains be is are was were been being has have had having do does did there that which this these
    those such each both all or new same currently end bottom foot close last first named time
    renewal renewals request
"""
_REFERRING = """
    listed given set out stated mentioned enumerated described item items criterion criteria point points number
    paragraph subparagraph clause letter section subsection part bullet line list entry requirement requirements rule
    rules condition conditions standard standards limit limits question questions above policy
"""
_BARS = """
    bar bars contraindication contraindications exclusion exclusions exclusionary limitation limitations condition
    conditions exception exceptions disorder disorders diagnosis diagnoses disease diseases history histories what
    nothing disqualifier disqualifiers
"""
_OCCURS = """
    present apply applies applied exist exists developed arisen appeared emerged occurred found rules rule hold holds
"""
_TOPICS = """
    prescriber prescribers prescribing prescribed age ages diagnosis rems site sites setting settings place monitoring
    observation staff oral antidepressant certification specialist specialty minimum
"""
_MEETS = """
    met meet meets satisfied satisfy satisfies fulfilled fulfils fulfills fulfill hold holds apply applies true
    unchanged kept complied complies comply passed passes
"""
_NO = frozenset(["no", "none", "not", "nothing", "free", "without", "absence", "absent", "lacks", "never"])
_MET = frozenset(_MEETS.split())
_OF_ABSENCE = frozenset(f"{_PEOPLE} {_JOINTS} {_REFERRING} {_BARS} {_OCCURS}".split()) | _NO | {_HERE}
_OF_MEETING = frozenset(f"{_PEOPLE} {_JOINTS} {_REFERRING} {_TOPICS}".split()) | _MET | {_HERE}
_NAMES_BARS = frozenset(_BARS.split())
_NAMES_TOPIC = frozenset(_TOPICS.split())
# "Prescriber: as in A.2", "the same prescriber as under A.2".
_AS_THERE = compiled(rf"\bas (?:in|at|under|per|for|of) (?:(?:the|{_CALLED}) )*{_HERE}\W*$", re.IGNORECASE)


# Several paths side by side are named by one clause: "A.2 and A.4 are met".
_SIDE_BY_SIDE = compiled(rf"(?:{_PATH.pattern})(?:(?:,? and |, )(?:{_STRAIGHT}))*")
_OPENS = compiled(r"[.;:,]\s+|\b(?:and|if|when|that|where|while|plus|provided)\s+(?:that\s+)?", re.IGNORECASE)
_ENDS = compiled(r"[.;:,](?=\s|$)|\s(?=(?:and|if|when|where|while|plus|provided)\s)|$", re.IGNORECASE)
_JOIN = r"(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?:(?:that|if|when|where)\s+)?"
_JOIN_BEFORE = compiled(rf"{_JOIN}$", re.IGNORECASE)
_JOIN_BEHIND = compiled(rf"^{_JOIN}", re.IGNORECASE)
_MOST_WORDS = 9
ALL_MET = "all of the following are met"


@dataclass(frozen=True, slots=True)
class Asked:
    """A clause that asks for what stands at `paths`: that it is met, or that none of the `bars` there is present."""

    paths: tuple[Path, ...]
    bars: bool
    # Of what stands there, a topic alone: "the prescriber rule of A".
    topic: bool
    start: int
    end: int


def parts_of(path: str) -> Path:
    """The labels of a path, from the outermost: "B.3.d" is b, 3, d."""
    return tuple(part.lower() for part in _PART.findall(path))


def names_a_path(text: str) -> bool:
    """Whether a text may point to another part by its path."""
    return _EITHER_PATH.stands_in(text)


def clauses_by_path(text: str) -> Iterator[Asked]:
    """The clauses of a text that ask for what stands at a path, in order."""
    return _clauses(text, _SIDE_BY_SIDE, _PATH)


def clauses_by_title(text: str, title: str) -> Iterator[Asked]:
    """The clauses of a text that ask for what stands under a title ("the General Criteria continue to be met")."""
    # Made for one document, it must not enter the index of all expressions (parsers.language.word_index).
    named = re.compile(rf"\b{re.escape(title)}\b", re.IGNORECASE)
    return _clauses(text, named, named)


def _clauses(text: str, beside: _Place, one: _Place) -> Iterator[Asked]:
    before = 0
    for found in beside.finditer(text):
        opened = [each.end() for each in _OPENS.finditer(text[: found.start()]) if each.start() >= before]
        start = opened[-1] if opened else before
        ends = _ENDS.search(text[found.end() :])
        end = found.end() + ends.start() if ends else len(text)
        # "Prescriber: as in A.2".
        asked = (_asked(text, first, end, one) for first in (start, before))
        yield from [clause for clause in asked if clause is not None][:1]
        before = end


def without_clauses(text: str, clauses: Sequence[Asked]) -> str:
    """A text without clauses of it, each with the word that joins it to what is left; "" where none is left."""
    for clause in reversed(clauses):
        head, tail = text[: clause.start], text[clause.end :]
        if join := _JOIN_BEFORE.search(head):
            text = head[: join.start()] + tail
        elif join := _JOIN_BEHIND.search(tail):
            text = head + tail[join.end() :]
        else:
            text = head + (ALL_MET if head.strip(" .") else "") + tail
    return "" if not text.strip(" .;,") else text


def _asked(text: str, start: int, end: int, one: _Place) -> Asked | None:
    clause = text[start:end]
    found = tuple(one.finditer(clause))
    told = one.sub(_HERE, clause)
    words = [word.lower() for word in _WORD.findall(told)]
    bars, topic = _asks_for_absence(words), bool(_NAMES_TOPIC.intersection(words))
    as_there = topic and len(words) <= _MOST_WORDS and _AS_THERE.search(told)
    if not (bars or _asks_for(words) or as_there):
        return None
    return Asked(tuple(map(_path_of, found)), bars, topic, start, end)


def _path_of(found: re.Match[str]) -> Path:
    """Where a passage points to; () where it is a title."""
    if "path" not in found.re.groupindex:
        return ()
    return parts_of(found["path"] or f"{found['outer']} {found['inner']}")


def _asks_for_absence(words: Sequence[str]) -> bool:
    """Whether words say that none of the bars at a place is there."""
    said = set(words)
    return bool(_NAMES_BARS & said) and len([word for word in words if word in _NO]) == 1 and said <= _OF_ABSENCE


def _asks_for(words: Sequence[str]) -> bool:
    """Whether words say that what stands at a place is met."""
    return bool(_MET.intersection(words)) and set(words) <= _OF_MEETING
