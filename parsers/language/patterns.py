"""Regular expressions that know the words without which they cannot match.

A page is read by some hundred expressions, and most say nothing of most blocks. Looking for a word is many times faster
than trying an expression at every letter, so each is tried only on texts that hold one of its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakSet

from parsers.known_words import words_of
from parsers.language.word_index import enter, ruled_out, ruled_out_of_each


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Pattern:
    """A regular expression over text: what re.Pattern answers, found faster. Made by `compiled`.

    Most of a thousand expressions are asked of few documents: each is prepared when it is first needed. What is ready
    stands in a slot, which is read several times as fast as a cached property, a million times a minute.
    """

    pattern: str
    flags: int
    _expression: re.Pattern[str] | None = field(default=None, init=False, repr=False)
    _needs: tuple[tuple[str, ...], ...] | None = field(default=None, init=False, repr=False)
    _bit: int | None = field(default=None, init=False, repr=False)

    @property
    def expression(self) -> re.Pattern[str]:
        """The expression, ready to use; re.error when it is none."""
        if self._expression is None:
            self.prepare()
        return self._expression  # type: ignore[return-value]  # made in the line before

    def prepare(self) -> None:
        """Make the expression ready before it is needed."""
        object.__setattr__(self, "_expression", re.compile(self.pattern, self.flags))

    @property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """Sets of words of each of which any text that it matches holds one (known_words); () when there are none."""
        if self._needs is None:
            object.__setattr__(self, "_needs", words_of(self.pattern, self.flags))
        return self._needs  # type: ignore[return-value]  # made in the line before

    @property
    def bit(self) -> int:
        """Its bit in what word_index.ruled_out says of a text; 0 when no word is needed."""
        if self._bit is None:
            _enter_all()
        return self._bit  # type: ignore[return-value]  # made in the line before

    def may_match(self, text: str) -> bool:
        """False when no part of `text` can match: it lacks a word, of several words in a row the one that tells most.

        Looking whether these stand side by side would take longer than trying the expression.
        """
        bit = self.bit if self._bit is None else self._bit
        return not (bit and ruled_out(text) & bit)

    def possible_places(self, texts: tuple[str, ...]) -> list[int]:
        """Places of those of `texts` a part of which may match, as their words alone tell."""
        bit = self.bit
        return [place for place, ruled in enumerate(ruled_out_of_each(texts)) if not ruled & bit]

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in `text` from `start` on."""
        bit = self.bit if self._bit is None else self._bit
        if bit and ruled_out(text) & bit:
            return None
        return (self._expression or self.expression).search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that opens at `start`."""
        bit = self.bit if self._bit is None else self._bit
        if bit and ruled_out(text) & bit:
            return None
        return (self._expression or self.expression).match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is all of `text`."""
        bit = self.bit if self._bit is None else self._bit
        if bit and ruled_out(text) & bit:
            return None
        return (self._expression or self.expression).fullmatch(text)

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Every match in `text` from `start` on, in order."""
        bit = self.bit if self._bit is None else self._bit
        if bit and ruled_out(text) & bit:
            return iter(())
        return (self._expression or self.expression).finditer(text, start)

    def findall(self, text: str) -> list[str]:
        """The text of every match, or of the one group that the expression has."""
        return self.expression.findall(text) if self.may_match(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """`text` cut at every match."""
        return self.expression.split(text, maxsplit) if self.may_match(text) else [text]

    def subn(self, new: str | Callable[[re.Match[str]], str], text: str) -> tuple[str, int]:
        """`text` with `new` for every match, and how many there are."""
        return self.expression.subn(new, text) if self.may_match(text) else (text, 0)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """`text` with `new` for every match."""
        bit = self.bit if self._bit is None else self._bit
        if bit and ruled_out(text) & bit:
            return text
        return (self._expression or self.expression).sub(new, text, count)


_made: WeakSet[Pattern] = WeakSet()
# Made, and not yet entered in the index.
_new: list[Pattern] = []
_entering = Lock()


def compiled(pattern: str, flags: int = 0) -> Pattern:
    """The expression `pattern`, to be used later."""
    made = Pattern(pattern, flags)
    _made.add(made)
    _new.append(made)
    return made


def prepare_all() -> None:
    """Make every expression ready. It takes a second: a process that reads many documents does it once before them."""
    for each in tuple(_made):
        each.prepare()
    _enter_all()


def _enter_all() -> None:
    """Enter every expression made since the last time: the index is made anew for each time, not for each of them."""
    with _entering:
        entered = [_new.pop() for _ in range(len(_new))]
        for each, bit in zip(entered, enter(map(_needed, entered)), strict=True):
            object.__setattr__(each, "_bit", bit)


def _needed(each: Pattern) -> tuple[tuple[str, ...], ...]:
    try:
        return each.needs
    except re.error:  # It is told to those who use the expression.
        return ()
