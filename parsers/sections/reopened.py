"""Where policy begins again inside a section that tells something else, its own heading left out or lost in print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.literature import is_literature
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase
from parsers.sections.answers_apart import MAY_HOLD_POLICY, STATES_POLICY, is_of_payer
from parsers.sections.demanding_sections import leads_in_attested, leads_in_demands, lists_criteria, lists_demands
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.sections.section_roles import Role
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label
from parsers.uses.told_diagnoses import told_diagnosis

_WHO_MEET = compiled(
    r"\b(?:who|if they|when they|if|when)\b[^.;]{0,30}\b(?:fulfil|meet|satisf)\w*|\b(?:following|each of these|all of "
    r"these)\b",
    re.IGNORECASE,
)
# "Good to know" may hold an answer among its notes.
_NOTES = compiled(r"\W*(?:good|nice|useful|helpful|worth) (?:to know|knowing)\W*", re.IGNORECASE)
_SUMS_UP = compiled(
    r"\W*(?:(?:policy|coverage|criteria|plan|the) )*(?:summary|overview|in brief|in short|at a glance|brief|"
    r"short version|abstract|synopsis)(?: of (?:the |this )?(?:policy|criteria|coverage|rule))?\W*",
    re.IGNORECASE,
)
# What stands over the rows of a table whose columns are uses or phases.
_OF_TOPICS = compiled(
    r"\W*(?:(?:what (?:is|we|must be) \w+|criteri(?:a|on)|requirements?|questions?|conditions?|items?|topics?|asked|"
    r"rules?|elements?|checks?|points?)(?: (?:asked|for|to meet|to check))?)?\W*",
    re.IGNORECASE,
)
_CRITERIA = compiled(r"\bcriteri(?:a|on)\b|\brequirements?\b", re.IGNORECASE)


def reopening(nodes: Sequence[Node], role: Role) -> int | None:
    """The place of the first node in a section of `role` from which on it states policy; None: it does nowhere."""
    if role not in MAY_HOLD_POLICY:
        return None
    sections = _sections_of_policy(nodes, role)
    opens = next(
        (
            place
            for place, node in enumerate(nodes)
            if place in sections
            or (role in ("boilerplate", "other") and (_is_of_our_drug(node) or leads_in_attested(node)))
            or (role in ("boilerplate", "other", "background") and leads_in_demands(node))
            or any(test(node) for test in (_leads_in_criteria, _holds_criteria, _answers, _tells_use, lists_criteria))
        ),
        None,
    )
    # A use or a phase alone in bold titles the section after it.
    return opens - 1 if opens and _kind(nodes[opens - 1]) and _is_bare(nodes[opens - 1]) else opens


def _is_bare(node: Node) -> bool:
    return node.block.kind == "heading" and not node.children


def _sections_of_policy(nodes: Sequence[Node], role: Role) -> list[int]:
    """The places of headings in a closed section that divide a policy by its uses and phases: two kinds of them stand
    there. What explains a disease may be divided so too, and has to state policy besides.
    """
    titles = [(place, _kind(node)) for place, node in enumerate(nodes) if node.block.kind == "heading"]
    places = [place for place, kind in titles if kind]
    told = (part.block.text for place in places for part in walk((nodes[place],)))
    states = role != "background" or any(map(STATES_POLICY.search, told))
    return places if states and len({kind for _, kind in titles if kind}) > 1 else []


def _kind(node: Node) -> str:
    role = heading_role(node.block.text)
    if role is None:
        return "use" if mentions(node.block.text) else read_phase(node.block.text) or ""
    return role if role in OPEN_ROLES else ""


def sums_up(title: str) -> bool:
    """Whether a title is that of a summary."""
    return bool(_SUMS_UP.fullmatch(title))


def sums_up_policy(node: Node) -> bool:
    """Whether a section titled as a summary opens with what the payer answers for a use of our drug, or is a table of
    such answers, or one of notes denies a use.
    """
    if _NOTES.fullmatch(node.block.text):
        return any(stated_status(part.block.text) in DENIED and mentions(part.block.text) for part in node.children)
    if not node.children or not _SUMS_UP.fullmatch(node.block.text):
        return False
    if all(map(_decides_on_use, node.children)):
        return True
    first = node.children[0]
    opening = next(iter(sentences(first.block.text)), "") if first.block.kind == "paragraph" else ""
    return bool(opening) and is_of_payer(replace(first, children=()), opening, "background", named_products(opening))


def _decides_on_use(node: Node) -> bool:
    """Whether a row names our drug and a use and beside them an answer ("Ketamine for pain | Not covered")."""
    name, *rest = node.block.cells or ("",)
    return bool(named_products(name) and mentions(name)) and any(map(bare_status, rest))


def _denies_in_its_entry(item: Node) -> bool:
    """Whether an item of a list of drugs is ours and denies it for a use ("Ketamine. … is experimental for CRPS")."""
    text = item.block.text
    title, dot, rest = text.partition(". ")
    ours = item.block.kind == "item" and bool(dot) and is_drug_name(title)
    return ours and any(
        mentions(said) and stated_status(said) in DENIED and not is_literature(said) for said in sentences(rest)
    )


def states_policy(node: Node) -> bool:
    """Whether a section titled by a mere topic answers for a use of the drug, or leads in what it asks for it."""
    return any(map(_denies_in_its_entry, node.children)) or any(
        part.block.kind == "paragraph"
        and bool(named_products(part.block.text) and names_use(part.block.text))
        and not is_literature(part.block.text)
        and bool(STATES_POLICY.search(part.block.text) or (part.children and _WHO_MEET.search(part.block.text)))
        for part in node.children
    )


def _leads_in_criteria(node: Node) -> bool:
    """Whether a paragraph answers for a use of the drug and leads in what it asks for."""
    text = node.block.text
    if node.block.kind != "paragraph" or not node.children or not leads_in(text) or is_literature(text):
        return False
    named = named_products(text) and (names_use(text) or (text.rstrip().endswith(":") and lists_demands(node)))
    answers = named and STATES_POLICY.search(text)
    return bool(answers) and (stated_status(text) == "covered" or stated_status(text) in DENIED)


def _tells_use(node: Node) -> bool:
    """Whether a paragraph says what the drug is for ("Use is for …") and that the payer covers it."""
    opening, *more = sentences(node.block.text) if node.block.kind == "paragraph" else ("",)
    tells = bool(more) and bool(told_diagnosis(opening)) and not named_products(opening)
    return tells and any(stated_status(said) == "covered" for said in more)


def _is_of_our_drug(node: Node) -> bool:
    """Whether a section of an appendix is titled by our drug and lists what is asked for a use of it."""
    titled = node.block.kind == "heading" and named_products(node.block.text) and heading_role(node.block.text) is None
    return bool(titled) and any(child.children and mentions(child.block.text) for child in node.children)


def _answers(node: Node) -> bool:
    """Whether a row, or one under a paragraph, gives one of our drugs a status under each of several uses."""
    return any(_is_of_statuses(part.block) for part in walk((node,)) if part.block.kind == "row")


def _is_of_statuses(row: Block) -> bool:
    cells = list(zip(row.header[1:], row.cells[1:], strict=False))
    given = [cell for title, cell in cells if is_label(title) and bare_status(cell)]
    return 1 < len(given) == len(cells) and bool(named_products(row.cells[0]))


def _holds_criteria(node: Node) -> bool:
    return any(map(_is_of_criteria, (node, *node.children)))


def _is_of_criteria(node: Node) -> bool:
    """Whether a row tells what is asked for a use at first or on renewal, under column titles that say so."""
    titles = node.block.header
    if node.block.kind != "row" or not titles:
        return False
    asks = any(_CRITERIA.search(title) and read_phase(title) for title in titles)
    return divides_criteria(titles) or (asks and is_label(node.block.cells[0]))


def divides_criteria(titles: Sequence[str]) -> bool:
    """Whether a table has what is asked in its rows, and uses or phases for its columns."""
    topic, *columns = titles
    divided = [bool(is_label(title) or read_phase(title)) for title in columns]
    return bool(_OF_TOPICS.fullmatch(topic)) and len(divided) > 1 and all(divided)
