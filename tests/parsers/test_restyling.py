"""A policy says the same in every dress: a few recorded pages, each in all the markup that `restyling` knows.

The whole matrix, over every recorded page, is `tests/benchmarks/bench_restyling.py`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from parsers.policy import parse_policy
from tests.parsers.restyling import DRESSES, dressed
from tests.parsers.restyling.reading import Said, said

CASES = Path(__file__).resolve().parents[1] / "cases"
PAGES = ("initial-review-roman", "criteria-scale-choice", "united-healthcare")


@cache
def original(page: str) -> tuple[bytes, Said]:
    body = (CASES / page / "policy.html").read_bytes()
    return body, said(parse_policy(body))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("dress", DRESSES)
def test_restyling_leaves_the_result_equal(page: str, dress: str) -> None:
    body, expected = original(page)
    assert list(expected.differences(said(parse_policy(dressed(body, DRESSES[dress]))))) == []
