"""What payers answer, for a picture of all of them at once: today's answers, and every answer over time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from db.sources import Payer, PayerType, payer_of
from parsers.models import Indication, Product, Route, Status


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The status of one position for a first approval, in force for us from one instant until another.

    `n` is its place within its version. `until` is None while nothing replaces it. `prior_authorization` is None when
    the document does not say.
    """

    payer: str
    source: str
    n: int
    product: Product
    route: Route
    indication: Indication
    status: Status
    prior_authorization: bool | None
    since: str
    until: str | None


_ANSWERS = """
    SELECT sources.payer, v.source, p.n, p.product, p.route, p.indication, p.status, p.prior_authorization,
           v.in_force_from AS since, v.in_force_until AS until
    FROM versions_in_force v JOIN positions p USING (version) JOIN sources USING (source)
    WHERE p.phase = 'initial'"""
_KNOWN = " AND (v.in_force_until IS NULL OR v.in_force_until > :now)"
_ASKED = " AND p.product = :product AND p.indication IN (SELECT value FROM json_each(:indications))"
_ORDER = " ORDER BY sources.payer, v.source, v.version, p.n"
_PRIOR = {None: None, 0: False, 1: True}


def answers_from(db: Database, now: str, *, source: str | None = None) -> list[AnswerRow]:
    """Every answer in force at an instant or known to come after it, or one document's, by payer and source."""
    whose = " AND v.source = :source" if source else ""
    return _answers(db, _ANSWERS + _KNOWN + whose + _ORDER, {"now": now, "source": source})


def answers_at(db: Database, now: str, *, source: str | None = None) -> list[AnswerRow]:
    """Every answer in force at an instant, or one document's, by payer and source."""
    return [row for row in answers_from(db, now, source=source) if row.since <= now]


def answers_over_time(db: Database, product: Product, indications: Iterable[Indication]) -> list[AnswerRow]:
    """Every answer there ever was on a drug for some uses, by payer, source and age."""
    values = {"product": product, "indications": json.dumps(list(indications))}
    return _answers(db, _ANSWERS + _ASKED + _ORDER, values)


def all_payers(db: Database, *, payer_type: PayerType | None = None) -> list[Payer]:
    """Every payer, or those of a type, by name."""
    where, values = ("payer_type = ?", [payer_type]) if payer_type else ("1", [])
    rows = db["payers"].rows_where(where, values, order_by="name COLLATE NOCASE, payer")
    return list(map(payer_of, rows))


def _answers(db: Database, sql: str, values: Mapping[str, str | None]) -> list[AnswerRow]:
    # Thousands of rows a page: taken apart by place, without a dictionary for each.
    rows = db.execute(sql, dict(values)).fetchall()
    return [
        AnswerRow(payer, source, n, product, route, indication, status, _PRIOR[prior], since, until)
        for payer, source, n, product, route, indication, status, prior, since, until in rows
    ]
