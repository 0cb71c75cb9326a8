"""Values that say nothing without their label or their neighbours: "REMS: site certified", "84 mg; 3 months"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parsers.criteria.trees import keys, quoting
from parsers.indications import mentions
from parsers.models import CriterionKey, Tree
from parsers.outline import Node
from parsers.patterns import compiled
from parsers.spans import SPAN_COUNT, SPAN_UNIT

_LABEL_WORDS = 4
_LABEL = compiled(r"[^\W\d][^?.;:]{2,40}")
_LENGTH = compiled(rf"\W*(?:for |up to )?{SPAN_COUNT}[ -]{SPAN_UNIT}\W*")
_AMOUNTS: frozenset[CriterionKey] = frozenset(("dose_max_mg", "frequency_max_per_week", "quantity_limit"))

Read = Callable[[str], Tree | None]


def states(tree: Tree | None) -> bool:
    """Whether a tree holds any criterion that fits a key."""
    return tree is not None and keys(tree) != {"unparsed"}


def labelled(lead_in: Node, read: Read) -> Tree | None:
    """The one value under a label, read with it ("REMS" over "Site certified"); None where that states nothing.

    The name of a use is no label: what it is given is an answer.
    """
    label = lead_in.block.text.rpartition(" | ")[2].strip(" :")
    value, *more = lead_in.children
    is_label = len(label.split()) <= _LABEL_WORDS and _LABEL.fullmatch(label) and not mentions(label)
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
