"""Many forms of saying one thing, each looked for only where one of its own words stands.

An expression of forty alternatives tries them all at every letter of a text that holds a word of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from parsers.patterns import Pattern, compiled
from parsers.word_index import ruled_out

# What an expression is made of, for whoever looks for its "|": a sign as such, a set of letters, a bracket, a bar.
_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Choice:
    """Several expressions, any of which may be found in a text."""

    patterns: tuple[Pattern, ...]

    @cached_property
    def _bits(self) -> int:
        """The bits of all; 0 where one needs no word, so that no text rules out all."""
        bits = [pattern.bit for pattern in self.patterns]
        return reduce(or_, bits) if all(bits) else 0

    def possible(self, text: str) -> Iterator[int]:
        """Places of the expressions that may be found in `text`, in order."""
        bits = self._bits
        if bits and ruled_out(text) & bits == bits:
            return iter(())
        return (place for place, pattern in enumerate(self.patterns) if pattern.may_match(text))


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
