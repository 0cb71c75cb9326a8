"""The page of one payer: its answers to the front page's questions, its documents, what changed lately."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.answers import answers_from
from db.history import FoundFilter, comparisons_found
from db.queries import SourceRow, list_sources
from db.sources import Payer, Source, all_sources, get_payer
from tracker.board.answers import Answered, answers_of, told_in_words
from tracker.board.board import Board
from tracker.board.paths import policy_path, position_anchor
from tracker.board.timeline import Found, found_view
from tracker.board.words import WORDS, Mark
from tracker.self_funded import self_funded

LATEST_CHANGES = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One position behind an answer: the document, its status and the path to the clause's position."""

    title: str
    status: Mark
    path: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the front page with this payer's answer, and every position that says so."""

    answered: Answered
    detail: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One watched document of the payer."""

    source: Source
    status: SourceRow
    path: str


@dataclass(frozen=True, slots=True)
class PayerPage:
    """One payer. `self_funded` says what its policies mean for an employer's own plan, "" where there is none such."""

    title: str
    payer: Payer
    kind: str
    self_funded: str
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
        self_funded=self_funded(found),
        questions=tuple(_questions(board, payer, sources)),
        documents=_documents(board, payer, sources),
        changes=tuple(
            found_view(row, board.today)
            for row in comparisons_found(board.db, FoundFilter(payer=payer, limit=LATEST_CHANGES))
        ),
    )


def _questions(board: Board, payer: str, sources: list[SourceRow]) -> Iterator[Question]:
    known = [row for one in sources for row in answers_from(board.db, board.now, source=one.source)]
    titles = {source.source: source.title or source.source for source in all_sources(board.db, payer=payer)}
    for one in answers_of(known, sources, board.now):
        told = (
            Told(titles[row.source], row.status, f"{policy_path(row.source)}#{position_anchor(row.n)}")
            for row in one.now.told
        )
        yield Question(one, told_in_words(one.now), tuple(told))


def _documents(board: Board, payer: str, sources: list[SourceRow]) -> tuple[DocumentView, ...]:
    status = {row.source: row for row in sources}
    watched = all_sources(board.db, payer=payer)
    return tuple(DocumentView(source, status[source.source], policy_path(source.source)) for source in watched)
