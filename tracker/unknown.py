"""Why a fetch does not say what the policy is now."""

from __future__ import annotations

from typing import Literal

from db.snapshots import NEEDS_BROWSER, Snapshot
from parsers.models import Quality

IncidentKind = Quality | Literal["unreachable", "unread", "waiting", "moved", "retired", "needs_browser", "too_little"]
_REFUSED = frozenset({401, 403, 407, 429, 451})


class UnknownError(Exception):
    """The fetch does not say what the policy is now: `kind` for the incident, `quality` where a body was judged."""

    def __init__(self, kind: IncidentKind, reason: str, quality: Quality | None = None) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.quality = quality


def unknown_fetch(fetch: Snapshot) -> UnknownError:
    """What a failed fetch tells of its source."""
    if fetch.reason.startswith(NEEDS_BROWSER):
        return UnknownError("needs_browser", fetch.reason)
    status = fetch.http_status or 0
    if status in _REFUSED:
        return UnknownError("blocked", fetch.reason, "blocked")
    if status >= 400:
        return UnknownError("error_page", fetch.reason, "error_page")
    return UnknownError("unreachable", fetch.reason)
