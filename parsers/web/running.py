"""Running lines of a paged document that was saved as a web page: page numbers and titles between its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.language.patterns import compiled
from parsers.models import Block

_PAGE = compiled(r"\bpage\s*:?\s*\d+\s*(?:of|/)\s*\d+\b", re.IGNORECASE)
_NUMBER = compiled(r"\W*\d{1,3}\W*")
_LONGEST = 120


@dataclass(slots=True)
class RunningLines:
    """Where lines stand that may be running ones, by what they say besides the page's number."""

    places: dict[str, list[int]] = field(default_factory=dict)

    def note(self, line: str, text: str, place: int) -> bool:
        """Whether `line` may be a running one; `text` is what it says without its page, `place` its block's."""
        if _NUMBER.fullmatch(text):
            text = ""
        elif not _PAGE.search(line) or len(text) > _LONGEST:
            return False
        self.places.setdefault(text, []).append(place)
        return True

    def forget(self, first: int) -> None:
        """Take no line from `first` on for a running one: a number there is the mark of what stands beside it."""
        self.places = {text: [place for place in places if place < first] for text, places in self.places.items()}

    def last_said(self, blocks: Sequence[Block]) -> Block | None:
        """The last of `blocks` that cannot be a running line."""
        noted = {place for places in self.places.values() for place in places}
        return next((blocks[place] for place in range(len(blocks) - 1, -1, -1) if place not in noted), None)

    def without(self, blocks: Sequence[Block]) -> list[Block]:
        """`blocks` without running lines; one with a number or date of the document stands once, at the start."""
        once = [places[0] for text, places in self.places.items() if places and any(map(str.isdigit, text))]
        running = {place for text, places in self.places.items() if text or len(places) > 1 for place in places}
        kept = [block for place, block in enumerate(blocks) if place not in running]
        return [*(blocks[place] for place in once), *kept]
