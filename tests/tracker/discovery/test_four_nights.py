"""A policy is renumbered, moved, split in two and in part retired, a night each: nothing is lost or falsely gone."""

from __future__ import annotations

import pytest

from db.candidates import list_candidates
from db.sources import addresses_of, all_sources, get_source
from tests.tracker.discovery.nights import ROOT, Nights, watch_nights
from tests.tracker.discovery.site import AS_DECLARED, MOVED, ONE_RETIRED, RENUMBERED, SPLIT_IN_TWO, record
from tests.tracker.discovery.spiders.clearwater import SITE
from tests.tracker.nights import Watch
from tracker.nightly import NightPlan, crawl_only, run_night
from tracker.summary import summary

NIGHTS = (AS_DECLARED, RENUMBERED, MOVED, SPLIT_IN_TWO, ONE_RETIRED)
KETAMINE = "clearwater/ketamine"
COVERED = {("esketamine", "covered"), ("ketamine", "covered")}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    return watch_nights(tmp_path_factory.mktemp("clearwater"), *NIGHTS)


def step(nights: Nights, night: int) -> list[tuple[str, str | None, str]]:
    return [(one.step, one.source, one.state) for one in nights.reports[night].discovered.adopted]


def test_the_first_night_finds_nothing_that_is_not_declared(nights: Nights) -> None:
    assert nights.reports[0].discovered.adopted == nights.reports[0].discovered.proposed == ()


def test_a_new_edition_of_the_number_is_the_same_source_the_same_night(nights: Nights) -> None:
    assert step(nights, 1) == [("renumbered", KETAMINE, "adopted")]
    assert nights.outcomes(1)[KETAMINE] != "unknown"


def test_a_new_address_of_the_number_is_the_same_source_the_same_night(nights: Nights) -> None:
    assert step(nights, 2) == [("moved", KETAMINE, "adopted")]
    assert nights.outcomes(2)[KETAMINE] == "unchanged"


def test_the_parts_of_a_split_are_watched_and_take_over_once_they_are_read(nights: Nights) -> None:
    assert step(nights, 3) == [("split", KETAMINE, "adopted")] * 2
    assert nights.outcomes(3) == {
        KETAMINE: "unknown", "clearwater/mp-30": "unchanged", "clearwater/mp-31": "unchanged",
        "clearwater/policies": "unchanged",
    }  # fmt: skip
    assert nights.coverage[3] == {
        ("clearwater/mp-30", "ketamine", "covered"),
        ("clearwater/mp-31", "esketamine", "covered"),
    }


def test_what_is_retired_is_said_so_and_not_taken_for_a_denial(nights: Nights) -> None:
    assert step(nights, 4) == [("retired", "clearwater/mp-30", "adopted")]
    (retired,) = [found for found in nights.reports[4].outcomes if found.source == "clearwater/mp-30"]
    assert retired.outcome == "unknown"
    assert retired.reason.startswith("retired: ")


def test_no_coverage_is_ever_lost_on_the_way(nights: Nights) -> None:
    assert [{(product, status) for _, product, status in held} for held in nights.coverage] == [COVERED] * 5


def test_nobody_hears_that_coverage_was_removed(nights: Nights) -> None:
    assert nights.watch.messages() == []
    assert nights.watch.column("SELECT count(*) FROM changes WHERE direction = 'restricts'") == [0]


def test_every_address_is_kept(nights: Nights) -> None:
    db = nights.watch.open()
    source, addresses = get_source(db, KETAMINE), addresses_of(db, KETAMINE)
    db.close()
    assert source is not None
    assert source.url == f"{SITE}/clinical/2027D0069Q.html"
    assert set(addresses) == {
        f"{SITE}/policies/2026D0069P.html", f"{SITE}/policies/2027D0069Q.html", f"{SITE}/clinical/2027D0069Q.html"
    }  # fmt: skip


def test_the_summary_counts_what_was_found(nights: Nights) -> None:
    assert "discovery: 2 adopted, 0 for a person (`ketwatch sources review`)" in list(summary(nights.reports[3]))


def test_nothing_waits_for_a_person_and_other_drugs_are_left_alone(nights: Nights) -> None:
    db = nights.watch.open()
    waiting, watched = list_candidates(db), [source.source for source in all_sources(db)]
    db.close()
    assert waiting == []
    assert watched == [KETAMINE, "clearwater/mp-30", "clearwater/mp-31", "clearwater/policies"]


def test_a_night_whose_crawl_ran_apart_finds_the_same(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for web in (AS_DECLARED, RENUMBERED):
        watch.nights += 1
        replay = record(watch.data.parent / f"{watch.nights}.warc.gz", web)
        plan = NightPlan(watch.data, watch.config, replay=replay, spider_modules="tests.tracker.discovery.spiders")
        crawl_only(plan, clock=watch.now)
        report = run_night(plan, clock=watch.now)
    assert {found.source: found.outcome for found in report.outcomes}[KETAMINE] != "unknown"
    db = watch.open()
    source = get_source(db, KETAMINE)
    db.close()
    assert source is not None
    assert source.url == f"{SITE}/policies/2027D0069Q.html"
