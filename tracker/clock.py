"""The one clock. Every other function is told the time, so that a night can be played again."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """The present instant as "2026-11-23T02:00:00Z"."""
    return stamp(datetime.now(UTC))


def stamp(instant: datetime) -> str:
    """An aware instant as the database keeps it: UTC, whole seconds."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_instant(text: str) -> datetime:
    """An ISO 8601 instant or date; without a zone it is UTC. Raises ValueError, with the form to write."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError(f"{text!r} is no instant; write 2026-11-23T02:00:00Z or 2026-11-23") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)
