"""Programs that may not import spiders learn from the catalog what is watched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from db.connection import open_db
from db.sources import all_sources, get_source, register
from tests.spiders.crawling import ROOT, environment
from tests.spiders.samples.sample_versions import SampleVersions


def catalog(data: Path, *options: str, spiders: str = "tests.spiders.samples") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "spiders.catalog", *options]
    env = environment(data, "http://site.example", "") | {"KETWATCH_SPIDERS": spiders}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)


def test_json_is_one_line_a_spider(data: Path) -> None:
    done = catalog(data, "--json", spiders="spiders.payers")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    (priority,) = [row for row in rows if row["name"] == "priority_health"]
    assert priority["payer"]["payer"] == "priority-health"
    assert priority["hosts"] == ["priorityhealth.com", "www.priorityhealth.com"]
    assert {source["source"] for source in priority["sources"]} >= {"priority-health/medical-drug-list"}
    assert not data.exists()


def test_data_registers_every_payer_and_source(data: Path) -> None:
    done = catalog(data, "--data", str(data), spiders="spiders.payers")
    assert done.returncode == 0, done.stderr
    db = open_db(data)
    sources = all_sources(db)
    payers = db["payers"].count
    db.close()
    assert len(sources) >= 320
    assert payers >= 180


def test_scrapy_list_and_ketwatch_sources_agree(data: Path) -> None:
    catalog(data, "--data", str(data), spiders="spiders.payers")
    env = environment(data, "http://site.example", "") | {"KETWATCH_SPIDERS": "spiders.payers"}
    names = _output("-m", "scrapy", "list", env=env).split()
    rows = json.loads(_output("-m", "tracker.cli", "sources", "--data", str(data), "--format", "json", env=env))
    assert sorted(names) == sorted({row["payer"].replace("-", "_") for row in rows})


def _output(*words: str, env: dict[str, str]) -> str:
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    ).stdout


def test_registering_again_keeps_an_address_found_since(data: Path) -> None:
    catalog(data, "--data", str(data))
    newer = "http://site.example/MP-7-012.html"
    db = open_db(data)
    source = get_source(db, "sample-versions/renewed")
    assert source is not None
    moved = type(source)(source.source, source.payer, source.title, newer, line_of_business=source.line_of_business)
    register(db, SampleVersions.payer, [moved], at="2026-11-23T02:00:00Z")
    db.close()
    catalog(data, "--data", str(data))
    db = open_db(data)
    kept = get_source(db, "sample-versions/renewed")
    db.close()
    assert kept is not None
    assert kept.url == newer


def test_without_an_option_it_says_what_to_give(data: Path) -> None:
    done = catalog(data)
    assert done.returncode == 2
    assert "give --data DIR" in done.stderr
