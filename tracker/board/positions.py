"""One answer of a policy as it is shown: status, criteria, where it stands against the label, what to prove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from parsers.models import Position
from tracker.alerts.wording import WORDING
from tracker.board.criteria import Document, GroupNode, Quote, readable
from tracker.board.label import LabelWords, label_words
from tracker.board.paths import position_anchor
from tracker.board.words import WORDS
from tracker.in_force import InForce
from tracker.paperwork.checklist import Checklist, Line, checklists, sections
from tracker.paperwork.denials import DENIED


@dataclass(frozen=True, slots=True)
class ToProve:
    """One part of a request: what to gather for it, and its lines."""

    title: str
    gather: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position. `details` are phase, route and what is said of prior authorization; `to_prove` is () where no
    request can be made; `is_denied` means that steps to take are told on the page.
    """

    anchor: str
    position: Position
    heading: str
    details: tuple[str, ...]
    quote: Quote | None
    tree: GroupNode | None
    label: LabelWords | None
    to_prove: tuple[ToProve, ...]
    codes: tuple[str, ...]
    is_denied: bool


_PRIOR = {True: "prior authorization needed", False: "no prior authorization", None: ""}


def position_views(policy: InForce, document: Document, today: str) -> tuple[PositionView, ...]:
    """The positions of a policy in its own order."""
    lists = {id(one.position): one for one in checklists(policy.policy)}
    label = label_words(policy.policy, today)
    return tuple(
        _view(n, position, document, label[n], lists.get(id(position)))
        for n, position in enumerate(policy.policy.positions)
    )


def heading(position: Position) -> str:
    """What a position is about: "ketamine for PTSD"."""
    return f"{WORDING.products[position.product]} for {WORDING.indications[position.indication]}"


def _view(
    n: int, position: Position, document: Document, label: LabelWords | None, checklist: Checklist | None
) -> PositionView:
    details = [WORDING.phases[position.phase], WORDS.routes[position.route], _PRIOR[position.prior_authorization]]
    return PositionView(
        anchor=position_anchor(n),
        position=position,
        heading=heading(position),
        details=tuple(filter(None, details)),
        quote=document.quote(position.evidence[0]) if position.evidence else None,
        tree=readable(position.criteria, document) if position.criteria else None,
        label=label,
        to_prove=tuple(_to_prove(checklist)) if checklist else (),
        codes=checklist.codes if checklist else (),
        is_denied=position.status in DENIED,
    )


def _to_prove(checklist: Checklist) -> Iterator[ToProve]:
    gather = {section.title: section.gather for section in sections()}
    for title, lines in groupby(checklist.lines, key=lambda line: line.section):
        yield ToProve(title, gather[title], tuple(lines))
