"""Pictures of a PDF's pages with the clauses marked: drawn once for each document and what was read in it."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from db.blobs import BlobError
from parsers.models import ParsedPolicy
from tracker.board.board import Board
from tracker.evidence import RESOLUTION, EvidenceError, ShownClause, clauses_of, show_evidence
from tracker.in_force import policies_in_force

# Raised when pages are drawn otherwise than before, with the resolution.
_EDITION = f"1-{RESOLUTION}"
_PLACES = "places.json"
_DRAWING, _FILE = re.compile(r"[0-9a-f]{32}"), re.compile(r"drawn-page-\d{1,5}")
# The library that draws does not bear two threads at once.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawn pages of one policy: `name` is the folder they lie in, each clause's `file` a name in it."""

    name: str
    clauses: tuple[ShownClause, ...]


def has_pictures(policy: ParsedPolicy) -> bool:
    return policy.document.media_type == "application/pdf" and bool(policy.positions)


def draw(board: Board, policy: ParsedPolicy) -> Drawing:
    """The drawing of a policy, from the cache or made now. Raises BlobError, EvidenceError or OSError."""
    name = _name(policy)
    folder = board.pictures / name
    if not folder.is_dir():
        with _ONE_AT_A_TIME:
            _make(board, policy, folder)
    shown = json.loads((folder / _PLACES).read_text("utf-8"))
    clauses = (
        ShownClause(page, file, marked, text, tuple(map(tuple, boxes))) for page, file, marked, text, boxes in shown
    )
    return Drawing(name, tuple(clauses))


def picture_names(board: Board) -> Iterator[dict[str, str]]:
    """The folder and the file of every picture of the policies in force, drawn where they are not yet."""
    for found in policies_in_force(board.db, now=board.now):
        if has_pictures(found.policy):
            try:
                drawing = draw(board, found.policy)
            except (BlobError, EvidenceError, OSError):
                continue  # its pages say so
            files = sorted({Path(row.file).stem for row in drawing.clauses if row.file})
            yield from ({"drawing": drawing.name, "file": file} for file in files)


def picture(board: Board, drawing: str, file: str) -> bytes | None:
    """A picture that has been drawn, None when there is no such."""
    if not (_DRAWING.fullmatch(drawing) and _FILE.fullmatch(file)):
        return None
    path = board.pictures / drawing / f"{file}.png"
    return path.read_bytes() if path.is_file() else None


def _make(board: Board, policy: ParsedPolicy, folder: Path) -> None:
    """Draw into a folder beside, which then takes its name: nobody sees a half one."""
    if folder.is_dir():
        return
    board.pictures.mkdir(parents=True, exist_ok=True)
    body = board.blobs.get(policy.document.sha256)
    with tempfile.TemporaryDirectory(dir=board.pictures, prefix=".") as temporary:
        half = Path(temporary) / "drawn"
        shown = [_named(row) for row in show_evidence(body, policy, half, "drawn")]
        rows = [[row.page, row.file, row.marked, row.text, row.boxes] for row in shown]
        (half / _PLACES).write_text(json.dumps(rows), "utf-8")
        half.replace(folder)


def _named(row: ShownClause) -> ShownClause:
    return replace(row, file=Path(row.file).name) if row.file else row


def _name(policy: ParsedPolicy) -> str:
    clauses = json.dumps([[clause.page, clause.text] for clause in clauses_of(policy)])
    return hashlib.sha256(f"{_EDITION}\n{policy.document.sha256}\n{clauses}".encode()).hexdigest()[:32]
