"""The shape of a document without its words, and whether it has changed so much that a reading deserves a look."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from parsers.models import BlockKind, MediaType, ParsedPolicy
from parsers.sections.roles import heading_role

# Measured on labelled pairs of documents: new editions share nearly all sections and move few words from one kind of
# block to another; a site that was made anew, or a list that became paragraphs, does not.
_LEAST_SECTIONS = 4
_LEAST_SHARED = 0.5
_MOST_MOVED = 0.12
# In a short document one list that was rewritten is already a large share.
_LEAST_WORDS = 120
_KINDS: dict[MediaType, str] = {
    "application/pdf": "a PDF",
    "text/html": "a web page",
    "text/plain": "plain text",
    "text/markdown": "markdown",
    "application/json": "JSON",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word file",
    "application/octet-stream": "another file",
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Kind of file, how many words stand in blocks of each kind, and the sections by what they are for.

    A section of which that is not known goes by the words of its heading. Words are counted, not blocks: a long list of
    references must not outweigh the criteria.
    """

    media_type: MediaType
    words: Mapping[BlockKind, int]
    sections: tuple[str, ...]


def skeleton_of(policy: ParsedPolicy) -> Skeleton:
    """The skeleton of a document that was read."""
    words: Counter[BlockKind] = Counter()
    for block in policy.blocks:
        words[block.kind] += len(block.text.split())
    headings = (block.text for block in policy.blocks if block.kind == "heading")
    return Skeleton(policy.document.media_type, dict(words), tuple(sorted({_section(text) for text in headings})))


def layout_drift(old: Skeleton, new: Skeleton) -> str:
    """What is strongly different in the layout, in words; "" when it is the same layout with another content."""
    if old.media_type != new.media_type:
        return f"{_KINDS[new.media_type]}, before {_KINDS[old.media_type]}"
    shared = len(set(old.sections) & set(new.sections))
    count, before = len(new.sections), len(old.sections)
    if max(count, before) >= _LEAST_SECTIONS and 2 * shared < _LEAST_SHARED * (count + before):
        return f"{count} kinds of sections, before {before}, and {shared} in common"
    moved = _moved(old.words, new.words)
    if moved > _MOST_MOVED:
        return f"{moved:.0%} of the words stand in another kind of block (heading, paragraph, item, row) than before"
    return ""


def dump_skeleton(skeleton: Skeleton) -> str:
    """A skeleton as JSON that `load_skeleton` reads back to an equal value."""
    return json.dumps(asdict(skeleton), sort_keys=True)


def load_skeleton(text: str) -> Skeleton:
    read = json.loads(text)
    return Skeleton(read["media_type"], read["words"], tuple(read["sections"]))


def _section(heading: str) -> str:
    role = heading_role(heading)
    return role if role and role != "other" else " ".join(re.findall(r"\w+", heading.casefold()))


def _moved(old: Mapping[BlockKind, int], new: Mapping[BlockKind, int]) -> float:
    """The share of the words that went from one kind of block to another: what one kind lost and others gained.

    A section that is added or dropped is no move.
    """
    apart = [new.get(kind, 0) - old.get(kind, 0) for kind in {*old, *new}]
    gained, lost = sum(n for n in apart if n > 0), -sum(n for n in apart if n < 0)
    before, after = sum(old.values()), sum(new.values())
    return min(gained, lost) / max(before, after) if min(before, after) >= _LEAST_WORDS else 0.0
