"""Many forms of saying one thing, each looked for only where one of its own words stands.

An expression of forty alternatives tries them all at every letter of a text that holds a word of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from parsers.language.patterns import Pattern, compiled
from parsers.language.word_index import ruled_out, ruled_out_of_each

# What an expression is made of, for whoever looks for its "|": a sign as such, a set of letters, a bracket, a bar.
_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Choice:
    """Several expressions, any of which may be found in a text."""

    patterns: tuple[Pattern, ...]

    @cached_property
    def _lowest(self) -> int:
        """How far up the lowest bit of all stands: the numbers that are left without what is below are short."""
        return min((pattern.bit.bit_length() - 1 for pattern in self.patterns if pattern.bit), default=0)

    @cached_property
    def _places(self) -> dict[int, int]:
        """Places of the expressions that need a word, by their bits above the lowest."""
        return {pattern.bit >> self._lowest: place for place, pattern in enumerate(self.patterns) if pattern.bit}

    @cached_property
    def _bits(self) -> int:
        return reduce(or_, self._places, 0)

    @cached_property
    def _wordless(self) -> tuple[int, ...]:
        return tuple(place for place, pattern in enumerate(self.patterns) if not pattern.bit)

    def possible(self, text: str) -> Sequence[int]:
        """Places of the expressions that may be found in `text`, in order."""
        left = self._bits
        # Not "& ~(…)": the numbers of all expressions are long, and those of these few are not.
        left ^= left & (ruled_out(text) >> self._lowest)
        # So it is of most texts, a few hundred times a page.
        if not left:
            return self._wordless
        places = [*self._wordless]
        while left:
            # The lowest bit that is set: of forty expressions most texts leave two or three.
            bit = left & -left
            left ^= bit
            places.append(self._places[bit])
        return sorted(places)

    def may_stand_in(self, text: str) -> bool:
        """Whether any of the expressions may be found in `text`, as its words alone tell."""
        bits = self._bits
        return bits & (ruled_out(text) >> self._lowest) != bits or bool(self._wordless)

    def possible_places(self, texts: tuple[str, ...]) -> list[int]:
        """Places of those of `texts` in which any of the expressions may be found, as their words alone tell."""
        if self._wordless:
            return [*range(len(texts))]
        all_bits = self._bits << self._lowest
        return [place for place, ruled in enumerate(ruled_out_of_each(texts)) if ruled & all_bits != all_bits]

    def found_in(self, text: str) -> Iterator[int]:
        """Places of the expressions that are found in `text`, in order."""
        return (place for place in self.possible(text) if self.patterns[place].search(text))

    def matches_in(self, text: str) -> Iterator[re.Match[str]]:
        """The first match in `text` of each expression that is found in it, in order of the expressions."""
        return filter(None, (self.patterns[place].search(text) for place in self.possible(text)))

    def stands_in(self, text: str) -> bool:
        """Whether any of the expressions is found in `text`."""
        places = self.possible(text)
        return bool(places) and any(self.patterns[place].search(text) for place in places)


def choice_of(*several: Pattern | AnyOf) -> Choice:
    """Several expressions, with the forms of those that have any, of which a text is asked at once."""
    forms = ((each,) if isinstance(each, Pattern) else each.forms.patterns for each in several)
    return Choice(tuple(form for each in forms for form in each))


@dataclass(frozen=True, eq=False)
class AnyOf:
    """The alternatives of an expression, of which a text may hold any. Made by `any_of`.

    It finds what the whole expression finds; no form of it may match nothing at all.
    """

    pattern: str
    forms: Choice

    def may_stand_in(self, text: str) -> bool:
        """Whether `text` may hold any of the forms, as its words alone tell."""
        return self.forms.may_stand_in(text)

    def possible_places(self, texts: tuple[str, ...]) -> list[int]:
        """Places of those of `texts` that may hold any of the forms, as their words alone tell."""
        return self.forms.possible_places(texts)

    def stands_in(self, text: str, start: int = 0) -> bool:
        """Whether `text` holds any of the forms from `start` on."""
        forms = self._possible(text)
        return bool(forms) and any(form.search(text, start) for form in forms)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in `text`."""
        first: re.Match[str] | None = None
        for form in self._possible(text):
            match = form.search(text)
            if match and (first is None or match.start() < first.start()):
                first = match
        return first

    def finditer(self, text: str, whole: str = "") -> Iterator[re.Match[str]]:
        """Every match in `text` in order, none inside another: where two forms open at one place, the first form's.

        `whole`: a text that has all words of `text` and was asked for its words before.
        """
        forms = self._possible(whole or text)
        if not forms:
            return
        ahead = [form.search(text) for form in forms]
        while any(ahead):
            first = min((match for match in ahead if match), key=lambda match: match.start())
            yield first
            end = first.end()
            ahead = [
                form.search(text, end) if match and match.start() < end else match
                for form, match in zip(forms, ahead, strict=True)
            ]

    def sub(self, new: str, text: str) -> str:
        """`text` with `new` for every match."""
        kept, start = [], 0
        for match in self.finditer(text):
            kept.append(text[start : match.start()])
            start = match.end()
        return new.join([*kept, text[start:]]) if kept else text

    def _possible(self, text: str) -> Sequence[re.Pattern[str]]:
        places = self.forms.possible(text)
        return [self.forms.patterns[place].expression for place in places] if places else ()


def any_of(*forms: str, flags: int = 0) -> AnyOf:
    """Some forms, each an expression or several with "|" between them."""
    pattern = "|".join(forms)
    # Now and not when first asked: every expression made later has the index of their words made anew.
    return AnyOf(pattern, Choice(tuple(compiled(form, flags) for form in split_alternatives(pattern))))


def any_phrase(*phrases: str) -> AnyOf:
    """Any of `phrases`, in capitals or not."""
    return any_of(*phrases, flags=re.IGNORECASE)


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
