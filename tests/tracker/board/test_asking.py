"""Datasette beside the board: what it describes, answers and refuses."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest
from sqlite_utils import Database

from db.sources import Payer, Source, register
from db.views import views
from parsers.models import Block, DocumentFacts, Evidence, ParsedPolicy, Position
from tests.db.editions import store_edition
from tracker.board.asking import asking_app
from tracker.board.questions import Question, questions

PAYER = Payer("meadow-health", "Meadow Health", "commercial", ("MI",))
SOURCE = Source("meadow-health/esketamine", "meadow-health", "Esketamine", "https://meadow.example/esketamine")


@pytest.fixture
def folder(db: Database, data: Path) -> Path:
    """A data folder with one covered position, first seen in 2026."""
    register(db, PAYER, [SOURCE], at="2026-03-01T02:00:00Z")
    position = Position(
        "esketamine", "intranasal", "trd", "initial", "covered", evidence=(Evidence(1, "It is covered."),)
    )
    blocks = (Block("paragraph", "Two failed antidepressants are asked for."),)
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    policy = ParsedPolicy("ok", "", document, positions=(position,), blocks=blocks, fingerprint="a")
    store_edition(db, SOURCE, policy, "2026-03-02")
    return data


def ask(folder: Path, path: str) -> httpx.Response:
    """The answer of the served app to a request."""

    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=asking_app(folder))
        async with httpx.AsyncClient(transport=transport, base_url="http://board.example") as client:
            return await client.get(path)

    return asyncio.run(answer())


def test_every_view_is_described_by_its_question(folder: Path) -> None:
    for view in views():
        page = ask(folder, f"/data/ketwatch/{view.name}")
        assert page.status_code == 200
        assert view.question.replace("'", "&#39;") in page.text


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.view)
def test_every_question_is_answered_by_a_view_that_exists(question: Question) -> None:
    assert question.view in {view.name for view in views()}


def test_coverage_on_a_day_asks_by_state_and_diagnosis(folder: Path) -> None:
    path = "/data/ketwatch/coverage_on_a_day.json?_shape=array&state=mi&indication=trd&day="
    assert [row["status"] for row in ask(folder, path + "2026-04-01").json()] == ["covered"]
    assert ask(folder, path + "2026-01-01").json() == []
    assert ask(folder, path.replace("mi&", "tx&") + "2026-04-01").json() == []


def test_policy_text_is_searched(folder: Path) -> None:
    path = "/data/ketwatch/passages.json?_shape=array&_search=antidepressant"
    assert [row["text"] for row in ask(folder, path).json()] == ["Two failed antidepressants are asked for."]


def test_a_view_is_there_as_json_and_csv_with_facets(folder: Path) -> None:
    faceted = ask(folder, "/data/ketwatch/coverage_now.json?_facet=status").json()
    assert [one["value"] for one in faceted["facet_results"]["status"]["results"]] == ["covered"]
    assert ask(folder, "/data/ketwatch/coverage_now.csv").text.startswith("payer,payer_name,")


@pytest.mark.parametrize(
    "path",
    [
        "/data/ketwatch.db",
        "/data/ketwatch/outbox",
        "/data/ketwatch/deliveries.json",
        "/data/ketwatch.json?sql=select+*+from+deliveries",
        "/data/ketwatch.json?sql=select+headers+from+snapshots",
        "/data/ketwatch.json?sql=attach+database+'x.db'+as+x",
        "/data/ketwatch.json?sql=delete+from+payers",
        "/data/ketwatch.json?sql=with+recursive+n(i)+as+(select+1+union+all+select+i%2B1+from+n)+select+sum(i)+from+n",
    ],
)
def test_private_tables_writes_files_and_endless_queries_are_refused(folder: Path, path: str) -> None:
    assert ask(folder, path).status_code in {400, 403, 404}


def test_the_list_of_tables_names_no_private_one(folder: Path) -> None:
    page = ask(folder, "/data/ketwatch").text
    assert "coverage_now" in page
    assert "outbox" not in page
