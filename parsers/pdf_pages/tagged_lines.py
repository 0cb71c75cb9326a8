"""Where blocks begin and end by the tags of a PDF: what is one paragraph, and what a line break parts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker
from parsers.pdf_pages.content import Line, PageContent
from parsers.pdf_pages.shapes import Word
from parsers.pdf_pages.tags import Place, Tag, places

# Of the lines that go on with a sentence, so many at least do so within their block; of those within one content, so
# many at most leave room for the next word.
_LEAST_WITHIN, _MOST_EARLY = 0.95, 0.05
# Of the measure, what a line leaves free at its end where a long word did not fit.
_MOST_ROOM = 0.85
# A line that a break may end although it is full.
_ENDED = compiled(r"(?:[.:;,?!)]|\b(?:and|or))$", re.IGNORECASE)


def with_places(words: Sequence[Word], page: Tag | None) -> list[Word]:
    """`words` of a page, each with its place by the tags."""
    found = places(page)
    return [replace(word, place=_place(word, found)) for word in words] if found else list(words)


def _place(word: Word, found: Mapping[int, Place]) -> Place | None:
    place = None if word.content is None else found.get(word.content)
    return place and replace(place, face=word.fontname)


def with_trusted_tags(pages: Sequence[PageContent]) -> list[PageContent]:
    """`pages` with how far their tagged lines reach; untagged where the tags do not tell paragraphs from each other.

    Some files tag each line as a paragraph, others a whole page as one.
    """
    measured = [(page, list(_pairs(page))) for page in pages]
    trusted = _tells_paragraphs([pair for _, pairs in measured for pair in pairs])
    mend = _with_right if trusted else _untagged
    return [
        replace(page, rows=tuple(tuple(mend(line, right) for line in row) for row in page.rows))
        for page, right in ((page, _right(page, pairs)) for page, pairs in measured)
    ]


# Two places, at the end of a line and where the next begins, and the two lines.
_Pair = tuple[Place, Place, Line, Line]


def _pairs(page: PageContent) -> Iterator[_Pair]:
    lines = [row[0] for row in page.rows if len(row) == 1]
    for above, line in pairwise(lines):
        if above.ends and line.opens:
            yield above.ends, line.opens, above, line


def _tells_paragraphs(pairs: Sequence[_Pair]) -> bool:
    right = max((above.x1 for *_, above, _ in pairs), default=0.0)
    going_on = [end.block == start.block for end, start, above, line in pairs if _is_torn(above, line, right)]
    early = [
        above.leaves_room(line, _MOST_ROOM * right) for end, start, above, line in pairs if end.content == start.content
    ]
    return sum(going_on) >= _LEAST_WITHIN * len(going_on) and sum(early) <= _MOST_EARLY * len(early)


def _is_torn(above: Line, line: Line, right: float) -> bool:
    """Whether a sentence goes on from a full line to the next."""
    goes_on = line.text[:1].islower() and not read_marker(line.text) and not _ENDED.search(above.text)
    return goes_on and not above.leaves_room(line, _MOST_ROOM * right)


def _right(page: PageContent, pairs: Sequence[_Pair]) -> float | None:
    """How far the text of a page reaches: as far as the lines that go on within a content, else to its right margin."""
    if not pairs:
        return None
    wrapped = [above.x1 for end, start, above, _ in pairs if end.content == start.content]
    left = min(line.x0 for row in page.rows for line in row)
    return max(wrapped, default=page.width - left)


def _with_right(line: Line, right: float | None) -> Line:
    tagged = line.right is None and right is not None and line.ends is not None
    return replace(line, right=max(line.x1, right)) if tagged and right is not None else line


def _untagged(line: Line, _: float | None) -> Line:
    return replace(line, opens=None, ends=None) if line.ends or line.opens else line


def is_one_block(above: Line, line: Line, *, fits: bool) -> bool | None:
    """Whether `line` goes on with the block of `above` by their tags; None where these do not tell.

    `fits`: its first word would have stood behind `above`. Within a block another content begins behind a line break,
    or where the type changes.
    """
    if above.ends is None or line.opens is None or above.page != line.page:
        return None
    if above.ends.block != line.opens.block:
        return False
    if above.ends.content == line.opens.content or line.rank:
        return True
    alike = above.ends.face == line.opens.face and not line.text[:1].islower()
    ended = alike and bool(line.text[:1].isdigit() or _ENDED.search(above.text))
    return False if fits or ended else None
