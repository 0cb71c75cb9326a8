"""Which of many expressions cannot match a text, told at once from the words that stand in it.

A page is cut into some five hundred texts, and each is asked by dozens of expressions most of which need a word that
it does not hold. Every word of a page is looked at once for all expressions; a text then costs one look at its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache, reduce
from itertools import zip_longest
from operator import or_

from ahocorasick import Automaton

from parsers.language.required_words import EDGE, MOST_NEEDS, folded

# The language of policies has fewer words; names and numbers without end must not fill a long-lived process.
_MOST_TOKENS = 30_000
_BLANKS = re.compile(r"\s+")
_PIECE = re.compile(r" ?\S+ ?")
_BOUNDARY = re.compile(r"\b")
_INNER_BOUNDARY = re.compile(r"(?<=[^\b])\b(?=[^\b])")
# What an expression needs in place of the sets of words that it does not have: it stands in every text.
_ANYTHING = ("",)

# Of several words in a row one of these, which stand in most texts, tells the least.
_COMMON = frozenset(
    ("a", "all", "an", "and", "any", "are", "as", "at", "be", "by", "for", "has", "have", "if", "in", "is", "must",
     "no", "not", "of", "on", "or", "that", "the", "this", "to", "when", "which", "who", "will", "with")
)  # fmt: skip

# Bits of the expressions that need a word in their first set of words, in their second and so on.
_Bits = list[int]
_NONE: _Bits = [0] * MOST_NEEDS


class _Tokens(dict[str, int]):
    """Bits of the expressions that need what stands in a token (a text between two blanks), found when first asked.

    Those of the first set of words are the lowest, those of the second stand `width` bits above them and so on: one
    number is joined with another several times as fast as three with three.
    """

    def __init__(self, pieces: Mapping[str, _Bits], width: int) -> None:
        super().__init__()
        self._width = width
        self._anything = self._joined(pieces.get("", _NONE))
        self._pieces = Automaton()
        for piece, bits in pieces.items():
            if piece:
                self._pieces.add_word(piece, self._joined(bits))
        self._pieces.make_automaton()

    def _joined(self, bits: _Bits) -> int:
        return sum(each << place * self._width for place, each in enumerate(bits))

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        possible = self._anything
        for _, bits in self._pieces.iter(f" {folded(_BOUNDARY.sub(EDGE, token))} ") if self._pieces else ():
            possible |= bits
        self[token] = possible
        return possible

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
        # Pieces of words, with the bits of the expressions that need them.
        self.pieces: dict[str, _Bits] = {}
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
        piece = piece_of(word)
        _index.pieces[piece] = [*map(or_, _index.pieces.get(piece, _NONE), needing)]
    # In this order another thread never rules out an expression by tokens that were looked at before it was entered.
    _index.tokens = _Tokens(_index.pieces, everyone.bit_length())
    _index.everyone = everyone
    ruled_out.cache_clear()
    ruled_out_of_each.cache_clear()
    return bits


def piece_of(word: str) -> str:
    """The most telling part of `word` that a token shows, with the blank at either side: "of the use" needs " use"."""
    if word.strip(EDGE).isalnum():
        return word
    pieces: list[str] = _PIECE.findall(_BLANKS.sub("  ", word))
    return _INNER_BOUNDARY.sub(EDGE, max(pieces, key=_telling, default=""))


def _telling(piece: str) -> tuple[bool, int]:
    """What the more telling of two parts of a word has more of: it is no common word, and the longer one."""
    return piece.replace(EDGE, "").strip() not in _COMMON, len(piece)


@lru_cache(maxsize=2048)
def ruled_out(text: str) -> int:
    """The bits of expressions that cannot match in `text`; of one entered later it says nothing."""
    everyone = _index.everyone
    return everyone & ~_index.tokens.possible_in(text)


# A document goes through two hundred steps, most of which leave its texts as they are.
@lru_cache(maxsize=8)
def ruled_out_of_each(texts: tuple[str, ...]) -> tuple[int, ...]:
    """What ruled_out says of each of some texts."""
    return tuple(map(ruled_out, texts))
