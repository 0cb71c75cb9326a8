"""The page of one payer: its answers to the front page's questions, its documents, what changed lately."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.answers import answers_from
from db.history import FoundFilter, comparisons_found
from db.queries import SourceRow, list_sources
from db.sources import Payer, Source, all_sources, get_payer
from tracker.board.answers import answer, told_in_words
from tracker.board.board import Board
from tracker.board.columns import COLUMNS, Column
from tracker.board.matrix import Later, gap_of, later_answers, later_than
from tracker.board.paths import policy_path, position_anchor
from tracker.board.timeline import Found, found_view
from tracker.board.words import WORDS, Mark

LATEST_CHANGES = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One position behind an answer: the document, its status and the path to the clause's position."""

    title: str
    status: Mark
    path: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the front page, this payer's answer, what it is about to become, every position that says so."""

    column: Column
    mark: Mark
    detail: str
    prior_authorization: bool
    later: Later | None
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One watched document of the payer."""

    source: Source
    status: SourceRow
    path: str


@dataclass(frozen=True, slots=True)
class PayerPage:
    """One payer."""

    title: str
    payer: Payer
    kind: str
    questions: tuple[Question, ...]
    documents: tuple[DocumentView, ...]
    changes: tuple[Found, ...]


def payer_page(board: Board, payer: str) -> PayerPage | None:
    """The page of a payer, None when there is no such payer."""
    found = get_payer(board.db, payer)
    if found is None:
        return None
    sources = list_sources(board.db, payer=payer)
    return PayerPage(
        title=found.name,
        payer=found,
        kind=WORDS.payer_types[found.payer_type],
        questions=tuple(_questions(board, payer, sources)),
        documents=_documents(board, payer, sources),
        changes=tuple(
            found_view(row, board.today)
            for row in comparisons_found(board.db, FoundFilter(payer=payer, limit=LATEST_CHANGES))
        ),
    )


def _questions(board: Board, payer: str, sources: list[SourceRow]) -> Iterator[Question]:
    known = [row for one in sources for row in answers_from(board.db, board.now, source=one.source)]
    rows, gap = [row for row in known if row.since <= board.now], gap_of(sources)
    titles = {source.source: source.title or source.source for source in all_sources(board.db, payer=payer)}
    later = later_answers(known, board.now) or [None] * len(COLUMNS)
    for column, after in zip(COLUMNS, later, strict=True):
        found = answer(column, rows, gap)
        yield Question(
            column=column,
            mark=found.mark,
            detail=told_in_words(found),
            prior_authorization=found.prior_authorization,
            later=later_than(found.mark, *after) if after else None,
            told=tuple(
                Told(titles[row.source], row.status, f"{policy_path(row.source)}#{position_anchor(row.n)}")
                for row in found.told
            ),
        )


def _documents(board: Board, payer: str, sources: list[SourceRow]) -> tuple[DocumentView, ...]:
    status = {row.source: row for row in sources}
    watched = all_sources(board.db, payer=payer)
    return tuple(DocumentView(source, status[source.source], policy_path(source.source)) for source in watched)
