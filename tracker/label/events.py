"""Label events as data: which uses the FDA label of each drug names from which day on, and what it demands.

The day of approval and the day of announcement stay apart: payers quote either. The label in force on a day is the one
approved on or before it.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, get_args

from parsers.models import Indication, Phase, Product


class LabelDataError(Exception):
    """label.toml cannot be used; the message names the entry and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class LabelUse:
    """One indication of a label. `failed_ad_count` is the failures its meaning implies (0: none); `oral_ad`: an oral
    antidepressant must be taken alongside.
    """

    indication: Indication
    statement: str
    failed_ad_count: int = 0
    oral_ad: bool = False


@dataclass(frozen=True, slots=True)
class LabelEvent:
    """A label's edition: all its uses from `approved_on` until the next event of the product. `announced_on` is None
    when no announcement is on record; payers count from either day.
    """

    event: str
    product: Product
    approved_on: date
    headline: str
    source: str
    uses: tuple[LabelUse, ...]
    announced_on: date | None = None

    def use(self, indication: Indication) -> LabelUse | None:
        return next((use for use in self.uses if use.indication == indication), None)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that a label schedules in a phase: mg a session, sessions a week, 28 mg devices in 28 days."""

    dose_max_mg: float
    frequency_max_per_week: float
    devices_in_28_days: int


@dataclass(frozen=True, slots=True)
class Label:
    """What every edition of a product's label demands of everybody. None or no entry: it sets nothing there.
    `current_episode`: the meaning of its uses includes that failures lie in the current episode.
    """

    age_min: int | None = None
    monitoring_hours: float | None = None
    contraindications: frozenset[str] = frozenset()
    current_episode: bool = False
    ceilings: Mapping[Phase, Ceiling] | None = None

    def ceiling(self, phase: Phase) -> Ceiling | None:
        return self.ceilings.get(phase) if self.ceilings else None


@dataclass(frozen=True, slots=True)
class Watched:
    """What may become the next event: what was last known of it, and on which day."""

    product: Product
    what: str
    known: str
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class PublishedLag:
    """How long plans took to follow earlier changes of labels, as published."""

    median_weeks: float
    source: str


@dataclass(frozen=True, slots=True)
class LabelData:
    """The whole of label.toml; events by the day of approval. `release` changes with every edit of the file."""

    release: str
    labels: Mapping[Product, Label]
    events: tuple[LabelEvent, ...]
    watched: tuple[Watched, ...]
    published_lag: PublishedLag


def read_label_data(toml: str) -> LabelData:
    """Check and build the label data. Raises LabelDataError when an entry is missing, unknown or out of order."""
    try:
        tables: dict[str, Any] = tomllib.loads(toml)
        data = LabelData(
            release=hashlib.sha256(toml.encode()).hexdigest()[:12],
            labels={product: _label(dict(entry)) for product, entry in tables.pop("labels").items()},
            events=tuple(_event(dict(entry)) for entry in tables.pop("events")),
            watched=tuple(Watched(**entry) for entry in tables.pop("watched")),
            published_lag=PublishedLag(**tables.pop("published_lag")),
        )
    except (tomllib.TOMLDecodeError, TypeError, KeyError, AttributeError) as error:
        raise LabelDataError(f"label.toml: {error}") from error
    problem = next(iter([*_problems(data), *(f"unknown table {name}" for name in tables)]), None)
    if problem:
        raise LabelDataError(f"label.toml: {problem}")
    return data


def _label(entry: dict[str, Any]) -> Label:
    ceilings = {phase: Ceiling(**ceiling) for phase, ceiling in entry.pop("ceilings", {}).items()}
    return Label(contraindications=frozenset(entry.pop("contraindications")), ceilings=ceilings or None, **entry)


def _event(entry: dict[str, Any]) -> LabelEvent:
    return LabelEvent(uses=tuple(LabelUse(**use) for use in entry.pop("uses")), **entry)


def _problems(data: LabelData) -> list[str]:
    problems = [f"unknown product {product}" for product in data.labels if product not in get_args(Product)]
    names = [event.event for event in data.events]
    problems += [f"two events are called {name}" for name in set(names) if names.count(name) > 1]
    problems += [
        f"{later.event} stands after {earlier.event} but is older"
        for earlier, later in pairwise(data.events)
        if later.approved_on < earlier.approved_on
    ]
    return problems + [problem for event in data.events for problem in _event_problems(event, data.labels)]


def _event_problems(event: LabelEvent, labels: Mapping[Product, Label]) -> list[str]:
    problems = [
        f"{event.event}: {use.indication} is no indication"
        for use in event.uses
        if use.indication not in get_args(Indication)
    ]
    if event.product not in labels:
        problems.append(f"{event.event}: there is no [labels.{event.product}]")
    if event.announced_on and event.announced_on < event.approved_on:
        problems.append(f"{event.event} was announced before it was approved")
    if not event.uses:
        problems.append(f"{event.event} names no use")
    return problems


LABELS = read_label_data(files("tracker.label").joinpath("label.toml").read_text("utf-8"))


def events_of(product: str) -> tuple[LabelEvent, ...]:
    """The events of a product, oldest first."""
    return tuple(event for event in LABELS.events if event.product == product)


def label_on(product: str, day: date) -> LabelEvent | None:
    """The label in force on a day, None before the first approval."""
    return next((event for event in reversed(events_of(product)) if event.approved_on <= day), None)


def label_before(event: LabelEvent) -> LabelEvent | None:
    """The label that an event replaced, None for the first approval."""
    older = [one for one in events_of(event.product) if one.approved_on < event.approved_on]
    return older[-1] if older else None


@cache
def labeled_uses(product: str) -> frozenset[Indication]:
    """The indications that any edition of a product's label names."""
    return frozenset(use.indication for event in events_of(product) for use in event.uses)
