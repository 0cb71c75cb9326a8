"""Cells of criteria that set down several demands between semicolons ("18 or older; in good general health"), one of
which no rule reads: a list, in which that one stands unread. In running words it would vanish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.markers import read_marker
from parsers.models import Block
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.headings import is_connective
from parsers.tables.unread_demands import TITLES_DEMANDS, asks_of_a_patient, is_unread
from parsers.uses.indications import mentions

# "One of: A; B" and "failure of A; B" are no lists of demands; a note or a limit asks nothing.
_OTHERWISE = compiled(
    r":|\b(?:one|any|either|none|neither|both|all|following|or|not?|unless|except|see|refer|note|per|exclud\w+|limit\w*|"
    r"maximum|up to|approv\w+|authori[sz]\w+|cover\w*|renew\w*|for \d|codes?)\b|\d{3}|[()|]",
    re.IGNORECASE,
)
# What speaks of the sentence before it, or to the reader.
_REMARKS = compiled(
    r"^\W*(?:this|these|those|that|it|they|such|please|we|you|our|both|neither|otherwise|however|for example|e\.g|i\.e|"
    r"examples?|if|when|where|unless|once|after|before|documentation|requests?|policy|coverage|benefits?)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_MOST_WORDS = 12
_ALL = "All of the following:"


def demands_of(title: str, cell: str, row: Block) -> tuple[Node, ...]:
    """The list that such a cell under such a title is; () for any other."""
    parts = [part.strip(" .") for part in cell.split(";")] if TITLES_DEMANDS.match(title) and "\n" not in cell else []
    # Several sentences, or a word on renewals, have their own way of being read.
    if len(parts) < _FEWEST or len(sentences(cell)) > 1 or read_phase(cell) or not _has_one_unread(parts):
        return ()
    item = replace(row, kind="item", depth=1, marker="", cells=(), header=())
    return (Node(replace(item, kind="paragraph", text=_ALL), tuple(Node(replace(item, text=part)) for part in parts)),)


def _has_one_unread(parts: Sequence[str]) -> bool:
    plain = all(part and len(part.split()) <= _MOST_WORDS and not is_connective(part) for part in parts)
    read = [bool(findings_in(part) or mentions(part)) for part in parts]
    return (
        plain
        and any(read)
        and any(not known and not _OTHERWISE.search(part) for known, part in zip(read, parts, strict=True))
    )


def with_unread_apart(title: str, cell: str, row: Block) -> tuple[str, tuple[Node, ...]]:
    """What a cell of sentences that are mostly read as demands says without those that are not, and these as items."""
    lines = cell.split("\n")
    said = [] if any(map(read_marker, lines)) else [one for line in lines for one in sentences(line)]
    unread = {one for one in said if is_unread("", one) and not _REMARKS.match(one) and not is_connective(one)}
    read = sum(asks_of_a_patient("", one) for one in said) if unread else 0
    fewest = 1 if TITLES_DEMANDS.match(title) else _FEWEST
    if not fewest <= read < len(said) or 2 * read < len(said):
        return cell, ()
    item = replace(row, kind="item", depth=1, marker="", cells=(), header=())
    kept = (" ".join(one for one in sentences(line) if one not in unread) for line in lines)
    return "\n".join(filter(None, kept)), tuple(Node(replace(item, text=one)) for one in said if one in unread)
