"""What an entry of a policy's history claims was done, where its words are clear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.codes import read_codes
from parsers.criteria.numbers import normalise
from parsers.language.patterns import compiled
from parsers.masthead.revision_wording import (
    ACTS,
    ALTERNATIVES,
    CODING,
    DAYS_OF,
    EDITORIAL,
    FROM_TO,
    GONE,
    IN_DAYS,
    KEPT,
    MOVED_STATUS,
    NO_CHANGE,
    NO_INDICATION,
    REASON,
    REPLACED,
    SEVERAL,
    STATUSES,
    TO,
    TOPICS,
)
from parsers.models import Block, Claim, ClaimAct, ClaimKey
from parsers.uses.indications import named_indications

_CLAUSE_END = compiled(r"(?<=[.;])\s+|;|\.$|\s+[–-]\s+")
_PART_END = compiled(r",\s+|\s+(?:and|but)\s+")


def read_claims(text: str) -> tuple[Claim, ...]:
    """The claims of an entry, each once; none where it is not clear what was done."""
    found = [claim for clause in _clauses(text) for claim in _claims_of(clause)]
    return tuple(dict.fromkeys(found))


def _clauses(text: str) -> Iterator[str]:
    """Clauses that say one thing: "J3490 deleted, S0013 added" are two, "dose, episode and REMS removed" is one."""
    for clause in filter(None, _CLAUSE_END.split(REASON.sub(" ", text))):
        parts = _PART_END.split(clause)
        yield from parts if len(parts) > 1 and all(_act(normalise(part)) for part in parts) else [clause]


def _act(clause: str) -> ClaimAct | None:
    if NO_CHANGE.search(clause):
        return "no_change"
    found = _act_at(clause)
    return found[0] if found else None


def _act_at(plain: str) -> tuple[ClaimAct, int] | None:
    """What a clause says was done, and where its word for it begins."""
    for act, words in ACTS:
        if found := words.search(plain):
            return act, found.start()
    return None


def _claims_of(clause: str) -> Iterator[Claim]:
    plain = NO_INDICATION.sub(" ", normalise(clause))
    if NO_CHANGE.search(plain):
        yield Claim("no_change", "code" if CODING.search(plain) else None)
    elif MOVED_STATUS.search(plain) and not ALTERNATIVES.search(plain) and (status := _status(plain)):
        yield Claim("changed", "status", None, status)
    else:
        found = _act_at(plain)
        claims: list[Claim] = []
        if found and (found[0] == "removed" or not KEPT.search(plain)):
            claims = _of_codes(clause, found[0]) or _of_subjects(plain, *found)
        yield from claims or ([Claim("editorial")] if EDITORIAL.search(plain) else [])


def _status(plain: str) -> str | None:
    """The status that a clause ends up at: the one named last."""
    named = [(found.start(), status) for status, words in STATUSES for found in words.finditer(plain)]
    inside_longer = {start + 4 for start, status in named if status == "not_medically_necessary"}
    return max(((start, status) for start, status in named if start not in inside_longer), default=(0, None))[1]


def _of_codes(clause: str, act: ClaimAct) -> list[Claim]:
    # A history says "G2082 added" where a list would say what kind of code it is.
    codes = [code.code for code in read_codes((Block("paragraph", f"Codes: {clause}"),))]
    if not codes:
        return []
    for pattern in REPLACED:
        found = pattern.search(clause)
        sides = {side: found[side].strip(".,;:()") for side in ("before", "after")} if found else {}
        if sides and set(sides.values()) <= set(codes):
            return [Claim("changed", "code", sides["before"], sides["after"])]
    if act == "removed" or (act == "changed" and GONE.search(clause)):
        return [Claim("removed", "code", code, None) for code in codes]
    return [Claim("added", "code", None, code) for code in codes] if act == "added" else []


def _of_subjects(plain: str, act: ClaimAct, at: int) -> list[Claim]:
    """What was added, removed or changed: it stands before a passive word ("REMS removed"), after an active one."""
    if act == "changed":
        return _moved(plain)
    return _of_side(plain[:at], act) or _of_side(plain[at:], act)


def _of_side(plain: str, act: ClaimAct) -> list[Claim]:
    topics = [Claim(act, key) for key, _ in _topics(plain)]
    if topics:
        return topics
    return [
        Claim(act, "position", *((None, use) if act == "added" else (use, None))) for use in named_indications(plain)
    ]


def _moved(plain: str) -> list[Claim]:
    topics = _topics(plain)
    before, after, at = _numbers(plain)
    if at < 0:
        return [Claim("changed", key) for key, _ in topics]
    # Numbers belong to the topic that was named last before them, else to the first one after.
    named = [key for key, start in topics if start <= at] or [key for key, _ in topics][:1]
    return [Claim("changed", key, _in_unit(key, before, after), _in_unit(key, after, before)) for key in named[-1:]]


def _topics(plain: str) -> list[tuple[ClaimKey, int]]:
    """The criteria that a clause names, each once, with their places, in order."""
    found: dict[ClaimKey, int] = {}
    rest = plain
    for key, words in TOPICS:
        for match in words.finditer(rest):
            found.setdefault(key, match.start())
        rest = words.sub(lambda match: " " * len(match[0]), rest)
    return sorted(found.items(), key=lambda one: one[1])


Number = tuple[int, str]


def _numbers(plain: str) -> tuple[Number | None, Number | None, int]:
    """The numbers a clause moves from and to with their units, and the place of the first; -1: none are told.

    Where it moves to several ("30 days for one use and 60 days for another"), none of them is the number.
    """
    found = FROM_TO.search(plain) or TO.search(plain)
    if not found:
        return None, None, -1
    if SEVERAL.match(plain[found.end() :]):
        return None, None, found.start()
    parts = {name.split("_")[0]: value for name, value in found.groupdict().items() if value is not None}
    unit = parts.get("unit", "").strip()
    behind = re.match(r"\s*(\w+)", plain[found.end() :])
    before = (int(parts["before"]), unit) if "before" in parts else None
    return before, (int(parts["after"]), unit if "before" not in parts or not behind else behind[1]), found.start()


def _in_unit(key: ClaimKey, number: Number | None, other: Number | None) -> int | None:
    """The number in the unit of its criterion; a length without a unit takes that of the other side."""
    if number is None or key not in IN_DAYS:
        return number and number[0]
    units = [side[1].rstrip("s") for side in (number, other) if side]
    unit = next((unit for unit in units if unit in DAYS_OF), None)
    if unit is None:
        return None
    return 365 if unit == "month" and number[0] == 12 else number[0] * DAYS_OF[unit]
