"""Demands in lettered blocks that each use puts together: "Block A: …", "Block B: …", "Depression, initial | A + B".

Each use is told with the content of the blocks it names, as a list of its own; a block that some use names asks for
nothing where it stands. Where a use names a block that is not found, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH
from parsers.uses.indications import named_indications

_NOUN = r"(?:(?:building )?blocks?|sets?|modules?|bundles?|packages?|components?|rules?)"
_LABEL = r"(?:[A-Z]|\d{1,2}|[IVX]{1,4})"
_OPENS = compiled(
    rf"^\W*(?P<noun>{_NOUN}) (?P<label>{_LABEL})(?![\w])(?:\s*\([^)]*\)|\s+[–—-]\s+[^:.;]{{2,40}})?\s*(?:[:.–—-]\s*"
    r"(?P<said>\S.*)|\W*)$",
    re.IGNORECASE | re.DOTALL,
)
_JOINS = r"(?:\s*\+\s*|,? and |, ?| ?& ?|,? plus )"
_LABELS = rf"{_LABEL}(?:{_JOINS}{_LABEL})*"
_ONLY_LABELS = compiled(rf"\W*(?:(?:all of )?{_NOUN} )?(?P<labels>{_LABELS})\W*")
_ASKS = compiled(
    rf"(?P<whom>.*?)[:,]?\s*(?:(?:needs|requires|must meet|takes) )?\b{_NOUN} (?P<labels>{_LABELS})(?![\w])"
    r"(?P<met>,? (?:(?:must|have to|are to|all|be|are) )*(?:met|satisfied|fulfilled|required))?\.?\s*(?P<more>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_EACH = compiled(_LABEL)
_A_NOUN = compiled(rf"\W*{_NOUN}\W*", re.IGNORECASE)
_FEWEST = 2
_LEAD = "covered when all of the following are met:"


@dataclass(frozen=True, slots=True)
class _Use:
    """What a block says of a use: its name, the labels it puts together, and what else is said of it."""

    whom: str
    labels: tuple[str, ...]
    more: str


def with_blocks_put_together(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with what each use puts together as its list; and what is printed for it."""
    content, places = _content(blocks)
    if len(content) < _FEWEST:
        return tuple(blocks), {}
    uses = {place: use for place, block in enumerate(blocks) if place not in places and (use := _use(block))}
    named = {label for use in uses.values() for label in use.labels}
    if len(uses) < _FEWEST or not named <= content.keys():
        return tuple(blocks), {}
    told: list[Block] = []
    printed: dict[str, str] = {}
    waiting: list[Block] = []
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            told, waiting = [*told, *waiting], []
        if use := uses.get(place):
            # Behind what else the section says, which is of no one use.
            waiting += (lists := tuple(_listed(block, use, content)))
            printed |= {one.text: block.text for one in lists if one.kind != "item"}
        elif places.get(place) not in named:
            told.append(block)
    return (*told, *waiting), printed


def _content(blocks: Sequence[Block]) -> tuple[Mapping[str, tuple[str, ...]], Mapping[int, str]]:
    """What each label stands for; and the label of every block that says it."""
    said: dict[str, list[str]] = {}
    places: dict[int, str] = {}
    open_label = ""
    open_path: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        label, text = _labelled(block)
        if label:
            open_label, open_path = label, (*block.path, block.text)
        elif not open_label or not _is_under(block, blocks[place - 1], open_path) or _use(block):
            open_label = ""
            continue
        else:
            text = block.text
        places[place] = open_label
        said.setdefault(open_label, []).extend(_demands(text))
    return {label: tuple(texts) for label, texts in said.items() if texts}, places


def _is_under(block: Block, before: Block, path: tuple[str, ...]) -> bool:
    return block.kind != "term" and ((before.kind == "term" and block.kind == "definition") or block.path == path)


def _labelled(block: Block) -> tuple[str, str]:
    """The label that a block opens with, and what it says behind it."""
    if block.kind == "row":
        head = block.header[0] if block.header else ""
        label = block.cells[0].strip() if len(block.cells) == _FEWEST else ""
        said = block.cells[-1]
        if _A_NOUN.fullmatch(head) and _EACH.fullmatch(label):
            return label, said
        found = _OPENS.match(label)
        return (found["label"], said) if found and not found["said"] else ("", "")
    found = _OPENS.match(block.text)
    if found is None or named_indications(block.text[: found.start("said")] if found["said"] else block.text):
        return "", ""
    # What stands in a heading behind the letter is a name.
    return found["label"].upper(), "" if block.kind == "heading" else (found["said"] or "").strip()


def _demands(text: str) -> Iterator[str]:
    yield from (part.strip(" .") for part in text.split(";") if part.strip(" ."))


def _use(block: Block) -> _Use | None:
    if not named_indications(block.text):
        return None
    if block.kind == "row":
        cells = [cell for cell in block.cells if _ONLY_LABELS.fullmatch(cell)]
        if len(cells) != 1 or not named_indications(block.cells[0]):
            return None
        rest = (
            f"{title}: {cell}."
            for title, cell in zip(block.header or block.cells, block.cells, strict=True)
            if cell not in (cells[0], block.cells[0])
        )
        return _Use(block.cells[0], _labels(cells[0]), " ".join(rest))
    found = _ASKS.match(block.text) if block.kind in ("paragraph", "item") else None
    if found is None or not named_indications(found["whom"]):
        return None
    return _Use(found["whom"].strip(" :,"), _labels(found["labels"]), found["more"])


def _labels(text: str) -> tuple[str, ...]:
    found = _ONLY_LABELS.fullmatch(text)
    return tuple(each.upper() for each in _EACH.findall(found["labels"])) if found else ()


def _listed(block: Block, use: _Use, content: Mapping[str, tuple[str, ...]]) -> Iterator[Block]:
    """The use as a heading, with its list and what else is said of it."""
    plain = replace(block, kind="paragraph", depth=0, marker="", cells=(), header=())
    path = (*block.path, use.whom)
    yield replace(plain, kind="heading", depth=MADE_SECTION_DEPTH, text=use.whom)
    yield replace(plain, text=f"{use.whom}: {_LEAD}", path=path)
    for label in dict.fromkeys(use.labels):
        yield from (replace(plain, kind="item", depth=1, text=text, path=path) for text in content[label])
    if use.more:
        yield replace(plain, text=use.more, path=path)
