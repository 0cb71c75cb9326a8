"""More than one machine: the same night and the same readings as on one, to the byte."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from s3fs import S3FileSystem

from db.blobs import BlobError
from db.buckets import BucketStore
from db.connection import open_db
from db.stores import blob_store
from tests.spiders.crawling import CONTACT
from tests.spiders.site import page, serve
from tests.tracker.nights import Watch, hang, policy_page
from tracker.archive_reading import executor_at, read_archive
from tracker.cli.main import main
from tracker.config import Config
from tracker.errors import ExecutorError, RunnerError
from tracker.nightly import NightPlan, crawl_only, run_night
from tracker.nodes import nodes_in_turn
from tracker.reading import TOO_SLOW, Limits

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-04-01T12:00:00Z"
READINGS = "SELECT sha256 || must_mention || extractor || quality || fingerprint || parsed FROM readings ORDER BY 1"
S3 = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1"}
CONF = """[scrapyd]
http_port = {port}
bind_address = 127.0.0.1
poll_interval = 0.2
max_proc = 2
[settings]
ketwatch = tests.tracker.node_settings
"""


@contextmanager
def process(command: list[str], folder: Path, url: str, env: dict[str, str]) -> Iterator[None]:
    """A server of its own process that answers at `url` when this is entered."""
    log = folder / f"{folder.name}.log"
    with log.open("wb") as out, subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=out) as server:
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(url).close()
                    break
                except OSError:
                    assert server.poll() is None, log.read_text()
                    time.sleep(0.1)
            yield
        finally:
            server.terminate()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def two_ports() -> tuple[int, int]:
    """Ports of two nodes of which each is the first to be asked for one of the two payers."""
    while True:
        ports = free_port(), free_port()
        urls = [f"http://127.0.0.1:{port}" for port in ports]
        if nodes_in_turn("valley_one", urls)[0] != nodes_in_turn("valley_two", urls)[0]:
            return ports


@contextmanager
def scrapyd(folder: Path, site: str, port: int) -> Iterator[str]:
    """A real Scrapyd node with a data folder of its own."""
    folder.mkdir()
    (folder / "scrapyd.conf").write_text(CONF.format(port=port))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KETWATCH_")}
    env = kept | {
        "PYTHONPATH": str(ROOT), "KETWATCH_DATA": str(folder / "data"),
        "KETWATCH_SPIDERS": "tests.tracker.node_spiders", "KETWATCH_ALLOW_LOOPBACK": "1",
        "SAMPLE_SITE": site, "SCRAPY_SETTINGS_MODULE": "tests.tracker.node_settings",
    }  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    with process([sys.executable, "-m", "scrapyd"], folder, f"{url}/daemonstatus.json", env):
        yield url


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket on a local S3 server."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    for name, value in (S3 | {"AWS_ENDPOINT_URL": url}).items():
        monkeypatch.setenv(name, value)
    # The library keeps its connections, which are to another test's server.
    S3FileSystem.clear_instance_cache()
    folder = tmp_path / "s3"
    folder.mkdir()
    with process([sys.executable, "-m", "moto.server", "-p", str(port)], folder, url, dict(os.environ)):
        urllib.request.urlopen(urllib.request.Request(f"{url}/ketwatch", method="PUT")).close()
        yield "s3://ketwatch/snapshots"


@pytest.fixture(params=["bucket", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where snapshots are kept in common."""
    if request.param == "bucket":
        return str(request.getfixturevalue("bucket"))
    return (tmp_path / "shared").as_uri()


def test_a_store_in_common_keeps_and_checks_bytes_as_a_folder_does(store: str) -> None:
    blobs = blob_store(Path("unused"), store)
    sha256 = blobs.put(b"the policy")
    assert blobs.put(b"the policy") == sha256
    assert (blobs.get(sha256), blobs.has(sha256), blobs.has("0" * 64)) == (b"the policy", True, False)
    with pytest.raises(BlobError, match="restore snapshots/ from a backup"):
        blobs.get("0" * 64)


def test_a_note_for_another_machine_is_read_as_it_was_left_last(store: str) -> None:
    BucketStore(store).leave_note("run-1/a.json", b"1")
    BucketStore(store).leave_note("run-1/a.json", b"2")
    assert BucketStore(store).read_note("run-1/a.json") == b"2"
    with pytest.raises(BlobError, match="no note run-1/b"):
        BucketStore(store).read_note("run-1/b.json")


def test_a_folder_in_common_holds_the_files_of_a_folder(tmp_path: Path) -> None:
    blob_store(tmp_path / "own").put(b"the policy")
    blob_store(tmp_path, (tmp_path / "shared").as_uri()).put(b"the policy")
    own, shared = tmp_path / "own" / "snapshots", tmp_path / "shared"
    files = {path.relative_to(own): path.read_bytes() for path in own.rglob("*.gz")}
    assert {path.relative_to(shared): path.read_bytes() for path in shared.rglob("*.gz")} == files


def night(data: Path, nodes: tuple[str, ...] = ()) -> None:
    plan = NightPlan(data, Config(contact=CONTACT), spider_modules="tests.tracker.node_spiders", nodes=nodes)
    crawl_only(plan, progress=lambda _: None)
    run_night(plan, progress=lambda _: None)


def column(data: Path, sql: str) -> list[str]:
    with closing(open_db(data)) as db:
        return [row[0] for row in db.execute(sql).fetchall()]


def test_a_night_on_two_nodes_is_the_same_as_on_one_machine(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {"/one": page(policy_page(), ETag='"one"'), "/two": page(policy_page(trials=2)), "/robots.txt": page(b"")}
    monkeypatch.setenv("KETWATCH_ALLOW_LOOPBACK", "1")
    alone, spread = tmp_path / "alone", tmp_path / "spread"
    with serve(pages) as site, ExitStack() as nodes:
        monkeypatch.setenv("SAMPLE_SITE", site.url)
        monkeypatch.setenv("SCRAPY_SETTINGS_MODULE", "tests.tracker.node_settings")
        night(alone)
        monkeypatch.setenv("KETWATCH_SNAPSHOTS", store)
        urls = tuple(nodes.enter_context(scrapyd(tmp_path / f"node-{port}", site.url, port)) for port in two_ports())
        night(spread, urls)
        asked = [headers.get("if-none-match") for path, headers, _ in site.requests if path == "/one"]
        night(spread, urls)
        again = [headers.get("if-none-match") for path, headers, _ in site.requests if path == "/one"][len(asked) :]
    fetches = "SELECT source || outcome || coalesce(sha256, reason) FROM snapshots WHERE run = 1 ORDER BY source"
    assert column(spread, fetches) == column(alone, fetches)
    outcomes = "SELECT source || outcome || reason FROM outcomes WHERE run = 1 ORDER BY source"
    assert column(spread, outcomes) == column(alone, outcomes)
    assert column(spread, READINGS) == column(alone, READINGS)
    assert [len(list((tmp_path / f"node-{url.rpartition(':')[2]}").rglob("ketwatch/valley_*"))) for url in urls] == [
        1,
        1,
    ]
    # What is known goes along with the errand: the second night asks conditionally, on whichever node.
    assert again == ['"one"']


def test_a_node_that_does_not_answer_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETWATCH_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("KETWATCH_SNAPSHOTS", (tmp_path / "shared").as_uri())
    dead = f"http://127.0.0.1:{free_port()}"
    pages = {"/one": page(policy_page()), "/two": page(policy_page())}
    with serve(pages) as site, scrapyd(tmp_path / "node", site.url, free_port()) as alive:
        monkeypatch.setenv("SAMPLE_SITE", site.url)
        night(tmp_path / "data", (dead, alive))
    assert column(tmp_path / "data", "SELECT outcome || reason FROM snapshots") == ["fetched", "fetched"]


def test_nodes_without_a_store_in_common_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RunnerError, match="KETWATCH_SNAPSHOTS"):
        night(tmp_path, ("http://127.0.0.1:9",))


def test_a_payer_keeps_its_node_while_others_come_and_go() -> None:
    two, three = ("http://a", "http://b"), ("http://a", "http://b", "http://c")
    names = [f"payer_{number}" for number in range(200)]
    moved = [name for name in names if nodes_in_turn(name, two)[0] != nodes_in_turn(name, three)[0]]
    assert {nodes_in_turn(name, three)[0].url for name in moved} == {"http://c"}
    assert 40 < len(moved) < 95


@pytest.fixture
def archive(watch: Watch) -> Watch:
    """A data folder with documents that nobody has read yet."""
    for trials in range(1, 9):
        watch.fetch(policy_page(trials=trials))
    return watch


def test_a_dask_cluster_reads_the_archive_to_the_same_bytes(archive: Watch, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    here, there = archive.data, tmp_path / "there"
    there.mkdir()
    (there / "snapshots").symlink_to(here / "snapshots")
    with closing(archive.open()) as db:
        db.execute("VACUUM INTO ?", [str(there / "ketwatch.db")])
    read_archive(here, now=NOW)
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster:
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        words = ["extract", "--all", "--executor", address, "--format", "json", "--data", str(there)]
        result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert '"read": 8' in result.output, result.stderr
    assert column(there, READINGS) == column(here, READINGS)


def test_a_document_that_hangs_in_a_worker_is_given_up_and_the_rest_is_read(archive: Watch) -> None:
    distributed = pytest.importorskip("distributed")
    (stuck,) = archive.column("SELECT sha256 FROM snapshots ORDER BY snapshot LIMIT 1")
    hang(archive.blobs, stuck)
    options = {"n_workers": 1, "threads_per_worker": 2, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as client:
        done = read_archive(archive.data, now=NOW, executor=client.get_executor(), limits=Limits(seconds=3))
    assert (done.missing, done.read) == (8, 7)
    assert archive.column("SELECT sha256 || ': ' || reason FROM reading_failures") == [f"{stuck}: {TOO_SLOW}"]


def test_an_archive_that_is_read_is_not_read_again(archive: Watch) -> None:
    assert read_archive(archive.data, now=NOW).read == 8
    again = read_archive(archive.data, now=NOW)
    assert (again.documents, again.missing, again.read) == (8, 0, 0)


@pytest.mark.parametrize("address", ["spark://x:1", "dask://127.0.0.1:9"])
def test_an_executor_that_is_not_there_is_said_so(address: str) -> None:
    with pytest.raises(ExecutorError, match="dask://"), executor_at(address):
        pass
