"""Which policies a command is about: a payer's or a source's, of a drug and a use."""

from __future__ import annotations

from difflib import get_close_matches
from typing import get_args

import click
from sqlite_utils import Database

from db.sources import all_sources
from parsers.models import Indication, Product
from tracker.cli.errors import CannotReadError
from tracker.clock import utc_now
from tracker.in_force import InForce, policies_in_force

product_option = click.option("--product", type=click.Choice(get_args(Product)))
indication_option = click.option("--indication", type=click.Choice(get_args(Indication)), metavar="trd|mdsi|…")


def asked_policies(db: Database, payer_or_source: str) -> list[InForce]:
    """The policies in force of a source ("payer/slug") or of all sources of a payer.

    Raises CannotReadError with what may have been meant.
    """
    payer, slash, _ = payer_or_source.partition("/")
    found = list(policies_in_force(db, now=utc_now(), payer=payer, source=payer_or_source if slash else None))
    if not found:
        raise CannotReadError(f"no policy in force of {payer_or_source}: {_hint(db, payer_or_source)}")
    return found


def _hint(db: Database, name: str) -> str:
    sources = [one.source for one in all_sources(db)]
    known = dict.fromkeys([*sources, *(one.partition("/")[0] for one in sources)])
    if name in known:
        return "it has not been read yet; `ketwatch health` says why"
    near = get_close_matches(name, known, n=3, cutoff=0.4)
    return f"did you mean {' or '.join(near)}?" if near else "`ketwatch sources` lists them"
