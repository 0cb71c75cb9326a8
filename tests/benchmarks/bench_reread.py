"""Reading the archive again on one worker and on two: how many times faster two are. No time is asserted.

Seconds of the clock, since the work is in other processes: run it on a machine that does nothing else.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from distributed import Client, LocalCluster

from tests.tracker.nights import Watch, policy_page
from tracker.archive_reading import read_archive

DOCUMENTS = 60
CLAUSES = "".join(f"<p>Members of group {n} are asked for a form before each of {n} sessions.</p>" for n in range(150))


def test_two_workers_against_one(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "data", tmp_path / "out")
    for number in range(DOCUMENTS):
        watch.nights = 0
        watch.month = f"20{10 + number // 12}-{number % 12 + 1:02d}"
        watch.fetch(policy_page(trials=number + 1, more=CLAUSES))
    one, two = _seconds(watch.data, 1), _seconds(watch.data, 2)
    print(f"\nre-reading {DOCUMENTS} documents, two workers against one: {one / two:.2f} times as fast", end="")


def _seconds(data: Path, workers: int) -> float:
    copy = data.with_name(f"copy-{workers}")
    shutil.copytree(data, copy)
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=workers, threads_per_worker=1, dashboard_address=None
    )
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        # What a worker loads once is no part of the reading.
        client.run(__import__, "parsers.policy")
        started = time.monotonic()
        done = read_archive(copy, now="2026-04-01T12:00:00Z", executor=client.get_executor())
        taken = time.monotonic() - started
    assert done.read == DOCUMENTS
    return taken
