"""Whom the words at one place of the outline are about, and how headings and sentences narrow that."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parsers.answering.answers import DENIED, stated_status
from parsers.answering.bare_statuses import status_behind
from parsers.answering.statuses import read_status
from parsers.criteria.literature import states_rule
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.drugs.drug_entries import is_next_entry
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.every_use import is_for_all
from parsers.language.patterns import compiled
from parsers.language.repeated_words import is_in_common, speaks_of_both
from parsers.models import Indication, Phase, Product, Status
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase, speaks_of_every_phase
from parsers.sections.answering_sections import NAMES_OF_DOCUMENTS, lists_by_use, opens_all_the_same, states_coverage
from parsers.sections.demanding_sections import lists_criteria
from parsers.sections.reopened import states_policy
from parsers.sections.roles import CRITERIA_ROLES, OPEN_ROLES, heading_role, section_role
from parsers.sections.section_roles import Role
from parsers.sections.sections_beside import role_beside
from parsers.sections.titles_of_others import titles_others
from parsers.uses.denied_uses import leaves_some, tells_when
from parsers.uses.indications import FORMS_OF_MDD, PATIENT_CONDITIONS, is_residual, named_indications
from parsers.uses.patient_conditions import uses_over
from parsers.uses.scopes import is_label, positive_indications, required_indications
from parsers.uses.use_titles import status_of_uses, titles_covered_uses

_USES = compiled(
    r"\b(?:indications?|uses|conditions|diagnoses) (?:for coverage|(?:that are |"
    r"considered )?(?:covered|approved|medically necessary))"
    r"|\b(?:covered|approved|medically necessary|approvable) (?:indications?|uses|conditions|diagnoses)\b",
    re.IGNORECASE,
)
# How a paragraph opens that tells what an approval of one phase asks for, with its length in brackets or without.
_OF_AN_APPROVAL = compiled(
    r"\W*(?:(?:initial|first|renewal|continued|subsequent) (?:approval|authori[sz]ation|request|criteria)s?"
    r"|renewals?|re-?authori[sz]ations?)\b[^.:;]{0,30}[.:]",
    re.IGNORECASE,
)
_LABELED = compiled(r"\b(?:FDA|label\w*|compendial|off-label)\b[^.]{0,20}\b(?:indications?|uses?)\b", re.IGNORECASE)
# "Medical Policy/Codes" holds both.
_WITH_CODES = compiled(r"\bpolic(?:y|ies) ?(?:/|and|&|with) ?cod(?:es|ing)\b", re.IGNORECASE)
# What a payer says of itself.
_OF_THE_PAYER: frozenset[Role] = frozenset({"boilerplate", "other"})
_CRITERIA = compiled(r"\b(?:authori[sz]ation|approval|coverage|medical necessity) criteria\b", re.IGNORECASE)
# Titles that say nothing of what stands under them.
_REST = compiled(
    r"^\W*(?:(?:additional|further|other|more|side|practical|supplement(?:al|ary)) (?:clinical |product |drug )?"
    r"(?:information|facts|details|notes|remarks|comments|considerations)|others?|notes|remarks|comments|miscellaneous)\W*$",
    re.IGNORECASE,
)
# A section that sets itself apart from what is decided by.
_INFORMS = compiled(
    r"\b(?:informational|educational)(?: purposes)? only\b|\bfor (?:information|reference|educational|informational)"
    r"(?: purposes)? only\b|\bnot (?:to )?be used (?:as (?:a|the) (?:source|basis) )?(?:for|in) [^.;]{0,60}"
    r"\bdeterminations?\b",
    re.IGNORECASE,
)
# After a section of exclusions, the next use may be covered again.
_GOING_ON = OPEN_ROLES - {"exclusions"}
_THE_POLICY = compiled(r"\b(?:polic(?:y|ies)|guidelines?|bulletins?|documents?|codes?|coding)\b", re.IGNORECASE)
# After the policy's statements: what its words mean, how the drug is dosed.
# So is what its authors hold on the evidence ("Position statement"), where that answers nothing.
_GUIDELINES = compiled(r"^\W*(?:policy guidelines?(?:\(s\))?|position statements?)\W*$", re.IGNORECASE)
# What to weigh in a patient, where it answers nothing, is advice.
_CONSIDERATIONS = compiled(r"\b(?:issues|points|factors|matters) (?:for|to) consider", re.IGNORECASE)
# "Additional criteria for substance use": what is asked of some patients besides, no further use.
ADDS = compiled(r"^\W*(?:additional|further|special|extra)\b[^:]*\b(?:criteri|requirement|condition)", re.IGNORECASE)
# "Compliance" over what law and contracts say, not over what a patient takes as prescribed.
_COMPLIANCE = compiled(
    r"^\W*(?:[\w]{1,4}[.)]\s+)?(?:(?:regulatory|legal|contract(?:ual)?|state|federal) )?compliance\W*$", re.IGNORECASE
)
_OF_A_PATIENT = compiled(
    rf"\b(?:{PERSON}|{PEOPLE}|adher\w+|taken|doses?|esketamine|ketamine|spravato|prescri\w+|rems)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom the words at one place of the outline are about; empty or None: not said.

    `every_phase`: what is said holds for first approvals and renewals alike; `shares_amounts`: its limits do.
    `lists_uses`: the section's heading or first words say that what it lists are covered uses.
    """

    products: tuple[Product, ...] = ()
    indications: tuple[Indication, ...] = ()
    phase: Phase | None = None
    status: Status | None = None
    role: Role = "indications"
    lists_uses: bool = False
    every_phase: bool = False
    shares_amounts: bool = False


def section_scope(
    node: Node, above: Scope, beside: Scope | None, *, is_title: bool = False, holds_all: bool = False
) -> Scope:
    """The scope of a section; `beside` is the scope of the section before it at the same depth.

    `is_title`: its heading is the document's title, which names what the document is and closes nothing by that.
    `holds_all`: no other heading stands beside it.
    """
    text = node.block.text
    role = _role_of(node, above, beside, is_title=is_title, holds_all=holds_all)
    if role not in OPEN_ROLES:
        return replace(above, role=role)
    scope = _over_uses(in_role(above, role, text), node)
    if titles_others(text):
        return replace(scope, products=())
    scope = replace(scope, products=_products_of(node, above, beside, is_title=is_title))
    if is_for_all(text):
        return replace(scope, indications=())
    named = () if is_title else _uses_titled(node, role)
    carried = beside.indications if beside and goes_on(text) else ()
    return replace(scope, indications=named or scope.indications or carried)


def _role_of(node: Node, above: Scope, beside: Scope | None, *, is_title: bool, holds_all: bool) -> Role:
    """The role that a section's heading gives it, or that it takes from those above and beside it."""
    text = node.block.text
    before = _role_before(node, above, beside)
    after = beside.role if beside else None
    role = role_beside(node, above.role, after) or _explains(node, beside) or section_role(text, above.role, before)
    # The one heading of a document is its title, whatever its rank.
    titles_all = node.block.depth == 1 or (holds_all and not node.block.path)
    if titles_all and role not in OPEN_ROLES and role != "coding" and named_products(text):
        return "indications"
    names_all = role in NAMES_OF_DOCUMENTS or (holds_all and role == "background") or _WITH_CODES.search(text)
    if is_title and names_all:
        return "indications"
    return "indications" if _opens_after_all(node, above, role) or _divides_labeled_uses(node, above) else role


def _opens_after_all(node: Node, above: Scope, role: Role) -> bool:
    """Whether a section that its heading closes tells of covered uses or opens a drug's entry all the same."""
    text = node.block.text
    under = [part.block.text for part in walk(node.children)] if role == "exclusions" else []
    leaves = leaves_some(text, under) or tells_when(text, under)
    return bool(leaves or opens_all_the_same(role, node) or _opens_entry(node, above))


def _divides_labeled_uses(node: Node, above: Scope) -> bool:
    """Whether a heading such as "FDA-approved indications" stands among criteria or covered uses."""
    if not _LABELED.search(node.block.text):
        return False
    return above.lists_uses or _under_criteria(node) or (above.role in CRITERIA_ROLES and states_coverage(node))


def _products_of(node: Node, above: Scope, beside: Scope | None, *, is_title: bool) -> tuple[Product, ...]:
    """The drugs that a section is about: those its heading names, both, or those of the section beside or above it."""
    text = node.block.text
    products = named_products(text)
    if products and not (is_title and set(products) < set(above.products)):
        return products
    if beside and set(beside.products) - set(above.products) and (speaks_of_both(text) or is_in_common(text)):
        return ("esketamine", "ketamine")
    return beside.products if beside and not above.products and not is_next_entry(node) else above.products


def _role_before(node: Node, above: Scope, beside: Scope | None) -> Role | None:
    """The role of the section before, with which one that names no role of its own may go on; None: it does not."""
    text = node.block.text
    alone = node.block.depth <= 1 or named_products(text) or _REST.search(text)
    if beside is None or alone:
        return None
    if beside.role in ("initial", "renewal"):
        another = _opens_with_another(node, beside) or (not above.products and _first_names_a_drug(node, beside))
        return None if another else beside.role
    topic = beside.role == "background" and states_policy(node)
    opens = (states_coverage, _tells_of_approvals, lists_by_use, lists_criteria)
    apart = beside.role not in _GOING_ON and (topic or any(test(node) for test in opens))
    return None if apart else beside.role


def _first_names_a_drug(node: Node, beside: Scope) -> bool:
    """Whether a drug is first named by a heading below a section: what was renewed in the section beside it ("Standing
    orders renewed", among a bulletin's news) was no approval of that drug.
    """
    below = (part.block for part in walk(node.children) if part.block.kind == "heading")
    return not beside.products and any(named_products(block.text) for block in below)


def _opens_with_another(node: Node, beside: Scope) -> bool:
    """Whether a section that names nothing opens with another drug than that of the approvals in the one beside it."""
    named = set(named_products(node.children[0].block.text)) if node.children else set()
    return len(beside.products) == 1 and bool(named) and named.isdisjoint(beside.products)


def _uses_titled(node: Node, role: Role) -> tuple[Indication, ...]:
    """The uses that a heading names for what stands under it; all others, where it speaks of those alone."""
    text = node.block.text
    # "Additional criteria for resistant depression" names the use all the same; a patient's condition is none.
    named = set(named_indications(text))
    adds = ADDS.match(text) and (named <= PATIENT_CONDITIONS or not (named_products(text) or named & FORMS_OF_MDD))
    if _only_titles_the_label(node) or adds:
        return ("other",) if is_residual(text) else ()
    return uses_over(node, criteria=role in CRITERIA_ROLES) or (("other",) if is_residual(text) else ())


def _over_uses(scope: Scope, node: Node) -> Scope:
    listed = scope.role == "indications" and titles_covered_uses(node)
    return replace(scope, status="covered", lists_uses=True) if listed else scope


def _explains(node: Node, beside: Scope | None) -> Role | None:
    """The role of what explains the policy's statements or is weighed beside them; None: it is none of those."""
    if _CONSIDERATIONS.search(node.block.text) and not any(stated_status(part.block.text) for part in walk((node,))):
        return "background"
    if (_REST.search(node.block.text) or _only_informs(node)) and not states_coverage(node):
        return None if any(states_rule(part.block.text) for part in walk(node.children)) else "background"
    if _COMPLIANCE.match(node.block.text) and not any(_OF_A_PATIENT.search(part.block.text) for part in walk((node,))):
        return "background"
    after = beside is not None and beside.role in OPEN_ROLES
    return "definitions" if after and _GUIDELINES.search(node.block.text) and not states_coverage(node) else None


def _only_informs(node: Node) -> bool:
    """Whether a section that titles no criteria says at its start that it decides nothing."""
    first = node.children[0].block.text if node.children else ""
    decides = heading_role(node.block.text) in CRITERIA_ROLES or _THE_POLICY.search(first)
    return bool(_INFORMS.search(first)) and not decides


def _only_titles_the_label(node: Node) -> bool:
    """Whether a heading such as "FDA-approved indications" stands over the uses that it sums up."""
    return positive_indications(node.block.text) == ("fda_labeled",) and any(
        use != "fda_labeled" for part in walk(node.children) for use in required_indications(part.block.text)
    )


def _under_criteria(node: Node) -> bool:
    """Whether the heading right above says in so many words that criteria stand under it: labeled uses divide them."""
    return bool(node.block.path) and bool(_CRITERIA.search(node.block.path[-1]))


def goes_on(heading: str) -> bool:
    """Whether a section is about what the sections before it are about, as one of renewal or of limits is."""
    return heading_role(heading) in ("initial", "renewal", "limits")


def _opens_entry(node: Node, above: Scope) -> bool:
    """Whether a drug's own name, in whatever print, opens its entry below what a payer says of itself."""
    lists = any(part.children for part in node.children)
    return lists and above.role in _OF_THE_PAYER and is_drug_name(node.block.text)


def _tells_of_approvals(node: Node) -> bool:
    """Whether a heading that only names a use stands over what its first approval or renewal asks for."""
    return is_label(node.block.text) and any(_OF_AN_APPROVAL.match(part.block.text) for part in node.children)


def in_role(above: Scope, role: Role, heading: str) -> Scope:
    """`above` inside a section of `role`: its status and phase, from the heading's words where they say more."""
    status = above.status if above.status not in DENIED else None
    phase = read_phase(heading) or above.phase
    every_phase = speaks_of_every_phase(heading) or (above.every_phase and phase is None)
    if role == "exclusions":
        stated = status_of_uses(heading) or read_status(heading)
        over = above.status if above.role == "exclusions" and above.status in DENIED else "excluded"
        status = stated if stated in DENIED else over
    elif role == "initial" or role == "renewal":
        status, phase = "covered", read_phase(heading) or (None if every_phase else role)
    lists_uses = role == "indications" and (
        above.lists_uses
        or bool(_USES.search(heading))
        or "covered" in (status_of_uses(heading), status_behind(heading))
    )
    status = "covered" if lists_uses else status
    return replace(above, role=role, status=status, phase=phase, lists_uses=lists_uses, every_phase=every_phase)
