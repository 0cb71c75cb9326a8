"""The dates of a policy that its sentences state and the date of a notice itself, without labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from parsers.dates import find_dates
from parsers.drugs.names import named_products
from parsers.language.patterns import Pattern, compiled
from parsers.masthead.fact_labels import LABEL
from parsers.masthead.fact_lines import in_history
from parsers.masthead.labelled_dates import Stated, kind_of
from parsers.masthead.notice_wording import (
    BILLED_FROM,
    COMES_IN_FORCE,
    DATE_LABEL,
    IN_FORCE,
    IS_STATE,
    MASTHEAD,
    MEMO_GOES_ON,
    NEWS,
    NOTICE,
    OPENS_SENTENCE,
    OTHERS_DATE,
    OTHERS_RULE,
    RUNS_UP_TO,
    SALUTATION,
    SENTENCES,
    STANDING,
    THEN_IN_FORCE,
    WEEKDAY,
)
from parsers.models import Block, Reading
from parsers.sections.roles import heading_role

_FIRST_BLOCKS, _NOTICE_BLOCKS = 14, 40
_DATELINE_PLACE = 4
# Sites that keep the first rank for themselves title their pages in this one.
_SECOND = 2
# Between the date of a letter and its salutation stands whom it goes to.
_LETTER_HEAD = 5
_LONGEST_DATELINE, _LONGEST_HEAD = 140, 240
# How far before its date a sentence names the fact, and no further back than its own clause.
_REACH, _SENTENCE_REACH = 60, 130
_CLAUSE_END = compiled(r"[;:]\s|(?<=[a-z\d)])\.\s+(?=[A-Z])")
_SENTENCE_END = compiled(r";\s|(?<=[a-z\d)])\.(?:\s+(?=[A-Z])|\s*$)")
# "May 1, 2031 - Revised: 12.21.31".
_REVISED = compiled(r"\W*\b(?:revised|updated|last updated)\b\W*[\d./-]{6,10}\W*$", re.IGNORECASE)
# "May 1, 2031 | Pharmacy, Provider alert": a post's date with its categories.
_CATEGORIES = compiled(r"\s*[|·•/]\s*(?:[^\W\d][\w'-]*[\s,&|·•/]*){1,10}")
# A day with its hour is that of the visit: "May 14, 2031 12:37 PM".
_CLOCK = compiled(r",?\s+(?:at\s+)?\d{1,2}:\d\d\b")
# "BT203101 DECEMBER 4, 2031": the number of a bulletin, and its day.
_NUMBERED = compiled(r"(?:^|\s)[A-Z]{1,4}-?\d{4,9}\W*$")
# A line drawn with signs.
_RULE = compiled(r"[=_*~-]{4,}")


def stated_in_sentences(blocks: tuple[Block, ...]) -> Iterator[Stated]:
    """What sentences say of the document: "It was last reviewed on …, and its next review falls on …"."""
    for block in blocks:
        if block.kind in ("paragraph", "definition", "item", "row") and not in_history(block):
            yield from _stated_in(block.text)


def _stated_in(text: str) -> Iterator[Stated]:
    opening = 0
    for on, start, end in find_dates(text):
        clause = _CLAUSE_END.split(text[max(opening, start - _SENTENCE_REACH) : start])[-1]
        opening = end
        kind = next((kind for kind, form in SENTENCES.items() if form.search(clause)), None)
        if kind and not OTHERS_DATE.search(clause):
            yield Stated(kind, on)


def day_of_notice(reading: Reading, *, standing: bool) -> date | None:
    """The day on which the rules begin, as a section so titled or a sentence says it.

    Of a `standing` document, which names its reviews, only a sentence about the document itself counts.
    """
    everything = tuple(block.text for block in _told(reading))
    own = _under_its_title(reading) or _noticed(reading, IN_FORCE, everything)
    if own or standing:
        return own
    return _noticed(reading, NOTICE, tuple(_prose_of_ours(reading))) or _noticed(reading, COMES_IN_FORCE, everything)


def _under_its_title(reading: Reading) -> date | None:
    """The day that a sentence under "Effective date" names: "requests received on or after June 1, 2031"."""
    for block in reading.blocks:
        titled = block.kind == "paragraph" and block.path
        label = LABEL.fullmatch(f"{block.path[-1].rstrip(': ')}: ") if titled else None
        if label is None or kind_of(label) != "effective":
            continue
        for on, start, _ in find_dates(block.text):
            if NOTICE.search(block.text[max(0, start - _REACH) : start]):
                return on
    return None


def _noticed(reading: Reading, form: Pattern, prose: Sequence[str]) -> date | None:
    """The day on which a notice's rule begins ("Effective August 1, 2030, prior authorization is required")."""
    titles = [reading.title or "", *(block.text for block in reading.blocks[:_FIRST_BLOCKS] if block.kind == "heading")]
    for text in (*titles, *prose):
        for on, start, end in find_dates(text):
            before = text[max(0, start - _REACH) : start]
            said = form.search(text[max(0, start - _SENTENCE_REACH) : start]) or _in_force_behind(text, start, end)
            if said and not OTHERS_RULE.search(before) and not BILLED_FROM.match(_sentence_around(text, start, end)):
                return on
    return None


def _in_force_behind(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with its day and goes on with what is in force from it."""
    opens = OPENS_SENTENCE.search(text[max(0, start - _REACH) : start])
    return bool(opens and THEN_IN_FORCE.match(text[end : end + _SENTENCE_REACH]))


def _sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of `text` in which a date stands."""
    return _SENTENCE_END.split(text[:start])[-1] + text[start:end] + _SENTENCE_END.split(text[end:])[0]


def _told(reading: Reading) -> Iterator[Block]:
    for block in reading.blocks[:_NOTICE_BLOCKS]:
        if not in_history(block) and block.kind != "row":
            yield block


def _prose_of_ours(reading: Reading) -> Iterator[str]:
    """The texts that stand in sections about our drug, or over these; a list of its codes is none."""
    about = {block.path[:depth] for block in reading.blocks if named_products(block.text) for depth in _depths(block)}
    for block in _told(reading):
        of_codes = block.path and heading_role(block.path[-1]) == "coding" and not named_products(block.path[-1])
        if not of_codes and (block.path in about or _is_ours(block)):
            yield block.text


def _depths(block: Block) -> range:
    return range(len(block.path) + 1)


def _is_ours(block: Block) -> bool:
    """Whether a block or a heading over it names our drug."""
    return any(map(named_products, (block.text, *block.path)))


def dateline(reading: Reading) -> date | None:
    """The date of a notice or newsletter: a line of its own about the title, or the masthead."""
    if STANDING.search(reading.title or ""):
        return None
    blocks = reading.blocks[:_FIRST_BLOCKS]
    visited = {on for block in blocks for on, _, end in find_dates(block.text) if _CLOCK.match(block.text, end)}
    for place, block in enumerate(blocks):
        if block.kind not in ("heading", "paragraph", "row") or (block.kind == "row" and not _may_date(block)):
            continue
        text = _RULE.sub(" ", block.text)
        for on, start, end in find_dates(text):
            if on in visited or IS_STATE.search(text[:start]):
                continue
            around = _REVISED.sub("", f"{text[:start]}{text[end:]}").strip(" .,|·•/–—-")
            if place <= _DATELINE_PLACE and len(text) < _LONGEST_HEAD and _opens_dateline(text, start):
                return on
            if end == len(text) and _is_right_above_title(blocks, place) and not LABEL.search(text):
                return on
            alone = not around or (not start and _CATEGORIES.fullmatch(text[end:]))
            opens_memo = DATE_LABEL.match(text[:start]) and MEMO_GOES_ON.match(text[end:])
            if DATE_LABEL.match(around) or opens_memo or (alone and _beside_title(blocks, place)):
                return on
            heads = _heads_a_notice(around, text[:start]) or _is_under_masthead(blocks, place)
            if len(text) < _LONGEST_DATELINE and heads and not LABEL.search(text):
                return on
    return None


def _opens_dateline(text: str, start: int) -> bool:
    return bool(WEEKDAY.match(text, start)) and not (RUNS_UP_TO.search(text[:start]) or LABEL.search(text[:start]))


def _may_date(row: Block) -> bool:
    """Whether a row is a label with its value, or the masthead of a notice: "Bulletin | Nowhere | 7/1/2031"."""
    return len(row.cells) == 2 or (not row.header and any(map(NEWS.fullmatch, row.cells)))


def _heads_a_notice(around: str, before: str) -> bool:
    """Whether a line is the head of a notice by what stands around its date, or up to it: "Provider Update, …"."""
    heads = (around.split(" | ", maxsplit=1)[0], before.strip(" ,–—-"))
    return bool(MASTHEAD.search(around) or _NUMBERED.search(before)) or any(map(NEWS.fullmatch, heads))


def _is_under_masthead(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a line stands right under a title that is no more than "Provider Bulletin": who issued it, and when."""
    above = blocks[place - 1] if place else None
    return above is not None and above.kind == "heading" and above.depth == 1 and bool(NEWS.fullmatch(above.text))


def _is_right_above_title(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a line stands above the title of the document, as a page's categories with its date do."""
    after = blocks[place + 1 : place + 2]
    return blocks[place].kind == "paragraph" and any(_is_title(blocks, block) for block in after)


def _beside_title(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a date alone stands at the title of the document, and not under a label of its own but "Date:"."""
    if place and DATE_LABEL.match(f"{blocks[place - 1].text.rstrip(': ')}:"):
        return True
    if place and LABEL.fullmatch(f"{blocks[place - 1].text.rstrip(': ')}: "):
        return False
    if any(SALUTATION.match(block.text) for block in blocks[place + 1 : place + _LETTER_HEAD]):
        return True
    above_title = any(_is_title(blocks, block) for block in blocks[place + 1 : place + 2])
    below_title = place > 0 and _is_title(blocks, blocks[place - 1])
    return above_title or below_title or (place <= _DATELINE_PLACE and bool(blocks[place].path))


def _is_title(blocks: tuple[Block, ...], block: Block) -> bool:
    """Whether a block titles the document: of the highest rank, or the second where none of the first stands here."""
    ranks = [other.depth for other in blocks if other.kind == "heading"]
    return block.kind == "heading" and (block.depth == 1 or (block.depth == _SECOND == ranks[0] and 1 not in ranks))
