"""What reading costs, as ratios to the libraries' own work on the same machine in the same run. No time is asserted.

Times are of the processor, in this process and in those it started: what else the machine does is not in them.
"""

from __future__ import annotations

import gc
import io
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import pdfplumber
from bs4 import BeautifulSoup

from db.sources import Source
from parsers.files.decoding import decode_html
from parsers.language.patterns import prepare_all
from parsers.pdf_pages.pages import page_texts
from parsers.policy import parse_policy
from tests.tracker.nights import Watch, policy_page
from tracker.compare.verdict import compare

SOURCES = 40
CASES = Path(__file__).resolve().parents[1] / "cases"
UNSEEN = Path(__file__).with_name("unseen")
MOST_MS = 50
ONE_LINE = "<h1>Spravato</h1><p>Spravato (esketamine) is covered for adults with treatment-resistant depression.</p>"
# A process's own peak as Linux counts it, in kB; getrusage would begin with the peak of the process that started it.
PEAK = """
import sys
from pathlib import Path
from parsers.language.patterns import prepare_all
from parsers.policy import parse_policy
for name in sys.argv[1:]:
    parse_policy(Path(name).read_bytes())
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Median of the processor's time for `work`."""
    taken = []
    for _ in range(times):
        started = _spent()
        work()
        taken.append(_spent() - started)
    return median(taken)


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def report(what: str, value: str) -> None:
    print(f"\n{what}: {value}", end="")


def command(*words: str) -> str:
    return subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True).stdout


def test_the_command_on_a_long_list_against_the_bare_text_pass(long_list: Path, tmp_path: Path) -> None:
    """Starting up is what the command takes for a page of one line: its imports, and the expressions made ready."""
    line = tmp_path / "line.html"
    line.write_text(ONE_LINE)
    body = long_list.read_bytes()
    bare = seconds(lambda: list(page_texts(body)))
    start_up = seconds(lambda: command("-m", "tracker.cli", "extract", str(line), "--format", "json"))
    imports = seconds(lambda: command("-m", "tracker.cli", "extract", "--help"))
    whole = seconds(lambda: command("-m", "tracker.cli", "extract", str(long_list), "--format", "json"))
    report(f"{long_list.stem}: extract less start-up / bare text pass", f"{(whole - start_up) / bare:.1f}")
    report(f"{long_list.stem}: extract / (bare text pass and start-up)", f"{whole / (bare + start_up):.1f}")
    report(f"{long_list.stem}: extract less imports alone / bare text pass", f"{(whole - imports) / bare:.1f}")
    report(f"{long_list.stem}: start-up / bare text pass", f"{start_up / bare:.1f}")
    printed = json.loads(command("-m", "tracker.cli", "extract", str(long_list), "--format", "json"))
    assert printed["quality"] == "ok"


def test_a_long_list_against_pdfplumber_over_every_page(long_list: Path) -> None:
    body = long_list.read_bytes()
    short = seconds(lambda: parse_policy(body))
    report(
        f"{long_list.stem}: pdfplumber over every page / extract", f"{seconds(lambda: _slowly(body), 1) / short:.0f}"
    )


def _slowly(body: bytes) -> None:
    with pdfplumber.open(io.BytesIO(body)) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.find_tables()
            page.close()


def test_peak_memory_of_a_long_list(long_list: Path) -> None:
    peak, empty = int(command("-c", PEAK, str(long_list))) / 1024, int(command("-c", PEAK)) / 1024
    report(f"{long_list.stem}: peak memory", f"{peak:.0f} MB ({peak / empty:.1f} times that of the imports)")


def test_web_pages_against_their_bare_parse() -> None:
    pages = [path.read_bytes() for path in sorted(CASES.glob("*/policy.html"))] or [policy_page()]
    bare = seconds(lambda: [BeautifulSoup(decode_html(body), "lxml") for body in pages])
    # Once: what the reader remembers of a clause would flatter a second time.
    whole = seconds(lambda: [parse_policy(body) for body in pages], 1)
    each = 1000 * whole / len(pages)
    report(f"{len(pages)} web pages: extract / bs4's own parse", f"{whole / bare:.1f} ({each:.0f} ms each)")


def test_every_web_page_by_itself() -> None:
    """Each page is read once, in a process that is ready to read (tracker/reading_apart.py): the texts are new."""
    prepare_all()
    for path in CASES.glob("*/policy.html"):
        parse_policy(path.read_bytes())
    # What the reader remembers of a first version's clauses would flatter the second.
    pages = [path.read_bytes() for path in UNSEEN.glob("*/*/*.html") if not re.search(r"-(v\d|old)$", path.parent.name)]
    # As the processes do that read (tracker/reading_apart.py): a full collection is none of a page's work.
    gc.collect()
    gc.freeze()
    each = [1000 * seconds(partial(parse_policy, body), 1) for body in pages]
    gc.unfreeze()
    over = sum(taken > MOST_MS for taken in each)
    report(
        f"{len(pages)} web pages, ms each", f"median {median(each):.0f}, most {max(each):.0f}; over {MOST_MS}: {over}"
    )


def test_a_comparison_against_an_extraction() -> None:
    before, after = policy_page(trials=3), policy_page(trials=2)
    old, new = parse_policy(before), parse_policy(after)
    reading, comparing = seconds(lambda: parse_policy(after)), seconds(lambda: compare(old, new))
    report("compare two policies / extract one", f"{comparing / reading:.2f}")
    assert compare(old, new).changes


def test_a_night_without_changes_against_the_first_night(tmp_path: Path) -> None:
    sources = tuple(
        Source(f"meadow-health/s{number}", "meadow-health", "Spray", f"https://meadow.example/{number}")
        for number in range(SOURCES)
    )
    watch = Watch(tmp_path / "data", tmp_path / "out", sources)
    pages = [policy_page(banner=f"Plan {number}") for number in range(SOURCES)]
    first = seconds(lambda: watch.night(*pages), 1)
    again = seconds(lambda: watch.night(*pages), 1)
    report(f"{SOURCES} unchanged sources: a night / the first night", f"{again / first:.2f}")
    assert {outcome.outcome for outcome in watch.reports[-1].outcomes} == {"unchanged"}
