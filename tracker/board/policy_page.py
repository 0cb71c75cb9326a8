"""The page of one document: what it says now, by which clauses, since when, and what became of it over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.history import VersionRow, version_history
from db.incidents import warnings_of
from db.queries import Address, SourceRow, addresses_of, list_sources
from db.sources import Payer, Source, get_payer, get_source
from parsers.models import ParsedPolicy
from tracker.alerts.plain import web_address
from tracker.board.after_no import AfterNo, after_no
from tracker.board.board import Board
from tracker.board.clauses_page import clause_places
from tracker.board.criteria import Document
from tracker.board.paths import change_path, payer_path
from tracker.board.positions import PositionView, position_views
from tracker.board.words import WORDS
from tracker.in_force import InForce, policies_in_force


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """The codes of one system, each with its role where one is stated."""

    system: str
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version, when it is in force in words, and the page that compares it with the one before, None without one."""

    row: VersionRow
    in_force: str
    path: str | None


@dataclass(frozen=True, slots=True)
class AddressView:
    """An address; `link` is None when it is not one to follow."""

    row: Address
    link: str | None


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """One document. `policy` is None while no version of it is in force; `upcoming` are versions still to come;
    `warnings` say what is unusual about a document that was read, each with its reason.
    """

    title: str
    payer: Payer
    payer_path: str
    source: Source
    status: SourceRow
    policy: InForce | None
    positions: tuple[PositionView, ...]
    after_no: tuple[AfterNo, ...]
    codes: tuple[CodeGroup, ...]
    versions: tuple[VersionView, ...]
    upcoming: tuple[VersionView, ...]
    addresses: tuple[AddressView, ...]
    warnings: tuple[tuple[str, str], ...]


def policy_page(board: Board, source: str) -> PolicyPage | None:
    """The page of a source, None when there is no such source."""
    found = get_source(board.db, source)
    payer = get_payer(board.db, found.payer) if found else None
    if found is None or payer is None:
        return None
    policy = next(policies_in_force(board.db, now=board.now, source=source), None)
    versions = tuple(_version(row, board.now) for row in version_history(board.db, source))
    return PolicyPage(
        title=policy.title if policy else found.title or source,
        payer=payer,
        payer_path=payer_path(payer.payer),
        source=found,
        status=next(row for row in list_sources(board.db, payer=found.payer) if row.source == source),
        policy=policy,
        positions=_positions(board, policy) if policy else (),
        after_no=after_no(board, policy) if policy else (),
        codes=tuple(_codes(policy.policy)) if policy else (),
        versions=versions,
        upcoming=tuple(one for one in versions if (one.row.in_force_from or "") > board.now),
        addresses=tuple(AddressView(row, web_address(row.url)) for row in addresses_of(board.db, source)),
        warnings=tuple((WORDS.conditions[one.quality], one.reason) for one in warnings_of(board.db, source)),
    )


def _positions(board: Board, policy: InForce) -> tuple[PositionView, ...]:
    document = Document(policy.policy.document.pages > 1, clause_places(policy.source.source, policy.policy))
    return position_views(policy, document, board.today)


def _version(row: VersionRow, now: str) -> VersionView:
    path = change_path(row.comparison) if row.comparison and row.state == "confirmed" else None
    return VersionView(row, _in_force(row, now), path)


def _in_force(row: VersionRow, now: str) -> str:
    if row.state != "confirmed":
        return "waits for a second fetch" if row.state == "pending" else "not confirmed by the next fetch"
    if row.in_force_from is None:
        return "never"
    since, until = row.in_force_from[:10], row.in_force_until
    if row.in_force_from > now:
        return f"from {since}"
    return f"{since} to {until[:10]}" if until else f"since {since}"


def _codes(policy: ParsedPolicy) -> Iterator[CodeGroup]:
    for system in dict.fromkeys(code.system for code in policy.codes):
        roles = {code.code: code.role for code in policy.codes if code.system == system}
        yield CodeGroup(system, tuple((code, "" if role == "unknown" else role) for code, role in roles.items()))
