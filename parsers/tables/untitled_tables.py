"""Tables whose columns no file titles: their first row does, where it says nothing of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.bare_statuses import bare_status
from parsers.criteria.families import findings_in
from parsers.criteria.wording import Finding
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.outline import Node
from parsers.tables.counted_topics import topic_with
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

TITLE_WORDS = 5
# What the first and the second of two columns hold, as their titles say.
_OF_ENTRIES = compiled(
    r"\W*(?:[\w-]+ ){0,3}(?:dates?|class(?:es)?|codes?|drugs?|medications?|products?|agents?|requests?|indications?|"
    r"uses?|conditions?|terms?|categor(?:y|ies)|types?|versions?|chapters?|sections?|preferred|labels?|names?|hcpcs|cpt|"
    r"icd|criteri(?:a|on)|requirements?|topics?|elements?|items?|questions?|phases?|stages?|steps?|polic(?:y|ies)|plans?|"
    r"programs?|services?|subjects?|areas?|fields?|parameters?|components?|numbers?|no|scales?|instruments?|contents?|"
    r"information|standards?|aspects?|points?|domains?|factors?|additions|events?)(?: \w+)?\W*|\W*#?\W*",
    re.IGNORECASE,
)
_OF_TEXTS = compiled(
    r"\W*(?:[\w'-]+ ){0,3}(?:descriptions?|notes?|requirements?|criteri(?:a|on)|details?|limits?|rules?|meanings?|"
    r"lengths?|durations?|period|changes?|changed|actions?|summary|explanations?|comments?|remarks?|hints?|examples?|"
    r"answers?|responses?|decisions?|determinations?|coverage|status|approvals?|authorization|required?|asked?|needed|"
    r"documents?|evidence|reasons?|preferred|codes?|use|page|commentary|interpretations?|"
    r"(?:explanatory|explaining|interpretive) text|(?:reviewer|review) guidance)\W*",
    re.IGNORECASE,
)


def with_titles(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Table rows without column titles take them from a first row of bare words, as a table cut by a page has it."""
    titled: list[Node] = []
    header: tuple[str, ...] = ()
    fresh = True
    for node in nodes:
        block = node.block
        if block.kind != "row":
            header, fresh = (), True
        elif fresh and not block.header and (_is_title_row(block.cells) or titles_uses(block.cells)):
            header, fresh = block.cells, False
            continue
        elif header and not block.header and len(block.cells) == len(header):
            titled.append(replace(node, block=replace(block, header=header)))
            continue
        titled.append(node)
        fresh = fresh and block.kind != "row"
    return tuple(titled)


def _is_title_row(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and all(map(_is_title, cells)) and not _is_answered(*cells)


def _is_answered(topic: str, cell: str, *more: str) -> bool:
    """Whether a row of two cells says something itself ("Consent | Signed by the patient"), and titles no columns.

    What is no title that tables have is not lost for one: at worst it stands unread.
    """
    titles = _OF_ENTRIES.fullmatch(topic) or _OF_TEXTS.fullmatch(cell)
    return not more and bool(read_pair(topic, cell) or not titles)


def read_pair(topic: str, cell: str) -> tuple[Finding, ...]:
    """What a topic and the cell beside it ask for together, of a first request or of a renewal."""
    said = topic_with(topic, cell)
    return (*findings_in(said), *findings_in(said, "renewal"))


def titles_uses(titles: Sequence[str]) -> bool:
    """Whether columns are titled by what the drug is used for, beside one of topics ("Requirement", "TRD", "PTSD")."""
    topical = len(titles) > len(("topic", "use")) and (not titles[0] or _is_title(titles[0]))
    return topical and all(map(is_label, titles[1:]))


def _is_title(cell: str) -> bool:
    says = bare_status(cell) or mentions(cell) or named_products(cell)
    return bool(cell) and len(cell.split()) <= TITLE_WORDS and not re.search(r"\d", cell) and not says
