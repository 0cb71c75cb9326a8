"""The named queries about the label: where every position in force stands, and who followed an event how late."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.label import FindingRow
from parsers.models import Indication, Phase, Product, Route, Status

Followed = Literal["followed", "by_reference", "already", "not_yet", "not_covered", "not_stated", "unknown"]


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

    `outcome`: "followed" by its own text; "by_reference" (at once); "already" so before the event; "not_yet", with the
    clause in `text`; or its answer in force denies the use, does not state it, or could not be read. `weeks` are those
    from the approval to `followed_on`, or to today for "not_yet"; None where neither applies. `at_most`: it followed no
    later than that, but no version before was seen.
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
    WITH force AS (
             SELECT version, source, coalesce(effective_on, substr(seen_at, 1, 10)) AS policy_on
             FROM versions
             WHERE version IN (SELECT max(version) FROM versions WHERE state = 'confirmed' GROUP BY source)),
         placed AS (
             SELECT force.*, p.n, p.product, p.route, p.indication, p.phase, p.status,
                    (SELECT event FROM label_events e WHERE e.product = p.product AND approved_on <= :today
                     ORDER BY approved_on DESC LIMIT 1) AS label_event,
                    (SELECT event FROM label_events e WHERE e.product = p.product AND approved_on <= force.policy_on
                     ORDER BY approved_on DESC LIMIT 1) AS event_then
             FROM force JOIN positions p USING (version))
    SELECT payers.payer, payers.name AS payer_name, payers.payer_type, sources.source, sources.url, placed.product,
           placed.route, placed.indication, placed.phase, placed.status, placed.policy_on, s.judged_as, s.label_class,
           placed.label_event, t.label_class AS class_then, placed.event_then, s.by_reference, s.reason,
           (SELECT json_group_array(json_array(side, kind, grade, key, json(value), text, page)) FROM
               (SELECT * FROM label_findings f
                WHERE f.version = placed.version AND f.n = placed.n AND f.event = placed.label_event
                ORDER BY finding)) AS findings
    FROM placed
    JOIN label_standings s ON s.version = placed.version AND s.n = placed.n AND s.event = placed.label_event
    LEFT JOIN label_standings t ON t.version = placed.version AND t.n = placed.n AND t.event = placed.event_then
    JOIN sources USING (source) JOIN payers USING (payer)
    WHERE (:who IS NULL OR :who IN (payers.payer, sources.source))
      AND (:product IS NULL OR placed.product = :product)
      AND (:indication IS NULL OR placed.indication = :indication)
      AND (:label_class IS NULL OR s.label_class = :label_class)
      AND (:off_label OR s.judged_as IS NOT NULL)
    ORDER BY sources.source, placed.n"""

# A document read anew by a later release counts once, by its newest reading. The effective date of the version that
# follows is taken for the day it followed only when the version that lagged did not carry the same date.
LABEL_LAG = """
    WITH read AS (
             SELECT version, source, substr(seen_at, 1, 10) AS seen_on, effective_on,
                    row_number() OVER (PARTITION BY source, snapshot ORDER BY version DESC) AS nth
             FROM versions WHERE state = 'confirmed'),
         said AS (
             SELECT read.*, r.indication, r.response, r.text, r.page, e.event, e.approved_on, e.announced_on,
                    r.response IN ('follows', 'by_reference') AS following,
                    row_number() OVER (PARTITION BY read.source, e.event, r.indication ORDER BY version DESC) AS age
             FROM read JOIN label_responses r USING (version) JOIN label_events e USING (event)
             WHERE nth = 1 AND e.approved_on <= :today),
         first AS (
             SELECT source, event, indication, min(version) AS version FROM said WHERE following GROUP BY 1, 2, 3),
         met AS (
             SELECT f.source, f.event, f.indication, s.seen_on, s.effective_on, s.response,
                    count(l.version) AS lagged, max(l.effective_on) AS lagged_from
             FROM first f JOIN said s USING (source, event, indication, version)
             LEFT JOIN said l ON l.source = f.source AND l.event = f.event AND l.indication = f.indication
                              AND l.version < f.version
             GROUP BY 1, 2, 3),
         judged AS (
             SELECT now.*, met.lagged,
                    CASE WHEN now.response = 'lags' THEN 'not_yet'
                         WHEN now.response = 'denied' THEN 'not_covered'
                         WHEN NOT now.following THEN now.response
                         WHEN met.response = 'by_reference' AND NOT met.lagged THEN 'by_reference'
                         WHEN met.seen_on < now.approved_on THEN 'already'
                         WHEN NOT met.lagged AND met.effective_on < now.approved_on THEN 'already'
                         ELSE 'followed' END AS outcome,
                    CASE WHEN met.effective_on >= now.approved_on AND coalesce(met.lagged_from, '') < met.effective_on
                         THEN met.effective_on ELSE met.seen_on END AS met_on
             FROM said now LEFT JOIN met USING (source, event, indication) WHERE now.age = 1),
         dated AS (
             SELECT *, CASE outcome WHEN 'followed' THEN met_on WHEN 'by_reference' THEN approved_on END AS followed_on
             FROM judged)
    SELECT payers.payer, payers.name AS payer_name, payers.payer_type, sources.source, sources.url, event, approved_on,
           announced_on, indication, outcome, followed_on,
           round((julianday(CASE outcome WHEN 'not_yet' THEN :today ELSE followed_on END)
                  - julianday(approved_on)) / 7.0, 1) AS weeks,
           outcome = 'followed' AND NOT lagged AS at_most, text, page
    FROM dated JOIN sources USING (source) JOIN payers USING (payer)
    WHERE (:payer IS NULL OR payers.payer = :payer) AND (:event IS NULL OR event = :event)
    ORDER BY approved_on, outcome, weeks, sources.source"""


def list_against_label(db: Database, wanted: AgainstLabelFilter) -> list[AgainstLabelRow]:
    """Where the positions of each source's version in force stand."""
    values = {name: getattr(wanted, name) for name in AgainstLabelFilter.__slots__}
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
