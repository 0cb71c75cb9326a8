"""Blocks and run-in titles that tell nothing of the drug: facts of the document, evidence, other drugs, addressees."""

from __future__ import annotations

import re

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.criteria.literature import is_literature
from parsers.deciding.denial_subjects import denies_alone
from parsers.deciding.paragraph_wording import (
    ADDRESSED,
    ALL_OTHERS,
    ASIDE,
    EXPLAINS,
    LABEL_WORDS,
    LONGEST_LABEL_WORDS,
    TELL,
)
from parsers.drugs.drug_entries import lists_for_another
from parsers.drugs.names import is_drug_name, named_products
from parsers.drugs.other_drugs import is_for_other_drug, is_other_drug
from parsers.language.patterns import compiled
from parsers.lists.joining_lines import joins_items
from parsers.models import Block
from parsers.outline import Node
from parsers.sections.explaining_titles import only_explains
from parsers.sections.meanings import lists_meanings
from parsers.sections.reviewed_lists import lists_what_is_reviewed
from parsers.sections.roles import heading_role
from parsers.tables.column_titles import is_of_other_drugs

_METADATA = compiled(
    r"\b(?:date|number|section|effective|reviewed|revised|version|status|category|department|owner|line of business"
    r"|policy|page|file|type|id)\b",
    re.IGNORECASE,
)
# "TRD = treatment-resistant depression; AD = antidepressant": what letters mean.
_ABBREVIATES = compiled(r"\W*[A-Z][A-Za-z-]{1,9}\s*=\s*[a-z][^=;]*(?:;\s*[A-Z][A-Za-z-]{1,9}\s*=\s*[^=;]*)+$")
# The lines of a memo that say who writes to whom.
_ADDRESSED_TO = compiled(r"\W*(?:TO|To|FROM|From|CC|Cc)\s*:")
# "This article applies to:" members of some products.
_APPLIES_TO = compiled(
    r"\W*(?:this|these|the) (?:article|bulletin|notice|alert|news|communication|memo|change|update|polic(?:y|ies)|"
    r"guideline|document|information)s? (?:applies|apply|is for|are for|is meant for|pertains?|refers?)(?: only)?"
    r"(?: to)?(?: the following)?(?: (?:plans|products|members|lines of business|networks|programs))?\W*",
    re.IGNORECASE,
)
# "Post-payment audit statement. The medical record must contain …": what is kept, not what is asked of a request.
_OF_AUDITS = compiled(
    r"^[\W\d]*(?:(?:post-?payment|retrospective|claims?|provider) )?(?:audits?|record (?:keeping|retention)|"
    r"post-?payment review)(?: (?:statements?|notices?|rights?|polic(?:y|ies)|provisions?))?\W*$",
    re.IGNORECASE,
)


def is_elsewhere(title: str, text: str) -> bool:
    """Whether a run-in title says that its text is evidence, about another drug or all others of a class, or is
    addressed to somebody.
    """
    others = ALL_OTHERS.search(title) and stated_status(text) is None
    label, colon, _ = text.partition(":")
    if colon and labels_aside(label):
        return True
    denied_alone = colon and stated_status(text) in DENIED and is_other_drug(label)
    other = (is_other_drug(title) or denied_alone) and not named_products(text)
    tells = heading_role(title) in TELL or EXPLAINS.match(title or label) or _OF_AUDITS.search(title)
    explains = tells or only_explains(text)
    return bool(explains or other or others or ADDRESSED.match(text)) or is_for_other_drug(text)


def labels_aside(label: str) -> bool:
    """Whether the label of a paragraph titles what is no criterion; "Background for the Board" in more words."""
    role, words = heading_role(label), len(label.split())
    most = LONGEST_LABEL_WORDS if role in ("background", "evidence", "references", "history") else LABEL_WORDS
    return words <= most and role in ASIDE and not named_products(label)


def tells_nothing(node: Node) -> bool:
    """Whether a block joins others, gives a date or number of the document or says to whom it goes, tells of studies
    or what letters and terms mean, repeats the title, is a stray status, or a row of other drugs.
    """
    text = node.block.text
    is_fact = node.block.kind == "term" and _METADATA.search(text) and not heading_role(text)
    addressed = _ABBREVIATES.match(text) or _ADDRESSED_TO.match(text) or (node.children and _APPLIES_TO.fullmatch(text))
    of_others = node.block.kind == "row" and is_of_other_drugs(node.block.header, node.block.cells)
    lists = lists_meanings(node) or lists_what_is_reviewed(node) or lists_for_another(node)
    return bool(joins_items(node) or is_fact or _is_off_topic(node) or addressed or lists or of_others)


def _is_off_topic(node: Node) -> bool:
    """Whether a block leads in citations or is one, or is a line that says nothing where it stands."""
    block = node.block
    if node.children:
        return block.text.endswith(":") and heading_role(block.text) == "references" and not named_products(block.text)
    return block.kind == "paragraph" and (is_literature(block.text) or _is_stray(block) or _repeats_title(block))


def _repeats_title(block: Block) -> bool:
    """Whether a line is the names of several drugs and nothing more, as a title over it is: a page's foot says it."""
    drugs = set(named_products(block.text))
    if len(drugs) <= 1 or not is_drug_name(block.text):
        return False
    return any(set(named_products(title)) == drugs for title in block.path)


def _is_stray(block: Block) -> bool:
    """Whether a status stands alone under no title of a use or drug: a table that lost its rows leaves such lines."""
    if not denies_alone(block) or named_products(block.text):
        return False
    return not any(names_use(title) or named_products(title) for title in block.path)
