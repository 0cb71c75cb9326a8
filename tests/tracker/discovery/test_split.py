"""A policy is split in two and changed at once: each part is held against what the whole said of its questions."""

from __future__ import annotations

import pytest

from tests.tracker.discovery.nights import Nights, watch_nights
from tests.tracker.discovery.site import SPLIT_AND_CHANGED, WITH_PAIN

KETAMINE, ESKETAMINE, WHOLE = "clearwater/mp-30", "clearwater/mp-31", "clearwater/ketamine"
COVERED = {("esketamine", "covered"), ("ketamine", "covered")}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    return watch_nights(
        tmp_path_factory.mktemp("split"), WITH_PAIN, SPLIT_AND_CHANGED, SPLIT_AND_CHANGED, SPLIT_AND_CHANGED
    )


def changes(nights: Nights, source: str) -> list[str]:
    return nights.watch.column(
        f"""SELECT product || ' ' || indication || ' ' || key || ' ' || direction FROM changes
            JOIN comparisons USING (comparison) WHERE source = '{source}' ORDER BY n"""
    )


def test_a_part_that_asks_for_less_is_told_the_same_night(nights: Nights) -> None:
    assert nights.outcomes(1)[ESKETAMINE] == "changed"
    assert changes(nights, ESKETAMINE) == ["esketamine trd failed_ad_count expands"]
    told = nights.watch.messages()[0]
    assert "COVERAGE EXPANDED" in told
    assert "failed antidepressants required: 3 \N{RIGHTWARDS ARROW} 2" in told


def test_a_part_that_denies_waits_for_a_second_fetch_and_the_whole_stands_until_then(nights: Nights) -> None:
    assert nights.outcomes(1)[KETAMINE] == "unknown"
    assert {(product, status) for _, product, status in nights.coverage[1]} == COVERED
    assert (WHOLE, "ketamine", "covered") in nights.coverage[1]
    assert nights.outcomes(2)[KETAMINE] == "changed"
    assert "ketamine trd status restricts" in changes(nights, KETAMINE)


def test_what_no_part_says_is_told_as_unknown_and_not_as_a_loss(nights: Nights) -> None:
    assert "ketamine crps position_removed unknown" in changes(nights, KETAMINE)
    assert "ketamine crps position_removed restricts" not in changes(nights, KETAMINE)
    (reason,) = nights.watch.column(f"SELECT reason FROM comparisons WHERE source = '{KETAMINE}'")
    assert "stands in none of its parts" in reason


def test_the_parts_are_the_answer_once_both_are_read(nights: Nights) -> None:
    parts = {(KETAMINE, "ketamine", "investigational"), (ESKETAMINE, "esketamine", "covered")}
    assert nights.coverage[2] == nights.coverage[3] == parts


def test_each_change_is_told_once(nights: Nights) -> None:
    assert len(nights.watch.messages()) == 2
    assert nights.outcomes(3) == {
        WHOLE: "unknown", KETAMINE: "unchanged", ESKETAMINE: "unchanged", "clearwater/policies": "unchanged",
    }  # fmt: skip


def test_the_history_of_a_part_begins_where_the_whole_ended(nights: Nights) -> None:
    assert nights.watch.column(f"SELECT kind FROM versions WHERE source = '{ESKETAMINE}'") == ["change"]
    assert nights.watch.column(
        f"""SELECT v.source FROM comparisons k JOIN versions v ON v.version = k.old_version
            WHERE k.source = '{ESKETAMINE}'"""
    ) == [WHOLE]
