"""Titles broken into lines by a narrow column."""

from parsers.models import Block
from parsers.pdf_pages.broken_titles import with_titles_whole


def _texts(*lines: str) -> list[str]:
    return [block.text for block in with_titles_whole([Block("heading", line, depth=6) for line in lines])]


def test_the_name_of_a_use_runs_on() -> None:
    assert _texts("Treatment-resistant", "depression (TRD)") == ["Treatment-resistant depression (TRD)"]


def test_other_titles_stay_apart() -> None:
    assert _texts("Spravato", "depression") == ["Spravato", "depression"]
    assert _texts("Treatment-resistant", "Depression") == ["Treatment-resistant", "Depression"]
