"""Many forms of saying one thing, each looked for only where one of its own words stands.

An expression of forty alternatives tries them all at every letter of a text that holds a word of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from parsers.patterns import Pattern, compiled
from parsers.required_words import folded

# What an expression is made of, for whoever looks for its "|": a sign as such, a set of letters, a bracket, a bar.
_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Choice:
    """Several expressions, any of which may be found in a text."""

    patterns: tuple[Pattern, ...]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Places of the expressions that need a word, by each of their words; "" is in every text."""
        places: dict[str, list[int]] = {}
        for place, pattern in enumerate(self.patterns):
            for word in pattern.words or ("",):
                places.setdefault(word, []).append(place)
        return places

    def possible(self, text: str) -> list[int]:
        """Places of the expressions that may be found in `text`, in order."""
        small = folded(text)
        return sorted({place for word, places in self._places.items() if word in small for place in places})


@dataclass(frozen=True, eq=False)
class AnyOf:
    """The alternatives of an expression, of which a text may hold any. Made by `any_of`."""

    pattern: str
    flags: int

    @cached_property
    def forms(self) -> Choice:
        """The alternatives one by one."""
        return Choice(tuple(compiled(form, self.flags) for form in split_alternatives(self.pattern)))

    def stands_in(self, text: str) -> bool:
        """Whether `text` holds any of the forms."""
        return any(self.forms.patterns[place].expression.search(text) for place in self.forms.possible(text))


def any_of(*forms: str, flags: int = 0) -> AnyOf:
    """Some forms, each an expression or several with "|" between them."""
    return AnyOf("|".join(forms), flags)


def split_alternatives(pattern: str) -> Iterator[str]:
    """The parts of an expression between the "|" that stand in no brackets."""
    part, depth = "", 0
    for sign in _SIGN.findall(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield part
            part = ""
        else:
            part += sign
    yield part
