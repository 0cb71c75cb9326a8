"""The clauses of a policy where they stand: marked on a picture of the page, or in the passage around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.blobs import BlobError
from parsers.criteria.trees import leaves_of
from parsers.models import Evidence, ParsedPolicy, value_to_json
from tracker.alerts.wording import WORDING, key_words, side_words
from tracker.board.board import Board
from tracker.board.criteria import Places
from tracker.board.excerpts import Excerpt, excerpts
from tracker.board.paths import clause_anchor, clauses_path, policy_path
from tracker.board.pictures import Drawing, draw, has_pictures
from tracker.evidence import EvidenceError, ShownClause, clauses_of
from tracker.in_force import InForce, policies_in_force


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause and all that was read out of it, in words."""

    n: int
    text: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked clause on the picture of a page: its boxes as left, top, width and height in percent of the page."""

    n: int
    text: str
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class ClausesPage:
    """One page of a document. `picture` is the path of its drawing, None for what has no pages or cannot be drawn;
    `problem` then says why. `pages` are all pages with clauses.
    """

    title: str
    policy: InForce
    policy_path: str
    page: int
    pages: tuple[tuple[int, str], ...]
    clauses: tuple[ReadClause, ...]
    picture: str | None
    marks: tuple[Mark, ...]
    excerpts: tuple[Excerpt, ...]
    problem: str


def clause_places(source: str, policy: ParsedPolicy) -> Places:
    """Where each clause of a policy in force is shown."""
    return {
        clause: f"{clauses_path(source, clause.page)}#{clause_anchor(n)}" for n, clause in enumerate(clauses_of(policy))
    }


def clauses_pages(board: Board) -> Iterator[dict[str, str]]:
    """The source and the page of every page there is."""
    for found in policies_in_force(board.db, now=board.now):
        for page in sorted({clause.page for clause in clauses_of(found.policy)}):
            yield {"source": found.source.source, "page": str(page)}


def clauses_page(board: Board, source: str, page: str) -> ClausesPage | None:
    """The page, None when no clause in force stands on it."""
    found = next(policies_in_force(board.db, now=board.now, source=source), None)
    if found is None or not page.isdigit():
        return None
    numbers = {clause: n for n, clause in enumerate(clauses_of(found.policy))}
    here = {clause: n for clause, n in numbers.items() if clause.page == int(page)}
    return _page(board, found, int(page), numbers, here) if here else None


def _page(
    board: Board, found: InForce, page: int, numbers: Mapping[Evidence, int], here: Mapping[Evidence, int]
) -> ClausesPage:
    drawing, problem = _drawing(board, found.policy)
    rows = [row for row in drawing.clauses if row.page == page] if drawing else []
    file = next((row.file for row in rows if row.file), None)
    by_text = {clause.text: n for clause, n in here.items()}
    where = f"page {page} of " if has_pictures(found.policy) else ""
    return ClausesPage(
        title=f"Clauses on {where}{found.title}",
        policy=found,
        policy_path=policy_path(found.source.source),
        page=page,
        pages=tuple((n, clauses_path(found.source.source, n)) for n in sorted({clause.page for clause in numbers})),
        clauses=tuple(ReadClause(n, clause.text, _says(found.policy, clause)) for clause, n in here.items()),
        picture=f"pictures/{drawing.name}/{file}" if drawing and file else None,
        marks=tuple(_mark(by_text[row.text], row) for row in rows if row.text in by_text),
        excerpts=() if file else excerpts([block for block in found.policy.blocks if block.page == page], here),
        problem=problem,
    )


def _drawing(board: Board, policy: ParsedPolicy) -> tuple[Drawing | None, str]:
    if not has_pictures(policy):
        return None, ""
    try:
        return draw(board, policy), ""
    except (BlobError, EvidenceError, OSError):
        return None, "The picture of this page cannot be drawn from our copy; the clauses are quoted instead."


def _mark(n: int, row: ShownClause) -> Mark:
    boxes = ((left, top, right - left, bottom - top) for left, top, right, bottom in row.boxes)
    return Mark(n, row.text, tuple(tuple(round(100 * edge, 2) for edge in box) for box in boxes))  # type: ignore[misc]


def _says(policy: ParsedPolicy, clause: Evidence) -> tuple[str, ...]:
    said: dict[str, None] = {}
    for position in policy.positions:
        if clause in position.evidence:
            use = f"{WORDING.products[position.product]}, {WORDING.indications[position.indication]}"
            said[f"{use}: {WORDING.statuses[position.status]}"] = None
        for leaf in leaves_of(position.criteria):
            if (leaf.page, leaf.text) == (clause.page, clause.text):
                value = "" if leaf.key == "unparsed" else f": {side_words(leaf.key, value_to_json(leaf.value))}"
                said[key_words(leaf.key).label + value] = None
    return tuple(said)
