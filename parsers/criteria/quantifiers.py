"""What a lead-in asks of its list: all, any, at least so many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.criteria.wording import read_words
from parsers.models import Op

_NOUN = (
    r"(?:following|below|above|these|those|criteria|conditions|requirements|items|options|statements|2|them"
    r"|(?:\w+ )?(?:scores|scales|agents|drugs|medications|medicines|treatments|measures|instruments|findings|reasons)"
    r"|\(?[a-z0-9]+ (?:or|and|through|to|-) [a-z0-9]+\)?)"
)
_COUNTED = re.compile(
    rf"(?:>= ?)?\b(\d+)(?: or more)?(?: \(?\w+\)?)?,? of (?:the |these |those )?(?:\d+ )?{_NOUN}|\bany (\d+)\b"
    r"|\b(?:meets?|satisf\w+|has|with) (?:>= )(\d+) (?:criteria|conditions|requirements)"
)
_ALL = re.compile(
    r"\b(?:all|each|every|both)\b(?: \(\d\))?(?: (?:of|the|these|those|criteria|following|conditions))*"
    r"|\bmeets? the following\b|\bmust meet all\b|\bthe following (?:criteria|conditions|requirements) (?:are"
    r"|must be|have been) met"
)
_ANY = re.compile(
    r"\b(?:any|either)\b(?: (?:1|of|the|these|those))*|\b(?:1|a single 1) of\b|\bany of\b|\bwhichever\b"
    r"|\balternatives?\b"
)


@dataclass(frozen=True, slots=True)
class Quantifier:
    """An operator that a lead-in names; `n` for `at_least`."""

    op: Op
    n: int | None = None


def quantifier(lead_in: str) -> Quantifier | None:
    """What a lead-in asks of its list, the last such phrase deciding; None when it names no number of items."""
    words = read_words(lead_in)
    found: list[tuple[int, Quantifier]] = []
    for match in _COUNTED.finditer(words):
        number = int(next(filter(None, match.groups())))
        found.append((match.end(), Quantifier("any") if number == 1 else Quantifier("at_least", number)))
    counted = [match.span() for match in _COUNTED.finditer(words)]
    named: tuple[tuple[re.Pattern[str], Op], ...] = ((_ALL, "all"), (_ANY, "any"))
    found += [
        (match.end(), Quantifier(op))
        for pattern, op in named
        for match in pattern.finditer(words)
        if not any(start < match.end() and match.start() < end for start, end in counted)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
