"""Numbered questions of which one is enough, as a sentence over them all says ("every one, save that only one of 2a
and 2b applies").

Read for itself, "one of" would let any one question stand for the whole list; without it, all of them would be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answers_by_number import NUMBER, number_of, question_of
from parsers.models import Block
from parsers.patterns import compiled

_FEWEST = 2
_CALLED = r"(?:(?:questions?|items?|lines?|criteri(?:a|on)|numbers?|nos?\.|boxes|rows?) )?"
_CHOSEN = rf"{_CALLED}(?P<chosen%d>{NUMBER}(?: ?(?:,|and/or|and|&|or|/) ?{_CALLED}{NUMBER})+)\b"
# "Every question must be answered Yes": what is asked of them all, before what is said of some.
_OF_ALL = compiled(
    r"\b(?:every|each|all)\b[^.;]{0,60}\b(?:answer\w*|marked|checked|ticked|yes|true|met|satisfied|fulfilled|apply)\b"
    rf"|\b(?:questions?|items?) {NUMBER}[^.;]{{3,60}}\b(?:answered|marked|checked|ticked|yes|true|met)\b",
    re.IGNORECASE,
)
_PUT_BEFORE = (
    r"(?:[\s,;.:(–—-]+(?:and|but|save|except|excepting|although|though|however|only|that|for|from|here|with the "
    r"exception|other than|apart|please|answer|complete|need\w*|of|just|in the case)\b)*[\s,;.:(–—-]+"
)
_ONE_OF_THEM = compiled(
    _PUT_BEFORE + r"(?:"
    rf"(?:(?:just|only) )*(?:at least )?(?:(?:one|1|any one|either) of|either|whichever of) {_CHOSEN % 1}"
    rf"|{_CHOSEN % 2}, whichever"
    rf"|{_CHOSEN % 3},? (?:of which|(?:just |only )?one|(?:only|just) one|either)\b"
    r")[^.;)]{0,60}[.;)]*",
    re.IGNORECASE,
)
_ONE = compiled(r"\b(?:one|1|either|whichever|any|or)\b", re.IGNORECASE)
_EACH = compiled(NUMBER)
# "# | Question | Answer", as the first row of a table in a page.
_TITLES_COLUMNS = compiled(
    r"\W*(?:(?:#|no\.?|number|item|line|questions?|criteri(?:a|on)|requirements?|answers?|yes|response|met|"
    r"please|check|mark|or|and)\b\W*)+",
    re.IGNORECASE,
)
_LEAD = "At least one of the following:"


def with_chosen_questions(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the questions of which one is enough as a list of such under each sentence that says so; and what
    is printed for that sentence.
    """
    told: list[Block] = []
    printed: dict[str, str] = {}
    place = 0
    while place < len(blocks):
        lead, below = blocks[place], _questions(blocks[place + 1 :])
        plain, chosen = _exception(lead) if below else ("", frozenset())
        if _FEWEST <= len(chosen) <= sum(number_of(block) in chosen for block in below):
            printed[plain] = lead.text
            told += [replace(lead, text=plain), *_with_choice(below, chosen)]
            place += len(below)
        else:
            told.append(lead)
        place += 1
    return tuple(told), printed


def _questions(following: Sequence[Block]) -> list[Block]:
    """The rows or items right behind a block."""
    return list(takewhile(lambda block: block.kind in ("row", "item"), following))


def _exception(lead: Block) -> tuple[str, frozenset[str]]:
    """A lead-in without what it says of the questions of which one is enough, and the numbers of those."""
    found = _ONE_OF_THEM.search(lead.text) if lead.kind in ("paragraph", "item") else None
    plain = f"{lead.text[: found.start()].strip()}. {lead.text[found.end() :]}".strip() if found else ""
    if found is None or not _ONE.search(found[0]) or not _OF_ALL.search(lead.text[: found.start()]):
        return "", frozenset()
    listed = next(filter(None, (found[f"chosen{way}"] for way in (1, 2, 3))))
    return plain, frozenset(_EACH.findall(listed))


def _with_choice(below: Sequence[Block], chosen: frozenset[str]) -> Iterator[Block]:
    """The questions as items; those of which one is enough as a list in the place of the first of them."""
    apart = [block for block in below if number_of(block) in chosen]
    for block in below:
        if block is apart[0]:
            yield replace(_item(block), text=_LEAD, marker="")
            yield from (replace(_item(one), depth=_item(one).depth + 1, marker="") for one in apart)
        elif block not in apart and not (block.kind == "row" and _TITLES_COLUMNS.fullmatch(block.text)):
            yield _item(block)


def _item(block: Block) -> Block:
    if block.kind == "item":
        return block
    return replace(block, kind="item", depth=1, marker="", text=question_of(block), cells=(), header=())
