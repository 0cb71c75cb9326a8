"""What a printed page shows of its menus is left out, and nothing else."""

from __future__ import annotations

import pytest

from parsers.files.page_menus import without_menus
from parsers.models import Block


def _kept(*blocks: Block) -> list[str]:
    return [block.text for block in without_menus(blocks)]


@pytest.mark.parametrize(
    "line", ["Privacy", "Members Employers Brokers Providers", "Skip to main content", "Accessibility | Terms of use"]
)
def test_places_of_a_site_are_left_out(line: str) -> None:
    assert not _kept(Block("item", line), Block("paragraph", line))


@pytest.mark.parametrize(
    "line", ["Providers:", "Provider is a psychiatrist", "Forms are sent by fax", "Members 18 to 64"]
)
def test_what_says_more_is_kept(line: str) -> None:
    assert _kept(Block("paragraph", line)) == [line]


def test_an_entry_among_places_is_one() -> None:
    assert not _kept(Block("item", "Privacy"), Block("item", "Fraud & Abuse"))


def test_an_item_in_a_list_of_criteria_is_none() -> None:
    listed = [Block("item", text) for text in ("Fraud & Abuse", "Age 18 or older", "Home")]
    assert _kept(*listed) == ["Fraud & Abuse", "Age 18 or older"]


def test_a_line_of_the_titles_of_a_document_is_left_out() -> None:
    titles = [Block("heading", text) for text in ("Antidepressants", "Spravato (esketamine)")]
    line = Block("paragraph", "ADHD | Antidepressants | Spravato | Zulresso")
    assert _kept(line, *titles) == [title.text for title in titles]
