"""So many of a list that commas part in one sentence ("any two of three must hold: a, b, or c"), as the list it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.criteria.conditional import Read
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.numbers import number_said
from parsers.criteria.trees import group, present, quoting
from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.models import Phase, Tree

_NUMBER = r"(?:one|two|three|four|five|[1-6])"
_LEAST = r"(?:(?:at least|any|a minimum of|no fewer than|not fewer than|not less than) )?"
_SO_MANY = rf"^(?P<before>[^:;]*?)\b{_LEAST}(?P<n>{_NUMBER})(?: \([1-6]\))?(?: or more)? (?:out )?of "
# "At least two of the following three", "one of three further steps", "any 2 of 4".
_LED = compiled(
    rf"{_SO_MANY}(?:(?:the|these|those) )?(?:following )?(?:(?P<all>{_NUMBER})\b)?(?P<what>[^:;?]{{0,80}}?)"
    r"(?:[:?]| [-–—]) (?P<listed>[^:]+)$",
    re.IGNORECASE,
)
_TREATMENT = (
    r"(?:(?:a|an|one|course of|trial of|the) )*"
    r"(?:ECT|electroconvulsive therapy|r?TMS|transcranial magnetic stimulation|"
    r"(?:psycho|behaviou?ral |cognitive )therapy|psychotherapy|CBT|(?:drug )?augmentation|an augmenting agent)"
    r"(?: \([A-Za-z]+\))?"
)
# "At least two of the three of ECT, psychotherapy and augmentation have failed": treatments, whatever joins the last.
_OF_TREATMENTS = compiled(
    rf"{_SO_MANY}(?:(?:the|these) )?(?:(?P<all>{_NUMBER})\b)?(?: ?(?:treatments?|therapies))?(?: ?of)?[ :(]*"
    rf"(?P<listed>{_TREATMENT}(?:, {_TREATMENT})*,? and {_TREATMENT})\)? "
    r"(?P<what>(?:(?:has|have|had|must) )(?:have )?(?:been )?(?:failed|tried)[^:;?]{0,60})$",
    re.IGNORECASE,
)
# "One of (b) or (c): (a) …; (b) …" names which.
_NAMES_ITEMS = compiled(r"\((?:[a-h]|\d|[ivx]+)\)", re.IGNORECASE)
_AT_AND = compiled(r"\s*(?:,\s*(?:and )?|\band\b)\s*", re.IGNORECASE)
_AT_MARK = {mark: compiled(rf"\s*{mark}\s*(?:and/or |or |and )?", re.IGNORECASE) for mark in ";,"}
_AT_OR = compiled(r"\s+or\s+(?!(?:more|higher|greater|above|over|older)\b)", re.IGNORECASE)
_LEADS = compiled(r"\bof\b[^:]*(?:[:?]| [-–—]) ", re.IGNORECASE)
_DONE = compiled(r"\b(?:taken|tried|used|done|completed|attempted|undergone|made)\b", re.IGNORECASE)
_NUMBERED = compiled(r"\s*(?:^|(?<=[.;,?] ))\(?\d[.)] ")
_BOXES = compiled(r"\s*(?:\[ ?\]|[☐□])\s*(?:yes|no|n/a)\b", re.IGNORECASE)
_FEWEST = 2


def chosen(text: str, page: int, topic: str, phase: Phase, read: Read) -> Tree | None:
    """The criteria of such a sentence; None of any other."""
    found = None if under_exclusion(topic) else chosen_of_list(text.strip(" .;"), phase)
    if found is None:
        return None
    items = [read(item, page, f"{topic} | {found.said}") for item in found.items]
    one = found.number == 1
    listed = group("any" if one else "at_least", present(items), None if one else found.number)
    before = read(found.before, page, topic) if found.before else None
    return quoting(group("all", present((before, listed))), text)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands before a choice, what is said of whatever is chosen, how many, and out of what."""

    before: str
    said: str
    number: int
    items: tuple[str, ...]


def chosen_of_list(text: str, phase: Phase) -> Chosen | None:
    """The choice that a sentence makes in a list with commas, each part of which asks for something; None elsewhere."""
    text = _BOXES.sub("", text).strip(" ?")
    treatments = _OF_TREATMENTS.match(text)
    found = treatments or (_LED.match(text) if _LEADS.search(text) else None)
    if found is None:
        return None
    said = read_words(found["what"].strip())
    said = f"{said} | failed" if _DONE.search(said) else said
    items = tuple(_AT_AND.split(found["listed"])) if treatments else _parts(found["listed"])
    number, of_all = number_said(found["n"]), number_said(found["all"] or "")
    if number == 1 and _NAMES_ITEMS.search(found["what"]):
        return None
    fits = len(items) >= _FEWEST and number < len(items) and of_all in (0, len(items))
    before = found["before"].strip(" ,")
    if not fits or not all(_asks(item, said, phase) for item in items):
        return None
    return Chosen(before if _asks(before, "", phase) else "", said, number, items)


def _parts(listed: str) -> tuple[str, ...]:
    mark = next((mark for mark in ";," if mark in listed), "")
    between = _NUMBERED if _NUMBERED.match(listed) else _AT_MARK.get(mark, _AT_OR)
    parts = between.split(listed)
    return tuple(part.strip(" .,;?") for part in parts if part.strip(" .,;?"))


def _asks(item: str, said: str, phase: Phase) -> bool:
    read = findings_in(item, phase, said) if item else ()
    return any(finding.key not in ROOT_KEYS and finding.key != "preferred_step" for finding in read)
