"""The states as a grid of equal tiles, near where they lie: each as large as the next, whatever its land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.answers import all_payers, answers_at
from db.queries import list_sources
from db.sources import Payer
from tracker.board.answers import ByUse, answer, by_payer, by_use, gap_of
from tracker.board.board import Board
from tracker.board.columns import Column
from tracker.board.paths import payer_path
from tracker.board.words import WORDS, Gap, Mark

# Rows from north to south; each state stands in one column, "." where there is none.
LAYOUT = """
    AK .  .  .  .  .  .  .  .  .  ME
    .  .  .  .  .  .  .  .  .  VT NH
    WA ID MT ND MN WI .  MI .  NY MA
    OR NV WY SD IA IL IN OH PA NJ CT
    CA UT CO NE MO KY WV VA MD DE RI
    .  AZ NM KS AR TN NC SC DC .  .
    .  .  .  OK LA MS AL GA .  .  .
    HI .  .  TX .  .  .  .  FL .  .
"""


@dataclass(frozen=True, slots=True)
class Tile:
    """A state with its Medicaid programs' answer, "varies" where they differ; mark None: none of it is watched."""

    state: str
    row: int
    column: int
    mark: Mark | None
    words: str
    path: str | None


@dataclass(frozen=True, slots=True)
class TileGrid:
    """All states for one question; `watched` counts those with a program that is watched."""

    column: Column
    tiles: tuple[Tile, ...]
    watched: int
    covering: int


@dataclass(frozen=True, slots=True)
class Program:
    """A state's Medicaid program with its answers, and what its silence means."""

    payer: Payer
    known: ByUse
    gap: Gap


def medicaid_programs(board: Board) -> tuple[Program, ...]:
    """Every watched program, by name."""
    rows, sources = by_payer(answers_at(board.db, board.now)), by_payer(list_sources(board.db))
    return tuple(
        Program(payer, by_use(rows[payer.payer]), gap_of(sources[payer.payer]))
        for payer in all_payers(board.db, payer_type="medicaid")
    )


def tile_grid(column: Column, programs: Sequence[Program]) -> TileGrid:
    """The states by what their Medicaid programs answer to a question."""
    tiles = tuple(_tile(column, programs, *place) for place in places())
    watched = sum(1 for tile in tiles if tile.mark)
    return TileGrid(column, tiles, watched, sum(1 for tile in tiles if tile.mark == "covered"))


def _tile(column: Column, programs: Sequence[Program], state: str, row: int, place: int) -> Tile:
    own = [program for program in programs if state in program.payer.states]
    marks = {answer(column, program.known, program.gap).mark for program in own}
    mark: Mark | None = "varies" if len(marks) > 1 else next(iter(marks), None)
    words = f"{', '.join(program.payer.name for program in own)}: {WORDS.marks[mark]}" if mark else "not watched"
    return Tile(state, row, place, mark, words, payer_path(own[0].payer.payer) if own else None)


def places() -> list[tuple[str, int, int]]:
    """Each state with its row and column, counted from 1."""
    lines = [line.split() for line in LAYOUT.strip().splitlines()]
    return [
        (state, row, column)
        for row, line in enumerate(lines, 1)
        for column, state in enumerate(line, 1)
        if state != "."
    ]
