"""Lead-ins that name the items they ask for: "(1) through (5) are met and either (6) or (7)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.criteria.formulas import formula, formula_of_some
from parsers.criteria.item_names import Asked, as_asked, span
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Tree

_LABEL = r"\(?\b(?:\d{1,2}|[a-q]|[ivx]{1,4})\b\)?"
_RANGE = rf"{_LABEL}(?: ?(?:-|–|—|to|through|thru) ?{_LABEL})?"
_CALLED = ("option", "item", "criterion", "condition", "number", "point")
# "Criterion 1, criterion 2 or criterion 3" lists the three.
_CALLED_AGAIN = compiled(
    r"\b(?P<label>\d{1,2}|[a-q]|[ivx]{1,4})(?P<joins>,? (?:(?:and|or) )?)"
    rf"(?:{'|'.join(_CALLED)}) (?=(?:\d{{1,2}}|[a-q]|[ivx]{{1,4}})\b)"
)
# "Item 3 (resistant depression) or item 4": what an item is of parts no list.
_ASIDE = compiled(r" ?\((?!(?:[a-q]|[ivx]{1,4})\))[^()\d]{3,}\)")
_EACH = compiled(_RANGE)
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
    if told := formula(words, own) or (formula(lead_in, own) if words != lead_in.lower() else None):
        return told
    beside = _ARE_ALTERNATIVES.search(lead_in.lower())
    return formula_of_some(beside[0], own, alternatives=True) if beside else None


def asked_in_line(lead_in: str, items: Sequence[str], trees: Sequence[Tree | None]) -> Tree | None:
    """The criteria of a list that runs on in a sentence, where its lead-in names them ("(1) and (2) or (3): (1) …")."""
    marked = [_OPENS_WITH_MARKER.match(item) for item in items]
    markers = [found["marker"].lower() for found in marked if found]
    asked = items_asked(lead_in, markers) if len(markers) == len(items) else None
    named = {bare_marker(mark): tree for mark, tree in zip(markers, trees, strict=False)}
    return as_asked(asked, named) if asked else None


def markers_named(listed: str) -> Iterator[str]:
    """The markers that a passage lists ("1, 2 and 4-6"), without their dress."""
    for each in _EACH.finditer(listed.lower()):
        ends = _PART.findall(each[0])
        yield from span(*ends) if len(ends) > 1 else ends
