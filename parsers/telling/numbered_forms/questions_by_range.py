"""Questions of a form that one of them shares out by phase ("first request: questions 3 to 9; renewal: 10 to 12")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.phases.phases import read_phase
from parsers.uses.scopes import positive_indications

_TO = r"(?:to|through|thru|and|&|[-–—]) ?#?"
_NOUN = r"(?:questions?|items?|numbers?|nos?\.|#)"
# "Renewal (answer questions 10 to 12)", "☐ Continuation: complete question 4".
_NUMBERS = (
    r"[(:;,–—-]\s*(?:(?:please |then )?(?:answer|complete|see|use|go to|"
    rf"fill (?:in|out)|continue with|skip to) (?:only )?(?:{_NOUN})?|(?:only )?{_NOUN})\s*"
    rf"(?P<first>\d{{1,2}})(?:\s*{_TO}\s*(?P<last>\d{{1,2}}))?(?: (?:only|below))?\s*\)?"
)
# "Renewal requests (approved for 12 months): complete questions 6 and 7".
_SHARE = compiled(
    rf"(?P<title>[^☐□❑❏▢◯○()\[\]:;?.,|]{{3,60}}?)\s*(?:\((?P<told>[^()]{{4,60}})\)\s*)?{_NUMBERS}", re.IGNORECASE
)
# Whatever stands before the numbers may be a title: without them it is not looked for.
_NUMBERED = compiled(_NUMBERS, re.IGNORECASE)
# What is left of the question where its shares are taken out: "Is this request:", "Kind of request".
_MOST_WORDS_BESIDE = 8
_ASKS_WHICH = compiled(r"\b(?:request|therapy|treatment|type|kind|phase|stage|authori[sz]ation)\b", re.IGNORECASE)
_TITLES: Mapping[Phase, str] = {"initial": "Initial requests", "renewal": "Renewal requests"}
_OF_ALL = "All requests"
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class _Share:
    """The numbers of the questions of a phase, and what is told of it in brackets ("approved for 3 months")."""

    phase: Phase
    numbers: range
    told: str


def with_questions_by_range(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the questions of each phase under a heading of it, and without the one that shares them out."""
    shares = [tuple(_shares(block)) for block in blocks]
    phases = {number: share.phase for found in shares for share in found for number in share.numbers}
    counted = sum(len(share.numbers) for found in shares for share in found)
    first = next((place for place, found in enumerate(shares) if found), 0)
    asked = {_number(block) for block in blocks[first:]}
    if len(set(phases.values())) < len(_TITLES) or counted != len(phases) or not phases.keys() <= asked:
        return tuple(blocks)
    last = len(shares) - 1 - next(place for place, found in enumerate(reversed(shares)) if found)
    before = blocks[: first - 1] if first and _only_asks_which(blocks[first - 1]) else blocks[:first]
    between = [block for block, found in zip(blocks[first:last], shares[first:last], strict=True) if not found]
    titles = {number: _title(phase, blocks) for number, phase in phases.items()}
    told = {_title(share.phase, blocks): share.told for found in shares for share in found if share.told}
    return (*before, *between, *_titled(blocks[last + 1 :], titles, told, _depth(blocks[:first])))


def _shares(block: Block) -> Iterator[_Share]:
    """The numbers of the questions of each phase, where a block says these and nothing else."""
    shares = block.kind in ("item", "paragraph") and _NUMBERED.search(block.text)
    found = list(_SHARE.finditer(block.text)) if shares else []
    rest = _SHARE.sub(" ", block.text) if found else ""
    if len(re.findall(r"[A-Za-z]+", rest)) > _MOST_WORDS_BESIDE:
        return
    for share in found:
        if phase := read_phase(share["title"].strip()):
            numbers = range(int(share["first"]), int(share["last"] or share["first"]) + 1)
            yield _Share(phase, numbers, share["told"] or "")


def _only_asks_which(block: Block) -> bool:
    """Whether the block over the shares only asks which phase it is ("What type of request is this?")."""
    asks = block.text.rstrip().endswith(("?", ":")) and len(block.text.split()) <= _MOST_WORDS_BESIDE
    return asks and bool(_ASKS_WHICH.search(block.text))


# "3. Is the member …?" in the first cell of a row, or "3" alone.
_COUNTED = compiled(r"^\W*(\d{1,2})(?:[.)]\s|\W*$)")


def _number(block: Block) -> int:
    marker = block.marker if block.kind == "item" else ""
    # The answers of a flow send from row to row, across phases.
    flows = "go to" in block.text.lower()
    if block.kind == "row" and not flows and (counted := _COUNTED.match(block.cells[0])):
        marker = counted[1]
    found = re.fullmatch(r"\W*(?:Q\.? ?)?(\d{1,2})\W*", marker)
    return int(found[1]) if found else 0


def _depth(blocks: Sequence[Block]) -> int:
    above = next((block.depth for block in reversed(blocks) if block.kind == "heading"), 0)
    return min(above + 1, _DEEPEST_HEADING)


def _title(phase: Phase, blocks: Sequence[Block]) -> str:
    """The title of the questions of a phase: that of its one section of criteria where this names a use, for which
    alone they are asked then.
    """
    sections = [block.text for block in blocks if block.kind == "heading" and read_phase(block.text) == phase]
    return sections[0] if len(sections) == 1 and positive_indications(sections[0]) else _TITLES[phase]


def _titled(blocks: Sequence[Block], titles: Mapping[int, str], told: Mapping[str, str], depth: int) -> Iterator[Block]:
    """`blocks` under a heading of the phase wherever their numbers come to another one, up to the end of the section.

    What is numbered on behind the shares is asked of every request.
    """
    title = ""
    path = blocks[0].path if blocks else ()
    open_ = True
    for block in blocks:
        open_ = open_ and block.path[: len(path)] == path and block.kind != "heading"
        if open_ and (number := _number(block)):
            wanted = titles.get(number, _OF_ALL)
            if wanted != title:
                title = wanted
                yield Block("heading", title, block.page, depth, path=path)
                if title in told:
                    yield Block("paragraph", f"{told[title]}.", block.page, path=(*path, title))
        yield replace(block, path=(*path, title, *block.path[len(path) :])) if open_ and title else block
