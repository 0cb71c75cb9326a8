"""One document, whatever state it is in, gives one parsed policy."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from pathlib import Path

import pytest

from parsers.models import ParsedPolicy
from parsers.policy import parse_policy
from parsers.release import EXTRACTOR
from tests.parsers.pdf_pages import Ruled, Text, draw, paragraph

HTML = (
    b"<!DOCTYPE html><html><head><title>Nasal spray</title></head><body><h1>Esketamine nasal spray</h1>"
    b"<p>Policy Number: NS-7</p><p>Esketamine is considered medically necessary when ALL of these are met:</p>"
    b"<ol><li>Age 18 or older</li><li>Two antidepressants have failed</li></ol>"
    b"<table><tr><th>Code</th><th>Use</th></tr><tr><td>J0013</td><td>spray</td></tr></table></body></html>"
)
PDF = draw(
    [
        Text(60, 80, "Esketamine nasal spray", 16, bold=True),
        *paragraph(
            ["Esketamine is considered medically necessary for adults", "when two antidepressants have failed."]
        ),
        Ruled(60, 300, [["Code", "Use"], ["J0013", "spray"]], [80, 120]),
    ]
)


def _damaged(body: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    kind = seed % 4
    if kind == 0:
        return body[: chance.randrange(1, len(body))]
    flipped = bytearray(body)
    for _ in range(chance.randrange(1, 60)):
        flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    if kind == 1:
        return bytes(flipped)
    start = chance.randrange(len(body))
    if kind == 2:
        return body[:start] + body[chance.randrange(start, len(body)) :]
    return body.decode("latin-1").encode(chance.choice(["utf-8", "utf-16", "utf-7"]))


@pytest.mark.parametrize("body", [HTML, PDF], ids=["html", "pdf"])
def test_damage_gives_a_quality_never_an_exception(body: bytes) -> None:
    for seed in range(100):
        parsed = parse_policy(_damaged(body, seed))
        assert parsed.reason
        assert parsed.quality == "ok" or not (parsed.positions or parsed.codes or parsed.fingerprint)


def test_a_drug_that_only_the_browser_s_title_names_has_an_unknown_status() -> None:
    page = "<html><head><title>Spravato</title></head><body>" + "<p>What the plan asks for in adults.</p>" * 20
    (position,) = parse_policy(page.encode()).positions
    assert (position.status, position.evidence[0].text) == ("unknown", "Spravato")


@pytest.mark.parametrize("body", [HTML, PDF], ids=["html", "pdf"])
def test_all_parts_of_a_sound_document(body: bytes) -> None:
    parsed = parse_policy(body)
    assert (parsed.quality, parsed.products, parsed.document.title) == ("ok", ("esketamine",), parsed.document.title)
    assert [code.code for code in parsed.codes] == ["J0013"]
    assert parsed.fingerprint


def test_the_same_bytes_give_the_same_policy() -> None:
    assert parse_policy(PDF) == parse_policy(PDF)


def test_the_release_names_the_libraries_that_decide_the_text() -> None:
    assert EXTRACTOR.startswith("ketwatch-")
    assert "pdfplumber-" in EXTRACTOR
    assert "pdfminer.six-" in EXTRACTOR


def _captures(shared: Path) -> dict[str, list[tuple[dict[str, str], ParsedPolicy]]]:
    folder = shared / "realdata" / "captures"
    read: dict[bytes, ParsedPolicy] = {}
    by_policy: dict[str, list[tuple[dict[str, str], ParsedPolicy]]] = defaultdict(list)
    with (folder / "manifest.tsv").open(newline="") as manifest:
        for row in csv.DictReader(manifest, delimiter="\t"):
            body = (folder / row["file"]).read_bytes()
            if body not in read:
                read[body] = parse_policy(body, row["url"], must_mention=())
            by_policy[row["policy"]].append((row, read[body]))
    return by_policy


def test_real_captures_differ_exactly_where_the_policy_changed(shared: Path) -> None:
    wrong = []
    for policy, captures in _captures(shared).items():
        row, _ = captures[0]
        differ = len({parsed.fingerprint for _, parsed in captures}) > 1
        qualities_agree = all(parsed.quality == (row["quality"] or "ok") for row, parsed in captures)
        if differ != (row["pair"] == "changed") or not qualities_agree:
            wrong.append(policy)
    assert wrong == []
