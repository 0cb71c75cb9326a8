"""Lines that only name a use or a phase, as the headings of what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest

from parsers.amounts.listed_lengths import is_listed_length
from parsers.answering.answers import DENIED, stated_status
from parsers.criteria.exclusions import bars_patients
from parsers.deciding.paragraph_shapes import names_first
from parsers.drugs.names import named_products
from parsers.language.every_use import is_for_all
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.lists.counted_markers import counts_on
from parsers.lists.markers import ordinal, style_of
from parsers.masthead.labelled_lines import opens_record
from parsers.models import Block
from parsers.outline import Node
from parsers.phases.phases import names_both_phases
from parsers.sections.box_titles import asks_diagnosis, without_how_many
from parsers.sections.headings import MADE_DEPTH, is_connective
from parsers.sections.opening_titles import is_bare_title, with_opening_titles
from parsers.sections.roles import heading_role
from parsers.sections.titled_bars import label_bars
from parsers.uses.indications import is_residual
from parsers.uses.scopes import is_label, is_phase_label, positive_indications
from parsers.uses.use_openings import opens_use_anew
from parsers.uses.use_titles import status_of_uses

# What stands under a title is a text, not the next title.
_FEWEST_WORDS = 5
# "Treatment-resistant depression - initial approval: 3 months", "Renewal (12 months)", "Renewal: 1 year (TRD only)".
_LENGTH = compiled(
    r"\W+(?:(?:(?:initial|renewal|re-?authorization) )?"
    r"(?:approv(?:al|ed)|granted|authorized|authorization|coverage)(?: (?:duration|length|period))?|duration|length)?"
    r"(?:\W+|(?<=\W))(?:for |up to )*[\w-]+(?: \(\d+\))? (?:day|week|month|year)s?(?: at a time| each)?\W*"
    r"(?:\([^()]{1,40}\)\W*)?$",
    re.IGNORECASE,
)
_SHORT = 60
_ASIDE_LENGTH = compiled(
    r"\W*\((?:(?:approv\w+|authori[sz]\w+|coverage)(?: (?:duration|length|period|for|is))*\W+)?(?:for |up to )*"
    r"[\w-]+ (?:day|week|month|year)s?(?: each| at a time)?\)\W*$",
    re.IGNORECASE,
)
_LABELLED = compiled(r"^[^:]{3,40}:\s+\S")
# Words from which on a line says something rather than names another entry.
_SAYING = 5


def with_numbered_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a numbered line that only names a use or a phase as the heading of the bullets flush under it.

    A page that sets "1. Treatment-resistant depression" and the bullets of its criteria at one distance shows no rank.
    """
    uses = _uses_in_flat_lists(blocks)
    titled: list[Block] = []
    last: Block | None = None
    for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        if place in uses or _is_over_bullets(block, after) or (last and _goes_on(last, block)):
            last = block if block.marker else None
            titled.append(replace(block, kind="heading", depth=MADE_DEPTH))
        elif _titles_policy(blocks, place):
            titled.append(replace(block, kind="heading", depth=MADE_DEPTH))
        else:
            last = None if block.kind == "heading" else last
            titled.append(block)
    return tuple(titled)


def _uses_in_flat_lists(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of items of one depth that only name a use, where each of several has its criteria flush behind it.

    A form sets the boxes of the uses and those of their criteria at one distance.
    """
    found: set[int] = set()
    for of_list, run in groupby(enumerate(blocks), key=lambda each: each[1].kind == "item" and not each[1].marker):
        items = list(run)
        if not of_list or _is_denied(blocks, items[0][0]):
            continue
        flush = items[0][1].depth
        titles = [rank for rank, (_, block) in enumerate(items) if block.depth == flush and _names_use(block.text)]
        uses = {positive_indications(items[rank][1].text) for rank in titles}
        # What stands deeper than the use is under it already.
        follows = all(
            later - rank > 1 and items[rank + 1][1].depth == flush for rank, later in pairwise([*titles, len(items)])
        )
        if titles[:1] == [0] and len(uses) == len(titles) > 1 and follows:
            found |= {items[rank][0] for rank in titles}
    return frozenset(found)


def _names_use(text: str) -> bool:
    """Whether an item only names a use, be it with the length of its approval in brackets."""
    return is_label(_ASIDE_LENGTH.sub("", text))


def _is_denied(blocks: Sequence[Block], place: int) -> bool:
    """Whether a list is led in by a denial: what it names has no criteria."""
    return place > 0 and stated_status(blocks[place - 1].text) in DENIED


def _is_over_bullets(block: Block, after: Block | None) -> bool:
    if after is None or block.kind != "item" or after.kind != "item" or not block.marker:
        return False
    if is_connective(after.text) or (after.marker and not _opens_other_list(block, after)):
        return False
    return after.depth <= block.depth and _is_title(block.text)


def _goes_on(last: Block, block: Block) -> bool:
    """Whether an item counts on from a title of its depth, and is one itself."""
    beside = block.kind == "item" and block.depth == last.depth
    return beside and counts_on(last, block) and _is_title(block.text)


def _is_title(text: str) -> bool:
    named = without_how_many(text)
    return is_label(named) or is_phase_label(named) or _divides(named) or asks_diagnosis(named)


def _opens_other_list(block: Block, after: Block) -> bool:
    """Whether the item after another is the first of a list that is marked in another way ("I. …", "a. …")."""
    style = style_of(after.marker)
    return not counts_on(block, after) and style != style_of(block.marker) and ordinal(after.marker, style) == 1


def _divides(text: str) -> bool:
    """Whether the text of an item is a short title for several uses ("Under both")."""
    return len(text) <= _SHORT and is_for_all(text)


def _titles_policy(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line only names our drug with its use ("Spravato: resistant depression") over what is said of it."""
    block = blocks[place]
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if block.kind != "paragraph" or after is None or after.kind not in ("paragraph", "item"):
        return False
    if not named_products(block.text) or not positive_indications(block.text) or not is_label(block.text):
        return False
    led = bool(place) and blocks[place - 1].kind != "heading" and leads_in(blocks[place - 1].text)
    says = len(after.text.split()) >= _SAYING or leads_in(after.text)
    return says and not led and not is_label(after.text)


def with_titled_lists(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with a paragraph that only names a use or a phase as the heading of the list right after it."""
    titled: list[Node] = []
    nodes = with_opening_titles(nodes)
    for place, node in enumerate(nodes):
        if node.block.kind != "heading" and titled and _is_made_heading(titled[-1]) and not _titles(nodes, place):
            titled[-1] = replace(titled[-1], children=(*titled[-1].children, node))
        elif _titles(nodes, place):
            titled.append(_headed(node))
        else:
            titled.append(node)
    return tuple(titled)


def with_answers_apart(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with an answer for a drug and its use that follows what stands under a line naming a phase beside it.

    Such a line has no rank, so that its section ends where the policy answers anew.
    """
    apart: list[Node] = []
    for node in nodes:
        end = _end_of_phase(node)
        apart += [node.over(node.children[:end]), *(_outside(node, each) for each in node.children[end:])]
    return tuple(apart)


def _end_of_phase(title: Node) -> int:
    made = title.block.kind == "heading" and title.block.depth >= MADE_DEPTH and is_phase_label(title.block.text)
    anew = [place for place, node in enumerate(title.children) if _answers_anew(node)] if made else []
    return anew[0] if anew and anew[0] > 0 else len(title.children)


def _outside(title: Node, node: Node) -> Node:
    path = tuple(over for over in node.block.path if over != title.block.text)
    return Node(replace(node.block, path=path), tuple(_outside(title, child) for child in node.children))


def _answers_anew(node: Node) -> bool:
    text = node.block.text
    if node.block.kind != "paragraph":
        return False
    # "Will not be approved, initially or in continuation", behind the length of the latter.
    if names_both_phases(text):
        return True
    refuses = bool(node.children) and (stated_status(text) in DENIED or bars_patients(text))
    return bool(named_products(text) and (refuses or (positive_indications(text) and stated_status(text) is not None)))


def with_titled_uses(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with a paragraph over a list of uses that gives only their status ("Covered indications") as a heading.

    What comes after the list is of the section again.
    """
    titled: list[Node] = []
    for is_item, run in groupby(nodes, key=lambda node: node.block.kind == "item"):
        items = tuple(run)
        if is_item and titled and _gives_status(titled[-1], items):
            titled[-1] = _over_uses(titled[-1], items)
        else:
            titled += [
                _over_uses(node, node.children) if _gives_status(node, node.children) else node for node in items
            ]
    return tuple(titled)


def _gives_status(title: Node, items: Sequence[Node]) -> bool:
    if title.block.kind != "paragraph" or not items or title.children not in ((), items):
        return False
    status = status_of_uses(title.block.text)
    uses = [names_first(item.block.text) or is_residual(item.block.text) for item in items]
    return status is not None and (all(uses) if status not in DENIED else any(uses))


def _over_uses(title: Node, items: Sequence[Node]) -> Node:
    text = title.block.text.rstrip(": ")
    return Node(replace(title.block, kind="heading", text=text, depth=MADE_DEPTH), tuple(items))


def _titles(nodes: Sequence[Node], place: int) -> bool:
    block = nodes[place].block
    if block.kind != "paragraph" or nodes[place].children or place + 1 >= len(nodes):
        return False
    if opens_record(block.text) or is_listed_length(block.text):
        return False
    title = _ASIDE_LENGTH.sub("", block.text)
    title = title if is_phase_label(title) else _LENGTH.sub("", block.text)
    after = nodes[place + 1].block
    if after.kind == "paragraph" and not _says_something(after.text, title):
        return False
    # "Renewal is 12 months." before "Spravato for acute suicidality: patient is 18 or older": told in full by then.
    if title != block.text and opens_use_anew(after.text):
        return False
    if title != block.text and _ends_list(nodes, place):
        return False
    # "Renewal: 12 months" over "Exclusions: psychosis": each is a label with its value, and none the other's title.
    if after.kind == "paragraph" and _LABELLED.match(block.text) and label_bars(after.text.partition(":")[0]):
        return False
    return (after.kind in ("item", "paragraph") and is_label(title)) or (
        after.kind != "heading" and is_phase_label(title)
    )


def _ends_list(nodes: Sequence[Node], place: int) -> bool:
    """Whether a length stands behind the list that it is of, and before the list of the next use or phase.

    Where lengths come first ("Initial approval: 3 months", and its list), each is the title of what follows it.
    """
    lists_first = next(bool(node.children) for node in nodes if node.children or _LENGTH.search(node.block.text))
    behind = place > 0 and (bool(nodes[place - 1].children) or nodes[place - 1].block.kind == "item")
    after = nodes[place + 1]
    covers = stated_status(after.block.text) == "covered" and bool(positive_indications(after.block.text))
    return lists_first and behind and bool(after.children) and covers


def _says_something(text: str, title: str) -> bool:
    """Whether a paragraph after a bare title is what stands under it: a text, and no title of its own."""
    return len(text.split()) >= _FEWEST_WORDS and not is_bare_title(_LENGTH.sub("", text)) and title[-1:].isalnum()


def _headed(node: Node) -> Node:
    """A paragraph as a heading; "approval: 3 months" at its end is a statement in the section, not its role."""
    heading = replace(node.block, kind="heading", depth=MADE_DEPTH)
    length = _LENGTH.search(node.block.text)
    if length is None or heading_role(node.block.text) != "limits":
        return Node(heading)
    stated = replace(node.block, text=length[0].lstrip(" ,;:(–-"))
    return Node(replace(heading, text=node.block.text[: length.start()]), (Node(stated),))


def _is_made_heading(node: Node) -> bool:
    return node.block.kind == "heading" and node.block.depth == MADE_DEPTH
