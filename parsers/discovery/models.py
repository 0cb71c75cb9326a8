"""What a page says of a document that is somewhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from parsers.models import Product

# "listed" is the plain word of an index: the document is there.
Said = Literal["listed", "new", "revised", "moved", "renumbered", "replaced", "split", "archived", "retired"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A document about either drug that a page names.

    `url` is its whole address, "" when the page links to none. `numbers` are the policy numbers that stand beside it,
    `successors` those that are said to take their place. `dated_on` is the date beside it, None without one; `text` is
    the row, item or paragraph.
    """

    title: str
    url: str
    products: tuple[Product, ...]
    numbers: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    dated_on: date | None = None
    said: Said = "listed"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Successor:
    """A document that takes another's place: `number` and `url` are "" where the notice does not give them."""

    title: str
    number: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A document's own word that it is not the place any more.

    `is_all` tells a page that only points elsewhere from a whole policy under a banner.
    """

    said: Said
    text: str
    successors: tuple[Successor, ...]
    is_all: bool
