"""What one alert says, before any channel gives it a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.changes import Direction, SectionDiff, StoredComparison, Verdict
from db.outbox import AlertKind, Urgency

Role = Literal["biller", "clinician", "patient", "analyst"]
Topic = Literal["open_approvals", "self_funded", "benefit", "appeals"]
DISCLAIMER = (
    "Not legal or medical advice. A coverage policy is not a guarantee of payment or approval; "
    "the patient's plan document rules."
)
# What a reader must ask for where the document does not say it.
ASK: dict[Topic, str] = {
    "open_approvals": "Open approvals: the document does not say whether they stand. Ask the payer.",
    "self_funded": "Self-funded employer plans: the document does not say whether they follow it. Ask the plan.",
    "benefit": "Medical or pharmacy benefit: the document does not say which. Ask the payer.",
}
NEVER_KNOWN = (
    "Whether approvals already given stand, unless the document says so: ask the payer.",
    "Whether a given plan follows this policy (self-funded employers may not): ask the plan.",
)
# The order in which a reader wants a digest: who gains, then who may lose, then what to do.
DIGEST_ORDER: tuple[Verdict, ...] = ("expanded", "mixed", "restricted", "unknown", "neutral")


@dataclass(frozen=True, slots=True)
class Clause:
    """The passage on one side of a change, word for word; `page` is None where the document has no pages."""

    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in words; a clause is None where that side says nothing."""

    what: str
    subject: str
    direction: Direction
    effect: str
    old: Clause | None
    new: Clause | None


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a change, kept apart. `days_left` is None without an effective date and negative once in force."""

    published_on: date | None
    effective_on: date | None
    detected_at: str
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Archived:
    """Our copy of one side: the SHA-256 of its bytes and when it was fetched; `sha256` is None when none was kept."""

    sha256: str | None
    fetched_at: str


@dataclass(frozen=True, slots=True)
class Codes:
    """Billing and diagnosis codes that the document newly lists, and those it no longer lists."""

    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the change means for one kind of reader."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the document itself says on a topic, in its own words."""

    topic: Topic
    label: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class Picture:
    """The part of a page with the clause marked, as PNG; `alt` says in words what it shows."""

    png: bytes
    width: int
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class AlertContent:
    """Everything a channel may show of one alert.

    Scraped text in it has no control characters and no line breaks, but is not escaped: that is each channel's work.
    `notices` is what a reminder or a correction has to say before anything else. `follows` is the message that told
    this reader first, None for the first. `url` is None when the document's address is not one to link to; `witness`
    is None without a patient who is treated differently; `against_label` is empty where no labeled use is touched.
    `event` is the edit, which several payers may have made; `shared` names the others, None without any. `own_history`
    is what the payer's list of revisions says where it agrees. `not_known` is open in our reading, `not_stated` in the
    document. `found` is the comparison as it is told, for programs.
    """

    alert: str
    kind: AlertKind
    source: str
    rule: str
    follows: str | None
    notices: tuple[str, ...]
    verdict: Verdict
    action_required: bool
    headline: str
    payer: str
    payer_id: str
    payer_note: str
    weight: str
    policy: str
    subject: str
    lead: str
    more: int
    event: int
    shared: str | None
    witness: str | None
    reach: tuple[str, ...]
    changes: tuple[ChangeLine, ...]
    sections: tuple[SectionDiff, ...]
    dates: Dates
    against_label: tuple[str, ...]
    codes: Codes
    advice: tuple[Advice, ...]
    url: str | None
    is_paged: bool
    old_copy: Archived
    new_copy: Archived
    stated: tuple[Statement, ...]
    own_history: str | None
    not_known: tuple[str, ...]
    not_stated: tuple[str, ...]
    trail: tuple[str, ...]
    picture: Picture | None
    found: StoredComparison


@dataclass(frozen=True, slots=True)
class Message:
    """What goes out together on one channel: one alert, or a digest of many. `sent_at` is when this attempt is made."""

    message: str
    channel: str
    contents: tuple[AlertContent, ...]
    sent_at: str
    urgency: Urgency = "at_once"

    @property
    def is_digest(self) -> bool:
        return len(self.contents) > 1


def for_digest(contents: tuple[AlertContent, ...]) -> tuple[AlertContent, ...]:
    """The alerts of a digest in reading order: expansions first, then by payer; one edit of several stays together."""
    first: dict[int, tuple[str, str]] = {}
    for one in sorted(contents, key=lambda one: (one.payer, one.source)):
        first.setdefault(one.event, (one.payer, one.source))
    return tuple(
        sorted(contents, key=lambda one: (DIGEST_ORDER.index(one.verdict), first[one.event], one.payer, one.source))
    )


def by_event(contents: tuple[AlertContent, ...]) -> tuple[tuple[tuple[int, AlertContent], ...], ...]:
    """The alerts of a digest with their places in it from 1, those of one edit that are told alike gathered."""
    groups: dict[tuple[int, str, str], list[tuple[int, AlertContent]]] = {}
    for place, one in enumerate(contents, 1):
        groups.setdefault((one.event, headline(one), what_moved(one)), []).append((place, one))
    return tuple(map(tuple, groups.values()))


KIND_WORDS: dict[AlertKind, str] = {"change": "", "reminder": "Reminder: ", "correction": "Correction: "}


def title(content: AlertContent) -> str:
    """The alert in one line: direction, payer, drug and use, what moved."""
    return f"{headline(content)}: {content.payer}, {content.subject}: {what_moved(content)}"


def headline(content: AlertContent) -> str:
    """The first words of an alert; a reminder and a correction are named as such."""
    return KIND_WORDS[content.kind] + content.headline


def digest_title(message: Message) -> str:
    """How a digest is headed."""
    week = "the week to " if message.urgency == "weekly" else ""
    expanded = sum(content.verdict == "expanded" for content in message.contents)
    gains = f", {expanded} expanded" if expanded else ""
    return f"{len(message.contents)} coverage changes{gains} ({week}{message.sent_at[:10]})"


def page_address(content: AlertContent, clause: Clause | None) -> str | None:
    """The address of the page of a PDF where today's clause stands; None for a document without pages."""
    if content.url is None or clause is None or not clause.page or not content.is_paged:
        return None
    return f"{content.url.partition('#')[0]}#page={clause.page}"


def to_do_words(dates: Dates) -> str:
    """The heading of what to do, with the day by which: "What to do before 2026-12-01 (in 8 days)"."""
    if dates.days_left is None or dates.days_left < 0:
        return "What to do"
    return f"What to do {'before ' if dates.days_left else 'from '}{effective_words(dates)}"


def what_moved(content: AlertContent) -> str:
    """The main change in one line, with the number of others."""
    others = f" (+{content.more} more)" if content.more else ""
    return content.lead + others


def effective_words(dates: Dates) -> str:
    """When a change takes effect, with the days left or gone where they are counted."""
    if dates.effective_on is None:
        return "not stated"
    if dates.days_left is None:
        return dates.effective_on.isoformat()
    days = dates.days_left
    count = f"{abs(days)} day" if abs(days) == 1 else f"{abs(days)} days"
    since = "today" if days == 0 else f"in {count}" if days > 0 else f"in force for {count}"
    return f"{dates.effective_on.isoformat()} ({since})"


def page_words(clause: Clause | None) -> str:
    """Where a clause stands: "p. 3", or nothing."""
    return f"p. {clause.page}" if clause and clause.page else ""
