"""What a conditional request may send tonight."""

from __future__ import annotations

from sqlite_utils import Database

from db.snapshots import Validators, nights_since_full_fetch, validators
from db.versions import has_pending

# Servers' validators cannot be trusted for ever: every seventh night asks for the whole document.
FULL_FETCH_AFTER_NIGHTS = 6


def validators_tonight(db: Database, source: str, url: str) -> Validators | None:
    """What to send so that the server may answer 304; None asks for the whole document."""
    if has_pending(db, source) or nights_since_full_fetch(db, source, url) >= FULL_FETCH_AFTER_NIGHTS:
        return None
    return validators(db, source, url)
