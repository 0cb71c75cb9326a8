"""Who we are when we ask: the user agent with the operator's contact."""

from __future__ import annotations

import re
from importlib.metadata import version

from scrapy.exceptions import UsageError

_CONTACT = re.compile(r"(?:mailto:)?[^@\s<>()]+@[^@\s<>()]+\.[^@\s<>()]+|https?://[^\s<>()]+\.[^\s<>()]+")


def user_agent(contact: str | None) -> str:
    """`ketwatch/<version> (+contact)`. Raises UsageError when the contact is missing or no e-mail address or URL."""
    contact = (contact or "").strip()
    if not _CONTACT.fullmatch(contact):
        found = f"{contact!r} is neither" if contact else "none is set"
        raise UsageError(
            "no crawl without a contact that a site's owner can write to: set KETWATCH_CONTACT to an e-mail address or "
            f"a URL ({found})"
        )
    return f"ketwatch/{version('ketwatch')} (+{contact})"
