"""Whole nights over the recorded site: crawled, looked through, read, settled and delivered."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db.queries import CoverageFilter, list_coverage
from tests.tracker.discovery.site import Web, record
from tests.tracker.nights import Watch
from tracker.nightly import NightPlan, NightReport, run_night

ROOT = Path(__file__).resolve().parents[3]


@dataclass(slots=True)
class Nights:
    """The site's nights, and after each: the report and what coverage holds then."""

    watch: Watch
    reports: list[NightReport] = field(default_factory=list)
    coverage: list[set[tuple[str, str, str]]] = field(default_factory=list)

    def night(self, web: Web) -> None:
        self.watch.nights += 1
        replay = record(self.watch.data.parent / f"{self.watch.nights}.warc.gz", web)
        plan = NightPlan(
            self.watch.data, self.watch.config, replay=replay, spider_modules="tests.tracker.discovery.spiders"
        )
        self.reports.append(run_night(plan, clock=self.watch.now))
        db = self.watch.open()
        rows = list_coverage(db, CoverageFilter(), today="2027-01-01")
        self.coverage.append({(row.source, row.product, row.status) for row in rows})
        db.close()

    def outcomes(self, night: int) -> dict[str, str]:
        return {found.source: found.outcome for found in self.reports[night].outcomes}


def watch_nights(folder: Path, *webs: Web) -> Nights:
    """The nights of a site, one for each state that it was in."""
    nights = Nights(Watch(folder / "data", folder / "out"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for web in webs:
            nights.night(web)
    return nights
