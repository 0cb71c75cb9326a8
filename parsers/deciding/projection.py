"""A list of criteria as one indication sees it: shared clauses stay, branches for other indications go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.criteria.lists import connective
from parsers.criteria.oral_antidepressant_wording import REQUIRED
from parsers.criteria.shares import share_of
from parsers.criteria.wording import read_words
from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_for_other_drug
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.asked_uses import asked_indications
from parsers.lists.limited_items import limited_to, without_limited
from parsers.models import Indication, Product
from parsers.outline import Node
from parsers.sections.headings import is_connective
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import covers
from parsers.uses.trailing_uses import ends_with_use
from parsers.uses.waivers import without_waiver

_NAME = r"(?:(?:intravenous|IV|intranasal|racemic|compounded) )?(?:esketamine|spravato|ketamine|ketalar)"
_FOR_DRUG = compiled(
    rf"\W*(?:(?:for|in|with|if|when|where)(?: (?:(?:the|a) )?requests? (?:is )?for| requesting| using|"
    rf" (?:treatment|therapy) with)? {_NAME}"
    rf"(?: \(\w+\))?(?: [\w-]+){{0,3}}?[,:]"
    rf"|{_NAME}(?: \(\w+\))?(?: (?:nasal spray|infusions?|requests?))?(?: only)?:)",
    re.IGNORECASE,
)

# "Esketamine, 3 months; intravenous ketamine, 28 days".
_FOR_EACH_DRUG = compiled(
    rf"\b(?P<drug>{_NAME})(?: (?:nasal spray|spray|infusions?))?[,:]? (?:(?:is|are|for|up to|gets?|lasts?) )*"
    r"[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)


# "The request is for any other indication and …", beside an item that names one.
_FOR_THE_REST = compiled(
    r"\bfor (?:any|an|all|every|the) other (?:[\w-]+ ){0,2}?(?:indication|use|diagnos[ei]s|condition|disorder)s?\b",
    re.IGNORECASE,
)
_LAST_OR = compiled(r"\bor\W*$", re.IGNORECASE)
_ALONGSIDE = compiled(r"\b(?:an? )?oral antidepressant", re.IGNORECASE)
_IS_NOT_REQUIRED = compiled(
    r"\b(?:not|none is|no longer) (?:required|needed|necessary|mandatory|asked for)\b", re.IGNORECASE
)


def project(
    node: Node, indication: Indication, among: Sequence[Indication], product: Product | None = None
) -> Node | None:
    """`node` without what `among`'s other indications alone are asked for; None when nothing of it is left.

    A branch is another indication's when it is limited to it ("For TRD, …") or when it stands beside branches that ask
    for different diagnoses ("ONE of: TRD and …; MDD with suicidal ideation").
    """
    asked = _unless_waived(node, indication)
    limited = condition(node.block.text)
    if asked is None or (
        limited and indication not in among and indication != "any" and not covers(limited, indication)
    ):
        return None
    return _branches(_of_product(asked, product), indication, among)


def _unless_waived(node: Node, indication: Indication) -> Node | None:
    """`node` without words that lift it for some uses; None for one of these, but where it is of an antidepressant
    taken alongside, of which it is a rule that it is not required.
    """
    text, waived = without_waiver(node.block.text)
    if not waived:
        return node
    if indication not in waived:
        return replace(node, block=replace(node.block, text=text))
    asked = _IS_NOT_REQUIRED.search(node.block.text) and REQUIRED.search(read_words(text))
    alongside = _ALONGSIDE.search(text) if asked else None
    lifted = replace(node.block, text=f"{alongside[0]} is not required".capitalize()) if alongside else None
    return Node(lifted) if lifted else None


def _share_of_drug(text: str, product: Product) -> str:
    """`text` without the lengths of other drugs, where it gives each of several its own."""
    shares = [(share, named_products(share["drug"])) for share in _FOR_EACH_DRUG.finditer(text)]
    own = [share[0] for share, drugs in shares if product in drugs]
    if len({drugs for _, drugs in shares}) < len(("one", "other")) or not own:
        return text
    return f"{text[: shares[0][0].start()]}{'; '.join(own)}{text[shares[-1][0].end() :]}"


def _of_product(node: Node, product: Product | None) -> Node:
    """`node` without what is said of the other drug alone ("For esketamine, …", "esketamine, 3 months; …")."""
    if product and (share := _share_of_drug(node.block.text, product)) != node.block.text:
        node = replace(node, block=replace(node.block, text=share))
    kept = [
        _of_product(child, product)
        for child in node.children
        if not is_for_other_drug(child.block.text) and (not (said := _limited_to(child.block.text)) or product in said)
    ]
    return node.over(kept)


def _limited_to(text: str) -> tuple[Product, ...]:
    """The drugs that an item says, at its start, it is asked for."""
    found = _FOR_DRUG.match(text)
    return named_products(found[0]) if found else ()


def _branches(node: Node, indication: Indication, among: Sequence[Indication]) -> Node:
    asked_of = _asked_of_each(node, among)
    split = len({each for each in asked_of if each}) > 1
    seen: list[Node | None] = []
    for item, asked in zip(node.children, asked_of, strict=True):
        whole = _unless_waived(item, indication)
        # An item for depression as such is asked of each form of it; a list of its own is a branch.
        of_another = whole and split and asked and indication not in asked
        if whole is None or (of_another and (whole.children or not covers(tuple(asked), indication))):
            seen.append(None)
            continue
        child = whole if whole.children else _with_own_sentences(whole, indication)
        limited = condition(child.block.text) or ends_with_use(child.block.text, among)
        shared = bool(limited) and share_of(child.block.text, indication) != child.block.text
        own = not limited or indication == "any" or covers(limited, indication) or shared
        seen.append(_branches(child, indication, among) if own else None)
    return node.over(_without_loose_connectives(_without_lost_ways(node.children, seen)))


def _without_lost_ways(items: Sequence[Node], seen: Sequence[Node | None]) -> list[Node]:
    """What is left of a list, without the "or" that led to an item cut away where no further way stands behind it."""
    kept: list[Node] = []
    for place, node in enumerate(seen):
        cut = list(takewhile(lambda at: seen[at] is None, range(place + 1, len(seen))))
        ends = bool(cut) and (cut[-1] + 1 == len(seen) or not _leads_on(items[cut[-1]], items[cut[-1] + 1]))
        if node is not None and not (ends and _is_loose(node) and connective(node.block.text) == "or"):
            kept.append(_unjoined(node) if ends else node)
    return kept


def _leads_on(item: Node, after: Node) -> bool:
    """Whether an "or", at the end of an item or on a line of its own, leads from it to a further way."""
    return connective((after if _is_loose(after) else item).block.text) == "or"


def _unjoined(item: Node) -> Node:
    """An item, the items behind it cut away, without the "; or" that led to them."""
    if item.children or connective(item.block.text) != "or":
        return item
    return replace(item, block=replace(item.block, text=_LAST_OR.sub("", item.block.text)))


def _with_own_sentences(item: Node, indication: Indication) -> Node:
    """An item that opens with what holds for every use, without its later sentences for another alone."""
    said = sentences(item.block.text)
    limits = [condition(sentence) for sentence in said]
    if len(said) == 1 or indication == "any" or len({limited for limited in limits if limited} | {limits[0]}) == 1:
        return item
    own: list[str] = []
    # After "For the first use: …" a sentence that names none goes on with it.
    running = limits[0]
    for sentence, limited in zip(said, limits, strict=True):
        running = limited if limited and limits[0] else running
        of = limited or running
        own += [sentence] if not of or covers(of, indication) else []
    return replace(item, block=replace(item.block, text=" ".join(own))) if own else item


def _asked_of_each(node: Node, among: Sequence[Indication]) -> list[frozenset[Indication]]:
    """What each item of a list asks for; "any other use" is those of `among` that no item beside it names."""
    asked = [_asked_of(child, among) for child in node.children]
    named = frozenset[Indication]().union(*asked)
    rest = frozenset(among) - named if named else named
    return [
        each or (rest if _FOR_THE_REST.search(child.block.text) else each)
        for each, child in zip(asked, node.children, strict=True)
    ]


def _asked_of(item: Node, among: Sequence[Indication]) -> frozenset[Indication]:
    """The uses of `among` that an item asks for; one that says in front for which it is asked demands none, and so
    does a choice that has a branch for the rest of them.
    """
    if (not item.children and limited_to(item)) or any(_FOR_THE_REST.search(part.block.text) for part in item.children):
        return frozenset()
    # "Two failures, unless the request is for acute suicidality" asks for no acute suicidality.
    asking = without_waiver(item.block.text)[0]
    item = item if asking == item.block.text else replace(item, block=replace(item.block, text=asking))
    return frozenset(asked_indications(without_limited(item))) & set(among)


def _without_loose_connectives(nodes: Sequence[Node]) -> tuple[Node, ...]:
    kept: list[Node] = []
    for node in nodes:
        if not (_is_loose(node) and (not kept or _is_loose(kept[-1]))):
            kept.append(node)
    while kept and _is_loose(kept[-1]):
        kept.pop()
    return tuple(kept)


def _is_loose(node: Node) -> bool:
    """Whether a node is a word that joins others; "Both:" over a list of its own leads that in."""
    return is_connective(node.block.text) and not node.children
