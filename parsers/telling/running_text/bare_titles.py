"""Lines that title what follows by their words alone: a page of plain boxes shows neither rank nor list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from typing import Literal

from parsers.answering.bare_statuses import bare_status
from parsers.drugs.names import is_drug_name
from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal, style_of
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.headings import MADE_CHAPTER_DEPTH, MADE_DEPTH, MADE_SECTION_DEPTH
from parsers.sections.roles import heading_role
from parsers.sections.section_roles import Role
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_label, is_phase_label

_LONGEST = 100
_LONGEST_TOPIC = 6
_LONGEST_ENTRY = 2
_ENDED = (".", ";", ",", "?", "!")
_LONGEST_SECTION = 4
_CLOSED: frozenset[Role] = frozenset({"background", "definitions", "evidence", "references", "history", "coding"})
_FEWEST_CLOSED = 2
_DEPTHS = {"chapter": MADE_CHAPTER_DEPTH, "use": MADE_SECTION_DEPTH, "part": MADE_DEPTH}
# "Chapter 12. Services that are never covered"
_CHAPTER = compiled(
    r"^\W*(?:chapter|section|article|division|title) (?:\d{1,2}|[A-H]|[IVX]{1,5})\s*[.:–—-]\s+(?=[A-Z])"
    r"(?:[^.:;?!]{3,40}: )?[^.:;?!]{3,80}:?$",
    re.IGNORECASE,
)
_PART = compiled(r"\W*(?:part|section) (?P<count>[A-H]|\d)[.:] (?P<title>[^.:;?!]{3,60})", re.IGNORECASE)
_ASKS = compiled(
    r"\b(?:is|are|was|will|may|can|must|has|have|does|do|should|(?<!both )(?<!either )(?<!all )(?<!each )diagnos\w+)\b",
    re.IGNORECASE,
)

# "Exclusions" or "Exclusion criteria" as a line over the items of a list.
_BARS = compiled(
    r"^\W*(?:(?:coverage|policy|clinical|patient|member) )?(?:exclusions?(?: criteria)?|contraindications?)\W*$",
    re.IGNORECASE,
)

# What parts the drug, the phase and the use of a title.
_PARTS = compiled(r"\s*[,():–—]\s*|\s+-\s+")
_DRUG_PHASE_AND_USE = 3

_Sort = Literal["chapter", "use", "part"]


def with_bare_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with paragraphs that only name a use, a phase or a limit as headings of the text after them."""
    sorts = _titles(blocks)
    titled: list[Block] = []
    above: dict[_Sort, str] = {}
    for place, block in enumerate(blocks):
        sort = sorts.get(place)
        if block.kind == "heading" or sort in ("chapter", "use"):
            above = {rank: title for rank, title in above.items() if rank == "chapter" and sort == "use"}
        if block.kind == "heading":
            titled.append(block)
            continue
        over = tuple(title for rank, title in above.items() if rank != sort)
        placed = replace(block, path=(*block.path, *over)) if over else block
        titled.append(replace(placed, kind="heading", depth=_DEPTHS[sort]) if sort else placed)
        above |= {sort: block.text} if sort else {}
    return tuple(titled)


def _titles(blocks: Sequence[Block]) -> dict[int, _Sort]:
    """The places of titles: those right over text. Uses one under the other are a list, as is what a colon leads in.

    Where no heading of the layout titles what a policy is not decided by, and two bare lines do ("Definitions",
    "Background"), each short line with the words of a section titles one.
    """
    closed = [block.kind for block in blocks if _titles_a_section(block, _CLOSED)]
    all_sections = "heading" not in closed and len(closed) >= _FEWEST_CLOSED
    named = [_sort(block) or ("part" if all_sections and _titles_a_section(block) else None) for block in blocks]
    if len(coloned := [place for place, block in enumerate(blocks) if _titles_with_a_colon(block)]) >= _FEWEST_CLOSED:
        named = [sort or ("part" if place in coloned else None) for place, sort in enumerate(named)]
    named[:-1] = [sort or _titles_bars(*pair) for sort, pair in zip(named, pairwise(blocks), strict=False)]
    named = [sort or _titles_phase_of_rest(blocks, place) for place, sort in enumerate(named)]
    parts = _counted_parts(blocks)
    named = [sort or ("part" if place in parts else None) for place, sort in enumerate(named)]
    # Where a form sets the titles of its sections as rows across its tables, each such row is one.
    if any(sort and _is_across(block) for block, sort in zip(blocks, named, strict=True)):
        named = [sort or _sort_of_row(blocks[place : place + 2]) for place, sort in enumerate(named)]
    titles: dict[int, _Sort] = {}
    for place, sort in enumerate(named[:-1]):
        led = place > 0 and blocks[place - 1].text.endswith(":") and place - 1 not in coloned
        beside = named[place + 1] == sort or (place > 0 and named[place - 1] == sort)
        if sort and not led and not beside and _stands_under(blocks[place + 1]):
            titles[place] = sort
    return titles


def _titles_bars(block: Block, after: Block) -> _Sort | None:
    """Of a line that only says that the list after it bars."""
    return "part" if block.kind == "paragraph" and after.kind == "item" and _BARS.match(block.text) else None


def _titles_phase_of_rest(blocks: Sequence[Block], place: int) -> _Sort | None:
    """Of the last number of a list, where it only names a phase and a list of its own begins behind it at its depth:
    "V. Renewal Evaluation", then "A. …".
    """
    pair = blocks[place : place + 2]
    if len(pair) == 1 or not all(block.kind == "item" and block.marker for block in pair):
        return None
    title, after = pair
    style, below = style_of(title.marker), style_of(after.marker)
    names = len(title.text.split()) <= _LONGEST_SECTION and not (_ASKS.search(title.text) or mentions(title.text))
    if style == below or not names or ordinal(after.marker, below) != 1 or after.depth != title.depth:
        return None
    rest = takewhile(lambda block: block.kind != "heading", islice(blocks, place + 1, None))
    counted_on = any(block.kind == "item" and style_of(block.marker) == style for block in rest if block.marker)
    return "part" if not counted_on and read_phase(title.text) else None


def _is_across(block: Block) -> bool:
    """Whether a block is a row of one cell that can be a title."""
    return (
        block.kind == "row"
        and len(block.cells) == 1
        and not block.text.endswith(_ENDED)
        and len(block.text) <= _LONGEST
    )


def _sort_of_row(blocks: Sequence[Block]) -> _Sort | None:
    """Of a row across a table that the rows after it stand under."""
    titles = _is_across(blocks[0]) and len(blocks) > 1 and blocks[1].path[-1:] == (blocks[0].text,)
    return "chapter" if titles else None


def _counted_parts(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of lines that count the parts of a policy on ("Part A. Start", "Part B. Drug trials"), each right over
    a list, where one of them names a phase.
    """
    found = {place: part for place, block in enumerate(blocks[:-1]) if (part := _counted_part(block))}
    counts = [ordinal(part["count"], "decimal" if part["count"].isdigit() else "upper") for part in found.values()]
    on = len(found) > 1 and counts == list(range(1, len(found) + 1))
    over_lists = all(blocks[place + 1].kind == "item" for place in found)
    phased = any(read_phase(part["title"]) for part in found.values())
    return frozenset(found) if on and over_lists and phased else frozenset()


def _counted_part(block: Block) -> re.Match[str] | None:
    return _PART.fullmatch(block.text) if block.kind == "paragraph" else None


def _titles_a_section(block: Block, roles: frozenset[Role] | None = None) -> bool:
    """Whether a block is a line with the words of a section's title, one of `roles` where they are given."""
    text = block.text
    if block.kind not in ("paragraph", "heading") or len(text.split()) > _LONGEST_SECTION or not text[:1].isupper():
        return False
    role = None if text.endswith(_ENDED) or ":" in text or _ASKS.search(text) or mentions(text) else heading_role(text)
    return role is not None and (roles is None or role in roles)


def _titles_with_a_colon(block: Block) -> bool:
    """Whether a paragraph is the title of what a policy is not decided by and a colon ("Rationale:", "References:")."""
    alone = block.kind == "paragraph" and block.text.endswith(":")
    return alone and _titles_a_section(replace(block, text=block.text.rstrip(": ")), _CLOSED)


def _stands_under(after: Block) -> bool:
    """Whether a block is what a title may stand over: an item or a text, not one more entry of a list."""
    is_text = len(after.text.split()) > _LONGEST_ENTRY or after.text.endswith((".", ":")) or bare_status(after.text)
    return after.kind in ("item", "row") or (after.kind == "paragraph" and bool(is_text or _sort(after)))


def _names_all(text: str) -> bool:
    """Whether a line is a drug's name, a phase and a use: "Spravato, renewal evaluation (resistant depression)"."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if len(parts) != _DRUG_PHASE_AND_USE or not is_drug_name(parts[0]):
        return False
    return any(map(read_phase, parts[1:])) and any(map(is_label, parts[1:]))


def _limits_a_use(text: str) -> bool:
    """Whether a line is a topic of limits with its use beside it ("Approval limits — resistant depression")."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    named = [part for part in parts if is_label(part)]
    topics = [part for part in parts if heading_role(part) == "limits" and len(part.split()) <= _LONGEST_TOPIC]
    return len(parts) == len(named) + len(topics) and len(named) == len(topics) == 1


def _sort(block: Block) -> _Sort | None:
    text = block.text
    if (block.kind == "paragraph" or _is_across(block)) and _CHAPTER.match(text):
        return "chapter"
    if block.kind != "paragraph" or len(text) > _LONGEST or ":" in text or text.endswith(_ENDED) or _ASKS.search(text):
        return None
    if is_label(text) or (is_residual(text) and len(text.split()) <= _LONGEST_TOPIC) or _names_all(text):
        return "use"
    if _limits_a_use(text):
        return "use"
    topic = heading_role(text) == "limits" and len(text.split()) <= _LONGEST_TOPIC and not mentions(text)
    return "part" if is_phase_label(text) or topic else None
