"""Replacements made one after another in a text, each asked for only where its words stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from parsers.language.any_of import Choice
from parsers.language.patterns import Pattern

New = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, eq=False)
class Rewriting:
    """Rules in the order in which they are applied: an expression, and what stands for every match of it."""

    rules: tuple[tuple[Pattern, New], ...]

    def of(self, text: str) -> str:
        """`text` rewritten by every rule."""
        places = self.looked_for.possible(text)
        while places:
            place = places[0]
            pattern, new = self.rules[place]
            before, text = text, pattern.sub(new, text)
            # What a rule writes may be what a later one looks for.
            possible = places if text == before else self.looked_for.possible(text)
            places = [later for later in possible if later > place]
        return text

    @cached_property
    def looked_for(self) -> Choice:
        """The expressions of the rules: a text that holds the words of none stays as it is."""
        return Choice(tuple(pattern for pattern, _ in self.rules))
