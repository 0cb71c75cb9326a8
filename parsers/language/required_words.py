"""The words without which a regular expression cannot match, read from the expression itself."""

from __future__ import annotations

import re

# The standard library documents no other way to the parts of an expression.
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as sre_parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, product
from math import fsum
from operator import itemgetter
from string import digits
from typing import Any

# An expression that needs one of more words than this is tried as it is: looking for them all would take as long.
_MOST_WORDS = 96
_MOST_SPELLINGS = 64
_FEW_SPELLINGS = 8
_FEW_LETTERS = 12
# A text that lacks every word of a fourth set nearly always lacks those of one of three.
MOST_NEEDS = 3
# Asking for these tells nothing: every policy is about them.
_EVERYWHERE = ("ketamine", "spravato")
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_WIDTHLESS = (sre.AT, sre.ASSERT_NOT)
_BOUNDARIES = (sre.AT_BOUNDARY, sre.AT_UNI_BOUNDARY)
# Stands in a word for the edge of a run of letters and digits, as in an expression: "\bno\b" is not in "notice".
EDGE = "\b"
_DIGIT = (sre.CATEGORY, sre.CATEGORY_DIGIT)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")

_Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a part of an expression.

    `spellings` holds all texts that the part can match, None when they are too many to list; `needs` sets of words, of
    each of which any match of the part holds one.
    """

    spellings: frozenset[str] | None = None
    needs: tuple[_Words, ...] = ()


_UNKNOWN = _Part()
_NO_SIGN = frozenset(("",))
_NOTHING = _Part(_NO_SIGN)


# One block is asked for by dozens of expressions, one after another.
@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """`text` in small letters; all that an expression that ignores case takes for an ASCII letter is that letter.

    Of the digits of any other script each is 0, as an expression takes it for one.
    """
    if text.isascii():
        return text.lower()
    text = _OTHER_DIGIT.sub("0", text)
    return text.replace("\u0130", "i").replace("\u0131", "i").replace("\u017f", "s").lower()


def required_words(pattern: str, flags: int = 0) -> tuple[tuple[str, ...], ...]:
    """Sets of words, folded: every text that `pattern` matches holds at least one word of each; () when there are none.

    They are the few that rule out the most, the one that rules out the most first.
    """
    return tuple(tuple(sorted(words)) for words in _sequence(sre_parser.parse(pattern, flags)).needs)


def bare(word: str) -> str:
    """A word as a text holds it, without the marks of its edges."""
    return word.replace(EDGE, "")


def _spelled(spellings: _Words) -> _Part:
    needed = len(spellings) <= _MOST_WORDS and all(map(str.strip, map(bare, spellings)))
    return _Part(spellings, (_shortest(spellings),) if needed else ())


def _shortest(words: _Words) -> _Words:
    """The words that hold no other of the words, which says the same of a text."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(other in word for other in kept):
            kept.append(word)
    return frozenset(kept)


def _cost(words: _Words) -> float:
    """What asking a text for the words costs: one search each, and where they stand a try in vain of the expression.

    A try is worth some three thousand searches. The sum is exact: of two sets the same is chosen in every process.
    """
    return fsum(1 + 3000 * _commonness(word) for word in words)


def _commonness(word: str) -> float:
    """The share of texts expected to hold a word; of several words ("in the ") that of the longest."""
    longest = max(map(len, word.split()), default=0)
    return 1.0 if bare(word).endswith(_EVERYWHERE) else 6.0**-longest


def _cheapest(needs: Iterable[_Words]) -> tuple[_Words, ...]:
    """The few sets that cost the least, the cheapest first; none of which another says as much."""
    kept: list[_Words] = []
    for words in sorted(needs, key=lambda words: (_cost(words), sorted(words))):
        if any(_says_as_much(other, words) for other in kept):
            continue
        kept = [*(other for other in kept if not _says_as_much(words, other)), words]
    return tuple(kept[:MOST_NEEDS])


def _says_as_much(words: _Words, others: _Words) -> bool:
    """Whether a text that holds one of the words holds one of the others in it."""
    return all(any(other in word for other in others) for word in words)


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    """Parts one after another: their spellings are joined as long as they are few; what any of them needs is needed."""
    known, listed = _NOTHING, True
    needs: list[_Words] = []
    for operation, parts in groupby(items, key=itemgetter(0)):
        for part in _parts(operation, parts):
            needs += part.needs
            both = _joined(known.spellings, part.spellings)
            if both is None:
                needs += known.needs
                listed = False
            known = _spelled(both or part.spellings or _NO_SIGN)
    return _Part(known.spellings if listed else None, _cheapest((*needs, *known.needs)))


def _joined(before: _Words | None, after: _Words | None) -> _Words | None:
    """The spellings of two parts side by side; None when they cost more than those of the first alone."""
    if before is None or after is None or len(before) * len(after) > _MOST_SPELLINGS:
        return None
    both = frozenset("".join(each).replace(EDGE + EDGE, EDGE) for each in product(before, after))
    return both if len(both) <= _FEW_SPELLINGS or _cost(both) < _cost(before) else None


def _parts(operation: Any, parts: Iterable[tuple[Any, Any]]) -> Iterator[_Part]:
    """What is known of parts of one kind, side by side; letters make one word."""
    if operation is sre.LITERAL:
        word = "".join(chr(code) for _, code in parts).lower()
        yield _spelled(frozenset((word,))) if _is_known(word) else _UNKNOWN
    else:
        yield from (_part(operation, argument) for _, argument in parts)


def _part(operation: Any, argument: Any) -> _Part:
    if operation is sre.IN:
        return _letter(argument)
    if operation is sre.SUBPATTERN:
        return _sequence(argument[3])
    if operation is sre.BRANCH:
        return _either([_sequence(branch) for branch in argument[1]])
    if operation is sre.AT and argument in _BOUNDARIES:
        return _Part(frozenset((EDGE,)))
    if operation in _REPEATS:
        return _repeated(*argument)
    if operation is sre.ATOMIC_GROUP:
        return _sequence(argument)
    if operation is sre.ASSERT:
        return _Part(_NO_SIGN, _sequence(argument[1]).needs)
    return _NOTHING if operation in _WIDTHLESS else _UNKNOWN


def _letter(choice: list[tuple[Any, Any]]) -> _Part:
    """One of some letters; a class of digits takes those of any script, each of which `folded` makes one of ten."""
    letters: set[str] = set()
    for kind, each in choice:
        if kind is sre.LITERAL:
            letters.add(chr(each).lower())
        elif (kind, each) == _DIGIT:
            letters.update(digits)
        elif kind is sre.RANGE and each[1] - each[0] < _FEW_LETTERS:
            letters.update(chr(code).lower() for code in range(each[0], each[1] + 1))
        else:
            return _UNKNOWN
    return _spelled(frozenset(letters)) if all(map(_is_known, letters)) else _UNKNOWN


def _is_known(word: str) -> bool:
    """Whether `folded` makes one spelling of all that an expression may take for the word: not of "é", nor of "µ"."""
    return word.isascii() or all(letter.isascii() or letter == letter.upper() for letter in word)


def _either(branches: list[_Part]) -> _Part:
    """One of some parts: a word of the first set of any, one of the second …; a part with fewer sets gives its last."""
    listed = [branch.spellings for branch in branches if branch.spellings is not None]
    spellings = frozenset().union(*listed) if len(listed) == len(branches) else None
    if not all(branch.needs for branch in branches):
        return _Part(spellings)
    deepest = max(len(branch.needs) for branch in branches)
    rows = (frozenset().union(*(branch.needs[:row][-1] for branch in branches)) for row in range(1, deepest + 1))
    return _Part(spellings, _cheapest(_shortest(words) for words in rows if len(words) <= _MOST_WORDS))


def _repeated(least: int, most: int, items: Iterable[tuple[Any, Any]]) -> _Part:
    part = _sequence(items)
    if least and most == 1:
        return part
    if most == 1 and part.spellings is not None:
        return _spelled(part.spellings | _NO_SIGN)
    return _Part(needs=part.needs) if least else _UNKNOWN
