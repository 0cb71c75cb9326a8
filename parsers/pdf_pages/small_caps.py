"""Words in small capitals, whose first letter is printed larger and stands apart for that alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.pdf_pages.shapes import Word

# "O" before "VERVIEW", "(F" before "IRST"; the rest may end in a sign.
_INITIAL = compiled(r"[(“\"]?[A-Z]")
_REST = compiled(r"[A-Z]['’A-Z-]*[).,:;”\"]*")
# How far the rest may stand from its initial and below it, and how small it is, all in sizes of the initial.
_NEAR, _LEVEL, _SMALLER, _SMALLEST = 0.1, 0.15, 0.9, 0.55


def with_small_caps(words: Iterable[Word]) -> Iterator[Word]:
    """`words`, with each initial and the smaller capitals right behind it as one word, of the size that most have."""
    initial: Word | None = None
    for word in words:
        if initial is not None and _goes_on(initial, word):
            yield replace(word, text=initial.text + word.text, x0=initial.x0, chars=[*initial.chars, *word.chars])
            initial = None
            continue
        if initial is not None:
            yield initial
        initial = word if _INITIAL.fullmatch(word.text) else None
        if initial is None:
            yield word
    if initial is not None:
        yield initial


def _goes_on(initial: Word, word: Word) -> bool:
    size = initial.size
    return (
        bool(_REST.fullmatch(word.text))
        and _SMALLEST * size <= word.size <= _SMALLER * size
        and abs(word.x0 - initial.x1) <= _NEAR * size
        and abs(word.bottom - initial.bottom) <= _LEVEL * size
    )
