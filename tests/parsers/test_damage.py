"""Damaged files: whatever a server or a disk did to the bytes, the answer is a quality, never an exception."""

from __future__ import annotations

import io
import json
import typing
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import docx
import pytest
from click.testing import CliRunner

from parsers.jsonio import dump_parsed, load_parsed, to_json
from parsers.models import ParsedPolicy, Quality
from parsers.pdf_pages.pages import matter_pages
from parsers.policy import parse_policy
from tests.parsers.pdf_pages import Ruled, draw, paragraph
from tracker.cli import main

RECORDED = Path(__file__).parents[1] / "benchmarks" / "unseen"
SEEDS = range(200)
REAL_SEEDS = range(25)
MOST_BYTES_OF_A_REAL_FILE = 120_000
CRITERIA = (
    "Age 18 years or older",
    "Failure of at least three antidepressants, each for 8 weeks",
    "Prescribed by a psychiatrist",
)


@cache
def pdf() -> bytes:
    codes = Ruled(60, 300, (("Code", "Use"), ("J0013", "Nasal spray, 1 mg"), ("G2082", "Visit")), (120, 300))
    opening = paragraph(["Esketamine policy", "Esketamine is medically necessary when all of these are met:"], y=80)
    listed = paragraph([f"{number}. {text}" for number, text in enumerate(CRITERIA, start=1)], y=120)
    return draw([*opening, *listed, codes], paragraph(["Ketamine infusion is investigational for pain."]))


@cache
def html() -> bytes:
    items = "".join(f"<li>{text}</li>" for text in CRITERIA)
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>Spray – policy</title></head><body>
        <nav><a href="/">Home</a></nav><main><h1>Esketamine</h1><p>Effective Date: 02/01/2026</p>
        <p>Esketamine is medically necessary for treatment‑resistant depression when all of these are met:</p>
        <ul>{items}</ul><table><tr><th>Code</th><th>Use</th></tr><tr><td>J0013</td><td>spray ≥ 1 mg</td></tr></table>
        <p>Ketamine infusion is investigational for chronic pain.</p></main></body></html>""".encode()


@cache
def word() -> bytes:
    document = docx.Document()
    document.add_heading("Esketamine", level=1)
    document.add_paragraph("Esketamine is medically necessary for depression when all of these are met:")
    for text in CRITERIA:
        document.add_paragraph(text, style="List Number")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def cut(body: bytes, random: Random) -> bytes:
    return body[: random.randrange(len(body))]


def beheaded(body: bytes, random: Random) -> bytes:
    return body[random.randrange(len(body)) :]


def flipped(body: bytes, random: Random) -> bytes:
    changed = bytearray(body)
    for _ in range(random.choice((1, 20, len(body) // 100 + 1))):
        changed[random.randrange(len(body))] = random.randrange(256)
    return bytes(changed)


def blanked(body: bytes, random: Random) -> bytes:
    start = random.randrange(len(body))
    end = min(len(body), start + random.randrange(1, 2000))
    return body[:start] + bytes(end - start) + body[end:]


def reencoded(body: bytes, random: Random) -> bytes:
    encoding = random.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "ascii"))
    return body.decode("utf-8", "replace").encode(encoding, "replace")


def repeated(body: bytes, random: Random) -> bytes:
    start = random.randrange(len(body))
    return body[: min(len(body), start + random.randrange(1, 5000))] + body[start:]


def without_a_part(body: bytes, random: Random) -> bytes:
    start = random.randrange(len(body))
    return body[:start] + body[start + random.randrange(1, 2000) :]


DOCUMENTS: tuple[Callable[[], bytes], ...] = (pdf, html, word)
DAMAGES = (cut, beheaded, flipped, blanked, reencoded, repeated, without_a_part)


def assert_a_reading(policy: ParsedPolicy) -> None:
    assert policy.quality in typing.get_args(Quality)
    assert policy.reason
    assert policy.quality == "ok" or not (policy.positions or policy.codes or policy.fingerprint)
    json.dumps(to_json(policy))
    assert load_parsed(dump_parsed(policy)) == policy


@pytest.mark.timeout(30)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_file_gives_a_quality(seed: int) -> None:
    random = Random(seed)
    document, damage = DOCUMENTS[seed % len(DOCUMENTS)], random.choice(DAMAGES)
    assert_a_reading(parse_policy(damage(document(), random)))


@pytest.mark.parametrize("seed", range(40))
def test_a_word_file_with_a_spoilt_part_gives_a_quality(seed: int) -> None:
    random = Random(seed)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as whole, zipfile.ZipFile(out, "w") as spoilt:
        victim = random.choice(whole.namelist())
        for name in whole.namelist():
            part = whole.read(name)
            spoilt.writestr(name, random.choice(DAMAGES)(part, random) if name == victim else part)
    assert_a_reading(parse_policy(out.getvalue()))


def test_a_word_file_whose_styles_have_no_name_gives_a_quality() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as whole, zipfile.ZipFile(out, "w") as spoilt:
        for name in whole.namelist():
            spoilt.writestr(name, whole.read(name).replace(b"w:val", b"w:x"))
    assert_a_reading(parse_policy(out.getvalue()))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_same_files_are_read_when_whole(document: Callable[[], bytes]) -> None:
    policy = parse_policy(document())
    assert (policy.quality, bool(policy.positions)) == ("ok", True)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_recorded_document_gives_a_quality(seed: int) -> None:
    random = Random(seed)
    path = random.choice(sorted(RECORDED.glob("*/*/policy.*")))
    assert_a_reading(parse_policy(random.choice(DAMAGES)(path.read_bytes(), random)))


@pytest.mark.timeout(120)
@pytest.mark.parametrize("seed", REAL_SEEDS)
def test_a_damaged_real_file_gives_a_quality(seed: int, shared: Path) -> None:
    files = sorted(path for path in (shared / "realdata").rglob("*") if path.is_file() and path.suffix != ".tsv")
    random = Random(seed)
    small = [path for path in files if 0 < path.stat().st_size < MOST_BYTES_OF_A_REAL_FILE]
    assert_a_reading(parse_policy(random.choice(DAMAGES)(random.choice(small).read_bytes(), random)))


@pytest.mark.parametrize("length", [0, 1, 9, 300, 1200])
def test_the_start_of_a_pdf_is_told_in_a_line(length: int, tmp_path: Path) -> None:
    (tmp_path / "policy.pdf").write_bytes(pdf()[:length])
    result = CliRunner().invoke(main, ["extract", str(tmp_path / "policy.pdf"), "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.output)["quality"] in {"empty", "truncated", "not_policy"}


def test_a_page_of_a_long_file_that_the_quick_pass_cannot_load_is_read() -> None:
    assert matter_pages(["another drug"] * 44 + [None] + ["another drug"] * 5, ("ketamine",)) == (1, 2, 3, 45)
