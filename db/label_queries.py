"""The named queries about the label: where every position in force stands, and who followed an event how late."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.label import FindingRow
from db.queries import end_of
from parsers.models import Indication, Phase, Product, Route, Status

Followed = Literal[
    "followed", "announced", "by_reference", "already", "not_yet", "not_covered", "not_stated", "unknown"
]


@dataclass(frozen=True, slots=True)
class AgainstLabelRow:
    """A position in force against the label of today (`label_class`) and of the policy's own date (`class_then`).

    `policy_on` is the effective date, or the day of the fetch when none is stated. `judged_as` is the labeled use that
    the position decides, None when it decides none. `class_then` is None when the drug had no label on that date.
    `findings` are the clauses beyond, below or apart from today's label.
    """

    payer: str
    payer_name: str
    payer_type: str
    source: str
    url: str
    product: Product
    route: Route
    indication: Indication
    phase: Phase
    status: Status
    policy_on: str
    judged_as: str | None
    label_class: str
    label_event: str
    class_then: str | None
    event_then: str | None
    by_reference: bool
    reason: str
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class LabelLagRow:
    """How one source followed one label event for one use.

    `outcome`: "followed" by its own text; "announced": its text will from `followed_on` on; "by_reference" (at once);
    "already" so before the event; "not_yet", with the clause in `text`; or its answer in force denies the use, does not
    state it, or could not be read. `weeks` are those from the approval to `followed_on`, or to today for "not_yet";
    None where neither applies. `at_most`: it followed no later than that, but no version before was seen.
    """

    payer: str
    payer_name: str
    payer_type: str
    source: str
    url: str
    event: str
    approved_on: str
    announced_on: str | None
    indication: Indication
    outcome: Followed
    followed_on: str | None
    weeks: float | None
    at_most: bool
    text: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class AgainstLabelFilter:
    """Which positions to list; None: any. `who` is a payer or a source; `off_label`: uses that no label names too."""

    today: str
    who: str | None = None
    product: str | None = None
    indication: str | None = None
    label_class: str | None = None
    off_label: bool = False


AGAINST_LABEL = """
    SELECT payer, payer_name, payer_type, source, url, product, route, indication, phase, status, policy_on, judged_as,
           label_class, label_event, class_then, event_then, by_reference, reason, findings
    FROM label_positions
    WHERE in_force_from <= :at AND (in_force_until IS NULL OR in_force_until > :at)
      AND approved_on <= :today AND (replaced_on IS NULL OR replaced_on > :today)
      AND (:who IS NULL OR :who IN (payer, source))
      AND (:product IS NULL OR product = :product)
      AND (:indication IS NULL OR indication = :indication)
      AND (:label_class IS NULL OR label_class = :label_class)
      AND (:off_label OR judged_as IS NOT NULL)
    ORDER BY source, n"""

LABEL_LAG = """
    SELECT payer, payer_name, payer_type, source, url, label_event AS event, approved_on, announced_on, indication,
           iif(outcome = 'followed' AND followed_on > :today, 'announced', outcome) AS outcome, followed_on,
           round((julianday(iif(outcome = 'not_yet', :today, followed_on)) - julianday(approved_on)) / 7.0, 1) AS weeks,
           at_most, text, page
    FROM label_answers
    WHERE approved_on <= :today AND (:payer IS NULL OR payer = :payer) AND (:event IS NULL OR label_event = :event)
    ORDER BY approved_on, outcome, weeks, source"""


def list_against_label(db: Database, wanted: AgainstLabelFilter) -> list[AgainstLabelRow]:
    """Where the positions of each source's version in force stand."""
    values = {name: getattr(wanted, name) for name in AgainstLabelFilter.__slots__} | {"at": end_of(wanted.today)}
    return [_against(row) for row in db.query(AGAINST_LABEL, values)]


def list_label_lag(
    db: Database, *, today: str, payer: str | None = None, event: str | None = None
) -> list[LabelLagRow]:
    """How every source followed the label events; only sources about the event's drug are listed."""
    rows = db.query(LABEL_LAG, {"today": today, "payer": payer, "event": event})
    return [LabelLagRow(**row | {"at_most": bool(row["at_most"])}) for row in rows]


def _against(row: dict[str, object]) -> AgainstLabelRow:
    findings = tuple(FindingRow(*finding) for finding in json.loads(str(row["findings"])))
    return AgainstLabelRow(**row | {"by_reference": bool(row["by_reference"]), "findings": findings})  # type: ignore[arg-type]
