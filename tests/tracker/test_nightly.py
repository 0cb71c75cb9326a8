"""The whole night: spiders as processes, a WARC for a web, and every step that can be taken up again."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from db.runs import start_or_resume
from tests.loopback import running
from tests.tracker.nights import NOT_MODIFIED, OTHER, SOURCE, Failure, Watch, policy_page
from tracker.config import Config
from tracker.errors import BusyError, NightError, RunnerError
from tracker.nightly import NightPlan, NightReport, run_night
from tracker.runner import Crawl, Spider, list_spiders, run_spiders
from tracker.summary import summary

ROOT = Path(__file__).resolve().parents[2]
SPIDERS = "tests.tracker.spiders"


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spiders are started from the checkout, where their modules are found."""
    monkeypatch.chdir(ROOT)


def recorded_web(path: Path, pages: dict[str, bytes]) -> Path:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, body in pages.items():
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", payload=BytesIO(body), length=len(body), http_headers=headers
            )
            writer.write_record(record)
            record.raw_stream.close()
    return path


def plan(watch: Watch, web: Path, **changes: object) -> NightPlan:
    return replace(NightPlan(watch.data, watch.config, replay=web, spider_modules=SPIDERS), **changes)  # type: ignore[arg-type]


def lines(report: NightReport) -> str:
    return "\n".join(summary(report))


def test_two_nights_on_a_recorded_web(watch: Watch, tmp_path: Path) -> None:
    web = recorded_web(tmp_path / "1.warc.gz", {SOURCE.url: policy_page(trials=3)})
    first = run_night(plan(watch, web))
    assert {found.source: found.outcome for found in first.outcomes} == {
        "breaking/policy": "unknown",
        SOURCE.source: "unchanged",
    }
    web = recorded_web(tmp_path / "2.warc.gz", {SOURCE.url: policy_page(trials=2)})
    second = run_night(plan(watch, web, payer="meadow-health"))
    assert [(found.source, found.outcome) for found in second.outcomes] == [(SOURCE.source, "changed")]
    assert second.delivered is not None
    assert second.delivered.alerts == len(watch.messages()) == 1


def test_a_spider_that_dies_is_unknown_with_why_and_stops_nobody(watch: Watch, tmp_path: Path) -> None:
    report = run_night(plan(watch, recorded_web(tmp_path / "web.warc.gz", {SOURCE.url: policy_page()})))
    (broken,) = report.of("unknown")
    assert "the spider ended with exit code 7; see " in broken.reason
    assert (watch.data / "logs" / "1" / "breaking.log").exists()
    assert watch.column("SELECT source FROM versions") == [SOURCE.source]


def test_after_a_spider_that_took_its_process_down_the_next_one_runs(watch: Watch, tmp_path: Path) -> None:
    web = recorded_web(tmp_path / "web.warc.gz", {SOURCE.url: policy_page()})
    db = watch.open()
    run = start_or_resume(db, at="2026-03-01T02:00:00Z").run
    db.close()
    crawl = Crawl(watch.data, run, replay=web, spider_modules=SPIDERS, parallel=1)
    ends = {end.spider.name: end.problem is None for end in run_spiders(crawl, list_spiders(crawl))}
    assert ends == {"breaking": False, "meadow_health": True}


def test_a_spider_that_never_ends_is_stopped(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path, 1, contact="watch@clinic.example", spider_modules=SPIDERS, timeout_s=0.2)
    (end,) = run_spiders(crawl, [Spider("meadow_health", "meadow-health", ("meadow.example",), (SOURCE.source,))])
    assert end.problem is not None
    assert "was stopped after 0.2 s" in end.problem


def test_without_a_contact_nothing_is_crawled(watch: Watch) -> None:
    with pytest.raises(NightError, match="contact = "):
        run_night(NightPlan(watch.data, Config()))


def test_a_payer_without_a_spider_is_refused(watch: Watch, tmp_path: Path) -> None:
    with pytest.raises(RunnerError, match="no spider of the payer 'nobody'"):
        run_night(plan(watch, recorded_web(tmp_path / "web.warc.gz", {}), payer="nobody"))


def test_a_second_night_at_the_same_time_is_refused(watch: Watch) -> None:
    watch.fetch(policy_page())
    with (watch.data / "nightly.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BusyError, match="another ketwatch is at work"):
            watch.settle()


def test_unchanged_sources_are_not_parsed_and_nothing_is_sent(watch: Watch) -> None:
    watch.sources = (SOURCE, OTHER)
    watch.night(policy_page(), policy_page(trials=1))
    before = {table: watch.column(f"SELECT count(*) FROM {table}") for table in ("readings", "outbox", "versions")}
    watch.night(NOT_MODIFIED, policy_page(trials=1))
    after = {table: watch.column(f"SELECT count(*) FROM {table}") for table in before}
    assert after == before
    assert before["outbox"] == [0]
    assert lines(watch.reports[-1]).endswith("no changes\nalerts sent: 0 in 0 messages")


def test_the_first_night_says_that_it_compared_nothing(watch: Watch) -> None:
    watch.night(policy_page())
    assert "for the first time: the next night compares" in lines(watch.reports[-1])


def test_a_night_with_unknowns_never_says_no_changes(watch: Watch) -> None:
    watch.sources = (SOURCE, OTHER)
    watch.night(policy_page(), policy_page(trials=1))
    watch.night(policy_page(), Failure())
    said = lines(watch.reports[-1])
    assert "no changes" not in said
    assert "1 of 2 sources could not be judged" in said
    assert "the server answered 403 Forbidden" in said


def test_a_dry_run_reports_and_keeps_nothing_of_what_it_concludes(watch: Watch, tmp_path: Path) -> None:
    watch.night(policy_page(trials=3))
    web = recorded_web(tmp_path / "web.warc.gz", {SOURCE.url: policy_page(trials=2)})
    report = run_night(plan(watch, web, payer="meadow-health", dry_run=True))
    assert [found.outcome for found in report.outcomes] == ["changed"]
    assert report.delivered is None
    assert watch.column("SELECT count(*) FROM versions") == [1]
    assert watch.column("SELECT count(*) FROM outbox") == [0]
    assert watch.messages() == []
    # What the dry run fetched is what the next night's server says has not changed since.
    watch.month = "2999-03"
    assert watch.night(NOT_MODIFIED).outcome == "changed"


def test_a_night_cut_off_long_ago_is_finished_and_tonight_is_crawled(watch: Watch, tmp_path: Path) -> None:
    watch.night(policy_page(trials=3))
    watch.fetch(policy_page(trials=2))
    web = recorded_web(tmp_path / "web.warc.gz", {SOURCE.url: policy_page(trials=1)})
    db = watch.open()
    unfinished = start_or_resume(db, at=watch.now()).run
    db.close()
    report = run_night(plan(watch, web), clock=lambda: "2026-03-20T02:00:00Z")
    assert report.run.run == unfinished + 1
    assert watch.column("SELECT finished_at IS NOT NULL FROM runs") == [1, 1, 1]
    assert watch.column("SELECT before || ' ' || after FROM changes") == ["3 2", "2 1"]


def test_a_reader_that_holds_the_database_does_not_stop_the_night(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    reader = watch.open()
    reader.conn.execute("BEGIN")
    assert reader.conn.execute("SELECT count(*) FROM versions").fetchone()[0] == 1
    assert watch.night(policy_page(trials=2)).outcome == "changed"
    assert reader.conn.execute("SELECT count(*) FROM versions").fetchone()[0] == 1
    reader.close()


def test_a_full_disk_stops_the_night_whole_and_the_next_start_ends_it(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.fetch(policy_page(trials=2))
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, -1));"
        "from pathlib import Path; from tests.tracker.nights import Watch;"
        f"Watch(Path({str(watch.data)!r}), Path({str(watch.out)!r}), nights=2).settle()"
    )
    done = subprocess.run([sys.executable, "-c", limited], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "sqlite3.OperationalError" in done.stderr
    assert watch.messages() == []
    assert watch.settle().outcomes[0].outcome == "changed"
    assert len(watch.messages()) == 1


@pytest.fixture
def dead_man() -> Iterator[tuple[str, list[str]]]:
    """A dead man's switch on loopback, and the paths it has been asked for."""
    asked: list[str] = []

    class Switch(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            del arguments

    server = HTTPServer(("127.0.0.1", 0), Switch)
    with running(server):
        yield f"http://127.0.0.1:{server.server_port}/night", asked


def test_a_finished_night_tells_the_dead_mans_switch(watch: Watch, dead_man: tuple[str, list[str]]) -> None:
    url, asked = dead_man
    watch.fetch(policy_page())
    run_night(NightPlan(watch.data, replace(watch.config, dead_man_url=url)), clock=watch.now)
    assert asked == ["/night"]


def test_a_switch_that_does_not_answer_fails_no_night(watch: Watch) -> None:
    watch.fetch(policy_page())
    config = replace(watch.config, dead_man_url="http://127.0.0.1:9/")
    report = run_night(NightPlan(watch.data, config), clock=watch.now)
    assert report.run.finished_at is not None


def test_a_night_killed_while_it_crawls_asks_again_for_what_is_missing(watch: Watch, tmp_path: Path) -> None:
    web = recorded_web(tmp_path / "web.warc.gz", {SOURCE.url: policy_page()})
    program = (
        "from pathlib import Path; from tests.tracker.nights import Watch; from tests.tracker.test_nightly import plan;"
        "from tracker.nightly import run_night; import os;"
        f"run_night(plan(Watch(Path({str(watch.data)!r}), Path({str(watch.out)!r})), Path({str(web)!r})),"
        " progress=lambda line: os._exit(9))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 9
    assert watch.column("SELECT step FROM runs WHERE finished_at IS NULL") == ["started"]
    report = run_night(plan(watch, web))
    assert report.run.run == 1
    assert {found.source: found.outcome for found in report.outcomes} == {
        "breaking/policy": "unknown",
        SOURCE.source: "unchanged",
    }
