"""Texts and blocks as Slack takes them: escaped, and cut to the limits of each kind of block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.alerts.plain import shorten

HEADER_LIMIT, TEXT_LIMIT, FIELD_LIMIT, FIELDS = 150, 3_000, 2_000, 10
LINK_LIMIT = 600
Block = dict[str, object]


def escape(text: str) -> str:
    """`text` as Slack must get it: no mention, link or mark-up of its own can come of it."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A zero-width space beside a sign takes its power to format; Slack has no escape for these.
    for sign in "*_~`":
        safe = safe.replace(sign, f"\u200b{sign}\u200b")
    return safe


def link(url: str | None) -> str:
    """A link to a document, or that there is none."""
    # In a link only these end the address; the formatting signs belong to it.
    safe = (url or "").replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
    # Longer ones would be cut in the middle with the text around them.
    return f"<{safe}|open>" if safe and len(safe) <= LINK_LIMIT else "see the source" if safe else "no address"


def header_block(text: str) -> Block:
    cut = text
    # Cut before escaping, so that no entity is halved.
    while len(escaped := _entities(cut)) > HEADER_LIMIT:
        cut = shorten(cut, len(cut) - (len(escaped) - HEADER_LIMIT))
    return {"type": "header", "text": {"type": "plain_text", "text": escaped, "emoji": False}}


def section_block(text: str, fields: tuple[str, ...] = ()) -> Block:
    """A paragraph; `fields` stand side by side below it where the window is wide enough."""
    beside = {"fields": [_marked(field, FIELD_LIMIT) for field in fields[:FIELDS]]} if fields else {}
    return {"type": "section", "text": _marked(text, TEXT_LIMIT), **beside}


def context_block(text: str) -> Block:
    return {"type": "context", "elements": [_marked(text, TEXT_LIMIT)]}


def size_of(block: Block) -> int:
    """The characters of all texts of a block."""
    return sum(map(len, texts_of(block)))


def texts_of(part: object) -> Iterator[str]:
    """Every text of a payload, whatever block it stands in."""
    if isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for member in part.values():
            yield from texts_of(member)
    elif isinstance(part, list):
        for member in part:
            yield from texts_of(member)


def within_total(blocks: list[Block], limit: int) -> list[Block]:
    """The blocks as far as their texts fit a message; the last one, with the disclaimer, always does."""
    left = limit - size_of(blocks[-1])
    kept = []
    for block in blocks[:-1]:
        left -= size_of(block)
        if left < 0:
            break
        kept.append(block)
    return [*kept, blocks[-1]]


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _marked(text: str, limit: int) -> Block:
    return {"type": "mrkdwn", "text": _cut(text, limit), "verbatim": True}


def _cut(text: str, limit: int) -> str:
    # A cut may halve an escaped sign; the half would be shown.
    return re.sub(r"&[a-z]*…$", "…", shorten(text, limit))
