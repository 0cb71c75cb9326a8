"""What Slack accepts, as its Block Kit reference states it: written here from the reference, not from our code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

BLOCKS, HEADER, SECTION, FIELDS, FIELD, ELEMENTS = 50, 150, 3_000, 10, 2_000, 10
# Not in the reference: messages with more text than about this were refused (slackapi/bolt-js issues 2509 and 2867).
TOTAL = 11_000


def complaints(payload: dict[str, Any]) -> list[str]:
    """Why Slack would refuse a payload; empty when it would not."""
    blocks = payload["blocks"]
    found = [f"{len(blocks)} blocks"] if not 1 <= len(blocks) <= BLOCKS else []
    found += [] if payload["text"] else ["no fallback text"]
    for block in blocks:
        found += _OF[block["type"]](block)
    total = sum(len(text["text"]) for block in blocks for text in _texts(block))
    return found + ([f"{total} characters in all"] if total > TOTAL else [])


def _header(block: dict[str, Any]) -> list[str]:
    text = block["text"]
    kind = [] if text["type"] == "plain_text" else ["a header that is not plain text"]
    return kind + _length("header", text, HEADER)


def _section(block: dict[str, Any]) -> list[str]:
    fields = block.get("fields", [])
    found = [f"{len(fields)} fields"] if len(fields) > FIELDS else []
    found += [complaint for field in fields for complaint in _length("field", field, FIELD)]
    return found + _length("section", block["text"], SECTION)


def _context(block: dict[str, Any]) -> list[str]:
    elements = block["elements"]
    found = [f"{len(elements)} elements"] if not 1 <= len(elements) <= ELEMENTS else []
    return found + [complaint for element in elements for complaint in _length("element", element, SECTION)]


_OF = {"header": _header, "section": _section, "context": _context}


def _length(where: str, text: dict[str, Any], most: int) -> list[str]:
    length = len(text["text"])
    return [] if 1 <= length <= most else [f"a {where} of {length} characters"]


def _texts(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (part for part in (block.get("text"), *block.get("fields", []), *block.get("elements", [])) if part)
