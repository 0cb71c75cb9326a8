"""How often a page in another dress is read as the same policy: every recorded page in every dress.

Prints the share of equal readings for each dress, the worst first, with the pages that differ. Nothing is asserted
about the shares: some dresses hide what the original shows (headings of one rank), and no reader can know it then.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from parsers.policy import parse_policy
from tests.parsers.restyling import DRESSES, dressed
from tests.parsers.restyling.reading import said

CASES = Path(__file__).resolve().parents[1] / "cases"


def undressed(_: object) -> None:
    """Leave the page as it is."""


def test_every_page_in_every_dress() -> None:
    """Shares by dress."""
    same: dict[str, int] = defaultdict(int)
    differ: dict[str, list[str]] = defaultdict(list)
    for path in sorted(CASES.glob("*/*.html")):
        body = path.read_bytes()
        plain, expected = dressed(body, undressed), said(parse_policy(body))
        for name, dress in DRESSES.items():
            page = dressed(body, dress)
            if page != plain and said(parse_policy(page)) == expected:
                same[name] += 1
            elif page != plain:
                differ[name].append(path.parent.name)
    total = {name: same[name] + len(differ[name]) for name in DRESSES if same[name] + len(differ[name])}
    print()
    for name in sorted(total, key=lambda name: same[name] / total[name]):
        print(f"{same[name] / total[name]:5.2f} of {total[name]:3}  {name:45} {' '.join(differ[name][:6])}")
    assert total
