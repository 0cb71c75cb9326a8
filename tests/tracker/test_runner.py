"""Which spiders may run at once, and what each is told."""

from __future__ import annotations

from pathlib import Path

from tracker.runner import Crawl, Spider, in_turn


def spider(name: str, *hosts: str) -> Spider:
    return Spider(name, name, hosts, (f"{name}/policy",))


def names(*spiders: Spider) -> list[list[str]]:
    return [[found.name for found in group] for group in in_turn(spiders)]


def test_payers_on_hosts_of_their_own_run_at_once() -> None:
    assert names(spider("a", "a.example"), spider("b", "b.example")) == [["a"], ["b"]]


def test_payers_that_share_a_host_wait_for_one_another() -> None:
    assert names(spider("a", "x.example"), spider("b", "b.example"), spider("c", "x.example", "y.example")) == [
        ["b"],
        ["a", "c"],
    ]


def test_payers_that_share_a_host_through_a_third_wait_too() -> None:
    assert names(spider("a", "x.example"), spider("b", "y.example"), spider("c", "x.example", "y.example")) == [
        ["a", "b", "c"]
    ]


def test_a_spider_is_told_where_for_which_run_and_in_whose_name(tmp_path: Path) -> None:
    told = Crawl(tmp_path, 7, contact="watch@clinic.example").environment({"PATH": "/bin", "KETWATCH_REPLAY": "old"})
    assert told == {
        "PATH": "/bin",
        "KETWATCH_DATA": str(tmp_path),
        "KETWATCH_CONTACT": "watch@clinic.example",
        "KETWATCH_REPLAY": "",
        "KETWATCH_RUN": "7",
        "SCRAPY_SETTINGS_MODULE": "spiders.settings",
    }
