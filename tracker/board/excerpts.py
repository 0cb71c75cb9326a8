"""Clauses in the passages they stand in, for documents without pages: the clause marked, its neighbours cut short.

A document is its payer's text: only what surrounds a clause is shown, never the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from parsers.models import Block, Evidence
from tracker.alerts.plain import plain

# Words shown of a neighbouring passage, and of the same passage before and after a clause.
_NEIGHBOUR_WORDS = 16
_AROUND_WORDS = 24


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a passage; `anchors` are the clauses that begin with it, `marked` whether a clause says it."""

    text: str
    marked: bool
    anchors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that holds a clause, or a neighbour that only shows where it stands."""

    marker: str
    parts: tuple[Part, ...]
    is_neighbour: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Passages in a row under the same headings, outermost first."""

    path: tuple[str, ...]
    passages: tuple[Passage, ...]


def excerpts(blocks: Sequence[Block], clauses: Mapping[Evidence, int]) -> tuple[Excerpt, ...]:
    """The excerpts that hold all clauses, by number, in the document's order; what is not found stands at the end."""
    lines = [" ".join(block.text.split()) for block in blocks]
    wanted = {number: " ".join(clause.text.split()) for clause, number in clauses.items()}
    where = {number: place for number, text in wanted.items() if (place := _place(lines, text)) is not None}
    found = tuple(_excerpts(blocks, lines, _by_place(where, wanted)))
    lost = [number for number in wanted if number not in where]
    return (*found, Excerpt((), tuple(_alone(number, wanted[number]) for number in lost))) if lost else found


def _place(lines: Sequence[str], clause: str) -> int | None:
    """The passage that is the clause, or else the first that holds it."""
    holding = [place for place, line in enumerate(lines) if clause and clause in line]
    return next((place for place in holding if lines[place] == clause), next(iter(holding), None))


def _by_place(where: Mapping[int, int], wanted: Mapping[int, str]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for number, place in where.items():
        found.setdefault(place, {})[number] = wanted[number]
    return found


def _excerpts(
    blocks: Sequence[Block], lines: Sequence[str], held: Mapping[int, Mapping[int, str]]
) -> Iterator[Excerpt]:
    near = {place + step for place in held for step in (-1, 0, 1) if 0 <= place + step < len(blocks)}
    shown = sorted(place for place in near if place in held or blocks[place].kind != "heading")
    for (_, path), run in groupby(enumerate(shown), key=lambda one: (one[1] - one[0], blocks[one[1]].path)):
        passages = (_passage(blocks[place], lines[place], held.get(place)) for _, place in run)
        yield Excerpt(path, tuple(passages))


def _passage(block: Block, line: str, clauses: Mapping[int, str] | None) -> Passage:
    if clauses is None:
        return Passage(block.marker, (Part(_head(line, _NEIGHBOUR_WORDS), marked=False),), is_neighbour=True)
    return Passage(block.marker, tuple(_parts(line, clauses)), is_neighbour=False)


def _parts(line: str, clauses: Mapping[int, str]) -> Iterator[Part]:
    """The passage cut where a clause begins or ends; clauses may lie within one another."""
    spans = {number: (start := line.index(text), start + len(text)) for number, text in clauses.items()}
    cuts = sorted({0, len(line), *(edge for span in spans.values() for edge in span)})
    for start, end in pairwise(cuts):
        marked = any(span[0] <= start and end <= span[1] for span in spans.values())
        anchors = tuple(number for number, span in spans.items() if span[0] == start)
        text = line[start:end] if marked else _shortened(line[start:end], opens=start == 0, closes=end == len(line))
        yield Part(text, marked, anchors)


def _shortened(text: str, *, opens: bool, closes: bool) -> str:
    """Words between clauses: the end of what comes before the first, the beginning of what comes after the last."""
    words = text.split(" ")
    if len(words) <= 2 * _AROUND_WORDS:
        return text
    head = [] if opens else words[:_AROUND_WORDS]
    tail = [] if closes else words[-_AROUND_WORDS:]
    return " ".join([*head, "…", *tail])


def _head(line: str, count: int) -> str:
    words = plain(line).split(" ")
    return line if len(words) <= count else " ".join([*words[:count], "…"])


def _alone(number: int, text: str) -> Passage:
    return Passage("", (Part(text, marked=True, anchors=(number,)),), is_neighbour=False)
