"""Reading stored documents: each once, with limits, in processes that may die."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from sqlite_utils import Database

from db.blobs import BlobStore
from db.readings import StoredReading, find_failure, find_reading
from parsers.release import EXTRACTOR
from tests.tracker.nights import InThisProcess, hang, policy_page
from tracker.extract import missing_readings, read_documents
from tracker.reading import Document, Limits
from tracker.reading_apart import ReadingProcess

AT = "2026-03-01T02:00:00Z"
WORDS = ("esketamine",)


def document(blobs: BlobStore, body: bytes) -> Document:
    return Document(blobs.put(body), "https://meadow.example/policy", WORDS)


def hanging(blobs: BlobStore) -> Document:
    """A document whose bytes never come: its file is a pipe that nobody writes to."""
    found = document(blobs, b"hanging")
    hang(blobs, found.sha256)
    return found


def long_pdf(path: Path, pages: int = 20) -> bytes:
    canvas = Canvas(str(path), pagesize=letter, invariant=1)
    for page in range(pages):
        for line in range(60):
            canvas.drawString(
                40, 760 - 12 * line, f"Esketamine row {line} of page {page} is covered with authorization"
            )
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def test_a_document_is_read_in_a_process_of_its_own(db: Database, blobs: BlobStore) -> None:
    found = document(blobs, policy_page())
    assert read_documents(db, blobs, [found], at=AT) == 1
    reading = find_reading(db, found.sha256, WORDS, EXTRACTOR)
    assert reading is not None
    assert reading.quality == "ok"


def test_what_has_been_read_is_not_missing(db: Database, blobs: BlobStore) -> None:
    found = document(blobs, policy_page())
    assert missing_readings(db, [found], at=AT) == [found]
    read_documents(db, blobs, [found], at=AT, executor=InThisProcess())
    assert missing_readings(db, [found], at=AT) == []


def test_other_words_to_look_for_are_another_reading(db: Database, blobs: BlobStore) -> None:
    found = document(blobs, policy_page())
    read_documents(db, blobs, [found], at=AT, executor=InThisProcess())
    other = Document(found.sha256, found.url, ("spravato",))
    assert missing_readings(db, [found, other], at=AT) == [other]


def test_one_file_at_two_addresses_is_read_once(db: Database, blobs: BlobStore) -> None:
    found = document(blobs, policy_page())
    assert len(missing_readings(db, [found, Document(found.sha256, "https://other.example/", WORDS)], at=AT)) == 1


def test_a_document_that_takes_too_long_is_recorded_and_not_tried_every_night(
    db: Database, blobs: BlobStore, tmp_path: Path
) -> None:
    slow, quick = document(blobs, long_pdf(tmp_path / "long.pdf")), document(blobs, policy_page())
    for _ in range(2):
        assert slow in missing_readings(db, [slow, quick], at=AT)
        read_documents(db, blobs, missing_readings(db, [slow, quick], at=AT), at=AT, limits=Limits(seconds=1))
    assert missing_readings(db, [slow, quick], at=AT) == []
    failure = find_failure(db, slow.sha256, WORDS, EXTRACTOR)
    assert failure is not None
    assert "longer" in failure.reason
    assert find_reading(db, quick.sha256, WORDS, EXTRACTOR) is not None
    assert missing_readings(db, [slow, quick], at="2026-03-08T02:00:00Z") == [slow]


def test_a_document_that_needs_too_much_memory_is_recorded(db: Database, blobs: BlobStore) -> None:
    greedy = document(blobs, bytes(200 * 1024 * 1024))
    read_documents(db, blobs, [greedy], at=AT, limits=Limits(memory_mb=150))
    failure = find_failure(db, greedy.sha256, WORDS, EXTRACTOR)
    assert failure is not None
    assert "memory" in failure.reason


def test_more_documents_than_the_workers_may_read_are_all_read(db: Database, blobs: BlobStore) -> None:
    found = [document(blobs, policy_page(trials=trials)) for trials in (1, 2, 3)]
    assert read_documents(db, blobs, found, at=AT, limits=Limits(documents_per_worker=1, workers=1)) == 3


def test_a_process_that_dies_is_a_failure_of_its_document(blobs: BlobStore) -> None:
    dying = ReadingProcess((sys.executable, "-c", "import os; os.abort()"))
    assert "ended without an answer" in str(dying.read(blobs, document(blobs, policy_page()), Limits()))


def test_a_process_that_never_answers_is_ended(blobs: BlobStore) -> None:
    deaf = ReadingProcess((sys.executable, "-c", "import signal; signal.pause()"), grace_s=0)
    assert "longer" in str(deaf.read(blobs, document(blobs, policy_page()), Limits(seconds=1)))


def test_a_process_is_renewed_after_so_many_documents(blobs: BlobStore) -> None:
    process, found = ReadingProcess(), document(blobs, policy_page())
    for _ in range(3):
        assert isinstance(process.read(blobs, found, Limits(documents_per_worker=2)), StoredReading)
    process.end()


def test_a_document_that_hangs_does_not_keep_the_others(db: Database, blobs: BlobStore) -> None:
    stuck, quick = hanging(blobs), document(blobs, policy_page())
    assert read_documents(db, blobs, [stuck, quick], at=AT, limits=Limits(seconds=2, workers=1)) == 1
    failure = find_failure(db, stuck.sha256, WORDS, EXTRACTOR)
    assert failure is not None
    assert "longer" in failure.reason


def test_lost_bytes_are_a_failure_that_says_what_to_do(db: Database, blobs: BlobStore) -> None:
    lost = Document("0" * 64, "https://meadow.example/policy", WORDS)
    read_documents(db, blobs, [lost], at=AT, executor=InThisProcess())
    failure = find_failure(db, lost.sha256, WORDS, EXTRACTOR)
    assert failure is not None
    assert "restore snapshots/ from a backup" in failure.reason


@pytest.mark.parametrize("body", [b"", b"%PDF-1.4 broken", b"\x00\xff" * 500])
def test_bad_bytes_are_a_reading_with_a_quality(db: Database, blobs: BlobStore, body: bytes) -> None:
    found = document(blobs, body)
    assert read_documents(db, blobs, [found], at=AT, executor=InThisProcess()) == 1
    reading = find_reading(db, found.sha256, WORDS, EXTRACTOR)
    assert reading is not None
    assert reading.quality != "ok"
