"""The board as files, for any web server and for a disk."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.board.board import Board
from tracker.board.pages import KINDS
from tracker.export import replacing

MANIFEST = ".ketwatch-site.json"


class SiteError(Exception):
    """The folder cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a site: how many files it has, how many were written anew, how many removed."""

    files: int
    new: int
    removed: int


def write_site(board: Board, out: Path, progress: Callable[[str], None] = lambda _: None) -> Written:
    """Write every page to `out` and remove those of an earlier time that are gone.

    Each file takes the place of the old one when it is complete, what a page leads to before the page. Raises SiteError
    when `out` holds files and no site.
    """
    before = _earlier(out)
    out.mkdir(parents=True, exist_ok=True)
    paths: dict[str, None] = {}
    new = 0
    for path, body in _files(board):
        new += _write(out / path, body)
        paths[path] = None
        if len(paths) % 500 == 0:
            progress(f"{len(paths)} files")
    gone = [path for path in before if path not in paths]
    _write(out / MANIFEST, json.dumps(sorted({*paths, *gone}), indent=0).encode())
    for path in gone:
        _remove(out, path)
    _write(out / MANIFEST, json.dumps(sorted(paths), indent=0).encode())
    return Written(len(paths), new, len(gone))


def _files(board: Board) -> Iterator[tuple[str, bytes]]:
    for kind in KINDS:
        for names in kind.names(board):
            body = kind.render(board, names)
            if body is not None:
                yield kind.path(names), body.encode() if isinstance(body, str) else body


def _earlier(out: Path) -> list[str]:
    """The files of the site that lies in a folder already."""
    manifest = out / MANIFEST
    if manifest.is_file():
        paths: list[str] = json.loads(manifest.read_text("utf-8"))
        return [path for path in paths if not Path(path).is_absolute() and ".." not in Path(path).parts]
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise SiteError(f"{out} is not empty and no site of ketwatch: give another folder")
    return []


def _write(path: Path, body: bytes) -> bool:
    """Whether the file had to be written: one that is the same keeps its time, for whoever copies the site."""
    if path.is_file() and path.read_bytes() == body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(body)
        # A web server that runs as another user is to read it.
        os.fchmod(file.fileno(), 0o644)
    return True


def _remove(out: Path, path: str) -> None:
    (out / path).unlink(missing_ok=True)
    for folder in (out / path).parents:
        if folder == out or any(folder.iterdir()):
            return
        folder.rmdir()
