"""The label as data: which uses it names on which day, and what a damaged file is told."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from tracker.label.events import LABELS, LabelDataError, label_before, label_on, read_label_data

TOML = files("tracker.label").joinpath("label.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("day", "uses"),
    [
        (date(2019, 3, 4), None),
        (date(2019, 3, 5), {"trd": True}),
        (date(2020, 7, 30), {"trd": True}),
        (date(2020, 7, 31), {"trd": True, "mdsi": True}),
        (date(2025, 1, 16), {"trd": True, "mdsi": True}),
        (date(2025, 1, 17), {"trd": False, "mdsi": True}),
        (date(2026, 11, 23), {"trd": False, "mdsi": True}),
    ],
)
def test_the_uses_of_spravato_and_whether_an_oral_antidepressant_goes_with_them(
    day: date, uses: dict[str, bool] | None
) -> None:
    event = label_on("esketamine", day)
    assert (event and {use.indication: use.oral_ad for use in event.uses}) == uses


def test_approval_and_announcement_are_kept_apart() -> None:
    dates = {event.event: (event.approved_on, event.announced_on) for event in LABELS.events}
    assert dates["spravato-mdsi"] == (date(2020, 7, 31), date(2020, 8, 3))
    assert dates["spravato-alone"] == (date(2025, 1, 17), date(2025, 1, 21))


def test_ketamine_is_an_anesthetic_on_its_label_and_nothing_else() -> None:
    event = label_on("ketamine", date(2026, 1, 1))
    assert event is not None
    assert [use.indication for use in event.uses] == ["anesthesia"]


def test_the_label_before_an_event() -> None:
    alone, first = (label_on("esketamine", day) for day in (date(2026, 1, 1), date(2019, 4, 1)))
    assert alone is not None
    assert first is not None
    older = label_before(alone)
    assert older is not None
    assert (older.event, label_before(first)) == ("spravato-mdsi", None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('indication = "mdsi"', 'indication = "melancholy"', "melancholy is no indication"),
        ("announced_on = 2025-01-21", "announced_on = 2025-01-02", "announced before it was approved"),
        ("approved_on = 2025-01-17", "approved_on = 2018-01-17", "but is older"),
        ('event = "spravato-alone"', 'event = "spravato-mdsi"', "two events are called spravato-mdsi"),
        ("[labels.ketamine]", "[labels.lidocaine]", "unknown product lidocaine"),
        ("headline =", "headlines =", "headlines"),
        ("[published_lag]", "[published]", "published_lag"),
    ],
)
def test_a_wrong_entry_is_named(old: str, new: str, message: str) -> None:
    assert old in TOML
    with pytest.raises(LabelDataError, match=message):
        read_label_data(TOML.replace(old, new))
