"""What a list in the outline is: criteria, statements of their own, a section in a list's dress."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status, titles_answers
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.criteria.conditions import named
from parsers.criteria.lists import quantifier
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.barred_among_demands import bars_among_demands
from parsers.lists.referred_items import refers_to_items
from parsers.models import Status
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.headings import is_connective
from parsers.sections.patient_histories import is_of_patient
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_phase_label

_TITLE_LENGTH = 60
# The fewest items that may be one list, or answer together.
PAIR = 2
_ASKS_FOR_ITEMS = compiled(
    r"\b(?:of|meets?|on|has|have) (?:the following|these|those)\b|\b(?:one|any|either) of (?:the )?(?:two|"
    r"three|four|several)\b",
    re.IGNORECASE,
)
# "Does not have a history of:" leads in conditions, and is no title of a history.
_OF_A_PATIENT = compiled(r"\b(?:has|have|had|does|do|is|are|no|never|without|scores?|severity)\b", re.IGNORECASE)
_VERB = compiled(
    r"\b(?:is|are|may|will|can|must|should|requires?|covers?|considers?|deems?|approves?|stays?|remains?)\b",
    re.IGNORECASE,
)
_PREDICATE = compiled(r"(?:is|are|will|may|can|shall|does|do|has|have)\b[^.]{4,200}\.?$")
# "… for the following indications. Their benefit is not proven.": a list that the sentence before the last announces.
_ANNOUNCES_USES = compiled(
    r"\bthe following (?:\w+ )?(?:uses|indications|conditions|diagnoses|disorders)\b(?![^.]*:)"
    r"|\b(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?) (?:(?:in|on) (?:this|the) list(?: below)?|"
    r"that follows?|below|(?:listed|named|shown|given) (?:here|below|next))\b",
    re.IGNORECASE,
)


def is_of_a_list(node: Node) -> bool:
    """Whether a node is an item, or a word on a line of its own that joins two ("AND")."""
    return node.block.kind == "item" or is_connective(node.block.text)


def without_closed_sections(node: Node) -> Node:
    """`node` without list items that head a section of their own which is not policy ("2. Related policies")."""
    return node.over([child for child in node.children if not _heads_closed_section(child)])


def without_cover(node: Node) -> tuple[Node, tuple[Node, ...]]:
    """A denial's list without the items that say of a use that it is covered ("3. Exception: …"), and those items."""
    covered = tuple(child for child in node.children if _covers_a_use(child.block.text))
    return node.over([child for child in node.children if child not in covered]), covered


def _covers_a_use(text: str) -> bool:
    """Whether an item covers a use that it names; what the criteria leave out is not covered by their name."""
    return stated_status(text) == "covered" and has_verb(text) and names_use(text) and not is_residual(text)


def with_predicates(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with what a list's lead-in goes on to say after the list ("Infusions for: …" "are unproven.") in it."""
    said: list[Node] = []
    for node in nodes:
        lead = said[-1] if said else None
        if lead and lead.children and lead.block.kind == "paragraph" and _is_predicate(node):
            text = f"{lead.block.text.rstrip(' :')} {node.block.text}"
            said[-1] = replace(lead, block=replace(lead.block, text=text))
        else:
            said.append(node)
    return tuple(said)


def _is_predicate(node: Node) -> bool:
    return node.block.kind == "paragraph" and not node.children and bool(_PREDICATE.match(node.block.text))


# "Exclusion criteria. Look for each of these before the first dose.": the title says what the list is of.
_TITLES_BARS = compiled(r"\W*(?:exclusions?|exclusion criteria|contraindications?)\W*", re.IGNORECASE)
_IF = compiled(r"\W*(?:if|when|where|whenever)\b", re.IGNORECASE)


def leading_sentence(spoken: Sequence[str]) -> str:
    """The sentence that leads in a list: the last, or one before it ("… are met. Approval is needed.")."""
    if refers := next(filter(refers_to_items, spoken), None):
        return refers
    if announced := next((one for one in spoken if _ANNOUNCES_USES.search(one) and stated_status(one)), None):
        return announced
    if len(spoken) == PAIR and _TITLES_BARS.fullmatch(spoken[0]) and not _IF.match(spoken[1]):
        return " ".join(spoken)
    if leads_in(spoken[-1]) or quantifier(spoken[-1]):
        return spoken[-1]
    return next((one for one in reversed(spoken) if quantifier(one) and stated_status(one)), spoken[-1])


def heads_section(node: Node) -> bool:
    """Whether a list item titles statements of its own ("II. Renewal review") rather than lists criteria."""
    text = node.block.text
    if node.block.kind != "item" or len(text) > 2 * _TITLE_LENGTH:
        return False
    if is_phase_label(text) and node.children:
        return True
    if leads_in(text) or _answers(text):
        return False
    if heading_role(text) == "limits" and node.children and not (has_verb(text) or mentions(text)):
        return True
    return any(
        child.block.kind == "paragraph" and (child.children or stated_status(child.block.text))
        for child in node.children
    )


def _answers(text: str) -> bool:
    """Whether the text of an item is an answer, not a title of answers ("Experimental uses")."""
    names = named_products(text) or mentions(text)
    return stated_status(text) is not None and bool(has_verb(text) or names or not re.search(r"\w\s+\w", text))


def holds_statements(node: Node) -> bool:
    """Whether the items under a lead-in each answer for themselves, rather than list its criteria; what stands under a
    question is the answer.
    """
    statuses = [
        stated_status(child.block.text) or (told_of(child) or _of_phases_below(child) if child.children else None)
        for child in node.children
        if not (bars_among_demands(node, child) or _denies_no_use(node, child))
    ]
    asks = node.block.kind == "term" and (node.block.text.endswith("?") or _titles_an_answer(node))
    sent_on = statuses[:1] == ["case_by_case"] and bare_status(node.children[0].block.text) is None
    if (sent_on and is_residual(node.block.text)) or _decides_by_case(node):
        return True
    return any(status in DENIED for status in statuses) or statuses.count("covered") > (0 if asks else 1)


def _denies_no_use(lead: Node, item: Node) -> bool:
    """Whether an item among what cover asks for denies neither drug nor use ("Lost devices are not covered"): what it
    denies is something beside them, and the cover stands.
    """
    text = item.block.text
    names = named_products(text) or mentions(text) or is_residual(text) or names_use(text) or any(named(text.lower()))
    covers = stated_status(lead.block.text) == "covered" and leads_in(lead.block.text)
    denies = stated_status(text) in DENIED and has_verb(text) and not item.children
    return bool(covers and denies and not names)


def _titles_an_answer(node: Node) -> bool:
    """Whether a term that names neither drug nor use has for its definition a sentence that answers for both."""
    title, said = node.block.text, [child.block.text for child in node.children]
    alone = len(said) == 1 and not (named_products(title) or mentions(title) or names_use(title))
    return alone and bool(named_products(said[0]) and mentions(said[0]) and has_verb(said[0]))


def _decides_by_case(node: Node) -> bool:
    """Whether a sentence under an item's prose, which leads in no list, decides a use of the drug case by case."""
    said = [child.block.text for child in node.children if child.block.kind == "paragraph"]
    return not leads_in(node.block.text) and any(
        stated_status(text) == "case_by_case" and named_products(text) and mentions(text) for text in said
    )


def _of_phases_below(title: Node) -> Status | None:
    """The cover that the items under the name of a use give it by phase ("Initial. Approve for 3 months if …")."""
    text = title.block.text
    answers = [stated_status(child.block.text) for child in title.children if read_phase(child.block.text)]
    return "covered" if mentions(text) and len(answers) >= PAIR and set(answers) == {"covered"} else None


def lists_drugs(node: Node) -> bool:
    """Whether each item names a drug with its use and no more ("A. Ketamine for sedation")."""
    said = [child.block.text for child in node.children]
    return all(named_products(text) and mentions(text) and not has_verb(text) for text in said)


def leads_in_table(node: Node) -> bool:
    """Whether all that stands under a lead-in are rows of a table."""
    return all(child.block.kind == "row" for child in node.children)


def told_text(node: Node) -> str:
    """What the word under a title answers for: the use that the title names, or else the two together."""
    text = node.block.text
    return text if names_use(text) else f"{text} ; {node.children[0].block.text}"


def as_lead(heading: Node) -> Node:
    """A heading as the paragraph that leads in what stands under it."""
    return Node(replace(heading.block, kind="paragraph"), heading.children)


def under_title(node: Node) -> tuple[Node, ...]:
    """What stands under an item that titles it, as it would stand under a heading."""
    path = (*node.block.path, node.block.text)
    return tuple(replace(each, block=replace(each.block, path=path)) for each in node.children)


def told_of(node: Node) -> Status | None:
    """The status that a use or drug is given by the word under it ("Any other use": "Experimental."); None: none is."""
    below, text = node.children[0].block.text, node.block.text
    named = names_use(text) or is_drug_name(text)
    return bare_status(sentences(below)[0]) if below.strip() and named else None


def is_statement(node: Node) -> bool:
    """Whether a heading is a whole sentence that answers, as a policy printed in bold has them."""
    text = node.block.text
    answers = has_verb(text) and named_products(text) and read_status(text) and not titles_answers(text)
    tabled = any(child.block.kind == "row" for child in node.children)
    return bool(answers) and ((leads_in(text) and not tabled) or not node.children)


def has_verb(text: str) -> bool:
    """Whether the text is a sentence rather than a phrase ("esketamine for any other use")."""
    return bool(_VERB.search(text))


def _heads_closed_section(node: Node) -> bool:
    text = node.block.text
    if not node.children or len(text) >= _TITLE_LENGTH or _ASKS_FOR_ITEMS.search(text) or _OF_A_PATIENT.search(text):
        return False
    return (heading_role(text) or "indications") not in OPEN_ROLES and not is_of_patient(node)
