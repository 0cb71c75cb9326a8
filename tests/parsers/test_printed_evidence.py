"""What speaks for a position is shown in the document's own words, however it was told anew to be read."""

from __future__ import annotations

import html
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from parsers.policy import parse_policy

_TOLD_ANEW = ("verdicts_f6", "verdict_tables_f5", "told_tables_f7", "answers_for_two_f6", "questions_in_prose_f6")
_DRILLS = Path(__file__).parent / "drills"


def _documents() -> list[Any]:
    told = (
        (name, drill) for name in _TOLD_ANEW for drill in tomllib.loads((_DRILLS / f"{name}.toml").read_text())["drill"]
    )
    return [pytest.param(drill["document"].strip(), id=f"{name}: {drill['name']}") for name, drill in told]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", html.unescape(re.sub(r"<[^>]+>", " ", text)).lower())


@pytest.mark.parametrize("document", _documents())
def test_evidence_stands_in_the_document(document: str) -> None:
    letters = _letters(document)
    policy = parse_policy(document.encode())
    shown = [each.text for position in policy.positions for each in position.evidence]
    # Cells, a question and its answer, and sentences may stand apart in the document.
    parts = [part for text in shown for part in re.split(r" \| |(?<=[.?:;]) ", text)]
    assert [part for part in parts if _letters(part) not in letters] == []
