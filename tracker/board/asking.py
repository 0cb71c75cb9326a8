"""Datasette on the database, read-only and public: every view and named query described, search, facets, CSV, JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.plugins import pm

from db.connection import DATABASE_NAME, open_db
from db.views import column_meanings, views
from tracker.board import plugin
from tracker.board.plugin import NAME
from tracker.board.public import PUBLIC_TABLES
from tracker.board.questions import questions

BASE_URL = "/data/"
LICENSE = "Facts and short quotations; payers own their texts."
# A public server answers anybody: no query runs longer, no answer is larger, no file can be taken away whole.
LIMITS = {
    "base_url": BASE_URL,
    "sql_time_limit_ms": 1_000,
    "max_returned_rows": 1_000,
    "max_csv_mb": 20,
    "allow_download": False,
    "suggest_facets": False,
    "default_cache_ttl": 60,
}


def asking_app(data: Path) -> Any:
    """Datasette as an ASGI app for the database of a data folder, under BASE_URL. Raises FileNotFoundError."""
    db = open_db(data, create=False)
    private = [name for name in db.table_names() if name not in PUBLIC_TABLES and not name.startswith("passages_fts")]
    db.close()
    return Datasette([str(data / DATABASE_NAME)], metadata=metadata(private), settings=LIMITS).app()


def metadata(private: Sequence[str]) -> dict[str, object]:
    """What Datasette shows beside the tables: each view with its question, each column with its meaning.

    `private` tables do not even show by name.
    """
    described = {view.name: _described(view.question, view.notes) for view in views()}
    return {
        "title": "ketwatch: the data",
        "description": "US payers' coverage of ketamine and esketamine (Spravato), as read from their public policies.",
        "license": LICENSE,
        "databases": {
            NAME: {
                "tables": described | {name: {"hidden": True, "allow": False} for name in private},
                "queries": {
                    query.name: {"title": query.title, "sql": query.sql.strip(), "description": question.asked}
                    for question in questions()
                    if (query := question.query)
                },
            }
        },
    }


def _described(question: str, notes: str) -> dict[str, object]:
    return {"description": f"{question} {notes}".strip(), "columns": column_meanings(), "size": 100}


pm.register(plugin, name="ketwatch")
