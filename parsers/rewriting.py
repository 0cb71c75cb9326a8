"""Replacements made one after another in a text, each asked for only where its words stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from parsers.any_of import Choice
from parsers.patterns import Pattern

New = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, eq=False)
class Rewriting:
    """Rules in the order in which they are applied: an expression, and what stands for every match of it."""

    rules: tuple[tuple[Pattern, New], ...]

    def of(self, text: str) -> str:
        """`text` rewritten by every rule."""
        place = self._next(text, 0)
        while place is not None:
            pattern, new = self.rules[place]
            text = pattern.sub(new, text)
            # What a rule writes may be what a later one looks for.
            place = self._next(text, place + 1)
        return text

    def _next(self, text: str, start: int) -> int | None:
        """The place of the first rule from `start` on that may change `text`."""
        return next((place for place in self._choice.possible(text) if place >= start), None)

    @cached_property
    def _choice(self) -> Choice:
        return Choice(tuple(pattern for pattern, _ in self.rules))
