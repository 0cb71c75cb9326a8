"""Which of many expressions cannot match a text, told at once from the words that stand in it.

A page is cut into some five hundred texts, and each is asked by dozens of expressions most of which need a word that
it does not hold. Every word of a page is looked at once for all expressions; a text then costs one look at its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from itertools import zip_longest
from operator import or_

from parsers.required_words import EDGE, MOST_NEEDS, folded

# The language of policies has fewer words; names and numbers without end must not fill a long-lived process.
_MOST_TOKENS = 30_000
_BLANKS = re.compile(r"\s+")
_PIECE = re.compile(r" ?\S+ ?")
_BOUNDARY = re.compile(r"\b")
_INNER_BOUNDARY = re.compile(r"(?<=[^\b])\b(?=[^\b])")
# What an expression needs in place of the sets of words that it does not have: it stands in every text.
_ANYTHING = ("",)

# Bits of the expressions that need a word in their first set of words, in their second and so on.
_Bits = list[int]
_NONE: _Bits = [0] * MOST_NEEDS


class _Pieces:
    """Pieces of words, with the bits of the expressions that need them."""

    def __init__(self) -> None:
        self._bits: dict[str, _Bits] = {}
        # Of the pieces that open with the same three letters, whose lengths are all that a text has to be asked for.
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, piece: str, bits: _Bits) -> None:
        """Enter expressions under a piece."""
        self._bits[piece] = [*map(or_, self.bits_of(piece), bits)]
        self._lengths[piece[:3]].add(len(piece))

    def bits_of(self, piece: str) -> _Bits:
        """The bits of the expressions that need a piece."""
        return self._bits.get(piece, _NONE)

    def found_in(self, letters: str) -> Iterator[_Bits]:
        """The bits of every piece that stands in `letters`."""
        for at in range(len(letters)):
            for length in (1, 2, *self._lengths.get(letters[at : at + 3], ())):
                if (bits := self.bits_of(letters[at : at + length])) is not _NONE:
                    yield bits


class _Tokens(dict[str, int]):
    """Bits of the expressions that need what stands in a token (a text between two blanks), found when first asked.

    Those of the first set of words are the lowest, those of the second stand `width` bits above them and so on: one
    number is joined with another several times as fast as three with three.
    """

    def __init__(self, pieces: _Pieces, width: int) -> None:
        super().__init__()
        self._pieces = pieces
        self._width = width

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        pieces = self._pieces.found_in(f" {folded(_BOUNDARY.sub(EDGE, token))} ")
        sets = (reduce(or_, bits) for bits in zip(self._pieces.bits_of(""), *pieces, strict=True))
        found = self[token] = sum(bits << place * self._width for place, bits in enumerate(sets))
        return found

    def possible_in(self, text: str) -> int:
        """The bits of the expressions that need nothing that does not stand in `text`, and any bits above them."""
        possible = found = reduce(or_, map(self.__getitem__, set(text.split()) or _ANYTHING))
        for _ in range(MOST_NEEDS - 1):
            found >>= self._width
            possible &= found
        return possible


class _Index:
    """Every expression entered, and the tokens looked at since the last of them."""

    def __init__(self) -> None:
        self.everyone = 0
        self.pieces = _Pieces()
        self.tokens = _Tokens(self.pieces, 0)


_index = _Index()


def enter(needs: Iterable[tuple[tuple[str, ...], ...]]) -> list[int]:
    """A bit for each of some expressions, by the sets of words of each of which it needs one; 0 when it needs none."""
    everyone, bits = _index.everyone, []
    words: defaultdict[str, _Bits] = defaultdict(lambda: [*_NONE])
    for each in needs:
        bit = (everyone + 1) if each else 0
        everyone |= bit
        bits.append(bit)
        for place, (alternatives, _) in enumerate(zip_longest(each, _NONE, fillvalue=_ANYTHING)):
            for word in alternatives:
                words[word][place] |= bit
    for word, needing in words.items():
        _index.pieces.add(piece_of(word), needing)
    # In this order another thread never rules out an expression by tokens that were looked at before it was entered.
    _index.tokens = _Tokens(_index.pieces, everyone.bit_length())
    _index.everyone = everyone
    ruled_out.cache_clear()
    return bits


def piece_of(word: str) -> str:
    """The longest part of `word` that a token shows, with the blank at either side of it: "of the" needs " the"."""
    if word.strip(EDGE).isalnum():
        return word
    pieces: list[str] = _PIECE.findall(_BLANKS.sub("  ", word))
    return _INNER_BOUNDARY.sub(EDGE, max(pieces, key=len, default=""))


@lru_cache(maxsize=2048)
def ruled_out(text: str) -> int:
    """The bits of expressions that cannot match in `text`; of one entered later it says nothing."""
    everyone = _index.everyone
    return everyone & ~_index.tokens.possible_in(text)
