"""The one clock and its one form."""

from __future__ import annotations

import pytest

from tracker.clock import parse_instant, stamp, utc_now


def test_now_is_in_the_form_that_can_be_read_again() -> None:
    now = utc_now()
    assert stamp(parse_instant(now)) == now
    assert now.endswith("Z")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-23T02:00:00Z", "2026-11-23T02:00:00Z"),
        ("2026-02-05T20:05:27.109Z", "2026-02-05T20:05:27Z"),
        ("2026-11-23T02:00:00+02:00", "2026-11-23T00:00:00Z"),
        ("2026-11-23", "2026-11-23T00:00:00Z"),
    ],
)
def test_instants_are_kept_in_utc(text: str, instant: str) -> None:
    assert stamp(parse_instant(text)) == instant


def test_what_is_no_instant_is_refused_with_the_form_to_write() -> None:
    with pytest.raises(ValueError, match="write 2026-11-23T02:00:00Z"):
        parse_instant("last Tuesday")
