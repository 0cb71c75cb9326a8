"""Heads of policies as payers lay them out, each read whole: what is stated, and nothing that is not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from parsers.policy import parse_policy

MASTHEADS = tomllib.loads(Path(__file__).with_name("mastheads.toml").read_text(encoding="utf-8"))["masthead"]
FACTS = ("number", "effective_on", "published_on", "last_reviewed_on", "next_review_on", "superseded")
REST = "<p>Spravato is covered for adults with treatment-resistant depression after two antidepressants.</p>"


@pytest.mark.parametrize("masthead", MASTHEADS, ids=[masthead["name"] for masthead in MASTHEADS])
def test_masthead(masthead: dict[str, Any]) -> None:
    read = parse_policy(f"<html><body>{masthead['page']}{REST}</body></html>".encode())
    assert read.policy
    stated = {fact: value for fact in FACTS if (value := getattr(read.policy, fact))}
    assert stated == {fact: masthead[fact] for fact in FACTS if fact in masthead}
    assert {code.code for code in read.codes} == set(masthead.get("codes", ()))
