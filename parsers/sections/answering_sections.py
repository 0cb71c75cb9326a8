"""Sections titled by something else, billing, codes or a bulletin, that answer for the drug all the same."""

from __future__ import annotations

import re

from parsers.answering.answers import DENIED, stated_status
from parsers.answering.statuses import prior_authorization
from parsers.criteria.families import findings_in
from parsers.drugs.drug_entries import takes_up_drugs
from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.outline import Node, walk
from parsers.sections.answers_apart import BILLS, denies_a_use
from parsers.sections.patient_histories import is_of_patient
from parsers.sections.reopened import sums_up_policy
from parsers.sections.roles import heading_role
from parsers.sections.section_roles import Role
from parsers.tables.policy_rows import is_bulletin
from parsers.tables.untitled_tables import titles_uses
from parsers.uses.scopes import is_label, positive_indications, required_indications

# "Appendix P", "Notice of …": kinds of documents as well as of sections.
NAMES_OF_DOCUMENTS: frozenset[Role] = frozenset({"boilerplate", "history", "other"})
_OF_CLAIMS: frozenset[Role] = frozenset({"other", "coding"})
# "Pharmacologic approaches", the chapter of a guideline that goes through them; in a policy it tells of a disorder.
_TREATMENTS = compiled(
    r"\bpharmacolog\w+ (?:approach(?:es)?|treatments?|therap(?:y|ies)|interventions?|management|options?|"
    r"recommendations?|modalit(?:y|ies))\b",
    re.IGNORECASE,
)
# "F.7.a Ketamine infusion", "8.3 Opioids": an entry with the numbers of all that it stands in.
_ENTRY = compiled(r"^\W*[A-Z0-9]{1,3}\.\d{1,2}(?:\.[A-Za-z0-9]{1,3})*\.?\s")
_FEWEST_ENTRIES = 2
# "All of the following criteria are met:", "The member must meet each of these:"; not what the patients of a study met.
_ALL_ARE_MET = compiled(
    r"^(?!.*\b(?:stud(?:y|ies)|trials?|participants?|enrolled|were|had)\b)[^.;]{0,60}?\b(?:all|each|both|every one|"
    r"any|one|either) (?:\(\w+\) )?of (?:the (?:following|below|items)|these)\b[^.;]{0,30}\b(?:are|is|be|must|apply|"
    r"applies|met|true)\b[^.;]{0,15}:\W*$"
    r"|^\W*(?:the )?(?:member|patient|individual|beneficiary|client|recipient|enrollee) must (?:meet|have|satisfy)\b"
    r"[^.;]{0,40}:\W*$",
    re.IGNORECASE,
)


def states_coverage(node: Node) -> bool:
    """Whether a section opens a list with what the payer answers for the drug, whatever its heading is about."""
    return any(
        part.children and part.block.kind != "heading" and leads_in(part.block.text) and stated_status(part.block.text)
        for part in walk(node.children)
    )


def lists_by_use(node: Node) -> bool:
    """Whether a section holds lists of what is asked, each titled by its use alone ("Resistant depression: …") or led
    in as what has to be met, or a table with a column for each of several uses.
    """
    return _has_columns_of_uses(node) or any(
        _titles_a_use(part.block.text) or _ALL_ARE_MET.match(part.block.text)
        for part in node.children
        if part.block.kind in ("paragraph", "item") and _asks(part)
    )


def _has_columns_of_uses(node: Node) -> bool:
    """Whether the rows of a section say under the names of several uses what is asked for each."""
    rows = [part.block for part in node.children if part.block.kind == "row" and part.block.header]
    by_use = bool(rows) and titles_uses(rows[0].header)
    return by_use and any(findings_in(cell) for row in rows for cell in row.cells[1:])


def _titles_a_use(text: str) -> bool:
    return is_label(text) and bool(positive_indications(text))


def _asks(lead: Node) -> bool:
    return any(findings_in(item.block.text) for item in lead.children if item.block.kind == "item")


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
    if role == "history" and (_is_news_of_drug(node) or is_of_patient(node)):
        return True
    if role == "background":
        return sums_up_policy(node) or _goes_through_treatments(node)
    return role in _OF_CLAIMS and _is_of_criteria_too(node)


def _goes_through_treatments(node: Node) -> bool:
    """Whether a chapter on treatments has numbered entries, one of which denies a use of our drug."""
    if not _TREATMENTS.search(node.block.text):
        return False
    entries = [part for part in walk(node.children) if _ENTRY.match(f"{part.block.marker} {part.block.text}")]
    return len(entries) >= _FEWEST_ENTRIES and any(map(_denies_in_entry, entries))


def _denies_in_entry(entry: Node) -> bool:
    """Whether a numbered entry denies a use of our drug, be the drug named in the entry's heading alone."""
    under = (part.block.text for part in entry.children)
    told = [*sentences(entry.block.text), *(under if entry.block.kind == "heading" else ())]
    return bool(named_products(entry.block.text)) and any(stated_status(said) in DENIED for said in told)


def _is_news_of_drug(node: Node) -> bool:
    """Whether a table's row on our drug tells under "Summary of change" what is asked for now, with its lead-in."""
    name, *others = node.block.cells or ("",)
    return bool(others and named_products(name)) and (
        states_coverage(node) or any(map(_leads_in_for_use, node.children))
    )


def _leads_in_for_use(part: Node) -> bool:
    """Whether a line names a use and leads in a list of what is asked for it ("Depression, first request. All of:")."""
    return leads_in(part.block.text) and bool(positive_indications(part.block.text)) and _asks(part)


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
