"""A payer's no, with what else is covered: the other drug or route by the same payer, the same use by its peers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from db.sources import PayerType
from parsers.models import Indication, Phase, Position, Product, Status
from tracker.in_force import InForce

DENIED: frozenset[Status] = frozenset({"excluded", "not_medically_necessary", "investigational"})
PEERS_NAMED = 5

_COVERED = """
    SELECT payer, payer_name, payer_type, product, route, indication, phase, source, url FROM coverage_now
    WHERE status = 'covered' ORDER BY payer_name, product, route"""


@dataclass(frozen=True, slots=True)
class CoveredRow:
    """One covered position in force, of whatever payer."""

    payer: str
    payer_name: str
    payer_type: PayerType
    product: Product
    route: str
    indication: Indication
    phase: Phase
    source: str
    url: str


# What is covered today, by use: read once, it answers for every denial.
Covering = Mapping[Indication, Sequence[CoveredRow]]


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


def covered_today(db: Database) -> Covering:
    """Every covered position in force."""
    found: defaultdict[Indication, list[CoveredRow]] = defaultdict(list)
    for values in db.execute(_COVERED).fetchall():
        row = CoveredRow(*values)
        found[row.indication].append(row)
    return found


def denials(
    covering: Covering, policy: InForce, *, product: Product | None = None, indication: Indication | None = None
) -> Iterator[Denial]:
    """The denials of a policy in force, all or those of one drug or use."""
    for position in policy.policy.positions:
        wanted = product in (None, position.product) and indication in (None, position.indication)
        if wanted and position.status in DENIED:
            same_use = covering.get(position.indication, ())
            yield Denial(policy, position, _instead(same_use, policy, position), _peers(same_use, policy, position))


def _instead(same_use: Iterable[CoveredRow], policy: InForce, position: Position) -> tuple[Covered, ...]:
    own = (row for row in same_use if row.payer == policy.payer.payer and row.phase == "initial")
    others = (row for row in own if (row.product, row.route) != (position.product, position.route))
    return tuple(dict.fromkeys(Covered(row.product, row.route, row.source, row.url) for row in others))


def _peers(same_use: Iterable[CoveredRow], policy: InForce, position: Position) -> tuple[str, ...]:
    payer = policy.payer
    names = (
        row.payer_name
        for row in same_use
        if row.product == position.product and row.payer_type == payer.payer_type and row.payer != payer.payer
    )
    return tuple(dict.fromkeys(names))[:PEERS_NAMED]
