"""A database of the size of issue 5: payers x versions x positions, stored through the tables' own modules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from sqlite_utils import Database

from db.changes import Change, Comparison, record_comparison
from db.connection import write
from db.readings import StoredReading, store_reading
from db.runs import SourceOutcome, finish, record_outcome, start_or_resume
from db.snapshots import Snapshot, record_snapshot
from db.sources import DRUG_NAMES, Payer, PayerType, Source, register
from db.versions import Kind, Version, add_version
from parsers.jsonio import dump_parsed
from parsers.models import (
    Block,
    CriterionKey,
    DocumentFacts,
    Evidence,
    Group,
    Indication,
    Leaf,
    ParsedPolicy,
    PolicyFacts,
    Position,
    Product,
    Severity,
    Status,
    Value,
)

_TYPES: tuple[PayerType, ...] = (
    "commercial", "medicaid", "medicare_advantage", "tricare", "va", "workers_comp", "pbm",
)  # fmt: skip
_STATES = ("TX", "OH", "MI", "CA", "NY", "FL", "ND", "MA", "WA", "GA")
_USES: tuple[Indication, ...] = (
    "trd",
    "mdsi",
    "mdd",
    "ptsd",
    "anxiety",
    "ocd",
    "crps",
    "chronic_pain",
    "headache",
    "other",
)
_STATUSES: tuple[Status, ...] = ("covered", "investigational", "not_medically_necessary", "excluded")
_PRODUCTS: tuple[Product, ...] = ("esketamine", "ketamine")
_FIRST_DAY = date(2019, 3, 5)


def fill(db: Database, *, payers: int, versions: int) -> None:
    """Store so many payers with one source each, so many versions a source and 20 positions a version."""
    with write(db):
        for number in range(payers):
            _fill_source(db, number, versions)


def _fill_source(db: Database, number: int, versions: int) -> None:
    payer = Payer(f"payer-{number}", f"Payer {number}", _TYPES[number % 7], (_STATES[number % 10],))
    source = Source(f"{payer.payer}/spravato", payer.payer, "Esketamine", f"https://payer-{number}.example/spravato")
    register(db, payer, [source], at="2019-01-01T00:00:00Z")
    before = 0
    for edition in range(versions):
        day = _FIRST_DAY + timedelta(days=180 * edition + number % 90)
        before = _add_edition(db, source, number, edition, day, before)


def _add_edition(db: Database, source: Source, number: int, edition: int, day: date, before: int) -> int:
    at = f"{day.isoformat()}T02:00:00Z"
    run = start_or_resume(db, at=at, kind="nightly").run
    policy = _policy(number, edition, day)
    sha256 = policy.document.sha256
    fetch = Snapshot(source.source, source.url, source.url, at, "fetched", sha256=sha256, http_status=200)
    snapshot = record_snapshot(db, replace(fetch, run=run))
    parsed = dump_parsed(policy)
    reading = store_reading(db, StoredReading(sha256, DRUG_NAMES, "bench", "ok", "", policy.fingerprint, parsed))
    kind: Kind = "change" if edition else "first"
    new = add_version(db, Version(source.source, snapshot, reading, kind, "confirmed", at, at), policy)
    record_outcome(db, run, SourceOutcome(source.source, "changed", "ok", "", snapshot))
    finish(db, run, at=at)
    if before:
        _add_comparison(db, source, before, new, day, at)
    return new


def _add_comparison(db: Database, source: Source, old: int, new: int, day: date, at: str) -> None:
    change = Change(
        "esketamine", "trd", "initial", "failed_ad_count", "eligibility", "expands", 3, 2, "three", "two", 1, 1
    )
    found = Comparison("expanded", action_required=False, changes=(change,))
    record_comparison(
        db, found, source=source.source, old_version=old, new_version=new, effective_on=day.isoformat(), at=at
    )


def _policy(number: int, edition: int, day: date) -> ParsedPolicy:
    positions = tuple(
        Position(drug, "any", use, "initial", _STATUSES[(number + place) % 4], prior_authorization=True,
                 criteria=_criteria(edition), evidence=(Evidence(1, f"The {drug} is answered for {use}."),))
        for place, (drug, use) in enumerate(product(_PRODUCTS, _USES))
    )  # fmt: skip
    blocks = tuple(
        Block("paragraph", f"Passage {n} of edition {edition} about esketamine and depression.") for n in range(60)
    )
    document = DocumentFacts(f"{number:032d}{edition:032d}", "text/html", 1, None)
    facts = PolicyFacts(f"MP-{number}", "Esketamine", day, day, day)
    return ParsedPolicy("ok", "", document, facts, _PRODUCTS, positions, (), blocks, f"{number}-{edition}")


def _criteria(edition: int) -> Group:
    scores = Group("any", (_leaf("severity_min", Severity("PHQ-9", 15)), _leaf("severity_min", Severity("MADRS", 28))))
    barred = Group("none", (_leaf("exclusion", "psychosis"), _leaf("exclusion", "dementia")))
    asked = (
        _leaf("age_min", 18), _leaf("failed_ad_count", 2 + edition % 3), _leaf("trial_weeks", 6),
        _leaf("oral_ad", "required"), _leaf("prescriber", "psychiatrist"), _leaf("rems", True),
        _leaf("monitoring_hours", 2), _leaf("initial_auth_days", 90),
    )  # fmt: skip
    return Group("all", (*asked, scores, barred))


def _leaf(key: CriterionKey, value: Value) -> Leaf:
    return Leaf(key, value, f"The clause that states {key}.")
