"""The shorthand of a desk reference: a capital for each use, and a word for the phase behind it ("T START: …").

"(T) resistant depression, (S) acute suicidal ideation" gives the capitals, and from there on titles, labels and lines
of amounts name no more than these. Both are told in the words that every reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

# "T = resistant depression", "(S) acute suicidal ideation"; a list from A on is of items, and read as such.
_CAPITAL = any_of(
    r"\((?<!\w\()(?P<bracketed>[B-HJ-Z])\)\s*(?=[A-Za-z])",
    r"(?P<alone>[B-HJ-Z])(?<![\w(./&-][A-Z]) ?[=:]\s*(?=[A-Za-z])",
)
_JOINS = compiled(r"\W+(?:and|or)?\W*$")
# In a line of amounts: each for one use and phase.
_BEHIND_CAPITAL = compiled(r"\b[B-HJ-Z],? (?:START|INIT|CONT|RENEW)")
_LONGEST_LABEL = 70
_OPENS = compiled(r"(?:initial|first|new) fills?", re.IGNORECASE)
_AGAIN = compiled(r"re-?fill(?:s|\s+(?:auth(?:ori[sz]ation)?s?|PAs?|requests?|approvals?))?", re.IGNORECASE)
_EVERY = compiled(r"(?:all|any|every|each) fills?", re.IGNORECASE)
_START_AND = compiled(
    r"\b(?:start(?:ing)?|init)\W+(?:(?:and|or|&)\W+)?cont(?:inu(?:e|ing|ation))?\b(?! (?:of|with)\b)", re.IGNORECASE
)
_EVERY_REQUEST = compiled(r"\b(?:all|any|every|each) requests?(?=\W*$)", re.IGNORECASE)
_FILLS = compiled(r"\bfills?\b|\brefill", re.IGNORECASE)
_SHORTENS = compiled(
    r"\b(?:fills?|refill\w*|START|INIT|CONTINUE|CONT|RENEW)\b|\b(?:starts?|starting|init|continue|continuing|cont|renew)"
    r"\s*(?:[:,.&]|$|and\b)"
)
_BEHIND_USE = compiled(
    r"^,? (?:(?P<opens>(?:START|INIT)\b\.?|starts?(?=\W*$|, |:)|starting(?=\W*$|, |:))|"
    r"(?P<again>(?:CONTINUE|CONT|RENEW)\b\.?|(?:continue|cont\.|continuing|renew)(?=\W*$|, |:)))"
    r"(?! (?:with|of|on|the|and|or|AND|OR|&)\b)"
)
_FIRST, _LATER = "initial request", "renewal"
# In a row of names "depression, with …" would be two uses, and "resistant depression and acute …" one.
_IN_A_ROW = {"trd": "treatment-resistant depression", "mdsi": "acute suicidal ideation or behavior"}
_BOTH = "initial requests and renewals"
_APPROVALS = {_FIRST: "Initial approval", _LATER: "Renewal"}
_AMOUNT = compiled(rf"^\W*(?P<use>[^;/]{{3,60}}?),? (?P<phase>{_FIRST}|{_LATER})\W+(?P<count>\d[^;/]*?)\W*$")
_LENGTH = compiled(r"\b(?:length|duration|approv|auth)", re.IGNORECASE)
_PARTS = compiled(r"\s[/|]\s|;\s")
_ENDED = compiled(r"[.:;]\W*$|[.:] ")
_DAYS = compiled(r"(?<=\d) d\b")


def with_shorthand_spelled(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the use for each capital and the phase in full; and what is printed for what is told so."""
    uses = _capitals(blocks)
    if not uses and not any(_SHORTENS.search(block.text) for block in blocks):
        return tuple(blocks), {}
    titles = {over: _label(over, uses) for block in blocks for over in block.path}
    told: list[Block] = []
    printed: dict[str, str] = {}
    for place, block in enumerate(blocks):
        led = "".join(after.kind for after in blocks[place + 1 : place + 2]) == "item"
        text = block.text if block.kind == "row" else _spelled(block, uses, led=led)
        printed |= {} if text == block.text else {text: block.text}
        path = tuple(titles[over] for over in block.path)
        told.append(block if (text, path) == (block.text, block.path) else replace(block, text=text, path=path))
    return tuple(told), printed


def _capitals(blocks: Sequence[Block]) -> dict[str, str]:
    """The use that each capital stands for, where two are explained or more; a capital of two uses stands for none."""
    found: dict[str, set[str]] = {}
    # The letters of items are capitals for uses only where no list begins with A.
    listed = any(_marker(block) == "A" for block in blocks)
    for block in blocks:
        for capital, use in _explained(block, "" if listed else _marker(block)):
            found.setdefault(capital, set()).add(use)
    one = {capital: min(uses) for capital, uses in found.items() if len(uses) == 1}
    return one if len(set(one.values())) > 1 else {}


def _marker(block: Block) -> str:
    return block.marker.strip("(). ")


def _explained(block: Block, marker: str) -> Iterator[tuple[str, str]]:
    marks = list(_CAPITAL.finditer(block.text))
    starts = [each.start() for each in marks]
    said = [
        (each[1], block.text[each.end() : end]) for each, end in zip(marks, [*starts, len(block.text)][1:], strict=True)
    ]
    if len(marker) == 1 and marker.isupper() and marker not in "AI":
        said.append((marker, block.text[: starts[0]] if starts else block.text))
    for capital, words in said:
        text = _JOINS.sub("", words)
        named = mentions(text) if is_label(text) else ()
        if len({each.indication for each in named}) == 1:
            use = text[named[0].start : named[0].end]
            yield capital, _IN_A_ROW.get(named[0].indication, use)


def _spelled(block: Block, uses: dict[str, str], *, led: bool) -> str:
    """A text with its shorthand in full, in the label that it opens with or wherever a phase stands behind a use; so
    is a title, and a line over the items that are `led` by it.
    """
    titles = led and block.kind == "paragraph" and not _ENDED.search(block.text)
    if titles and len(block.text) <= _LONGEST_LABEL:
        return _label(_EVERY_REQUEST.sub(_BOTH, block.text), uses)
    if block.kind == "heading":
        return _label(block.text, uses)
    label, colon, rest = block.text.partition(":")
    if not colon or len(label) > _LONGEST_LABEL or ". " in label or ". " in label or _explains(block, uses):
        return block.text
    # "First fill: 20 devices; refills: 10 devices": both stages of one amount, read as they stand.
    if _AGAIN.search(rest):
        return block.text
    if _BEHIND_CAPITAL.search(rest):
        return _amounts(label, _DAYS.sub(" days", _phases(_named(rest, uses)))) or block.text
    return f"{_label(label, uses)}:{rest}"


def _amounts(label: str, rest: str) -> str:
    """A line of amounts, each of one use and phase, in a sentence each; "" where it is another."""
    parts = [_AMOUNT.match(part) for part in _PARTS.split(rest)]
    if not all(parts):
        return ""
    unit = "" if _LENGTH.search(label) else f" {label.strip().lower()}"
    told = [(part["phase"], part["use"], part["count"].replace(" per ", f"{unit} per ")) for part in parts if part]
    return " ".join(f"{_APPROVALS[phase]} for {use}: {count}." for phase, use, count in told)


def _explains(block: Block, uses: dict[str, str]) -> bool:
    return any(capital in uses for capital, _ in _explained(block, _marker(block)))


def _label(text: str, uses: dict[str, str]) -> str:
    text = _named(text, uses)
    if _FILLS.search(text):
        text = _AGAIN.sub(_LATER, _OPENS.sub(_FIRST, _EVERY.sub(_BOTH, text)))
    return _phases(_START_AND.sub(_BOTH, text))


def _named(text: str, uses: dict[str, str]) -> str:
    """A text with the use for each capital that stands alone in it."""
    for capital, use in uses.items():
        text = re.sub(rf"(?<![\w(/.-]){capital}(?![\w)./-])", use, text) if capital in text else text
    return text


def _phases(text: str) -> str:
    """A text with the phase in full behind each use that is followed by its shorthand."""
    for use in reversed(list(mentions(text))):
        if behind := _BEHIND_USE.search(text[use.end :]):
            phase = _FIRST if behind["opens"] else _LATER
            text = f"{text[: use.end]}, {phase}{text[use.end + behind.end() :]}"
    return text
