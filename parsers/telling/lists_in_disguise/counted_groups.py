"""Lists under a bare letter of which a statement says how many must be true ("two of those under B, all under A")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_PLACE = r"(?:(?:list|group|section|part|box|column|heading|block|set) )?"
_COUNT = r"(?:all|each|every(?: one)?|any(?: one)?|either|none|(?:at least )?(?:one|two|three|four|[1-4]))"
_NAMES = r"(?:statements?|criteri(?:a|on)|items?|conditions?|points?|lines?|boxes|those|requirements?|elements?)"
_ASKED = compiled(
    rf"\b(?P<count>{_COUNT})(?: (?:of )?(?:the |these |those )?(?:(?:two|three|four|five|six|[2-6]) )?)?"
    rf"(?: ?{_NAMES})? ?(?:listed |named )?(?:under|in|from|of) {_PLACE}(?-i:(?P<mark>[A-H]))\b",
    re.IGNORECASE,
)
_TITLE = compiled(rf"\W*{_PLACE}(?-i:(?P<mark>[A-H]))\W*", re.IGNORECASE)
_WITHOUT_A_FLOOR = compiled(r"(?:one|two|three|four|[1-4])", re.IGNORECASE)
_FEWEST = 2


def with_groups_counted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the letter over such a list as the lead-in that the statement makes of it."""
    titles = {place: found["mark"] for place, block in enumerate(blocks) if (found := _title(block))}
    if len(titles) < _FEWEST:
        return tuple(blocks)
    asked = next((told for block in blocks if (told := _asked(block)).keys() >= set(titles.values())), None)
    if not asked:
        return tuple(blocks)
    gone = {block.text for place, block in enumerate(blocks) if place in titles}
    return tuple(
        replace(
            block,
            kind="paragraph" if place in titles else block.kind,
            depth=0 if place in titles else block.depth,
            text=f"{asked[titles[place]]} of the following:" if place in titles else block.text,
            path=tuple(title for title in block.path if title not in gone),
        )
        for place, block in enumerate(blocks)
    )


def _title(block: Block) -> re.Match[str] | None:
    return _TITLE.fullmatch(block.text) if block.kind in ("heading", "paragraph") else None


def _asked(block: Block) -> dict[str, str]:
    """How many of each list a statement asks for, by the list's letter."""
    if block.kind != "paragraph":
        return {}
    return {found["mark"]: _counted(found["count"]) for found in _ASKED.finditer(block.text)}


def _counted(count: str) -> str:
    """The count as a lead-in has it: "each" is all, "two" at least so many."""
    if count.lower().startswith(("each", "every")):
        return "All"
    return f"At least {count.lower()}" if _WITHOUT_A_FLOOR.fullmatch(count) else count.capitalize()
