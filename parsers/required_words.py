"""The words without which a regular expression cannot match, read from the expression itself."""

from __future__ import annotations

# The standard library documents no other way to the parts of an expression.
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as sre_parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, product
from math import fsum
from operator import itemgetter
from typing import Any

# An expression that needs one of more words than this is tried as it is: looking for them all would take as long.
_MOST_WORDS = 256
_MOST_SPELLINGS = 64
_FEW_SPELLINGS = 8
# Asking for these tells nothing: every policy is about them.
_EVERYWHERE = ("ketamine", "spravato")
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_WIDTHLESS = (sre.AT, sre.ASSERT_NOT)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a part of an expression.

    `spellings` holds all texts that the part can match, None when they are too many to list; `words` those of which any
    match of the part holds one, None when there are none.
    """

    spellings: frozenset[str] | None = None
    words: frozenset[str] | None = None


_UNKNOWN = _Part()
_NO_SIGN = frozenset(("",))
_NOTHING = _Part(_NO_SIGN)


# One block is asked for by dozens of expressions, one after another.
@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """`text` in small letters; all that an expression that ignores case takes for an ASCII letter is that letter."""
    if text.isascii():
        return text.lower()
    return text.replace("\u0130", "i").replace("\u0131", "i").replace("\u017f", "s").lower()


def required_words(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """Words of which every text that `pattern` matches holds at least one, folded; () when there are no such words."""
    words = _sequence(sre_parser.parse(pattern, flags)).words
    return tuple(_shortest(words)) if words else ()


def _spelled(spellings: frozenset[str]) -> _Part:
    needed = "" not in spellings and len(spellings) <= _MOST_WORDS
    return _Part(spellings, spellings if needed else None)


def _shortest(words: Iterable[str]) -> Iterator[str]:
    """The words that hold no other of the words, which says the same of a text."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
            yield word


def _cost(words: frozenset[str]) -> float:
    """What asking a text for the words costs: one search each, and where they stand a try in vain of the expression.

    A try is worth some three thousand searches. The sum is exact: of two sets the same is chosen in every process.
    """
    return fsum(1 + 3000 * _commonness(word) for word in words)


def _commonness(word: str) -> float:
    """The share of texts expected to hold a word; of several words ("in the ") that of the longest."""
    longest = max(map(len, word.split()), default=0)
    return 1.0 if word.endswith(_EVERYWHERE) else 6.0**-longest


def _cheaper(words: frozenset[str] | None, others: frozenset[str] | None) -> frozenset[str] | None:
    if words is None or others is None:
        return words or others
    return min(words, others, key=_cost)


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    """Parts one after another: their spellings are joined as long as they are few; what any of them needs is needed."""
    known, words, listed = _NOTHING, None, True
    for operation, parts in groupby(items, key=itemgetter(0)):
        for part in _parts(operation, parts):
            words = _cheaper(words, part.words)
            both = _joined(known.spellings, part.spellings)
            if both is None:
                words, listed = _cheaper(words, known.words), False
            known = _spelled(both or part.spellings or _NO_SIGN)
    return _Part(known.spellings if listed else None, _cheaper(words, known.words))


def _joined(before: frozenset[str] | None, after: frozenset[str] | None) -> frozenset[str] | None:
    """The spellings of two parts side by side; None when they cost more than those of the first alone."""
    if before is None or after is None or len(before) * len(after) > _MOST_SPELLINGS:
        return None
    both = frozenset(map("".join, product(before, after)))
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
    if operation in _REPEATS:
        return _repeated(*argument)
    if operation is sre.ATOMIC_GROUP:
        return _sequence(argument)
    if operation is sre.ASSERT:
        return _Part(_NO_SIGN, _sequence(argument[1]).words)
    return _NOTHING if operation in _WIDTHLESS else _UNKNOWN


def _letter(choice: list[tuple[Any, Any]]) -> _Part:
    """One of some letters."""
    if any(kind is not sre.LITERAL for kind, _ in choice):
        return _UNKNOWN
    letters = frozenset(chr(code).lower() for _, code in choice)
    return _spelled(letters) if all(map(_is_known, letters)) else _UNKNOWN


def _is_known(word: str) -> bool:
    """Whether `folded` makes one spelling of all that an expression may take for the word: not of "é", nor of "µ"."""
    return word.isascii() or all(letter.isascii() or letter == letter.upper() for letter in word)


def _either(branches: list[_Part]) -> _Part:
    listed = [branch.spellings for branch in branches if branch.spellings is not None]
    needed = [branch.words for branch in branches if branch.words is not None]
    words = frozenset().union(*needed)
    return _Part(
        frozenset().union(*listed) if len(listed) == len(branches) else None,
        words if len(needed) == len(branches) and len(words) <= _MOST_WORDS else None,
    )


def _repeated(least: int, most: int, items: Iterable[tuple[Any, Any]]) -> _Part:
    part = _sequence(items)
    if least and most == 1:
        return part
    if most == 1 and part.spellings is not None:
        return _spelled(part.spellings | _NO_SIGN)
    return _Part(words=part.words) if least else _UNKNOWN
