"""Rows of a table of demands ("Topic | Requirement") of which one asks for what no family reads: it stands unread.

A row is read for the answers and the criteria that its cells hold; one that holds neither would vanish.
"""

from __future__ import annotations

import re

from parsers.answering.answers import stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.aspects import spelled
from parsers.criteria.conditions import named
from parsers.criteria.families import ROOT_KEYS
from parsers.criteria.remnants import states_no_criterion
from parsers.criteria.told_facts import FACTS
from parsers.criteria.wording import read_words
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.sections.section_roles import Role
from parsers.tables.informing_topics import informs
from parsers.tables.ticks import NOTHING_ASKED
from parsers.tables.untitled_tables import read_pair
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_label

# The title that a column of demands has for the reader of rows, be it printed or not.
REQUIREMENT = "Requirement"

TITLES_DEMANDS = compiled(
    r"^\W*(?:[\w/-]+ ){0,3}(?:criteri(?:a|on)|requirements?|conditions?|rules|demands|prerequisites)\b(?! met\b)"
    r"|^\W*what (?:we|is|must|has|the plan)\b[^?]{0,20}\b(?:ask\w*|requir\w*|need\w*|shown?|met)\b",
    re.IGNORECASE,
)
# Lengths, codes, remarks and what is to be done with a form are no demands on a patient.
_OTHERWISE = compiled(
    r"^\W*(?:n/?a|none|not|see|refer|note|per|up to|approv\w+|authori[sz]\w+|prior auth\w*|pre-?(?:auth|cert)\w*|"
    r"benefits?|nothing|cover\w*|renew\w*|for \d|\d|yes|no)\b"
    r"|\b(?:codes?|ICD|HCPCS|CPT|NDC|J\d{4}|S\d{4}|fax\w*|phone|call|submit\w*|deductible|copay\w*|coinsurance|maximum|"
    r"section|part [A-H]|as for|same as|list (?:the|all|each|any)|limit\w*|"
    r"appeals?|claims?|bill\w*|FDA|labell?ed|label)\b|\d{5}|https?:|[?|\n]",
    re.IGNORECASE,
)
# "At least 2": what it counts stands in the rows around it.
_AMOUNT = compiled(
    r"\W*(?:(?:each|for|lasting|taken) )*(?:(?:at least|no (?:fewer|less|more) than|a? ?minimum(?: of)?|up to|"
    r"more than|fewer than) )?"
    r"(?:\d+|one|two|three|four|five|six|eight|ten|twelve)(?: (?:or|and) (?:more|over|above|older|greater))?"
    r"(?: (?:weeks?|wks?|months?|mos?|days?|years?|yrs?|hours?|trials?|drugs?|classes|points?))?"
    r"(?: (?:or more|each|or longer))?\W*",
    re.IGNORECASE,
)
_NOT_ASKED: frozenset[Role | None] = frozenset(
    {"limits", "exclusions", "renewal", "coding", "history", "references", "evidence", "definitions"}
)
# Boxes to tick, or nothing yet, beside what is asked for.
_BOXES = compiled(r"(?:\W|\b(?:yes|no|n/?a|or|not|met|unmet|initials?|page)\b)*", re.IGNORECASE)
_OF_PROOF = compiled(
    r"^\W*(?:[\w/-]+ ){0,2}(?:evidence|proof|documentation|documents?|records?|sources?|how|met|verified|attach\w*|"
    r"to (?:send|submit|attach))\b",
    re.IGNORECASE,
)
_MOST_COLUMNS = 2
_FEWEST_WORDS, _MOST_WORDS = 3, 30


def titles_demands(row: Block) -> bool:
    """Whether the title of a row's column of demands says that its cells are what is asked for."""
    place = place_of_demand(row)
    title = row.header[place] if place is not None and len(row.header) == len(row.cells) else ""
    return bool(TITLES_DEMANDS.match(title)) and heading_role(title) not in _NOT_ASKED


def topic_and_demand(row: Block) -> tuple[str, str] | None:
    """The demand of a row and the topic before it, "" where it has none; None where a row is of more columns."""
    place = place_of_demand(row)
    return None if place is None else (row.cells[place - 1] if place else "", row.cells[place])


def place_of_demand(row: Block) -> int | None:
    """The column of demands: the first where boxes or papers stand beside it, else the last."""
    if not row.cells or len(row.cells) > _MOST_COLUMNS:
        return None
    proof = len(row.header) == len(row.cells) and _OF_PROOF.match(row.header[-1])
    return 0 if proof or _BOXES.fullmatch(row.cells[-1]) else len(row.cells) - 1


def is_unread(topic: str, demand: str) -> bool:
    """Whether what is asked under a topic, "" for none, is neither a criterion nor an answer that is read."""
    return _asks(demand) and not _is_known(topic, demand) and not FACTS.stands_in(read_words(demand))


def unread_demand(row: Block) -> str:
    """What a row of a table of demands asks for, where neither criteria nor answers are read in it; else ""."""
    pair = topic_and_demand(row)
    return pair[1] if pair is not None and is_unread(*pair) else ""


def _asks(cell: str) -> bool:
    words = len(cell.split())
    told = _OTHERWISE.search(cell) or NOTHING_ASKED.search(cell) or _AMOUNT.fullmatch(cell)
    return _FEWEST_WORDS <= words <= _MOST_WORDS and not told


def _is_known(topic: str, cell: str) -> bool:
    said = f"{topic} ; {cell}"
    answers = stated_status(cell) or bare_status(cell) or bare_status(topic) or is_residual(said)
    # The use that a row is of, in its first cell.
    topic = "" if is_label(topic) else topic
    about = named_products(said) or mentions(f"{topic} ; {cell}") or read_phase(said)
    told = heading_role(topic) in _NOT_ASKED or informs(topic)
    aside = told or (topic and states_no_criterion(f"{topic.rstrip(': ')}: {cell}"))
    # "Must be absent | Psychosis": a bar by its label.
    return bool(answers or about or aside or any(named(cell)) or read_pair(topic, cell) or spelled(topic, cell))


def asks_of_a_patient(topic: str, cell: str) -> bool:
    """Whether families read something in a cell under its topic that decides on a patient."""
    return any(one.key not in ROOT_KEYS for one in read_pair(topic, cell))
