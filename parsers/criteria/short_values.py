"""Values that say nothing without their label or their neighbours: "REMS: site certified", "84 mg; 3 months"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.criteria.families import ROOT_KEYS
from parsers.criteria.trees import keys, quoting
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import CriterionKey, Tree
from parsers.outline import Node
from parsers.uses.indications import mentions

_LABEL_WORDS = 4
_LABEL = compiled(r"[^\W\d][^?.;:]{2,40}")
_LENGTH = compiled(rf"\W*(?:for |up to )?{SPAN_COUNT}[ -]{SPAN_UNIT}\W*")
# "Substance use disorder" over "None" is a condition, and no use that is given an answer.
_ABSENT = compiled(
    r"\W*(?:none\b|absent|ruled out|must (?:be absent|not be present)|not present|in (?:\w+ )?remission)"
    # "At least one year in remission", "sober for six months".
    r"|[^.;:]{0,30}\b(?:remission|remitted|sober|sobriety|abstinen\w+)\b",
    re.IGNORECASE,
)
_WHENEVER = compiled(
    r"^(?:(?:if|any|past|prior|previous|current|former|a|personal|history of)\b ?)+|,? in the past$", re.IGNORECASE
)
_AMOUNTS: frozenset[CriterionKey] = frozenset(("dose_max_mg", "frequency_max_per_week", "quantity_limit"))
_LENGTHS: frozenset[CriterionKey] = frozenset(("initial_auth_days", "renewal_auth_days"))

Read = Callable[[str], Tree | None]


def states(tree: Tree | None) -> bool:
    """Whether a tree holds any criterion that fits a key."""
    return tree is not None and keys(tree) != {"unparsed"}


def is_spelled_below(label: str, own: Tree, below: Tree) -> bool:
    """Whether a label names a response ("Renewal: response") that stands under it ("PHQ-9 lower by 40%")."""
    return keys(own) == {"renewal_response"} <= keys(below) and len(label.rpartition(" | ")[2].split()) <= _LABEL_WORDS


def with_label(lead_in: Node, below: Tree | None, read: Read) -> Tree | None:
    """What stands `below` a label: read with it where that says more ("REMS" over "Site certified", "First request"
    over "28 days, 8 sessions at most"). What decides by itself needs no label.
    """
    if states(below) and below is not None and not keys(below) <= ROOT_KEYS:
        return below
    whole = _labelled(lead_in, read)
    if whole is None or below is None or not states(below):
        return whole or below
    more = keys(whole) - keys(below)
    return whole if more and more <= _LENGTHS and keys(whole) > keys(below) else below


def _labelled(lead_in: Node, read: Read) -> Tree | None:
    """The one value under a label, read with it; None where that states nothing.

    The name of a use is no label, what it is given is an answer, unless that says that the patient is without it.
    """
    label = lead_in.block.text.rpartition(" | ")[2].strip(" :")
    value, *more = lead_in.children
    names_use = mentions(label) and not _ABSENT.match(value.block.text)
    is_label = len(_WHENEVER.sub("", label).split()) <= _LABEL_WORDS and _LABEL.fullmatch(label) and not names_use
    if more or value.children or not is_label:
        return None
    tree = read(f"{label}: {value.block.text}")
    return quoting(tree, value.block.text) if states(tree) else None


def with_length(said: Sequence[str], trees: Sequence[Tree | None], read: Read) -> list[Tree | None]:
    """`trees`, with a length that stands alone among amounts of one approval as how long it lasts; `read` has it so."""
    amounts = [tree is not None and keys(tree) <= _AMOUNTS for tree in trees]
    lengths = [bool(_LENGTH.fullmatch(words)) for words in said]
    if not any(amounts) or not all(map(max, amounts, lengths)):
        return list(trees)
    return [read(words) if alone else tree for words, tree, alone in zip(said, trees, lengths, strict=True)]
