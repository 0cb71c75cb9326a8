"""Starting spiders: in processes apart, so that none can take the night down, at most a few at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from tracker.errors import RunnerError
from tracker.worker import Worker

# The spider's own limit (CLOSESPIDER_TIMEOUT) is an hour; this one is for a spider that does not obey it.
SPIDER_TIMEOUT_S = 4500
_CATALOG_TIMEOUT_S = 300


@dataclass(frozen=True, slots=True)
class Spider:
    """One payer's spider as the catalog declares it: hosts it asks, sources it is to bring."""

    name: str
    payer: str
    hosts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpiderEnd:
    """How a spider's process ended; `problem` is None when it ended as it should."""

    spider: Spider
    problem: str | None
    log: Path


@dataclass(frozen=True, slots=True)
class Crawl:
    """What every spider of a run is told: where the data are, for which run, who answers for it, what it replays.

    `spider_modules` is where spiders are looked for, None for the payers that ketwatch knows.
    """

    data: Path
    run: int
    contact: str | None = None
    replay: Path | None = None
    spider_modules: str | None = None
    parallel: int = 4
    timeout_s: float = SPIDER_TIMEOUT_S

    def environment(self, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
        chosen = {
            "KETWATCH_DATA": str(self.data.resolve()),
            "KETWATCH_CONTACT": self.contact or "",
            "KETWATCH_REPLAY": str(self.replay.resolve()) if self.replay else "",
            "KETWATCH_RUN": str(self.run),
            # Found from any folder: a spider needs no scrapy.cfg beside it.
            "SCRAPY_SETTINGS_MODULE": "spiders.settings",
        }
        modules = {"KETWATCH_SPIDERS": self.spider_modules} if self.spider_modules else {}
        return {**environ, **chosen, **modules}

    @property
    def log_folder(self) -> Path:
        return self.data / "logs" / str(self.run)


def list_spiders(crawl: Crawl) -> list[Spider]:
    """Register every payer and source in the database and say which spiders there are. Raises RunnerError."""
    command = [sys.executable, "-m", "spiders.catalog", "--data", str(crawl.data.resolve()), "--json"]
    try:
        done = subprocess.run(
            command, env=crawl.environment(), capture_output=True, text=True, timeout=_CATALOG_TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise RunnerError(f"listing the spiders took over {_CATALOG_TIMEOUT_S} s: try `{' '.join(command)}`") from error
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise RunnerError(f"the spiders cannot be listed: {last}")
    return [_spider(json.loads(line)) for line in done.stdout.splitlines() if line.strip()]


def run_spiders(crawl: Crawl, spiders: Sequence[Spider]) -> Iterator[SpiderEnd]:
    """Run spiders and say of each how it ended, as they end.

    Payers that share a host wait for one another, since the manners of a crawl hold for a host and not for a payer.
    """
    crawl.log_folder.mkdir(parents=True, exist_ok=True)
    groups, ends = in_turn(spiders), SimpleQueue[SpiderEnd | None]()
    workers = [Worker(crawl.environment(), crawl.timeout_s) for _ in range(min(crawl.parallel, len(groups)))]
    waiting = SimpleQueue[Sequence[Spider]]()
    for group in groups:
        waiting.put(group)
    threads = [Thread(target=_run_groups, args=(worker, crawl.log_folder, waiting, ends)) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            yield from iter(ends.get, None)
    finally:
        for worker in workers:
            worker.stop()
        for thread in threads:
            thread.join()


def _run_groups(
    worker: Worker, logs: Path, waiting: SimpleQueue[Sequence[Spider]], ends: SimpleQueue[SpiderEnd | None]
) -> None:
    """Run groups until none waits; None says that this worker is done."""
    try:
        while not worker.stopped:
            for spider in waiting.get_nowait():
                if not worker.stopped:
                    ends.put(_run_spider(worker, logs, spider))
    except Empty:
        pass
    finally:
        worker.close()
        ends.put(None)


def _run_spider(worker: Worker, logs: Path, spider: Spider) -> SpiderEnd:
    log = logs / f"{spider.name}.log"
    problem = worker.run(spider.name, log)
    return SpiderEnd(spider, f"{problem}; see {log}" if problem else None, log)


def in_turn(spiders: Sequence[Spider]) -> list[list[Spider]]:
    """Spiders in groups that run one after another: two that ask the same host, or meet through a third, are in one."""
    groups: list[list[Spider]] = []
    for spider in spiders:
        hosts = set(spider.hosts)
        touching = [group for group in groups if any(hosts & set(other.hosts) for other in group)]
        merged = [other for group in touching for other in group]
        groups = [group for group in groups if group not in touching]
        groups.append([*merged, spider])
    return groups


def _spider(declared: dict[str, object]) -> Spider:
    payer, sources, hosts = declared["payer"], declared["sources"], declared["hosts"]
    return Spider(
        name=str(declared["name"]),
        payer=str(payer["payer"]),  # type: ignore[index]
        hosts=tuple(hosts),  # type: ignore[arg-type]
        sources=tuple(str(source["source"]) for source in sources),  # type: ignore[attr-defined]
    )
