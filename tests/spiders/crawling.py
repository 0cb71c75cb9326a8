"""Running a crawl as an operator does: `scrapy crawl NAME` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from db.connection import open_db
from db.snapshots import Snapshot, snapshots_of
from db.sources import all_sources, get_source

ROOT = Path(__file__).resolve().parents[2]
CONTACT = "watch@clinic.example"
QUICK = ("DOWNLOAD_DELAY=0", "RETRY_BACK_OFF_SECONDS=0.01")


@dataclass(frozen=True, slots=True)
class Crawl:
    """A finished crawl: its exit code, its log, and the data folder it wrote to."""

    exit_code: int
    log: str
    data: Path

    def rows(self) -> dict[str, list[Snapshot]]:
        """The snapshots of every source, by the last part of its id, oldest first."""
        db = open_db(self.data)
        try:
            return {s.source.partition("/")[2]: snapshots_of(db, s.source) for s in all_sources(db)}
        finally:
            db.close()

    def row(self, slug: str) -> Snapshot:
        (row,) = self.rows()[slug]
        return row

    def address(self, source: str) -> str:
        db = open_db(self.data)
        try:
            found = get_source(db, source)
        finally:
            db.close()
        assert found is not None
        return found.url


def crawl(
    spider: str,
    data: Path,
    site: str = "http://site.example",
    *settings: str,
    contact: str = CONTACT,
    file_size_blocks: int | None = None,
) -> Crawl:
    """Crawl one of the sample spiders; `file_size_blocks` of 512 bytes is as much as a file may grow to."""
    command = [sys.executable, "-W", "error::DeprecationWarning:spiders", "-m", "scrapy", "crawl", spider]
    for setting in (*QUICK, *settings):
        command += ["-s", setting]
    if file_size_blocks is not None:
        command = ["sh", "-c", f'ulimit -f {file_size_blocks}; exec "$@"', "sh", *command]
    env = environment(data, site, contact)
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)
    return Crawl(done.returncode, done.stderr, data)


def let_a_night_pass(data: Path) -> None:
    """Date what was fetched so far a day back: two quick crawls may end within a second, which counts as one fetch."""
    db = open_db(data)
    try:
        db.execute("UPDATE snapshots SET fetched_at = strftime('%Y-%m-%dT%H:%M:%SZ', fetched_at, '-1 day')")
        db.conn.commit()
    finally:
        db.close()


def environment(data: Path, site: str, contact: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KETWATCH_")}
    return kept | {
        "KETWATCH_SPIDERS": "tests.spiders.samples",
        "KETWATCH_ALLOW_LOOPBACK": "1",
        "KETWATCH_DATA": str(data),
        "KETWATCH_CONTACT": contact,
        "SAMPLE_SITE": site,
    }
