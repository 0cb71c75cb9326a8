"""Questions or items of which one is enough, as a sentence over them all says ("every one, save that only one of 2a
and 2b applies").

Read for itself, "one of" would let any one of them stand for the whole list; without it, all of them would be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.criteria.formulas import formula
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.telling.numbered_forms.answers_by_number import number_of, question_of
from parsers.telling.numbered_forms.rules_by_number import NUMBER

_FEWEST = 2
_CALLED = r"(?:(?:questions?|items?|lines?|criteri(?:a|on)|numbers?|nos?\.|boxes|rows?) )?"
_LABEL = rf"\(?(?:{NUMBER}|[a-h]|[ivx]{{1,4}})(?:\)|\.(?= ))?"
_CHOSEN = rf"{_CALLED}(?P<chosen%d>{_LABEL}(?: ?(?:,|,? and/or|,? and|&|,? or|/) ?{_CALLED}{_LABEL})+)(?!\w)"
# "Every question must be answered Yes": what is asked of them all, before what is said of some.
_OF_ALL = compiled(
    r"\b(?:every|each|all)\b[^.;]{0,60}?\b(?:answer\w*|marked|checked|ticked|yes|true|met|meet|satisf\w+|fulfilled|"
    r"apply|following|these|required|needed|criteri\w+|requirements?)\b"
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
    r")[^.;:)]{0,60}[.;)]*",
    re.IGNORECASE,
)
_ONE = compiled(r"\b(?:one|1|either|whichever|any|or)\b", re.IGNORECASE)
_EACH = compiled(rf"(?<!\w)(?:{NUMBER}|[a-h]|[ivx]{{1,4}})(?!\w)", re.IGNORECASE)
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
        lead = blocks[place]
        below = _questions(blocks[place + 1 :]) if _is_of_all(lead) else []
        plain, chosen = _exception(lead) if below else ("", frozenset())
        if _are_some_of(below, chosen) and not _is_formula(lead, below):
            printed[plain] = lead.text
            told += [replace(lead, text=plain), *_with_choice(below, chosen)]
            place += len(below)
        else:
            told.append(lead)
        place += 1
    return tuple(told), printed


def _are_some_of(below: Sequence[Block], chosen: frozenset[str]) -> bool:
    """Whether the questions of which one is enough, by their numbers, are several of a list, and not all."""
    return _FEWEST <= len(chosen) == sum(_label(block) in chosen for block in below) < len(below)


def _is_formula(lead: Block, below: Sequence[Block]) -> bool:
    """Whether a lead-in names every item of its list ("all of 1 and 2, and one of 3 or 4"), as is read there."""
    items = all(block.kind == "item" and block.marker and block.depth == below[0].depth for block in below)
    return items and formula(lead.text, [_label(block) for block in below]) is not None


def _questions(following: Sequence[Block]) -> list[Block]:
    """The rows or items right behind a block."""
    return list(takewhile(lambda block: block.kind in ("row", "item"), following))


def _is_of_all(lead: Block) -> bool:
    """Whether a block may say what is asked of every question, and then of some."""
    return lead.kind in ("paragraph", "item") and bool(_OF_ALL.search(lead.text))


def _exception(lead: Block) -> tuple[str, frozenset[str]]:
    """A lead-in without what it says of the questions of which one is enough, and the numbers of those."""
    found = _ONE_OF_THEM.search(lead.text)
    plain = _without(lead.text, found) if found else ""
    if found is None or not _ONE.search(found[0]) or not _OF_ALL.search(lead.text[: found.start()]):
        return "", frozenset()
    listed = next(filter(None, (found[f"chosen{way}"] for way in (1, 2, 3))))
    return plain, frozenset(label.lower() for label in _EACH.findall(listed))


def _without(text: str, found: re.Match[str]) -> str:
    before, behind = text[: found.start()].strip(), text[found.end() :].strip()
    return f"{before}{behind}" if behind[:1] in ("", ":") else f"{before}. {behind}"


def _label(block: Block) -> str:
    """The number or letter of a row or item."""
    return (bare_marker(block.marker) or number_of(block)).lower()


def _with_choice(below: Sequence[Block], chosen: frozenset[str]) -> Iterator[Block]:
    """The questions as items; those of which one is enough as a list in the place of the first of them."""
    parts = list(_with_their_own(below, next(block.depth for block in below if _label(block) in chosen)))
    apart = [part for part in parts if _label(part[0]) in chosen]
    for part in parts:
        if part is apart[0]:
            yield replace(_item(part[0]), text=_LEAD, marker="")
            yield from (deeper for one in apart for deeper in _deeper(one))
        elif part not in apart and not (part[0].kind == "row" and _TITLES_COLUMNS.fullmatch(part[0].text)):
            yield from map(_item, part)


def _deeper(part: Sequence[Block]) -> Iterator[Block]:
    """A question and its own list a level further in; without its mark, which the next question would go on with."""
    first, *under = (replace(each, depth=each.depth + 1) for each in map(_item, part))
    yield from (replace(first, marker=""), *under)


def _with_their_own(below: Sequence[Block], depth: int) -> Iterator[list[Block]]:
    """Each question with what stands deeper under it."""
    part: list[Block] = []
    for block in below:
        if part and not (block.kind == "item" and block.depth > depth):
            yield part
            part = []
        part.append(block)
    yield part


def _item(block: Block) -> Block:
    if block.kind == "item":
        return block
    return replace(block, kind="item", depth=1, marker="", text=question_of(block), cells=(), header=())
