"""Expressions that look at the first letter before they try their forms one after another.

Python tries each of forty forms at every letter of a text; where none of them opens with that letter, one look tells.
"""

from __future__ import annotations

import re

# The standard library documents no other way to the parts of an expression.
import re._compiler as sre_compiler  # type: ignore[import-not-found]
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as sre_parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from typing import Any

# A sign, a range or a kind of signs, as a set of letters in an expression lists them.
_Sign = tuple[Any, Any]
_Signs = frozenset[_Sign]

_BOUNDARY = (sre.AT, sre.AT_BOUNDARY)
_WORD = (sre.CATEGORY, sre.CATEGORY_WORD)
_OF_WORDS = (_WORD, (sre.CATEGORY, sre.CATEGORY_DIGIT))
_WIDTHLESS = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
# One letter is tried as fast as looked at.
_ONE_LETTER = (sre.LITERAL, sre.IN)


def compile_expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What re.compile makes of an expression, finding the same faster; re.error when it is none."""
    # A number: taking flags apart of an enumeration takes as long as all the rest.
    tree = sre_parser.parse(pattern, int(flags))
    for place, part in enumerate(_ahead(tree)):
        tree.insert(place, part)
    made: re.Pattern[str] = sre_compiler.compile(tree, int(flags))
    return made


def _ahead(parts: Sequence[_Sign]) -> list[_Sign]:
    """What an expression that opens at the edge of a word is to look for first; [] when nothing is gained."""
    one_letter = len(parts) > 1 and parts[0] == _BOUNDARY and parts[1][0] in _ONE_LETTER
    signs, may_be_empty = (None, True) if one_letter or not _opens_a_word(parts) else _first(parts)
    if not signs or may_be_empty or not all(map(_is_of_words, signs)):
        return []
    return [_BOUNDARY, (sre.ASSERT, (1, [(sre.IN, sorted(signs, key=repr))]))]


def _opens_a_word(parts: Iterable[_Sign]) -> bool:
    """Whether a letter of a word that opens what `parts` match opens the word."""
    for kind, what in parts:
        if kind is sre.SUBPATTERN and not (what[1] or what[2]):
            return _opens_a_word(what[3])
        if kind is sre.BRANCH:
            return all(map(_opens_a_word, what[1]))
        if kind in _REPEATS and _opens_a_word(what[2]):
            if what[0]:
                return True
        elif kind not in _WIDTHLESS:
            return False
        elif _is_edge(kind, what):
            return True
    return False


def _is_edge(kind: Any, what: Any) -> bool:
    r"""Whether a part is the edge of a word when a letter of a word comes next: "\b", "(?<!\w)", "(?<![\w-])"."""
    if kind is not sre.ASSERT_NOT or what[0] != -1 or len(what[1]) != 1:
        return (kind, what) == _BOUNDARY
    kind, signs = what[1][0]
    return kind is sre.IN and _WORD in signs and signs[0][0] is not sre.NEGATE


def _is_of_words(sign: _Sign) -> bool:
    """Whether a sign is a letter or digit, whatever the flags."""
    kind, what = sign
    if kind is sre.LITERAL:
        return chr(what).isascii() and chr(what).isalnum()
    return sign in _OF_WORDS


def _first(parts: Iterable[_Sign]) -> tuple[_Signs | None, bool]:
    """The signs that what `parts` match may open with, None for any sign; and whether they may match nothing."""
    known: _Signs = frozenset()
    for kind, what in parts:
        signs, may_lack = _first_of(kind, what)
        if signs is None:
            return None, False
        known |= signs
        if not may_lack:
            return known, False
    return known, True


def _first_of(kind: Any, what: Any) -> tuple[_Signs | None, bool]:
    """The same of one part."""
    if kind in _WIDTHLESS:
        return frozenset(), True
    if kind is sre.LITERAL:
        return frozenset(((kind, what),)), False
    if kind is sre.IN and what[0][0] is not sre.NEGATE:
        return frozenset(what), False
    if kind is sre.BRANCH:
        return _first_of_any(what[1])
    if kind is sre.SUBPATTERN and not (what[1] or what[2]):
        return _first(what[3])
    if kind in _REPEATS:
        signs, may_lack = _first(what[2])
        return signs, may_lack or not what[0]
    return None, False


def _first_of_any(branches: Iterable[Iterable[_Sign]]) -> tuple[_Signs | None, bool]:
    """The same of some branches, any of which may stand."""
    known: _Signs = frozenset()
    each = [_first(branch) for branch in branches]
    for signs, _ in each:
        if signs is None:
            return None, False
        known |= signs
    return known, any(may_lack for _, may_lack in each)
