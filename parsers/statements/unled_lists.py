"""Items that no text leads in: whether they are one list of criteria, which their heading leads in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.answers import stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.conditions import named
from parsers.criteria.families import findings_in
from parsers.criteria.lists import quantifier
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.lists.list_shapes import PAIR, has_verb, heads_section, is_of_a_list
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase
from parsers.sections.headings import is_connective
from parsers.sections.roles import heading_role
from parsers.uses.indications import mentions
from parsers.uses.patient_conditions import titles_a_use

_FEW_WORDS, _FEWEST_LINKS = 4, 3
_OBLIGES = compiled(
    r"\b(?:must|shall|should|requir\w+|has|have|had|is|are|was|were|will|can|may|no|not|diagnos\w+|fail\w*|patients?|"
    r"members?)\b",
    re.IGNORECASE,
)
_ASKS = compiled(r"\d|\b(?:has|have|is|are|must|fail\w*|tried|trials?|prescri\w+|two|three|four)\b", re.IGNORECASE)
_LENGTH_ALONE = compiled(
    r"^\W*(?:approve|approved|approval|authori[sz]e|authori[sz]ation)(?: is)?(?: for|:) (?:up to )?[\w-]+(?: \(\d+\))? "
    r"(?:days?|weeks?|months?|years?)\W*$",
    re.IGNORECASE,
)
# "The patient has a diagnosis of depression" names a use and nothing more, and is yet no title.
_DEMANDS = compiled(r"\b(?:has|have|having|is|are|must|diagnos\w+)\b", re.IGNORECASE)
# "Depression (must meet all):" is a title for all that.
_ASIDE = compiled(r"\([^()]*\)")
_OF_USES = compiled(r"\b(?:diagnos[ie]s|indications?|uses?|drugs?|products?|phases?|requests?)\b", re.IGNORECASE)


def with_lists(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with items that no text leads in under a lead-in without text: their heading leads them in. Names of
    other pages go.
    """
    grouped: list[Node] = []
    for is_item, run in groupby(nodes, key=is_of_a_list):
        items = tuple(run)
        if is_item and _lists_links(items):
            continue
        if is_item and len(items) == 1 and _answers_a_topic(items[0]):
            lead = replace(items[0].block, kind="paragraph", text=items[0].block.path[-1], marker="", depth=0)
            grouped.append(Node(lead, items))
        elif is_item and _is_one_list(items):
            lead = replace(items[0].block, kind="paragraph", text=_choice_in_title(items[0]), marker="", depth=0)
            grouped.append(Node(lead, items))
        else:
            grouped += items
    return tuple(grouped)


def _lists_links(items: Sequence[Node]) -> bool:
    """Whether items are the names of other pages: no family reads any, and none obliges, answers or names the drug."""
    said = [part.block.text for part in walk(items)]
    marked = any(item.block.marker or is_connective(item.block.text) for item in items)
    fewest = 1 if _asks_for_nothing(items[0].block.path) else _FEWEST_LINKS
    if len(said) < fewest or marked or any(_OBLIGES.search(text) or text[-1] in ";:," for text in said):
        return False
    told = any(named_products(text) or mentions(text) or stated_status(text) for text in said)
    # "Dementia", "Current psychosis": what may bar a patient is never lost for a name.
    conditions = any(any(named(text.lower())) for text in said)
    return not (told or conditions) and not any(map(findings_in, said))


def _asks_for_nothing(path: Sequence[str]) -> bool:
    """Whether the titles over items are of no criteria, use or phase: the document's own, or the label of a fact."""
    own = path[-1] if path else ""
    return not (mentions(own) or read_phase(own) or heading_role(own))


def _choice_in_title(item: Node) -> str:
    """The words in brackets of the heading over a list that leave a choice of its items; "" where it leaves none."""
    asides = _ASIDE.findall(item.block.path[-1]) if item.block.path else []
    chosen = ((aside, quantifier(aside)) for aside in asides if not _OF_USES.search(aside))
    return next((aside.strip("()") for aside, asked in chosen if asked and asked.op != "all"), "")


def _answers_a_topic(item: Node) -> bool:
    """Whether the one item under a heading is a word or two on its topic ("Prescriber": "psychiatrist")."""
    text, topic = item.block.text, (item.block.path or ("",))[-1]
    bare = 0 < len(text.split()) <= _FEW_WORDS and not item.children and not mentions(text) and not has_verb(text)
    of_topic = heading_role(topic) in (None, "indications") and 0 < len(topic.split()) <= _FEW_WORDS
    says_more = mentions(topic) or named_products(topic) or read_phase(topic) or bare_status(text)
    return bare and of_topic and not says_more


def _is_one_list(items: Sequence[Node]) -> bool:
    """Whether items are criteria of one list: none answers, titles others or tells of another list's use."""
    items = [item for item in items if item.block.kind == "item"]
    if not items:
        return False
    named = [_ASIDE.sub("", item.block.text) if item.children else item.block.text for item in items]
    titling = [place for place, text in enumerate(named) if titles_a_use(text) and not _DEMANDS.search(text)]
    # A list may open with the diagnosis alone.
    asks = any(_ASKS.search(text) for text in named[1:])
    titles = bool(titling) and not (titling == [0] and len(items) > PAIR and asks and not items[0].children)
    said = [part.block.text for part in walk(items) if not _LENGTH_ALONE.match(part.block.text)]
    answers = any(map(stated_status, said))
    question = items[0].block.text.rstrip().endswith("?")
    return (len(items) > 1 or question) and not (answers or titles or any(map(heads_section, items)))
