"""Which of many expressions cannot match a text, told at once from the words that stand in it.

A page is cut into some five hundred texts, and each is asked by dozens of expressions most of which need a word that
it does not hold. Every word of a page is looked at once for all expressions; a text then costs one look at its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_

from parsers.required_words import folded

# The language of policies has fewer words; names and numbers without end must not fill a long-lived process.
_MOST_TOKENS = 30_000
_BLANKS = re.compile(r"\s+")
_PIECE = re.compile(r" ?\S+ ?")


class _Branch(dict[str, "_Branch"]):
    """A node of the tree of pieces by their letters, with the bits of the expressions whose piece ends here."""

    bits = 0

    def grown(self, piece: str) -> _Branch:
        """The node at the end of a piece."""
        node = self
        for letter in piece:
            node = node.setdefault(letter, _Branch())
        return node

    def found_in(self, letters: str) -> int:
        """The bits of every piece that opens `letters`."""
        node, bits = self, 0
        for letter in letters:
            if letter not in node:
                break
            node = node[letter]
            bits |= node.bits
        return bits


class _Tokens(dict[str, int]):
    """Bits of the expressions that need what stands in a token (a text between two blanks), found when first asked."""

    def __init__(self, pieces: _Branch) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        letters = f" {folded(token)} "
        found = self[token] = reduce(or_, (self._pieces.found_in(letters[at:]) for at in range(len(letters))))
        return found


class _Index:
    """Every expression entered, and the tokens looked at since the last of them."""

    def __init__(self) -> None:
        self.everyone = 0
        self.pieces = _Branch()
        self.tokens = _Tokens(self.pieces)


_index = _Index()


def enter(needs: Iterable[tuple[str, ...]]) -> list[int]:
    """A bit for each of some expressions, by the words of which it needs one; 0 for an expression without words."""
    everyone, bits = _index.everyone, []
    for words in needs:
        bit = (everyone + 1) if words and all(map(str.strip, words)) else 0
        everyone |= bit
        bits.append(bit)
        for word in words if bit else ():
            _index.pieces.grown(piece_of(word)).bits |= bit
    # In this order another thread never rules out an expression by tokens that were looked at before it was entered.
    _index.tokens = _Tokens(_index.pieces)
    _index.everyone = everyone
    ruled_out.cache_clear()
    return bits


def piece_of(word: str) -> str:
    """The longest part of `word` that a token shows, with the blank at either side of it: "of the" needs " the"."""
    if word.isalnum():
        return word
    pieces: list[str] = _PIECE.findall(_BLANKS.sub("  ", word))
    return max(pieces, key=len)


@lru_cache(maxsize=2048)
def ruled_out(text: str) -> int:
    """The bits of expressions that cannot match in `text`; of one entered later it says nothing."""
    everyone = _index.everyone
    return everyone & ~reduce(or_, map(_index.tokens.__getitem__, set(text.split())), 0)
