"""A payer's no, with what else is covered: the other drug or route by the same payer, the same use by its peers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from parsers.models import Indication, Position, Product, Status
from tracker.in_force import InForce

DENIED: frozenset[Status] = frozenset({"excluded", "not_medically_necessary", "investigational"})
PEERS_NAMED = 5

_PEERS = """
    SELECT DISTINCT payer_name FROM coverage_now
    WHERE status = 'covered' AND product = :product AND indication = :indication AND payer_type = :payer_type
      AND payer <> :payer
    ORDER BY payer_name LIMIT :most"""
_INSTEAD = """
    SELECT DISTINCT product, route, source, url FROM coverage_now
    WHERE status = 'covered' AND phase = 'initial' AND indication = :indication AND payer = :payer
      AND (product <> :product OR route <> :route)
    ORDER BY product, route"""


@dataclass(frozen=True, slots=True)
class Covered:
    """A drug and route that the same payer covers for the same use."""

    product: Product
    route: str
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Denial:
    """One denied position; `peers` are names of payers of the same type that cover what it denies."""

    policy: InForce
    position: Position
    instead: tuple[Covered, ...]
    peers: tuple[str, ...]


def denials(
    db: Database, policy: InForce, *, product: Product | None = None, indication: Indication | None = None
) -> Iterator[Denial]:
    """The denials of a policy in force, all or those of one drug or use."""
    for position in policy.policy.positions:
        wanted = product in (None, position.product) and indication in (None, position.indication)
        if wanted and position.status in DENIED:
            yield Denial(policy, position, _instead(db, policy, position), _peers(db, policy, position))


def _instead(db: Database, policy: InForce, position: Position) -> tuple[Covered, ...]:
    values = {
        "payer": policy.payer.payer, "product": position.product, "route": position.route,
        "indication": position.indication,
    }  # fmt: skip
    return tuple(Covered(**row) for row in db.query(_INSTEAD, values))


def _peers(db: Database, policy: InForce, position: Position) -> tuple[str, ...]:
    values = {
        "payer": policy.payer.payer, "payer_type": policy.payer.payer_type, "product": position.product,
        "indication": position.indication, "most": PEERS_NAMED,
    }  # fmt: skip
    return tuple(row["payer_name"] for row in db.query(_PEERS, values))
