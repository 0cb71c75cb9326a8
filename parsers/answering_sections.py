"""Sections titled by something else, billing, codes or a bulletin, that answer for the drug all the same."""

from __future__ import annotations

from parsers.answers import stated_status
from parsers.drug_entries import takes_up_drugs
from parsers.drugs import named_products
from parsers.lead_ins import leads_in
from parsers.outline import Node, walk
from parsers.policy_rows import is_bulletin
from parsers.reopened import BILLS, denies_a_use, sums_up_policy
from parsers.role_wording import Role
from parsers.roles import heading_role
from parsers.scopes import positive_indications, required_indications
from parsers.statuses import prior_authorization

# "Appendix P", "Notice of …": kinds of documents as well as of sections.
NAMES_OF_DOCUMENTS: frozenset[Role] = frozenset({"boilerplate", "history", "other"})
_OF_CLAIMS: frozenset[Role] = frozenset({"other", "coding"})


def states_coverage(node: Node) -> bool:
    """Whether a section opens a list with what the payer answers for the drug, whatever its heading is about."""
    return any(
        part.children and part.block.kind != "heading" and leads_in(part.block.text) and stated_status(part.block.text)
        for part in walk(node.children)
    )


def _is_of_criteria_too(node: Node) -> bool:
    """Whether a section on billing or codes answers for the drug it names, or has sections of criteria inside."""
    inside = (part for part in node.children if heading_role(part.block.text) in ("initial", "renewal"))
    answers = bool(named_products(node.block.text)) and _answers_for_the_drug(node)
    return (
        answers
        or any(map(_covers_a_use, node.children))
        or any(part.block.kind == "heading" and states_coverage(part) for part in inside)
    )


def _covers_a_use(node: Node) -> bool:
    """Whether an item or paragraph of a section on billing says for which use there is cover, not how it is billed."""
    text = node.block.text
    covered = node.block.kind in ("item", "paragraph") and stated_status(text) == "covered"
    return covered and not BILLS.search(text) and bool(required_indications(text))


def opens_all_the_same(role: Role, node: Node) -> bool:
    """Whether a section of a closed role holds what the payer answers: on claims with criteria, a bulletin's parts."""
    bulletin = takes_up_drugs(node.children) or is_bulletin([part.block for part in node.children])
    if bulletin and role in NAMES_OF_DOCUMENTS:
        return True
    if role == "history" and _is_news_of_drug(node):
        return True
    return (role in _OF_CLAIMS and _is_of_criteria_too(node)) or (role == "background" and sums_up_policy(node))


def _is_news_of_drug(node: Node) -> bool:
    """Whether a table's row on our drug tells under "Summary of change" what is asked for now, with its lead-in."""
    name, *others = node.block.cells or ("",)
    return bool(others and named_products(name)) and states_coverage(node)


def _answers_for_the_drug(node: Node) -> bool:
    """Whether a section on billing or codes says in a paragraph that the drug is covered or a use denied."""
    return any(map(denies_a_use, node.children)) or any(
        named_products(part.block.text)
        and stated_status(part.block.text) == "covered"
        and (
            prior_authorization(part.block.text) or any(positive_indications(said.block.text) for said in walk((part,)))
        )
        for part in walk(node.children)
        if part.block.kind == "paragraph"
    )
