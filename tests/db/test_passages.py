"""Full-text search over the text of the versions in force."""

from __future__ import annotations

from sqlite_utils import Database

from db.versions import confirm_version
from parsers.models import Block, DocumentFacts, ParsedPolicy
from tests.db.conftest import SOURCE
from tests.db.editions import store_edition

DOCUMENT = DocumentFacts("0" * 64, "text/html", 1, None)


def policy(*texts: str) -> ParsedPolicy:
    blocks = tuple(Block("paragraph", text, page=3, path=("Criteria",)) for text in texts)
    return ParsedPolicy("ok", "", DOCUMENT, blocks=blocks, fingerprint=texts[0])


def found(db: Database, words: str) -> list[str]:
    return [str(row["text"]) for row in db.table("passages").search(words)]


def test_a_passage_is_found_by_another_form_of_its_words(watched: Database) -> None:
    store_edition(watched, SOURCE, policy("Two failed antidepressants are asked for."), "2026-03-02")
    assert found(watched, "antidepressant fail") == ["Two failed antidepressants are asked for."]


def test_a_passage_names_its_source_page_and_heading(watched: Database) -> None:
    version = store_edition(watched, SOURCE, policy("Two failed antidepressants."), "2026-03-02")
    (row,) = watched.query("SELECT source, version, page, heading FROM passages")
    assert row == {"source": SOURCE.source, "version": version, "page": 3, "heading": "Criteria"}


def test_only_the_newest_confirmed_version_is_searched(watched: Database) -> None:
    store_edition(watched, SOURCE, policy("Three failed antidepressants."), "2026-03-02")
    store_edition(watched, SOURCE, policy("Two failed antidepressants."), "2026-03-03")
    assert found(watched, "failed") == ["Two failed antidepressants."]


def test_a_version_that_waits_is_searched_once_it_is_confirmed(watched: Database) -> None:
    store_edition(watched, SOURCE, policy("Covered with criteria."), "2026-03-02")
    waiting = store_edition(watched, SOURCE, policy("No longer covered."), "2026-03-03", state="pending")
    assert found(watched, "longer") == []
    confirm_version(watched, waiting, at="2026-03-04T02:00:00Z")
    assert found(watched, "longer") == ["No longer covered."]
