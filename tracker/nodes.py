"""A crawl spread over Scrapyd nodes. Each has ketwatch installed and can reach the store; none needs the database."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import requests
from sqlite_utils import Database

from db.blobs import BlobError
from db.errands import Errand, errand_for, take_in
from tracker.clock import utc_now
from tracker.errors import RunnerError
from tracker.runner import Crawl, Spider, SpiderEnd, in_turn

PROJECT = "ketwatch"
_TIMEOUT_S = 30
_POLL_S = 1.0
_DEAF_AFTER = 10


class NodeError(Exception):
    """A node does not do its work; the message names it and says what is wrong."""


@dataclass(frozen=True, slots=True)
class Node:
    """A Scrapyd at an address, with a project "ketwatch"."""

    url: str

    def schedule(self, spider: Spider, settings: dict[str, str]) -> str:
        """Put a spider into the node's queue and return the job. Raises NodeError."""
        given = [("setting", f"{name}={value}") for name, value in settings.items()]
        told = self._ask("POST", "schedule.json", [("project", PROJECT), ("spider", spider.name), *given])
        return str(told["jobid"])

    def is_done(self, job: str) -> bool:
        """Whether a job has ended, however. Raises NodeError, also when the node has forgotten it."""
        state = self._ask("GET", "status.json", [("project", PROJECT), ("job", job)])["currstate"]
        if state is None:
            raise NodeError(f"{self.url} was started anew and has forgotten the spider")
        return state == "finished"

    def cancel(self, job: str) -> None:
        self._ask("POST", "cancel.json", [("project", PROJECT), ("job", job)])

    def _ask(self, method: str, what: str, given: list[tuple[str, str]]) -> dict[str, object]:
        place = "params" if method == "GET" else "data"
        try:
            answer = requests.request(method, f"{self.url.rstrip('/')}/{what}", timeout=_TIMEOUT_S, **{place: given})  # type: ignore[arg-type]
            told: dict[str, object] = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise NodeError(f"{self.url} does not answer as a Scrapyd does: {error}") from error
        if told.get("status") != "ok":
            raise NodeError(f"{self.url} says: {told.get('message')}")
        return told


@dataclass(frozen=True, slots=True)
class _Job:
    """One spider's errand."""

    spider: Spider
    errand: Errand
    log: Path


def run_on_nodes(db: Database, crawl: Crawl, spiders: Sequence[Spider], urls: Sequence[str]) -> Iterator[SpiderEnd]:
    """Run spiders on nodes, record what each brought as soon as it ends, and say how it ended. Raises RunnerError.

    Payers that share a host stay on one node, one after another. A payer keeps its node while the nodes stay the same;
    one that does not answer is passed over.
    """
    store = os.environ.get("KETWATCH_SNAPSHOTS", "")
    if not store:
        raise RunnerError("nodes need a store in common: set KETWATCH_SNAPSHOTS to s3://bucket/path or file:///shared")
    groups = [[_job(db, crawl, spider, store) for spider in group] for group in in_turn(spiders)]
    with ThreadPoolExecutor(max(1, crawl.parallel * len(urls))) as threads:
        futures = [threads.submit(_run_group, crawl, group, urls) for group in groups]
        for future in as_completed(futures):
            for job, problem in future.result():
                yield SpiderEnd(job.spider, problem or _take(db, crawl, job), job.log)


def nodes_in_turn(name: str, urls: Sequence[str]) -> list[Node]:
    """The nodes in the order in which a spider asks them: each spider has its own, which no other node changes."""
    return [Node(url) for url in sorted(urls, key=lambda url: hashlib.sha256(f"{name} {url}".encode()).digest())]


def _job(db: Database, crawl: Crawl, spider: Spider, store: str) -> _Job:
    note = f"run-{crawl.run}/{spider.name}.json"
    return _Job(spider, errand_for(db, spider.sources, store=store, note=note), crawl.log_folder / f"{spider.name}.log")


def _run_group(crawl: Crawl, group: Sequence[_Job], urls: Sequence[str]) -> list[tuple[_Job, str | None]]:
    first = group[0].spider.name
    return [(job, _run(crawl, job, nodes_in_turn(first, urls))) for job in group]


def _run(crawl: Crawl, job: _Job, nodes: Sequence[Node]) -> str | None:
    """Run one spider on the first node that takes it; what went wrong, None when nothing did."""
    settings = {"KETWATCH_ERRAND": job.errand.to_json(), "KETWATCH_CONTACT": crawl.contact or ""}
    problems = []
    for node in nodes:
        try:
            name = node.schedule(job.spider, settings)
        except NodeError as error:
            problems.append(str(error))
        else:
            return _wait(node, name, crawl.timeout_s)
    return "; ".join(problems)


def _wait(node: Node, job: str, timeout_s: float) -> str | None:
    deaf, deadline = 0, time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        try:
            if node.is_done(job):
                return None
            deaf = 0
        except NodeError as error:
            deaf += 1
            if deaf >= _DEAF_AFTER:
                return str(error)
        time.sleep(_POLL_S)
    node.cancel(job)
    return f"{node.url} was told to stop the spider after {timeout_s:g} s"


def _take(db: Database, crawl: Crawl, job: _Job) -> str | None:
    try:
        take_in(db, job.errand, run=crawl.run, at=utc_now())
    except BlobError as error:
        return f"the spider ended and left nothing behind ({error}); the node's log says why"
    return None
