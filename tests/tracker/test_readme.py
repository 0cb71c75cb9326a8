"""The README stays true."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

from db.connection import memory_db
from tracker.alerts.send_webhook import signed_headers
from tracker.cli.readme import README, renewed
from tracker.config import load_config

TEXT = README.read_text("utf-8")


def test_generated_blocks_are_up_to_date() -> None:
    assert renewed(TEXT, README.parent) == TEXT, "run `python -m tracker.cli.readme`"


def test_the_configuration_it_shows_loads(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert shown
    path = tmp_path / "ketwatch.toml"
    path.write_text(shown[1])
    secrets = {
        "KETWATCH_SMTP_PASSWORD": "x",
        "KETWATCH_SLACK_TEAM": "https://hooks.slack.example/x",
        "KETWATCH_WEBHOOK_EHR": "x",
    }
    config = load_config(path, secrets, required=True)
    assert config.email
    assert [rule.when for rule in config.rules] == ["at_once", "nightly", "weekly"]


def test_every_table_of_the_database_is_explained() -> None:
    db = memory_db()
    try:
        tables = {name for name in db.table_names() if not name.startswith(("_", "sqlite_", "passages_fts_"))}
    finally:
        db.close()
    assert {name for name in tables if f"`{name}`" not in TEXT} == set()


def test_the_lines_that_verify_a_webhook_do_so() -> None:
    shown = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert shown
    names: dict[str, Any] = {}
    exec(shown[1], names)
    body, now = b'{"schema":1}', int(time.time())
    for secret in ("correct horse", "whsec_c2VjcmV0"):
        headers = signed_headers(body, secret, message="m1", at=now)
        assert names["is_genuine"](headers, body, secret)
        assert not names["is_genuine"](headers, body + b" ", secret)
        assert not names["is_genuine"](signed_headers(body, secret, message="m1", at=now - 600), body, secret)
