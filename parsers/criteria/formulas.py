"""Formulas over numbered demands, as lead-ins and notes give them: "criteria 1 and 2, plus either 3 or 4", "A and (B or
C)", "all of 1-4 and one of 5 or 6", "at least two of 2, 3 and 4".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.criteria.item_names import Asked, span
from parsers.criteria.numbers import number_said
from parsers.language.patterns import compiled
from parsers.models import Op

_LABEL = r"(?:\d{1,2}|[a-q]|[ivx]{1,4})"
_NO_AMOUNT = r"(?! ?(?:days?|weeks?|months?|years?|hours?|mg|times?|sessions?|doses|more|of)\b)"
_TOKEN = compiled(
    r"(?P<count>(?:(?:at least|any|a minimum of|no fewer than|only) )*(?:one|two|three|four|any|[1-4])(?: \([1-4]\))?"
    r"(?: or more)? of\b(?! the (?:following|above|below))|\beither\b|\bboth\b|\ball of\b|\beach of\b"
    r"|\ball\b(?= \(?\w\W))"
    rf"|(?P<range>\(?\b{_LABEL}\b\)? ?(?:-|–|—|to|through|thru) ?\(?\b{_LABEL}\b\)?)(?![\w%]){_NO_AMOUNT}"
    rf"|(?P<label>\({_LABEL}\)|\b{_LABEL}\b(?![\w%'’]|\.\d){_NO_AMOUNT})"
    # "…, and, on top of that, either (6) or (7)".
    r"|(?P<join>,? ?\band, [a-z ]{3,30},(?= (?:either|both|all|one|two|any|at least)\b)"
    r"|[,;]? ?\b(?:and|plus|together with|as well as|along with|in addition to)\b|&|[,;]? ?\bor\b|[,;])"
    r"|(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<noise>\b(?:criteri(?:a|on)|items?|conditions?|numbers?|nos?\.|points?|options?|requirements?|statements?|"
    r"the|is|are|must|be|has|have|been|met|satisfied|fulfilled|true|appl(?:y|ies)|present|in addition|also|needs?|to|"
    r"required|below|above|hold|alone|together|by itself|if|for|from|numbered)\b|[#.:])"
    r"|(?P<blank>\s+)"
)
_WORD = re.compile(r"\w+")
_SKIPPED = re.compile(r"\w+|.")
_RANGE = re.compile(rf"\b{_LABEL}\b\)? ?(?:-|–|—|to|through|thru) ?\(?\b{_LABEL}\b")
# An article, or the number of what is named behind it.
_NO_LABEL = frozenset("ai")
_LOOSE = re.compile(r"[,;].*\w|plus|together|as well|along|addition")


@dataclass(frozen=True, slots=True)
class _Part:
    """A token of a formula: what it is, what it says; `loose`: a joint binds so ("…, and"), a label has brackets."""

    kind: str
    said: str
    loose: bool = False


def formula(text: str, markers: Sequence[str]) -> Asked | None:
    """What a formula in `text` asks of the items with bare `markers`; None where none names each of them."""
    own, small = frozenset(markers), text.lower()
    # So it is of most lead-ins; inside a range the others need not stand.
    if not _RANGE.search(small) and len(own.intersection(_WORD.findall(small))) < min(2, len(own)):
        return None
    for parts in _runs(small, own):
        asked = _sum(parts)
        if asked is not None and own <= set(asked.markers()):
            return asked
    return None


def _runs(text: str, markers: frozenset[str]) -> list[list[_Part]]:
    """The stretches of a text that hold nothing but labels of items and the words between them."""
    runs: list[list[_Part]] = [[]]
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        part = _part(token, markers) if token else None
        if token is None or part is None:
            _drop_number(runs[-1], markers)
            runs.append([])
            word = _SKIPPED.match(text, place)
            place = word.end() if word else place + 1
            continue
        place = token.end()
        if part.kind not in ("noise", "blank"):
            runs[-1].append(part)
    return [trimmed for run in runs if (trimmed := _trimmed(run))]


def _drop_number(run: list[_Part], markers: frozenset[str]) -> None:
    """Take the number before a word that is of no formula from the end of a run: "… and 2 antidepressants"."""
    while run and run[-1].kind == "label" and run[-1].said not in markers and not run[-1].loose:
        run.pop()


def _part(token: re.Match[str], markers: frozenset[str]) -> _Part | None:
    kind, said = token.lastgroup or "", token[0]
    if kind == "label":
        bare = said.strip("()")
        return _Part("label", bare, said != bare) if bare in markers or said != bare or bare not in _NO_LABEL else None
    if kind == "range":
        ends = re.findall(r"\w+", re.sub(r"\b(?:to|through|thru)\b", " ", said))
        return _Part("range", " ".join(ends)) if markers.intersection(span(*ends)) else None
    if kind == "join":
        op = "or" if said.strip(",; ") == "or" else "," if said in ",;" else "and"
        return _Part("join", op, bool(_LOOSE.search(said)))
    return _Part(kind, said)


def _trimmed(run: list[_Part]) -> list[_Part]:
    """A stretch without joints and open brackets at its ends; [] where it names fewer than two items."""
    while run and run[0].kind in ("join", "close"):
        run = run[1:]
    while run and run[-1].kind in ("join", "open", "count"):
        run = run[:-1]
    if run and run[-1].kind == "close" and _depth(run) < 0:
        run = run[:-1]
    if run and run[0].kind == "open" and _depth(run) > 0:
        run = run[1:]
    named = sum({"label": 1, "range": 2}.get(part.kind, 0) for part in run)
    return run if named > 1 else []


def _depth(run: Sequence[_Part]) -> int:
    return sum((part.kind == "open") - (part.kind == "close") for part in run)


def _sum(parts: Sequence[_Part]) -> Asked | None:
    """The items that a stretch asks for, its choices and brackets read first."""
    terms: list[Asked | str] = []
    joints: list[_Part] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        if part.kind == "join":
            joints = [*joints[: len(terms) - 1], _one_joint((*joints[len(terms) - 1 :], part))]
            place += 1
            continue
        term, place = _term(parts, place)
        if term is None:
            return None
        if terms and len(joints) < len(terms):
            joints.append(_Part("join", "and"))
        terms.append(term)
    return _joined(terms, joints) if terms and len(joints) == len(terms) - 1 else None


def _one_joint(joints: Sequence[_Part]) -> _Part:
    """Joints in a row as one: "…, and, besides, …" is a loose "and"."""
    said = next((joint.said for joint in joints if joint.said != ","), ",")
    return _Part("join", said, any(joint.loose for joint in joints) or len(joints) > 1)


def _term(parts: Sequence[_Part], place: int) -> tuple[Asked | str | None, int]:
    part = parts[place]
    if part.kind == "label":
        return part.said, place + 1
    if part.kind == "range":
        return Asked("all", _members(part)), place + 1
    if part.kind == "open":
        end = _closing(parts, place)
        return (_sum(parts[place + 1 : end]), end + 1) if end else (None, place + 1)
    if part.kind == "count":
        return _counted(parts, place)
    return None, place + 1


def _closing(parts: Sequence[_Part], place: int) -> int:
    depth = 0
    for at in range(place, len(parts)):
        depth += (parts[at].kind == "open") - (parts[at].kind == "close")
        if depth == 0:
            return at
    return 0


def _counted(parts: Sequence[_Part], place: int) -> tuple[Asked | None, int]:
    """What stands under "either", "both of", "one of" or "at least two of", and where it ends."""
    said = parts[place].said
    if said == "either":
        end = _end_of_choice(parts, place + 1)
        return _choice(parts[place + 1 : end]), end
    end = _end_of_list(parts, place + 1, all_of=said.startswith(("both", "all", "each")))
    members = [member for part in parts[place + 1 : end] for member in _members(part)]
    if said.startswith(("both", "all", "each")):
        return Asked("all", tuple(members)), end
    number = next((number for word in said.split() if (number := number_said(word))), 1)
    op: Op = "any" if number == 1 else "at_least"
    return (Asked(op, tuple(members), None if number == 1 else number) if len(members) > number else None), end


def _members(part: _Part) -> tuple[str, ...]:
    if part.kind == "range":
        return tuple(span(*part.said.split()))
    return (part.said,) if part.kind == "label" else ()


def _end_of_choice(parts: Sequence[_Part], place: int) -> int:
    """Where "either … or …" ends: before a joint that binds loosely and is no "or", behind the first "or"."""
    chosen = False
    for at in range(place, len(parts)):
        chosen = chosen or (parts[at].kind == "join" and parts[at].said == "or")
        behind = parts[at + 1].kind if at + 1 < len(parts) else ""
        ends = parts[at].kind == "join" and parts[at].said == "and" and (parts[at].loose or behind == "count")
        if parts[at].kind == "close" or (chosen and ends):
            return at
    return len(parts)


def _choice(parts: Sequence[_Part]) -> Asked | None:
    """The sides of "either"; what "and" joins in one of them goes together."""
    sides: list[list[_Part]] = [[]]
    for part in parts:
        if part.kind == "join" and part.said == "or":
            sides.append([])
        else:
            sides[-1].append(part)
    summed = [_sum(_trimmed_side(side)) for side in sides if side]
    alternatives = tuple(side for side in summed if side)
    return Asked("any", alternatives) if len(alternatives) == len(sides) > 1 else None


def _trimmed_side(side: list[_Part]) -> list[_Part]:
    while side and side[-1].kind == "join":
        side = side[:-1]
    return side


def _end_of_list(parts: Sequence[_Part], place: int, *, all_of: bool) -> int:
    """Where the list under a count ends: before a joint that leads to another count or bracket, or binds otherwise."""
    at = place
    while at < len(parts) and parts[at].kind in ("label", "range", "join"):
        if parts[at].kind == "join":
            behind = parts[at + 1].kind if at + 1 < len(parts) else ""
            apart = parts[at].loose and parts[at].said == "and" and _said_or(parts[place:at])
            if behind not in ("label", "range") or (all_of and parts[at].said == "or") or apart:
                return at
        at += 1
    return at


def _said_or(parts: Sequence[_Part]) -> bool:
    return any(part.kind == "join" and part.said == "or" for part in parts)


def _joined(terms: Sequence[Asked | str], joints: Sequence[_Part]) -> Asked | None:
    """Terms by what joins them; a joint behind a comma binds looser; None where it cannot be told which is first."""
    ops = {joint.said for joint in joints if joint.said != ","}
    if len(ops) <= 1:
        return Asked("any" if ops == {"or"} else "all", tuple(terms))
    loose = [at for at, joint in enumerate(joints) if joint.loose and joint.said != ","]
    loose_ops = {joints[at].said for at in loose}
    if len(loose_ops) != 1:
        # "1 through 3 and 4 or 5": a range, and a choice behind it.
        choice = isinstance(terms[0], Asked) and [joint.said for joint in joints] == [
            "and",
            *["or"] * (len(joints) - 1),
        ]
        return Asked("all", (terms[0], Asked("any", tuple(terms[1:])))) if choice else None
    bounds = [-1, *loose, len(joints)]
    sides = [_joined(terms[first + 1 : last + 1], joints[first + 1 : last]) for first, last in pairwise(bounds)]
    asked = tuple(side for side in sides if side)
    return Asked("any" if loose_ops == {"or"} else "all", asked) if len(asked) == len(sides) else None


def formula_of_some(text: str, markers: Sequence[str], *, alternatives: bool = False) -> Asked | None:
    """The items with `markers`, of some of which a text asks for a choice; None where it asks for none.

    "Only one of criteria 3 and 4 is required" leaves all others as they are; so do those that "are alternatives".
    """
    for parts in _runs(text.lower(), frozenset(markers)):
        asked = _sum(parts)
        chosen = Asked("any", asked.parts) if asked and alternatives else asked
        while chosen and len(chosen.parts) == 1 and isinstance(chosen.parts[0], Asked):
            chosen = chosen.parts[0]
        if chosen is not None and chosen.op != "all" and len(chosen.parts) > 1:
            named = set(chosen.markers())
            return Asked("all", (*(marker for marker in markers if marker not in named), chosen))
    return None
