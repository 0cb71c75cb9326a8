"""What can be done where a payer's answer is no: the way of appeal, what is covered instead, and how others pay."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from db.sources import PayerType
from parsers.errors import TableError
from parsers.models import Product, Status

_VOCABULARIES: dict[str, tuple[str, ...]] = {
    "statuses": get_args(Status), "products": get_args(Product), "payer_types": get_args(PayerType),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. Empty `statuses`, `products` or `payer_types`: for all; `sources` are addresses to read on."""

    title: str
    text: str
    sources: tuple[str, ...]
    statuses: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    payer_types: tuple[str, ...] = ()

    def is_for(self, status: Status, product: Product, payer_type: PayerType) -> bool:
        """Whether it helps with this answer of this kind of payer."""
        limits = ((self.statuses, status), (self.products, product), (self.payer_types, payer_type))
        return all(not allowed or value in allowed for allowed, value in limits)


@cache
def steps() -> tuple[Step, ...]:
    """Every step in order. Raises TableError when next_steps.toml names what the contract does not have."""
    rows = tomllib.loads((files("tracker.paperwork") / "next_steps.toml").read_text(encoding="utf-8"))["step"]
    return tuple(_step(row) for row in rows)


def next_steps(status: Status, product: Product, payer_type: PayerType) -> Iterator[Step]:
    """The steps for one denial."""
    return (step for step in steps() if step.is_for(status, product, payer_type))


def _step(row: dict[str, Any]) -> Step:
    for name, words in _VOCABULARIES.items():
        unknown: Sequence[str] = sorted(set(row.get(name, ())) - set(words))
        if unknown:
            raise TableError(f"next_steps.toml: {row.get('title')!r} has {name} {', '.join(unknown)}")
    try:
        members: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
        }
        return Step(**members)
    except TypeError as error:
        raise TableError(f"next_steps.toml: {row.get('title')!r}: {error}") from error
