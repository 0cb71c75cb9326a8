"""Names of uses listed right under a paragraph that denies the drug and yet leads in nothing by its words.

"Claims are denied whatever the route: infusion, troche. An appeal is free." over "Chronic pain", "Migraine": no lead-in
ends so, and no list of names asks for anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import DENIED, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.list_shapes import PAIR
from parsers.models import Product, Status
from parsers.outline import Node
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_label

# "Chronic pain, including neuropathic pain and migraine": a class with its examples.
_NAMELY = compiled(
    r"\b(?:including|includes?|such as|among them|for example|for instance|e\.g\.)[,:]?\s", re.IGNORECASE
)
# "Claims are denied as unproven": over uses, the claims are those for them.
_OF_CLAIMS = compiled(
    r"^\W*(?:(?:all|any|the|these|such|our|every) )*(?:claims?|requests?|services?|conditions?|diagnos[ie]s|"
    r"disorders?)\b"
    r"(?!(?: \w+){0,3} (?:without|submitted|filed|received|billed|that|which|with)\b)"
    r"|\b(?:deny|denies|denied|reject|rejects) (?:(?:all|any|the|these|such|every) )*(?:claims?|requests?)\b",
    re.IGNORECASE,
)
# What leaves uses out of a denial may list these ("… is not covered unless it is for one of them.").
_LEAVES_OUT = compiled(
    r"\b(?:unless|except\w*|only|but|other than|apart from|without|beside|besides|not listed|unlisted|if|when)\b",
    re.IGNORECASE,
)


def with_denied_lists(nodes: Sequence[Node], products: Sequence[Product]) -> tuple[Node, ...]:
    """`nodes`, with items that only name uses under the sentence before them that denies what it does not name.

    A sentence on a drug that is none of the section's `products` says nothing of the section's list.
    """
    return tuple(_with_their_denials(nodes, products))


def denied_over(node: Node) -> Status | None:
    """The denial that a sentence over names of uses gives them; None where there is none, or it names uses itself."""
    alone = node.block.kind == "paragraph" and len(sentences(node.block.text)) == 1
    named = alone and len(node.children) >= PAIR and all(map(_names_uses_alone, node.children))
    return _denial(node.block.text) if named and not mentions(node.block.text) else None


def _with_their_denials(nodes: Sequence[Node], products: Sequence[Product]) -> Iterator[Node]:
    place = 0
    while place < len(nodes):
        lead, after = nodes[place], takewhile(_is_item, nodes[place + 1 :])
        listed = (lead.children or tuple(after)) if lead.block.kind == "paragraph" else ()
        denial = _denial_over(lead.block.text, listed)
        of_another = products and set(named_products(denial or "")) - set(products)
        yield from (lead,) if denial is None or of_another else _parted(lead, denial, listed)
        place += 1 if denial is None or of_another or lead.children else 1 + len(listed)


def _parted(lead: Node, denial: str, listed: tuple[Node, ...]) -> Iterator[Node]:
    """A paragraph as the sentence that denies, over its list, between those before it and those after."""
    before, _, after = lead.block.text.partition(denial)
    # "Not covered. Infusions are unproven for …": a title of what the sentence says.
    before = "" if bare_status(before) in DENIED else before
    for said, under in ((before, ()), (denial, listed), (after, ())):
        if said.strip():
            yield Node(replace(lead.block, text=said.strip()), under)


def _denial_over(text: str, listed: Sequence[Node]) -> str | None:
    """The sentence of a paragraph that denies the uses listed after it; None where it is of others, or answers more."""
    if len(listed) < PAIR or not all(map(_names_uses_alone, listed)):
        return None
    told = [(said, _denial(said)) for said in sentences(text) if read_status(said) is not None]
    denies = bool(told) and all(status is not None for _, status in told) and not mentions(told[-1][0])
    return told[-1][0] if denies else None


def _denial(said: str) -> Status | None:
    """The denial that a sentence over a list of uses states, of all that it speaks of."""
    if _LEAVES_OUT.search(said) or is_residual(said):
        return None
    status = stated_status(said) or (read_status(said) if _OF_CLAIMS.search(said) else None)
    return status if status in DENIED else None


def _is_item(node: Node) -> bool:
    return node.block.kind == "item"


def _names_uses_alone(item: Node) -> bool:
    """Whether an item, with what stands under it, is the names of uses and nothing more."""
    named = [part for part in _NAMELY.split(item.block.text) if part.strip(" ,;:.")]
    return bool(named) and all(map(is_label, named)) and all(map(_names_uses_alone, item.children))
