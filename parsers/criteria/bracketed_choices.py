"""Choices that brackets hold together, as people write formulas: "A AND (B OR C)", "(A AND B) OR (C AND D)"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_SIDE = r"[^();:]{3,120}"
# "Sertraline AND (bupropion OR venlafaxine)": the bracket says what is chosen from, and is no aside.
_AND_CHOICE = compiled(rf"\b(?P<joins>and|plus) \((?:either )?(?P<choice>{_SIDE}\bor\b{_SIDE})\)", re.IGNORECASE)
_GROUPS = compiled(
    rf"(?P<open>^|[:;,] |\()\((?P<one>{_SIDE})\),? or (?:\((?P<other>{_SIDE})\)|(?P<last>{_SIDE}))(?=$|[;.)])",
    re.IGNORECASE,
)
# "Psychosis, or (unless it is treated) a use disorder": what lifts the last alone.
_LIFTED_LAST = compiled(
    r"(?P<before>[^.;()]{5,200}?),? (?:or|and) \(unless (?P<lift>[^();]{5,120})\) (?P<last>[^.;,()]{5,90})(?=$|[;.])",
    re.IGNORECASE,
)
_CAPITALS = compiled(r"\b(?:AND|OR)\b")
_GRADE = compiled(r"\bor (?:more|higher|greater|above|older|over|later|equivalent)\b", re.IGNORECASE)


def with_brackets_told(text: str) -> str:
    """`text` with such brackets in words."""
    text = _LIFTED_LAST.sub(r"\g<before>; \g<last> unless \g<lift>", text)
    return _GROUPS.sub(_groups, _AND_CHOICE.sub(_choice, text))


def _choice(found: re.Match[str]) -> str:
    choice = _lowered(found["choice"])
    return found[0] if _GRADE.search(choice) else f"{found['joins']} either {choice}"


def _groups(found: re.Match[str]) -> str:
    sides = (_lowered(found["one"]), _lowered(found["other"] or found["last"]))
    opened = "" if found["open"] == "(" else found["open"]
    return f"{opened}either {sides[0]}, or {sides[1]}"


def _lowered(text: str) -> str:
    return _CAPITALS.sub(lambda word: word[0].lower(), text)
