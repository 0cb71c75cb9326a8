"""The house: the top level, the layers and what a checkout may contain."""

from __future__ import annotations

import re
import subprocess
import typing
from pathlib import Path

import pytest

import db
from parsers import models

ROOT = Path(__file__).resolve().parents[1]
TOP_LEVEL = {
    "spiders", "parsers", "tracker", "db", "tests", "scrapy.cfg", "pyproject.toml", "README.md", "Makefile",
    "CHANGELOG.md", "requirements.txt", ".ci", ".gitignore",
}  # fmt: skip


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_top_level_is_exactly_the_house() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked_files()} == TOP_LEVEL


def test_the_general_names_are_ours() -> None:
    assert Path(str(db.__file__)).is_relative_to(ROOT)


def test_no_file_names_a_registry_or_a_machine() -> None:
    forbidden = re.compile(
        "|".join(("py" + "pi.org", "python" + "hosted", "npm" + "js.org", "debian" + r"\.org", r"/ro" + "ot/"))
    )
    texts = [path for path in tracked_files() if path.suffix in {".py", ".md", ".toml", ".txt", ".cfg", ""}]
    assert [path.name for path in texts if forbidden.search(path.read_text(errors="replace"))] == []


def test_the_lock_has_a_hash_for_every_requirement() -> None:
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    pinned = [n for n, line in enumerate(lines) if "==" in line]
    assert pinned
    assert all("--hash=sha256:" in lines[n + 1] for n in pinned)


@pytest.mark.parametrize(
    ("vocabulary", "heading"),
    [
        (models.Route, "`route`:"),
        (models.Indication, "`indication`:"),
        (models.Status, "`status`:"),
        (models.Quality, "`quality`:"),
    ],
)
def test_the_vocabularies_equal_the_contract(vocabulary: object, heading: str, shared: Path) -> None:
    contract = (shared / "contract.md").read_text()
    passage = contract.split(heading, 1)[1].split("\n\n", 1)[0]
    assert all(word in passage for word in typing.get_args(vocabulary))


def test_every_criterion_key_of_the_contract_is_known(shared: Path) -> None:
    table = (shared / "contract.md").read_text().split("| key | value | meaning |", 1)[1].split("\n\n", 1)[0]
    keys = {key for row in table.splitlines()[2:] for key in re.findall(r"`([a-z_]+)`", row.split("|")[1])}
    assert keys == set(typing.get_args(models.CriterionKey)) - {"unparsed"}
