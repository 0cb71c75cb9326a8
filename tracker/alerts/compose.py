"""The content of one alert, gathered from the database."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from db.changes import Change, Comparison, SectionDiff, StoredComparison, WordRun, get_comparison
from db.outbox import Alert
from db.snapshots import get_snapshot
from db.sources import Payer, Source, get_payer, get_source
from db.versions import facts_of, get_version
from parsers.models import PolicyFacts
from tracker.alerts.advice import DECISIVE, advice_for
from tracker.alerts.content import AlertContent, Archived, ChangeLine, Clause, Codes, Dates
from tracker.alerts.plain import plain, web_address
from tracker.alerts.witness import witness_words
from tracker.alerts.wording import WORDING, change_words, subject_words, value_words

CLAUSE_LIMIT = 1_500
SECTIONS_SHOWN = 12
RUN_LIMIT = 1_500
_AXES = ("eligibility", "scope", "amount", "continuity", "setting", "friction", "coding")


def compose(db: Database, alert: Alert, *, today: date) -> AlertContent:
    """Everything an alert has to say; `today` counts the days left to the effective date."""
    stored = get_comparison(db, alert.comparison)
    source = get_source(db, stored.source)
    payer = get_payer(db, source.payer) if source else None
    if source is None or payer is None:  # foreign keys rule it out
        raise LookupError(f"alert {alert.alert}: no source {stored.source} on record")
    facts = facts_of(db, stored.new_version)
    changes = _in_order(stored.content)
    dates = _dates(stored, facts, today)
    return AlertContent(
        alert=alert.alert,
        source=source.source,
        rule=plain(alert.rule, 60),
        verdict=stored.content.verdict,
        action_required=stored.content.action_required,
        headline=_headline(stored.content),
        payer=plain(payer.name, 80),
        payer_note=_payer_note(payer, source),
        policy=_policy(facts, source),
        subject=_subject(changes),
        lead=_lead(stored.content, changes),
        more=max(0, len(changes) - _shown_in_lead(stored.content, changes)),
        witness=witness_words(stored.content.witness, changes),
        changes=tuple(_line(change) for change in changes),
        sections=tuple(_bounded(section) for section in stored.content.sections[:SECTIONS_SHOWN]),
        dates=dates,
        codes=_codes(changes),
        # An unclear reading advises nothing but to read the passage.
        advice=advice_for(changes) if stored.content.verdict != "unknown" else (),
        url=web_address(source.url),
        old_copy=_copy(db, stored.old_version),
        new_copy=_copy(db, stored.new_version),
        not_known=_not_known(stored, dates),
    )


def _headline(comparison: Comparison) -> str:
    words = WORDING.verdicts[comparison.verdict]
    return "Action required" if comparison.action_required and comparison.verdict == "neutral" else words


def _in_order(comparison: Comparison) -> tuple[Change, ...]:
    """The changes that carry the verdict first, then by weight of their axis."""
    carries = "restricts" if comparison.verdict == "restricted" else "expands"

    def weight(change: Change) -> tuple[bool, bool, int]:
        return change.direction != carries, change.key not in DECISIVE, _AXES.index(change.axis)

    return tuple(sorted(comparison.changes, key=weight))


def _lead_changes(comparison: Comparison, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The change to name in one line; of a mixed verdict one each way."""
    if comparison.verdict != "mixed":
        return changes[:1]
    found = (next((one for one in changes if one.direction == way), None) for way in ("expands", "restricts"))
    return tuple(change for change in found if change) or changes[:1]


def _lead(comparison: Comparison, changes: tuple[Change, ...]) -> str:
    swap = _codes(changes)
    if comparison.action_required and changes and changes[0].axis == "coding" and swap.gone and swap.new:
        return plain(f"codes: {', '.join(swap.gone)} → {', '.join(swap.new)}", 200)
    named = "; but ".join(change_words(change) for change in _lead_changes(comparison, changes))
    return plain(named or comparison.reason or "see the document", 200)


def _shown_in_lead(comparison: Comparison, changes: tuple[Change, ...]) -> int:
    if comparison.action_required and changes and changes[0].axis == "coding":
        return sum(change.axis == "coding" for change in changes)
    return len(_lead_changes(comparison, changes))


def _subject(changes: tuple[Change, ...]) -> str:
    """What the alert is about: the main change's drug and use; both drugs when an action comes without a change."""
    if not changes:
        return "ketamine and esketamine"
    return plain(subject_words(changes[0]), 120)


def _line(change: Change) -> ChangeLine:
    return ChangeLine(
        what=plain(change_words(change), 300),
        subject=plain(subject_words(change), 160),
        direction=change.direction,
        effect=WORDING.directions[change.direction],
        old=_clause(change.before_text, change.before_page, change.before),
        new=_clause(change.after_text, change.after_page, change.after),
    )


def _clause(text: str | None, page: int | None, value: object) -> Clause | None:
    """The passage; None when there is none, or when it is but the value again, as a code's is."""
    line = plain(text, CLAUSE_LIMIT) if text else ""
    return Clause(line, page) if line and line != value else None


def _bounded(section: SectionDiff) -> SectionDiff:
    runs = tuple(WordRun(run.op, plain(run.text, RUN_LIMIT)) for run in section.runs)
    return SectionDiff(plain(section.heading, 160), runs)


def _codes(changes: tuple[Change, ...]) -> Codes:
    new = tuple(plain(value_words(one.after), 40) for one in changes if one.key == "code_added")
    gone = tuple(plain(value_words(one.before), 40) for one in changes if one.key == "code_removed")
    return Codes(new, gone)


def _dates(stored: StoredComparison, facts: PolicyFacts, today: date) -> Dates:
    effective_on = date.fromisoformat(stored.effective_on) if stored.effective_on else None
    days_left = (effective_on - today).days if effective_on else None
    return Dates(facts.published_on, effective_on, stored.detected_at, days_left)


def _copy(db: Database, version: int) -> Archived:
    snapshot = get_snapshot(db, get_version(db, version).snapshot)
    return Archived(snapshot.sha256, snapshot.fetched_at)


def _payer_note(payer: Payer, source: Source) -> str:
    """Whose members it concerns: line of business and states."""
    states = "nationwide" if "US" in payer.states else ", ".join(payer.states)
    kind = source.line_of_business or payer.payer_type.replace("_", " ")
    return plain(" · ".join(part for part in (kind, states) if part), 120)


def _policy(facts: PolicyFacts, source: Source) -> str:
    name = facts.title or source.title or source.source
    return plain(f"{facts.number}: {name}" if facts.number and facts.number not in name else name, 160)


def _not_known(stored: StoredComparison, dates: Dates) -> tuple[str, ...]:
    """What the reader must not take for settled in this change."""
    content = stored.content
    unknown = []
    if content.verdict == "unknown" or content.confidence != "high":
        reason = f": {content.reason}" if content.reason else ""
        unknown.append(plain(f"Confidence in this reading is {content.confidence}{reason}. Read the passage.", 400))
    if dates.effective_on is None:
        unknown.append("The document does not state when the change takes effect.")
    if any(change.key == "unparsed" for change in content.changes):
        unknown.append("A criterion could not be put into our terms; it is shown in the payer's own words.")
    return tuple(unknown)
