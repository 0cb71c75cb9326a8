"""Where policy begins again inside a section that tells something else, its own heading left out or lost in print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.families import findings_in
from parsers.criteria.literature import is_literature
from parsers.criteria.vocabulary import INTOLERANCE
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Product
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase
from parsers.sections.demanding_sections import leads_in_attested, leads_in_demands, lists_criteria, lists_demands
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.sections.section_roles import Role
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_label
from parsers.uses.told_diagnoses import told_diagnosis

# A history quotes what held once, evidence what others hold.
_MAY_HOLD_POLICY: frozenset[Role] = frozenset({"background", "boilerplate", "definitions", "other", "references"})
_PAYER = r"(?:the|this|our) (?:(?!REMS\b)[\w-]+ )?(?:plan|payer|program|vendor|insurer|carrier|company|department)"
_STATES_POLICY = compiled(
    r"\b(?:is|are|may be|will be|can be|considers?|deems?) (?:\w+ ){0,3}?(?:medically necessary|covered|approved|"
    r"authori[sz]ed|investigational|experimental|not covered|payable|unproven)\b"
    rf"|\b(?:we|{_PAYER}) (?:will )?(?:covers?|approves?|pays for|authori[sz]es?)\b",
    re.IGNORECASE,
)
# What only a payer says of a drug: the label approves it, trials investigate it.
_OF_PAYER = compiled(
    r"\b(?:is|are|may be|will be|can be|considers?|deems?) (?:\w+ ){0,2}?(?:medically necessary|covered|payable|"
    r"reimbursed)\b"
    rf"|\b(?:we|{_PAYER}) (?:will )?(?:covers?|approves?|pays for|authori[sz]es?)\b"
    # "The plan considers it investigational for depression".
    rf"|\b(?:we|{_PAYER}) (?:considers?|deems?|regards?|judges?) [^.;:]{{3,100}}? (?:not |un)?(?:medically necessary|"
    r"investigational|experimental|unproven)\b",
    re.IGNORECASE,
)
_OUR_DRUG = r"(?:[\w-]+ ){0,2}?(?:spravato|(?:es)?ketamine)\b(?: nasal spray)?(?: \([^)]*\))?"
# A page on billing says how to bill in the same breath: "The program covers it under code …".
_PAYER_COVERS_IT = compiled(
    rf"\b(?:we|{_PAYER}|medicaid|medicare)(?: fee-for-service)?(?: \([A-Z]{{2,4}}\))?"
    rf"(?: (?:and|will|now|also|[A-Z][\w.]*))* (?:covers?|pays for) {_OUR_DRUG}"
    rf"|\b(?:we|{_PAYER}|medicaid|medicare|FFS) (?:covers?|pays for) it only (?:when|if|with|at)\b"
    rf"|{_OUR_DRUG},? (?:is|are|will be|becomes?) (?:(?:now|also|again) )*(?:a )?(?:covered|payable|paid for) by "
    r"(?:(?!\bif\b|\bwhen\b)[^,.;:]){0,60}\b(?:medicaid|medicare|programs?|plans?)\b",
    re.IGNORECASE,
)
# The one answer that a page on billing gives: that its payer covers the drug at all.
_COVERS_THE_DRUG = compiled(
    r"^\W*(?:(?:effective|as of|beginning|starting|since|from|on|for dates? of service)\b[^;:]{3,60}?, )?"
    rf"{_OUR_DRUG},?"
    r" (?:is|are|will be|becomes?) (?:(?:now|also|already|again) )*(?:a )?(?:covered|payable|reimbursable|paid for)\b",
    re.IGNORECASE,
)
BILLS = compiled(r"\b(?:bill\w*|claims?|cod(?:e|es|ing)|units?|modifiers?|invoices?)\b", re.IGNORECASE)
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
    if role not in _MAY_HOLD_POLICY:
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
    states = role != "background" or any(map(_STATES_POLICY.search, told))
    return places if states and len({kind for _, kind in titles if kind}) > 1 else []


def _kind(node: Node) -> str:
    role = heading_role(node.block.text)
    if role is None:
        return "use" if mentions(node.block.text) else read_phase(node.block.text) or ""
    return role if role in OPEN_ROLES else ""


_OPENS_WITH_DRUG = compiled(
    r"^\W*(?:(?:intravenous|iv|intranasal|nasal|oral|compounded|racemic) )*(?:es)?ketamine\b|^\W*spravato\b",
    re.IGNORECASE,
)
_OF_CODES = compiled(r"\d|\b(?:codes?|coding|bill\w*|claims?|report\w*|modifiers?|HCPCS|CPT|ICD)\b", re.IGNORECASE)
# "Ketamine, which some practices report as J3490, is not covered for depression": by the way, what it is billed as.
_BY_THE_WAY = compiled(r",? \([^()]*\)|, (?:which|also|billed|reported|known|sometimes)\b[^,.;]*,(?= )", re.IGNORECASE)
_COUNTS = compiled(r"\b(?:counts?|counted|accepted)\b(?! toward\w* the (?:deductible|limit))", re.IGNORECASE)


def answers_in(nodes: Sequence[Node], role: Role, about: Sequence[Product]) -> Iterator[Block]:
    """The sentences of a section of `role` that deny the drug for all uses the policy does not name, or that answer
    for a use of one of the drugs it is `about` in the words of a payer.
    """
    for node in nodes if role in _MAY_HOLD_POLICY or role == "coding" else ():
        for sentence in sentences(node.block.text) if node.block.kind in ("paragraph", "item") else ():
            denies_rest = role != "coding" and is_residual(sentence) and _STATES_POLICY.search(sentence)
            denies = denies_rest and stated_status(sentence) in DENIED
            if denies or _is_of_payer(node, sentence, role, about) or _counts_intolerance(sentence, role):
                yield replace(node.block, text=sentence)


def _counts_intolerance(sentence: str, role: Role) -> bool:
    """Whether a sentence among others of no subject says that a drug which was not borne counts as failed."""
    if (
        role != "other"
        or sentence.endswith("?")
        or not (INTOLERANCE.search(sentence.lower()) and _COUNTS.search(sentence))
    ):
        return False
    return {found.key for found in findings_in(sentence)} == {"intolerance_counts"}


def _is_of_payer(node: Node, sentence: str, role: Role, about: Sequence[Product]) -> bool:
    """Whether a sentence of a summary answers for a use of our drug as only a payer does, or one on billing for it."""
    if _tells_cover(sentence, role) or (role == "coding" and _denies_after_codes(node, sentence)):
        return True
    if (
        role not in ("background", "boilerplate", "definitions", "other")
        or node.children
        or not _OF_PAYER.search(sentence)
        or is_literature(node.block.text)
    ):
        return False
    # Among its general information a payer denies; what is covered there may be another page's (an appendix).
    if role == "boilerplate" and stated_status(sentence) not in DENIED:
        return False
    named = named_products(sentence)
    return bool(named) and set(named) <= set(about) and bool(mentions(sentence)) and stated_status(sentence) is not None


def _denies_after_codes(node: Node, sentence: str) -> bool:
    """Whether a paragraph behind codes denies the drug that it opens with for a use, in no words of codes or claims."""
    said = node.block.text if sentence == _BY_THE_WAY.sub("", sentence) else _BY_THE_WAY.sub("", sentence)
    opens = _OPENS_WITH_DRUG.match(sentence) and not _OF_CODES.search(said)
    return bool(opens) and not node.children and denies_a_use(replace(node, block=replace(node.block, text=sentence)))


def _tells_cover(sentence: str, role: Role) -> bool:
    """Whether a sentence among what is said of codes or claims tells that the payer covers the drug."""
    if role not in ("coding", "other") or stated_status(sentence) != "covered":
        return False
    alone = _COVERS_THE_DRUG.search(sentence) and not BILLS.search(sentence)
    return bool(alone or _PAYER_COVERS_IT.search(sentence))


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
    return bool(opening) and _is_of_payer(replace(first, children=()), opening, "background", named_products(opening))


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
        and bool(_STATES_POLICY.search(part.block.text) or (part.children and _WHO_MEET.search(part.block.text)))
        for part in node.children
    )


def denies_a_use(node: Node) -> bool:
    """Whether a paragraph denies a use of the drug in a sentence that is not on billing."""
    text = node.block.text
    denied = (said for said in sentences(text) if stated_status(said) in DENIED and mentions(said))
    about_the_drug = node.block.kind == "paragraph" and bool(named_products(text))
    return about_the_drug and any(not BILLS.search(said) for said in denied)


def _leads_in_criteria(node: Node) -> bool:
    """Whether a paragraph answers for a use of the drug and leads in what it asks for."""
    text = node.block.text
    if node.block.kind != "paragraph" or not node.children or not leads_in(text) or is_literature(text):
        return False
    named = named_products(text) and (names_use(text) or (text.rstrip().endswith(":") and lists_demands(node)))
    answers = named and _STATES_POLICY.search(text)
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
