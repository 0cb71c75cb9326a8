"""What a document says of its own end."""

from __future__ import annotations

import pytest

from parsers.discovery.models import Notice, Successor
from parsers.discovery.notices import find_notice

PAGE = "https://plan.example/policies/old.html"
POLICY = "<p>" + "Esketamine is covered for adults who failed three antidepressants. " * 30 + "</p>"


def notice(html: str) -> Notice | None:
    return find_notice(f"<html><body><h1>Esketamine</h1>{html}</body></html>".encode(), PAGE)


def test_the_successor_is_named_with_its_address() -> None:
    found = notice('<p>Policy 2026D0069P has been replaced by <a href="/new.html">2027D0069Q</a>.</p>')
    assert found is not None
    assert found.successors == (Successor("2027D0069Q", "2027D0069Q", "https://plan.example/new.html"),)


def test_a_retired_document_without_a_successor() -> None:
    found = notice("<p>This policy was retired on March 1, 2026.</p>")
    assert found is not None
    assert (found.said, found.successors, found.is_all) == ("retired", (), True)


def test_a_banner_over_a_whole_policy_is_not_all_of_the_page() -> None:
    found = notice(f'<p>This policy has been superseded by <a href="/mp-14.html">MP-14</a>.</p>{POLICY}')
    assert found is not None
    assert not found.is_all


@pytest.mark.parametrize(
    "html",
    [
        f"<p>This policy replaces MP-9.</p>{POLICY}",
        f"{POLICY * 12}<p>2021: this policy was archived.</p>",
        f"<p>This policy was retired in 2019 and taken up again in 2024.</p>{POLICY}",
        "<p>Prior approval is required.</p>",
        "<ul><li>Moved to tier 3 on June 1, 2026</li><li>No longer covered without a trial of two drugs</li></ul>",
    ],
)
def test_a_document_that_stands_has_no_notice(html: str) -> None:
    assert notice(html) is None
