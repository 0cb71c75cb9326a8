"""Which short lines title what follows."""

import pytest

from parsers.headings import looks_like_heading


@pytest.mark.parametrize("line", ["REFERENCES | HISTORY", "Policy | Coding | Top", "DESCRIPTION • RATIONALE • CODES"])
def test_a_line_of_jumps_is_no_heading(line: str) -> None:
    assert not looks_like_heading(line, bold=True)


@pytest.mark.parametrize("line", ["REFERENCES", "Medical Policy | Spravato", "CODING AND HISTORY"])
def test_a_title_is_one(line: str) -> None:
    assert looks_like_heading(line, bold=True)
