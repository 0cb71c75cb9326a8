"""Questions of a form that stand under the use they are asked for and are numbered on from it: "2A. Treatment-resistant
depression", "2A-1. Have two drugs failed?". What is numbered past them is asked for every use again.

Read in a row, the questions of each use would be asked for all of them, and what follows for the last one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile

from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import BOLD_DEPTH
from parsers.tables.table_outlines import only_boxes
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

_NUMBER = r"\d{1,2}(?:[A-Za-z]|\([a-z]\)|\.\d{1,2})|[A-H]"
_OPENS = compiled(rf"^\W*(?P<number>{_NUMBER})(?:[.):]+|(?= [A-Z]))\s+(?P<said>\S.*)$", re.DOTALL)
# "2A-1.", "2.1.2", "A2.", "2a(i)", "2b-ii)": what is numbered on from a use.
_NUMBERED_ON = r"(?:[-–.]? ?(?:\d{1,2}|[ivx]{1,4}|[a-z])|\((?:\d{1,2}|[ivx]{1,4}|[a-z])\))[.):]*\s+"
# What stands in one cell with the use: "Treatment-resistant depression Have two drugs failed?".
_OPENS_QUESTION = compiled(r"(?:\s*\([^()]*\))?[\s:.–—-]*(?P<asked>[A-Z][^?]*\?.*)$", re.DOTALL)
_ANY_NUMBER = compiled(r"^\W*\d{1,2}[.):]?\s+(?=\S)|^\W*\d{1,2}[.):]?$")
_BRACKETS = compiled(r"\s*\((?P<said>[^()]*)\)\W*")
_ASKS_WHICH = compiled(
    r"\b(?:diagnos\w+|indication|condition|used? for|being treated|to treat)\b[^?]*[?:]", re.IGNORECASE
)
_CALLED = r"(?:(?:lines?|questions?|items?|box(?:es)?|rows?|parts?|sections?|groups?|diagnosis|use|letters?) )?"
_FEWEST = 2
_LONGEST_LABEL = 120


@dataclass(slots=True)
class _Group:
    """A use with the places of the questions that are asked for it; what its label says besides is one of them."""

    number: str
    use: str
    remark: str
    asked: list[tuple[int, str]] = field(default_factory=list)


def with_questions_of_uses(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the questions of each use under a heading of it, behind what is asked for all; and what is printed
    for the headings that name a use by its number.
    """
    if not any("?" in block.text and block.kind != "heading" for block in blocks):
        return tuple(blocks), {}
    for start, block in enumerate(blocks):
        if _labelled(block) and (groups := _groups(blocks, start)):
            return _told(blocks, start, groups)
    return tuple(blocks), {}


def _said(block: Block) -> str:
    """What a block says beside the boxes for its answer, with its number."""
    if block.cells:
        return " ".join(cell for cell in block.cells if cell.strip() and not only_boxes(cell))
    return f"{block.marker} {block.text}".strip()


def _labelled(block: Block) -> tuple[str, str, str] | None:
    """The number and the use that a block is labelled with, and what it says behind these; None without a use."""
    found = _OPENS.match(_said(block))
    if found is None:
        return None
    label, asked = _parted(found["number"], found["said"])
    if len(label) > _LONGEST_LABEL or not (is_label(label) or is_label(_BRACKETS.sub(" ", label).strip())):
        return None
    return found["number"], label, asked


def _parted(number: str, said: str) -> tuple[str, str]:
    """A label apart from the question behind it in one cell, which is numbered on from it or a sentence of its own."""
    numbered = re.search(rf"(?i){re.escape(number)}{_NUMBERED_ON}", said)
    if numbered:
        return said[: numbered.start()].strip(), said[numbered.end() :]
    named = [each for each in mentions(said) if _OPENS_QUESTION.match(said[each.end :])]
    behind = _OPENS_QUESTION.match(said[named[0].end :]) if named else None
    return (said[: named[0].end], behind["asked"]) if named and behind else (said.strip(), "")


def _groups(blocks: Sequence[Block], start: int) -> list[_Group]:
    """The uses from a place on with the questions under each; [] where it is not several that all have some."""
    groups: list[_Group] = []
    for place, block in enumerate(blocks[start:], start):
        if _is_of_a_cell(block):
            continue
        if labelled := _labelled(block):
            number, label, asked = labelled
            groups.append(_group(number, label))
            groups[-1].asked += [(place, asked)] if asked else []
        elif block.kind != "heading" and (asked := _question_of(block, groups[-1].number)):
            groups[-1].asked.append((place, asked))
        else:
            break
    uses = {group.use for group in groups}
    told = len(uses) == len(groups) >= _FEWEST and all(group.asked for group in groups)
    return groups if told and any("?" in asked for group in groups for _, asked in group.asked) else []


def _is_of_a_cell(block: Block) -> bool:
    """Whether a block is the title of a cell over the lines in it, or the boxes of the cell beside them."""
    if block.kind == "heading":
        return bool(block.cells)
    return block.kind == "paragraph" and only_boxes(block.text.partition(":")[2])


def _group(number: str, label: str) -> _Group:
    """A use, and what its label says of it in brackets ("… (no antidepressant is needed)") as a rule for it."""
    remarks = [found["said"] for found in _BRACKETS.finditer(label) if not is_label(label)]
    use = _BRACKETS.sub(" ", label).strip() if remarks else label
    told = remarks[0] if remarks and not mentions(remarks[0]) and " " in remarks[0].strip() else ""
    return _Group(number, use.strip(" .:"), told)


def _question_of(block: Block, number: str) -> str:
    """A question under the use of a number, without its own number; "" for what is numbered past it."""
    said = _said(block)
    if found := re.match(rf"(?i)\W*{re.escape(number)}{_NUMBERED_ON}", said):
        return said[found.end() :]
    return said if "?" in said and not (_ANY_NUMBER.match(said) or _OPENS.match(said)) else ""


def _told(blocks: Sequence[Block], start: int, groups: Sequence[_Group]) -> tuple[tuple[Block, ...], dict[str, str]]:
    start -= bool(start) and _is_of_a_cell(blocks[start - 1])
    base = blocks[start].path
    end = groups[-1].asked[-1][0] + 1
    end += sum(1 for _ in takewhile(_is_of_a_cell, blocks[end:]))
    behind = next((end + count for count, block in enumerate(blocks[end:]) if _leaves(block, base)), len(blocks))
    before = blocks[:start]
    if before and before[-1].path == base and _ASKS_WHICH.search(before[-1].text):
        before = before[:-1]
    rest = blocks[end:behind]
    if any(_ANY_NUMBER.match(_said(block)) for block in rest):
        rest = [replace(block, path=base) for block in rest]
    uses = {group.number: group.use for group in groups}
    told = (*before, *rest, *_titled(blocks, groups, base), *blocks[behind:])
    named = [_with_uses_named(block, uses) for block in told]
    printed = {new.text: old.text for old, new in zip(told, named, strict=True) if old.kind == "heading"}
    return tuple(named), {new: old for new, old in printed.items() if new != old}


def _leaves(block: Block, base: tuple[str, ...]) -> bool:
    return block.kind == "heading" or block.path[: len(base)] != base


def _titled(blocks: Sequence[Block], groups: Sequence[_Group], base: tuple[str, ...]) -> Iterator[Block]:
    """Each use as a heading over its questions."""
    for group in groups:
        first = blocks[group.asked[0][0]]
        path = (*base, group.use)
        yield Block("heading", group.use, first.page, depth=BOLD_DEPTH, path=base)
        if group.remark:
            yield Block("paragraph", f"{group.remark[:1].upper()}{group.remark[1:]}.", first.page, path=path)
        for place, asked in group.asked:
            yield _question(blocks[place], asked, path)


def _question(block: Block, asked: str, path: tuple[str, ...]) -> Block:
    """A question of a use as it stands, without its number and what stands before it."""
    if not block.cells:
        return replace(block, kind="item", depth=1, marker="", text=asked, path=path)
    answers = [cell for cell in block.cells if only_boxes(cell)][:1]
    cells = (asked, *answers)
    header = block.header if len(block.header) == len(cells) else ()
    return replace(block, text=" | ".join(cells), cells=cells, header=header, path=path)


def _with_uses_named(block: Block, uses: Mapping[str, str]) -> Block:
    """A text that names a use by its number, with the use ("60 days for 2A", "Renewal (2A only)")."""
    text = block.text
    for number, use in uses.items():
        named = re.escape(number)
        # A bare letter is one only where a text sends to it: "for A", "(A only)".
        alone = rf"(?:\((?=\w only)|\b(?:for|under|of|in|by|with) {_CALLED}){named}(?=[\s,.;:)]|$)"
        found = rf"(?<![\w.-]){named}(?![\w-]|\.\d| ?\()" if number[0].isdigit() else alone
        text = re.sub(found, partial(_named, use=use, in_title=block.kind == "heading"), text)
    return replace(block, text=text) if text != block.text and not block.cells else block


def _named(found: re.Match[str], *, use: str, in_title: bool) -> str:
    opens = "(" if found[0].startswith("(") else ""
    return f"{opens}{use}" if in_title else f"{found[0]}{gloss(_plain(use))}"


def _plain(use: str) -> str:
    return use.replace("(", "").replace(")", "")
