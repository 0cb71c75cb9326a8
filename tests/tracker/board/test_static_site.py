"""The board as files: complete, linked from anywhere, brought up to date in place."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from db.connection import open_db, read_db
from tests.tracker.board.small import INJECTION, fill, look
from tracker.board.static_site import MANIFEST, SiteError, write_site
from tracker.cli import main


class Page(HTMLParser):
    """What a page links to, names as anchors and would run."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.runs: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := named.get(name)) and tag != "use"]
        self.anchors |= {value for name, value in attrs if name == "id" and value}
        inline = tag == "script" and not named.get("src")
        self.runs += [f"{tag} {name}" for name, _ in attrs if name.startswith("on") or name == "style"]
        self.runs += [tag] if inline or tag in ("style", "iframe", "object", "base") else []


@pytest.fixture(scope="module")
def site(small_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "www"
    db = read_db(small_data)
    write_site(look(db, small_data), out)
    db.close()
    return out


def pages(site: Path) -> Iterator[tuple[Path, Page]]:
    return ((path, Page(path)) for path in sorted(site.rglob("*.html")))


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    parsed = dict(pages(site))
    for path, page in parsed.items():
        for link in page.links:
            target = urlsplit(link)
            if target.scheme:
                continue
            file = (path.parent / unquote(target.path)).resolve() if target.path else path
            assert file.is_file(), f"{path}: {link}"
            assert not target.fragment or target.fragment in parsed[file].anchors, f"{path}: {link}"


def test_every_page_can_be_reached_from_the_front_page(site: Path) -> None:
    reached, left = set[Path](), [site / "index.html"]
    while left:
        path = left.pop()
        if path in reached or path.suffix != ".html":
            continue
        reached.add(path)
        left += [
            (path.parent / unquote(urlsplit(link).path)).resolve()
            for link in Page(path).links
            if not urlsplit(link).scheme
        ]
    assert reached == set(site.rglob("*.html"))


def test_links_outwards_are_web_addresses_only(site: Path) -> None:
    schemes = {urlsplit(link).scheme for _, page in pages(site) for link in page.links}
    assert schemes == {"", "https"}


def test_nothing_in_a_page_runs_but_the_one_script(site: Path) -> None:
    assert {run for _, page in pages(site) for run in page.runs} == set()


def test_scraped_text_stays_text(site: Path) -> None:
    whole = "".join(path.read_text("utf-8") for path, _ in pages(site))
    assert INJECTION not in whole
    assert "&lt;script&gt;pwned" in whole
    assert "\u202e" not in whole


def test_tables_cannot_run_in_a_spreadsheet(tmp_path: Path) -> None:
    fill(tmp_path / "data")
    db = open_db(tmp_path / "data")
    db.execute("UPDATE payers SET name = '=HYPERLINK(1)' WHERE payer = 'cascadia'")
    db.close()
    db = read_db(tmp_path / "data")
    write_site(look(db, tmp_path / "data"), tmp_path / "www")
    db.close()
    with (tmp_path / "www" / "tables" / "coverage_now.csv").open(encoding="utf-8", newline="") as file:
        names = {row["payer_name"] for row in csv.DictReader(file)}
    assert "'=HYPERLINK(1)" in names


def test_a_second_writing_changes_nothing(small_data: Path, site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    db = read_db(small_data)
    written = write_site(look(db, small_data), site)
    db.close()
    assert (written.new, written.removed) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()} == before


def test_pages_that_are_gone_are_removed_and_other_files_stay(small_data: Path, tmp_path: Path) -> None:
    out = tmp_path / "www"
    (out / "payers").mkdir(parents=True)
    for name in ("payers/gone.html", "payers/kept.txt"):
        (out / name).write_text("x")
    (out / MANIFEST).write_text(json.dumps(["payers/gone.html", "../outside.txt"]))
    (tmp_path / "outside.txt").write_text("x")
    db = read_db(small_data)
    assert write_site(look(db, small_data), out).removed == 1
    db.close()
    assert not (out / "payers/gone.html").exists()
    assert (out / "payers/kept.txt").exists()
    assert (tmp_path / "outside.txt").exists()


def test_a_folder_of_somebody_else_is_refused(small_data: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    db = read_db(small_data)
    with pytest.raises(SiteError, match="not empty"):
        write_site(look(db, small_data), tmp_path)
    db.close()


def test_a_web_server_of_another_user_can_read_the_files(site: Path) -> None:
    assert {path.stat().st_mode & 0o444 for path in site.rglob("*.html")} == {0o444}


def test_the_command_writes_it(small_data: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["site", str(tmp_path / "www"), "--data", str(small_data)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "www" / "index.html").is_file()
    assert "0 removed" in done.stdout


def test_the_command_says_what_is_wrong(small_data: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    done = CliRunner().invoke(main, ["site", str(tmp_path), "--data", str(small_data)])
    assert done.exit_code == 2
    assert "give another folder" in done.stderr
    assert CliRunner().invoke(main, ["site", str(tmp_path / "w"), "--data", str(tmp_path / "no")]).exit_code == 2
