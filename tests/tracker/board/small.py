"""A small world for the board: payers of several kinds, answers, gaps, a change, a PDF, and a hostile payer."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from sqlite_utils import Database

from db.changes import record_comparison
from db.connection import open_db
from db.incidents import open_incident, open_warning
from db.runs import finish, start_or_resume
from db.sources import Payer, Source, register
from db.stores import blob_store
from parsers.models import Block, DocumentFacts, Evidence, Leaf, ParsedPolicy, PolicyFacts, Position
from parsers.policy import parse_policy
from tests.db.editions import store_edition
from tests.tracker.nights import policy_page
from tracker.board.board import Board
from tracker.compare.verdict import compare

AT = "2026-03-01T02:00:00Z"
NOW = "2026-04-01T09:00:00Z"
MEADOW = Payer("meadow-health", "Meadow Health", "commercial", ("MI", "OH"))
CASCADIA = Payer("cascadia", "Cascadia Medicaid", "medicaid", ("OR",))
NATION = Payer("nation-pbm", "Nation Pharmacy Manager", "pbm", ("US",))
SILENT = Payer("silent-mutual", "Silent Mutual", "employer", ("TX",))
BLOCKED = Payer("blocked-benefit", "Blocked Benefit", "commercial", ("TX",))
INJECTION = '"><img src=x onerror="pwned=1"><script>pwned=1</script>'
HOSTILE = Payer("hostile'<&>", f"Hostile {INJECTION}\u202e", "commercial", ("ZZ",))

SPRAY = Source("meadow-health/esketamine", MEADOW.payer, "Esketamine", "https://meadow.example/esketamine")
PAPER = Source("nation-pbm/spravato", NATION.payer, "Spravato criteria", "https://nation.example/spravato.pdf")
STATE = Source("cascadia/ketamine", CASCADIA.payer, "Ketamine", "https://cascadia.example/ketamine")
NEVER = Source("silent-mutual/policy", SILENT.payer, "Policy", "https://silent.example/policy")
SHUT = Source("blocked-benefit/policy", BLOCKED.payer, "Policy", "https://blocked.example/policy")
EVIL = Source("hostile'<&>/..%2f..", HOSTILE.payer, INJECTION, "javascript:pwned=1")

# Of the page that the lines below are set on, in points.
WIDTH, HEIGHT = letter
MARGIN, FIRST_LINE, LINE_STEP = 72, 90, 22
PAPER_LINES = (
    "Spravato coverage criteria",
    "Policy number: NP-7",
    "Effective date: 01/15/2026",
    "Spravato is considered medically necessary for treatment-resistant depression",
    "when ALL of the following are met:",
    "1. The patient is 18 years of age or older.",
    "2. The patient has failed at least two (2) antidepressants.",
    "3. Spravato is prescribed by a psychiatrist.",
    "Approve for 90 days.",
)


def paper() -> bytes:
    """A policy of one page as PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(PAPER_LINES):
        canvas.drawString(MARGIN, HEIGHT - FIRST_LINE - LINE_STEP * number, line)
    canvas.save()
    return out.getvalue()


def fill(data: Path) -> None:
    """A data folder with all of it."""
    db = open_db(data)
    for payer, source in (
        (MEADOW, SPRAY), (NATION, PAPER), (CASCADIA, STATE), (SILENT, NEVER), (BLOCKED, SHUT), (HOSTILE, EVIL),
    ):  # fmt: skip
        register(db, payer, [source], at=AT)
    run = start_or_resume(db, at="2026-03-20T02:00:00Z").run
    finish(db, run, at="2026-03-20T02:30:00Z")
    open_incident(db, SHUT.source, "blocked", "the server answered 403 Forbidden", at=AT)
    open_warning(db, STATE.source, "layout_drift", "a PDF, before a web page", at=AT)
    store_edition(db, PAPER, _of_file(data, paper(), PAPER), "2026-03-02")
    store_edition(db, STATE, _denying(), "2026-03-02")
    store_edition(db, EVIL, _hostile(), "2026-03-02")
    _store_change(db, data)
    db.close()


def look(db: Database, data: Path, now: str = NOW, *, live: bool = False) -> Board:
    """The board of a data folder."""
    return Board(db, data, now, live)


def _of_file(data: Path, body: bytes, source: Source) -> ParsedPolicy:
    blob_store(data).put(body)
    return parse_policy(body, url=source.url)


def _store_change(db: Database, data: Path) -> None:
    old = _of_file(data, policy_page(trials=3), SPRAY)
    new = _of_file(data, policy_page(trials=2, reviewed="March 9, 2026"), SPRAY)
    before = store_edition(db, SPRAY, old, "2026-03-02")
    after = store_edition(db, SPRAY, new, "2026-03-10")
    record_comparison(
        db, compare(old, new), source=SPRAY.source, old_version=before, new_version=after,
        effective_on="2026-04-15", at="2026-03-10T02:00:00Z",
    )  # fmt: skip


def _denying() -> ParsedPolicy:
    clause = "Ketamine by vein is considered investigational for depression."
    answer = Position("ketamine", "iv", "mdd", "initial", "investigational", evidence=(Evidence(1, clause),))
    rest = replace(
        answer, route="any", indication="other", evidence=(Evidence(1, "All other uses are investigational."),)
    )
    blocks = (
        Block("heading", "Coverage", depth=1),
        Block(
            "paragraph", "This policy is about ketamine. " + "It was written by a committee. " * 20, path=("Coverage",)
        ),
        Block("paragraph", f"{clause} All other uses are investigational.", path=("Coverage",)),
        Block("paragraph", "It is reviewed once a year.", path=("Coverage",)),
    )
    document = DocumentFacts("a" * 64, "text/html", 1, None)
    facts = PolicyFacts("CM-1", "Ketamine", date(2026, 1, 1))
    return ParsedPolicy("ok", "", document, facts, ("ketamine",), (answer, rest), blocks=blocks, fingerprint="state")


def _hostile() -> ParsedPolicy:
    clause = f"Covered {INJECTION} for all."
    criteria = Leaf("unparsed", None, clause)
    answer = Position(
        "ketamine", "any", "ptsd", "initial", "covered", criteria=criteria, evidence=(Evidence(1, clause),)
    )
    blocks = (Block("paragraph", clause, path=(INJECTION,)),)
    document = DocumentFacts("b" * 64, "text/html", 1, INJECTION)
    facts = PolicyFacts(INJECTION, INJECTION)
    return ParsedPolicy("ok", "", document, facts, ("ketamine",), (answer,), blocks=blocks, fingerprint="evil")
