"""The content of one alert, gathered from the database."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from db.changes import Change, SectionDiff, StoredComparison, WordRun
from db.events import event_of
from db.incidents import warned_at
from db.outbox import Alert, AlertKind
from db.revisions import corroboration_of
from db.snapshots import get_snapshot
from db.sources import Payer, Source, get_payer, get_source
from db.versions import facts_of, get_version
from parsers.models import ParsedPolicy, PolicyFacts
from tracker.alerts.advice import advice_for, reach_of
from tracker.alerts.against_label import Sides, against_label_lines
from tracker.alerts.content import AlertContent, Archived, ChangeLine, Clause, Dates
from tracker.alerts.follow_up import Told, told_by
from tracker.alerts.lead import codes_in, in_order, lead_of, weight_of
from tracker.alerts.pictures import Pictures
from tracker.alerts.plain import plain, web_address
from tracker.alerts.shared import shared_with
from tracker.alerts.statements import statements_in
from tracker.alerts.unsettled import not_known, not_stated, own_history
from tracker.alerts.witness import witness_words
from tracker.alerts.wording import WORDING, change_words, subject_words
from tracker.layout import DRIFT
from tracker.review.readings import policy_of

CLAUSE_LIMIT = 1_500
SECTIONS_SHOWN = 12
RUN_LIMIT = 1_500


def compose(db: Database, alert: Alert, *, today: date, pictures: Pictures | None = None) -> AlertContent:
    """Everything an alert has to say; `today` counts the days left to the effective date."""
    told = told_by(db, alert)
    return compose_told(db, told, alert=alert.alert, rule=alert.rule, kind=alert.kind, today=today, pictures=pictures)


def compose_told(
    db: Database, told: Told, *, alert: str, rule: str, today: date, kind: AlertKind = "change",
    pictures: Pictures | None = None,
) -> AlertContent:  # fmt: skip
    """The content for what is to be told, whether or not an alert in the outbox tells it."""
    stored = told.shown
    found = stored.content
    source = get_source(db, stored.source)
    payer = get_payer(db, source.payer) if source else None
    if source is None or payer is None:  # foreign keys rule it out
        raise LookupError(f"alert {alert}: no source {stored.source} on record")
    facts = facts_of(db, stored.new_version)
    changes = in_order(found)
    lead = lead_of(found)
    dates = _dates(stored, facts, today)
    policy, older = _policy_of(db, stored.new_version), _policy_of(db, stored.old_version)
    heard = corroboration_of(db, stored.comparison)
    stated = statements_in(policy) if policy else ()
    is_paged = policy is not None and policy.document.media_type == "application/pdf"
    # An unclear reading advises nothing but to read the passage.
    is_clear = found.verdict != "unknown"
    return AlertContent(
        alert=alert,
        kind=kind,
        source=source.source,
        rule=plain(rule, 60),
        follows=told.follows,
        notices=told.notices,
        verdict=found.verdict,
        action_required=found.action_required,
        headline=told.headline or lead.headline,
        payer=plain(payer.name, 80),
        payer_id=payer.payer,
        payer_note=_payer_note(payer, source),
        weight=weight_of(found),
        policy=_policy_name(facts, source),
        subject=lead.subject,
        lead=lead.line,
        more=lead.more,
        event=event_of(db, stored.comparison),
        shared=shared_with(db, stored.comparison, payer.payer),
        witness=witness_words(found.witness, changes),
        reach=reach_of(changes) if is_clear else (),
        changes=tuple(_line(change, is_paged=is_paged) for change in changes if not _is_told_by_codes(change)),
        sections=tuple(_bounded(section) for section in found.sections[:SECTIONS_SHOWN]),
        dates=dates,
        against_label=against_label_lines(
            stored, Sides(older.positions if older else None, policy.positions if policy else None, is_paged)
        ),
        codes=codes_in(changes),
        advice=advice_for(changes) if is_clear else (),
        url=web_address(source.url),
        is_paged=is_paged,
        old_copy=_copy(db, stored.old_version),
        new_copy=_copy(db, stored.new_version),
        stated=stated,
        own_history=own_history(heard),
        not_known=not_known(found, dates, heard, warned_at(db, source.source, DRIFT, at=stored.detected_at)),
        not_stated=not_stated(stated if policy else None),
        trail=told.trail,
        picture=pictures.of(stored, lead.main) if pictures and lead.main else None,
        found=stored,
    )


def _is_told_by_codes(change: Change) -> bool:
    """Codes have a place of their own; only one that widens or narrows coverage is also a line among the changes."""
    return change.key in {"code_added", "code_removed"} and change.direction == "neutral"


def _line(change: Change, *, is_paged: bool) -> ChangeLine:
    return ChangeLine(
        what=plain(change_words(change), 300),
        subject=plain(subject_words(change), 160),
        direction=change.direction,
        effect=WORDING.directions[change.direction],
        old=_clause(change.before_text, change.before_page if is_paged else None, change.before),
        new=_clause(change.after_text, change.after_page if is_paged else None, change.after),
    )


def _clause(text: str | None, page: int | None, value: object) -> Clause | None:
    """The passage; None when there is none, or when it is but the value again, as a code's is."""
    line = plain(text, CLAUSE_LIMIT) if text else ""
    return Clause(line, page) if line and line != value else None


def _bounded(section: SectionDiff) -> SectionDiff:
    runs = tuple(WordRun(run.op, plain(run.text, RUN_LIMIT)) for run in section.runs)
    return SectionDiff(plain(section.heading, 160), runs)


def _dates(stored: StoredComparison, facts: PolicyFacts, today: date) -> Dates:
    effective_on = date.fromisoformat(stored.effective_on) if stored.effective_on else None
    days_left = (effective_on - today).days if effective_on else None
    return Dates(facts.published_on, effective_on, stored.detected_at, days_left)


def _policy_of(db: Database, version: int) -> ParsedPolicy | None:
    """What a version says as it holds; None when another release wrote it in a form that this one cannot load."""
    try:
        return policy_of(db, get_version(db, version))
    except (KeyError, TypeError, ValueError):
        return None


def _copy(db: Database, version: int) -> Archived:
    snapshot = get_snapshot(db, get_version(db, version).snapshot)
    return Archived(snapshot.sha256, snapshot.fetched_at)


def _payer_note(payer: Payer, source: Source) -> str:
    """Whose members it concerns: line of business and states."""
    states = "nationwide" if "US" in payer.states else ", ".join(payer.states) or "states not known"
    kind = source.line_of_business or payer.payer_type
    words = WORDING.payer_types.get(kind, kind.replace("_", " "))
    return plain(" · ".join(part for part in (words, states) if part), 120)


def _policy_name(facts: PolicyFacts, source: Source) -> str:
    name = facts.title or source.title or source.source
    return plain(f"{facts.number}: {name}" if facts.number and facts.number not in name else name, 160)
