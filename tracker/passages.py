"""Where a quoted clause stands on a page of a PDF: the boxes of its words, however the lines were broken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.text import normalise

# What a step from one word to the next may cost, in heights of a line: wrapped lines are near, columns are far.
_NEXT_LINE = 2.0
_NEXT_COLUMN = 100.0
_MOST_LINES = 6.0
# A clause's first letters may be glued to its list marker ("a)Age"), its last ones to a footnote ("disorder12").
_LEAST_GLUED = 3
# Less than this of a clause at the foot of a page may stand there by chance.
_LEAST_PART = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page with its box, in points from the top left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a clause on one page, as numbers into its words; `rest` is what is missing: "" when it is whole."""

    words: tuple[int, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Reached:
    """The cheapest way to a word: what it cost and the word before; None at the start."""

    cost: float
    before: tuple[int, int] | None


def letters_of(text: str) -> str:
    """Letters and digits alone: breaks, divided words, bullets and punctuation do not part a clause from its page."""
    return "".join(sign for sign in normalise(text).casefold() if sign.isalnum())


def find_passage(words: Sequence[Word], clause: str) -> Passage | None:
    """The words that say `clause`; None when its start is not there. `clause` is text or what `rest` gave.

    The cells of a row (" | " between them) may stand anywhere on the page; other words follow one another on a line,
    on the lines below, or at the top of the next column. A clause that runs over the page gives its first part.
    """
    parts = [letters_of(part) for part in dict.fromkeys(clause.split(" | "))]
    target = "".join(parts)
    edges = {sum(map(len, parts[:number])) for number in range(1, len(parts))}
    reached = _walk([letters_of(word.text) for word in words], words, target, edges)
    if not reached:
        return None
    end = max(reached)
    if end < min(len(target), _LEAST_PART):
        return None
    last = min(reached[end], key=lambda number: reached[end][number].cost)
    return Passage(tuple(_way(reached, end, last)), target[end:])


def _walk(keys: Sequence[str], words: Sequence[Word], target: str, edges: set[int]) -> dict[int, dict[int, _Reached]]:
    """For each number of letters of `target` read so far, the words that end there."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key:
            numbers[key[0]].append(number)
    reached: defaultdict[int, dict[int, _Reached]] = defaultdict(dict)
    for number, key in enumerate(keys):
        length = _opening(key, target)
        if length:
            reached[length][number] = _Reached(0.0, None)
    for place in range(1, len(target)):
        if place not in reached:
            continue
        for number in numbers[target[place]]:
            length = _matched(keys[number], target, place)
            step = _cheapest(words, reached[place], number, anywhere=place in edges) if length else None
            if step:
                known = reached[place + length].get(number)
                if known is None or step[0] < known.cost:
                    reached[place + length][number] = _Reached(step[0], (place, step[1]))
    return reached


def _opening(key: str, target: str) -> int:
    """How many letters of `target` a first word says."""
    if not key or not target:
        return 0
    whole = _matched(key, target, 0)
    glued = (len(key) - cut for cut in range(1, len(key) - _LEAST_GLUED + 1) if target.startswith(key[cut:]))
    return whole or next(glued, 0)


def _matched(key: str, target: str, place: int) -> int:
    if target.startswith(key, place):
        return len(key)
    rest = target[place:]
    return len(rest) if len(rest) >= _LEAST_GLUED and key.startswith(rest) else 0


def _cheapest(
    words: Sequence[Word], lasts: dict[int, _Reached], number: int, *, anywhere: bool
) -> tuple[float, int] | None:
    steps = [
        (reached.cost + cost, last)
        for last, reached in lasts.items()
        if last != number and (cost := _step(words[last], words[number], anywhere=anywhere)) is not None
    ]
    return min(steps, default=None)


def _step(last: Word, word: Word, *, anywhere: bool) -> float | None:
    """The cost of reading `word` after `last`; None when no reader would."""
    height = max(last.bottom - last.top, 1.0)
    lines = (word.bottom - last.bottom) / height
    right = (word.x0 - last.x1) / height
    if anywhere:
        return _NEXT_LINE * abs(lines) + abs(right) / 10
    if abs(lines) <= 0.5:
        return max(right, 0.0) if word.x0 > last.x0 else None
    if lines > 0:
        return _NEXT_LINE * lines if lines <= _MOST_LINES else None
    return _NEXT_COLUMN if right > 0 else None


def _way(reached: dict[int, dict[int, _Reached]], end: int, last: int) -> list[int]:
    way = [last]
    before = reached[end][last].before
    while before:
        end, last = before
        way.append(last)
        before = reached[end][last].before
    return way[::-1]
