"""Sections beside the policy's own: lists of a payer's other documents, and what was changed in a section."""

from __future__ import annotations

import re

from parsers.answering.answers import stated_status
from parsers.criteria.families import findings_in
from parsers.drugs.names import is_drug_name
from parsers.language.patterns import compiled
from parsers.outline import Node, walk
from parsers.sections.answering_sections import states_coverage
from parsers.sections.roles import OPEN_ROLES
from parsers.sections.section_roles import Role
from parsers.uses.indications import mentions

_DONE = (
    r"(?:removed|added|updated|revised|replaced|archived|changed|clarified|deleted|modified|lowered|raised|reduced|"
    r"increased|extended|shortened|reworded|renamed|moved|reformatted|reorgani[sz]ed|inserted|expanded|retired|"
    r"withdrawn|corrected|relaxed|tightened|transferred)"
)
# "Removed the criterion that …", "Step through one agent was deleted", "Age: revised".
_ACT = compiled(
    rf"^\W*{_DONE}\b|\b(?:was|were|is|are|ha(?:s|ve)) (?:been )?{_DONE}\b|\b{_DONE}\W*$|\bno changes?\b", re.IGNORECASE
)
# "10/01/2025: summary of changes", "What changed in 2025", and a bare date over what was changed on it.
_OF_CHANGES = compiled(
    r"\b(?:summary|list|log|overview|description|record) of (?:the )?(?:\w+ )?"
    r"(?:changes|revisions|amendments|updates)\b"
    r"|\bwhat(?:['’]s| has| was| is| we)? (?:been )?(?:changed|new|revised|updated)\b"
    r"|^\W*(?:(?:policy|recent|latest|past|\d{4}) )?(?:changes|amendments)(?: (?:made|in \d{4}))?\W*$",
    re.IGNORECASE,
)
_DATED = compiled(
    r"^\W*(?:(?:effective|revised|updated|as of)\W+)?(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? "
    r"(?:\d{1,2}, )?\d{4})\W*$",
    re.IGNORECASE,
)
_LINE = (
    r"(?:community plan|medicare(?: advantage)?|commercial|individual|exchange|medicaid|marketplace|group|oxford|"
    r"dual special needs|chip)"
)
_KIND = r"(?:(?:medical|drug|pharmacy|clinical|coverage|benefit|payment|reimbursement) )*"
_DOCUMENTS = r"(?:polic(?:y|ies)|guidelines?|coverage summar(?:y|ies)|bulletins?|documents?)"
_OF_LINES = rf"(?:{_LINE}(?: plans?)?(?:,? (?:and |& )?|/))"
# "Related commercial policies", "Medicare Advantage policy", "Companion guidelines": what a list beside is titled.
_OTHER_DOCUMENTS = compiled(
    rf"^\W*(?:(?:related|companion|associated|corresponding|other)\W+{_OF_LINES}*|{_OF_LINES}+){_KIND}{_DOCUMENTS}\W*$",
    re.IGNORECASE,
)
# Behind the criteria, what led to them; where a section of the name answers, it is the policy itself.
_POSITION = compiled(r"^\W*(?:\w{1,4}[.)] )?(?:our |clinical |summary )*position(?: statement)?\W*$", re.IGNORECASE)
_DEMANDS = compiled(r"\b(?:must|shall|ha(?:s|ve) to)\b", re.IGNORECASE)
_WORDS_OF_A_NAME = 12


def role_beside(node: Node, above: Role, after: Role | None) -> Role | None:
    """The role of a section that stands beside the policy's own, inside one of role `above`, after one of role `after`
    (None: the first); None: it is no such one.
    """
    if above == "history" and _tells_changes(node):
        return "history"
    if after in OPEN_ROLES and _POSITION.match(node.block.text) and not _answers(node):
        return "evidence"
    return "other" if _OTHER_DOCUMENTS.match(node.block.text) and _lists_names(node) else None


def _answers(node: Node) -> bool:
    """Whether a section answers for the drug or demands anything, in so many words or as a list does."""
    told = [part.block for part in walk(node.children)]
    return any(block.kind == "item" or _DEMANDS.search(block.text) or stated_status(block.text) for block in told)


def _tells_changes(node: Node) -> bool:
    """Whether every line below a heading says what was done to the section that the heading names, or the heading above
    says that its parts are changes and nothing below answers.
    """
    below = [part.block.text for part in walk(node.children) if not is_drug_name(part.block.text)]
    under = node.block.path[-1] if node.block.path else ""
    acts = [bool(_ACT.search(line)) for line in below]
    changed = _DATED.match(under) or (_OF_CHANGES.search(under) and any(acts))
    return bool(acts) and (all(acts) or (bool(changed) and not states_coverage(node)))


def _lists_names(node: Node) -> bool:
    """Whether all that stands below a heading are items that name something, and ask or answer nothing."""
    return bool(node.children) and all(map(_is_name, node.children))


def _is_name(node: Node) -> bool:
    text = node.block.text
    plain = node.block.kind == "item" and not node.children and len(text.split()) <= _WORDS_OF_A_NAME
    says = text.endswith((".", ";", ":")) or mentions(text) or stated_status(text) or any(findings_in(text))
    return plain and not says
