"""What one alert says, before any channel gives it a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.changes import Direction, SectionDiff, Verdict

Role = Literal["biller", "clinician", "patient"]
DISCLAIMER = (
    "Not legal or medical advice. A coverage policy is not a guarantee of payment or approval; "
    "the patient's plan document rules."
)
# What no reading of a policy can settle; said once in every message.
NEVER_KNOWN = (
    "Whether approvals already given stand: ask the payer.",
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
class AlertContent:
    """Everything a channel may show of one alert.

    Scraped text in it has no control characters and no line breaks, but is not escaped: that is each channel's work.
    `url` is None when the document's address is not one to link to; `witness` is None without a patient who is
    treated differently.
    """

    alert: str
    source: str
    rule: str
    verdict: Verdict
    action_required: bool
    headline: str
    payer: str
    payer_note: str
    policy: str
    subject: str
    lead: str
    more: int
    witness: str | None
    changes: tuple[ChangeLine, ...]
    sections: tuple[SectionDiff, ...]
    dates: Dates
    codes: Codes
    advice: tuple[Advice, ...]
    url: str | None
    old_copy: Archived
    new_copy: Archived
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """What goes out together on one channel: one alert, or a digest of many. `sent_at` is when this attempt is made."""

    message: str
    channel: str
    contents: tuple[AlertContent, ...]
    sent_at: str

    @property
    def is_digest(self) -> bool:
        return len(self.contents) > 1


def for_digest(contents: tuple[AlertContent, ...]) -> tuple[AlertContent, ...]:
    """The alerts of a digest in reading order: expansions first, then by payer."""
    return tuple(sorted(contents, key=lambda one: (DIGEST_ORDER.index(one.verdict), one.payer, one.source)))


def title(content: AlertContent) -> str:
    """The alert in one line: direction, payer, drug and use, what moved."""
    return f"{content.headline}: {content.payer}, {content.subject}: {what_moved(content)}"


def what_moved(content: AlertContent) -> str:
    """The main change in one line, with the number of others."""
    others = f" (+{content.more} more)" if content.more else ""
    return content.lead + others


def effective_words(dates: Dates) -> str:
    """When a change takes effect, with the days left or gone."""
    if dates.effective_on is None or dates.days_left is None:
        return "not stated"
    days = dates.days_left
    count = f"{abs(days)} day" if abs(days) == 1 else f"{abs(days)} days"
    since = "today" if days == 0 else f"in {count}" if days > 0 else f"in force for {count}"
    return f"{dates.effective_on.isoformat()} ({since})"


def page_words(clause: Clause | None) -> str:
    """Where a clause stands: "p. 3", or nothing."""
    return f"p. {clause.page}" if clause and clause.page else ""
