"""Lead-ins that name the items they ask for: "(1) through (5) are met and either (6) or (7)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.criteria.formulas import formula, formula_of_some
from parsers.criteria.item_names import Asked, as_asked, span
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Tree

_LABEL = r"\(?\b(?:\d{1,2}|[a-q]|[ivx]{1,4})\b\)?"
_RANGE = rf"{_LABEL}(?: ?(?:-|–|—|to|through|thru) ?{_LABEL})?"
_OF_TIME_OR_AMOUNT = r"(?! ?(?:days?|weeks?|months?|years?|hours?|mg|times?|sessions?|doses|more|of)\b)"
_CALLED = ("option", "item", "criterion", "condition", "number", "point")
_BEHIND_ITS_NAME = "|".join(rf"(?<=\b{name} )" for name in _CALLED)
_NAMED = compiled(
    rf"(?<![\w.])(?:{_RANGE}(?:(?:,? (?:and|or) |, ){_RANGE})+|{_LABEL} ?(?:-|–|to|through|thru) ?{_LABEL}"
    # One label alone is one in brackets, or called what it is: "(1) is met and either (2) or (3)", "or option 3 alone".
    r"|\((?:\d{1,2}|[a-q]|[ivx]{1,4})\)"
    rf"|(?:{_BEHIND_ITS_NAME})"
    r"(?:\d{1,2}|[a-q]|[ivx]{1,4})\b)"
    rf"(?![\w%]){_OF_TIME_OR_AMOUNT}"
)
# "Criterion 1, criterion 2 or criterion 3" lists the three.
_CALLED_AGAIN = compiled(
    r"\b(?P<label>\d{1,2}|[a-q]|[ivx]{1,4})(?P<joins>,? (?:(?:and|or) )?)"
    rf"(?:{'|'.join(_CALLED)}) (?=(?:\d{{1,2}}|[a-q]|[ivx]{{1,4}})\b)"
)
# "Item 3 (resistant depression) or item 4": what an item is of parts no list.
_ASIDE = compiled(r" ?\((?!(?:[a-q]|[ivx]{1,4})\))[^()\d]{3,}\)")
_COUNTED = compiled(r"\bof (?:the following|these|those|them)\b")
_OR = compiled(r"\bor\b")
# "1 through 5 are met, and all of (6) or all of (7)", "(1) is met and either (2) or (3)".
_OPENS_CHOICE = compiled(
    r", and\b|\band,|\band (?:either|one of|any of|at least one)\b|\b(?:plus|together with|along with|as well as)\b"
)
# "1 through 5 and at least one of criteria 6 and 7".
_ONE_OF = compiled(r"\b(?:one|any(?: one)?) of (?:the )?(?:criteria |items |conditions |numbers |points |options )?$")
_EACH = compiled(_RANGE)
_A_RANGE = compiled(rf"{_LABEL} ?(?:-|–|—|to|through|thru) ?{_LABEL}")
_PART = compiled(r"\d{1,2}|\b[a-q]\b|\b[ivx]{1,4}\b")
# "All of the following (3 and 4 are alternatives)".
_ARE_ALTERNATIVES = compiled(rf"{_LABEL}(?:, {_LABEL})*,? (?:and|or) {_LABEL} are (?:\w+ )?alternatives\b")
_OPENS_WITH_MARKER = compiled(r"^\W*?(?P<marker>\(?(?:\d{1,2}|[a-qA-Q]|[ivxIVX]{1,4})[).:])\s")


def items_asked(lead_in: str, markers: Sequence[str]) -> Asked | None:
    """What a lead-in asks of the items with `markers`, by their names; None when it does not name each of them."""
    own = [bare_marker(marker).lower() for marker in markers]
    if not all(own) or len(set(own)) < len(own):
        return None
    words = _CALLED_AGAIN.sub(r"\g<label>\g<joins>", _ASIDE.sub("", lead_in.lower()))
    if told := formula(words, own) or formula(lead_in, own):
        return told
    beside = _ARE_ALTERNATIVES.search(lead_in.lower())
    if beside and (told := formula_of_some(beside[0], own, alternatives=True)):
        return told
    if _COUNTED.search(words):
        return None
    found = ((match, _one_of(_group(match[0]), words[: match.start()])) for match in _NAMED.finditer(words))
    named = [(match, group) for match, group in found if group is not None]
    between = [words[one.end() : other.start()] for (one, _), (other, _) in pairwise(named)]
    asked = _joined(tuple(group for _, group in named), between)
    return asked if set(own) <= set(asked.markers()) else None


def asked_in_line(lead_in: str, items: Sequence[str], trees: Sequence[Tree | None]) -> Tree | None:
    """The criteria of a list that runs on in a sentence, where its lead-in names them ("(1) and (2) or (3): (1) …")."""
    marked = [_OPENS_WITH_MARKER.match(item) for item in items]
    markers = [found["marker"].lower() for found in marked if found]
    asked = items_asked(lead_in, markers) if len(markers) == len(items) else None
    named = {bare_marker(mark): tree for mark, tree in zip(markers, trees, strict=False)}
    return as_asked(asked, named) if asked else None


def _joined(groups: tuple[Asked, ...], between: Sequence[str]) -> Asked:
    """Groups of items by the words between them; a choice that "and" opens at the end is one of what is asked for."""
    chosen = [bool(_OR.search(words)) for words in between]
    if not any(chosen):
        return Asked("all", groups)
    first = chosen.index(True)
    if first and all(chosen[first:]) and _OPENS_CHOICE.search(between[first - 1]):
        return Asked("all", (*groups[:first], Asked("any", groups[first:])))
    return Asked("any", groups)


def markers_named(listed: str) -> Iterator[str]:
    """The markers that a passage lists ("1, 2 and 4-6"), without their dress."""
    return _members(listed.lower())


def _one_of(group: Asked | None, before: str) -> Asked | None:
    """A group, as a choice where the words before it ask for one of its items."""
    return Asked("any", group.parts) if group and len(group.parts) > 1 and _ONE_OF.search(before) else group


def _group(listed: str) -> Asked | None:
    """The items that a passage lists; a comma before "and" or "or" binds looser; None where the two are mixed."""
    has_and, has_or = " and " in listed, " or " in listed
    if not (has_and and has_or):
        return Asked("any", tuple(_alternatives(listed))) if has_or else Asked("all", tuple(_members(listed)))
    for op, loose in (("all", ", and "), ("any", ", or ")):
        if listed.count(loose) == 1:
            first, last = (_group(part) for part in listed.split(loose))
            return Asked("all" if op == "all" else "any", (first, last)) if first and last else None
    # "1 through 3 and 4 or 5": a range, and a choice behind it.
    head, _, tail = listed.rpartition(" and ")
    if " or " in tail and " or " not in head and _A_RANGE.fullmatch(head):
        return Asked("all", (*_members(head), Asked("any", tuple(_alternatives(tail)))))
    return None


def _alternatives(listed: str) -> Iterator[Asked | str]:
    """The items that a passage sets beside each other with "or"; a range among them is asked for as a whole."""
    for each in _EACH.finditer(listed):
        markers = tuple(_members(each[0]))
        yield Asked("all", markers) if len(markers) > 1 else markers[0]


def _members(listed: str) -> Iterator[str]:
    for each in _EACH.finditer(listed):
        ends = _PART.findall(each[0])
        yield from span(*ends) if len(ends) > 1 else ends
