"""Bullets that run on in one paragraph ("▸ The member is an adult. ▸ Two drugs have failed."), each as its own item.

So do paragraphs with dotted numbers ("4.2.1 The member is an adult. 4.2.2 Two drugs have failed.").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Block

# Signs that only list; "·" and "|" also part the names of a menu, boxes stand before answers. "• each for 6 weeks" goes
# on with the trials before it.
_BULLET = compiled(r"(?:^|(?<=\s))(?P<sign>[•▪■➢➤►▸‣●◦◆❖])\s+(?=[\w(\"“≥>])(?!each (?:for|at|of|in|tried|taken)\b)")
_SIGN = compiled(r"[•▪■➢➤►▸‣●◦◆❖]")
_FEWEST_SIGNS = 2
_DOTTED = compiled(r"(?P<section>\d{1,2}(?:\.\d{1,2})*)\.(?P<count>\d{1,2})")


def with_bullets_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, an item with further bullets in its text as several; the sign of its own was read as its mark."""
    return tuple(part for block in blocks for part in (_numbered(block) or _parts(block)))


def _numbered(block: Block) -> tuple[Block, ...]:
    """The paragraphs of an item that go on counting in its text as its own number does; () where none does."""
    own = _DOTTED.fullmatch(bare_marker(block.marker)) if block.kind == "item" else None
    parts = [block] if own else []
    while own and parts:
        following = f"{own['section']}.{int(own['count']) + len(parts)}"
        before, number, rest = parts[-1].text.partition(f". {following} ")
        if not number or not rest[:1].isupper():
            break
        parts[-1:] = [replace(parts[-1], text=f"{before}."), replace(block, marker=following, text=rest)]
    return tuple(parts[: len(parts) if len(parts) > 1 else 0])


def _parts(block: Block) -> Iterator[Block]:
    listed = block.kind == "item" and not block.marker
    signs = list(_BULLET.finditer(block.text)) if listed or _asks_between_bullets(block) else []
    if not signs or len({found["sign"] for found in signs}) > 1:
        yield block
        return
    ends = [0, *(found.end() for found in signs)]
    starts = [*(found.start() for found in signs), len(block.text)]
    for start, end in zip(ends, starts, strict=True):
        if said := block.text[start:end].strip():
            yield replace(block, text=said) if listed else replace(block, kind="item", depth=1, text=said)


def _asks_between_bullets(block: Block) -> bool:
    """Whether a paragraph is a list that only bullets part ("An adult • two failures • …"), most of it criteria."""
    if block.kind != "paragraph" or len(_BULLET.findall(block.text)) < _FEWEST_SIGNS:
        return False
    parts = [part for part in _SIGN.split(block.text) if part.strip()]
    asked = [any(one.key not in ROOT_KEYS for one in findings_in(part)) for part in parts]
    return 2 * sum(asked) > len(parts)
