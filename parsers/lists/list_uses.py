"""The uses that a list of criteria or of covered uses is about."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from parsers.answering.answers import DENIED
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.criteria.families import findings_in
from parsers.deciding.findings import Statements
from parsers.drugs.names import named_products
from parsers.language.every_use import is_for_all
from parsers.language.patterns import compiled
from parsers.lists.asked_uses import asked_indications, offers_a_choice
from parsers.lists.limited_items import limited_to
from parsers.models import Indication, Status
from parsers.outline import Node
from parsers.sections.section_scopes import Scope
from parsers.uses.indications import FORMS_OF_MDD, named_indications
from parsers.uses.scopes import is_label, positive_indications, required_indications

_APPROVES = compiled(
    r"\bapprov\w+|\bauthori[sz]\w+|\bcover(?:ed|age)\b|\brenew\w*|\bcontinu(?:ation|e|ing)\b|\binitiati\w+"
    r"|^\W*(?:\w+ ){0,3}?(?:criteria|requirements|conditions|standards|rules|eligibility|what is (?:asked|required))"
    r"(?: (?:\w+ ){0,2}?(?:for|in)| –| -|:)",
    re.IGNORECASE,
)
# "Medically necessary for any of the following:" leads in uses, not criteria.
_FOR_ITEMS = compiled(
    r"\b(?:for|in|as)(?: (?:any|either|all|each|one|both|the|these)(?: of)?)*(?: the)?(?: following| these)?"
    r"(?: (?:indications?|uses?|conditions?|diagnos[ie]s|purposes?|situations?))?\s*:\s*$",
    re.IGNORECASE,
)
# Over the uses of a label that it names: "… for the following uses that its label carries:"
_LABELED = compiled(r"\b(?:following|these)\b[^.;:]{0,40}\b(?:uses?|indications?)\b[^.;:]{0,40}:\s*$", re.IGNORECASE)
_NAMELY = compiled(r",? (?:that is|namely|i\.e\.|to wit|meaning)[,:]*\s*:\s*$", re.IGNORECASE)
# "For depression alone: …" limits its own item, not the list that it stands in.
_OF_ONE_USE = compiled(r"^\W*(?:for|in|if|when)\b[^.,;:]{0,80}\b(?:only|alone)\s*[:,]", re.IGNORECASE)
# "What is the diagnosis? …", "Used for which of these? …"
_ASKS_WHAT_FOR = compiled(
    r"^\W*(?:(?:what|which)\b[^?]{0,60}\b(?:diagnos\w+|indications?|conditions?|uses?|used|treated|for)\b[^?]{0,40}\?"
    r"|[^?]{0,40}\b(?:diagnos\w+|indications?|used|prescribed|requested)\b[^?]{0,30}\bwh(?:at|ich)\b[^?]{0,40}\?"
    r"|(?:(?:the|primary|patient's) )*(?:diagnosis|indication)(?: \([^()]*\))?:)",
    re.IGNORECASE,
)
_SEVERAL = 2
_CLASSES: frozenset[Indication] = frozenset({"psychiatric", "chronic_pain", "fda_labeled"})


def specified(scope: Scope, node: Node, status: Status | None, found: Statements) -> Scope:
    """`scope` with the uses that a list names in its items, where its lead-in and headings name none or a class.

    A list for several uses that `found` holds as covered is not of the one that an item of it is limited to.
    """
    text = node.block.text
    known = _uses_covered(found) | _uses_to_choose(node)
    shared = tuple(item for item in node.children if not _is_of_one_use(item, known))
    asked = asked_indications(replace(node, children=shared or node.children))
    if status == "covered" and _FOR_ITEMS.search(text) and all(map(_opens_with_use, node.children)):
        return replace(scope, indications=tuple(dict.fromkeys((*scope.indications, *asked))))
    if status == "covered" and set(asked) - set(scope.indications) and _lists_uses(node):
        return replace(scope, indications=asked)
    if status == "covered" and set(scope.indications) == {"fda_labeled"} and (named := _labeled_uses(node)):
        return replace(scope, indications=named)
    if set(scope.indications) == {"mdd"} and (forms := _forms_asked(node)):
        return replace(scope, indications=forms)
    if one := _one_demanded(scope, replace(node, children=shared)):
        return replace(scope, indications=(one,))
    if scope.indications and not (asked and set(scope.indications) <= _CLASSES):
        return scope
    if is_for_all(text) and (positive_indications(text) or (set(asked) == {"mdd"} and FORMS_OF_MDD & known)):
        return scope
    named = positive_indications(text) if named_products(text) or _APPROVES.search(text) else ()
    # How bad "the depression" must be asks for no other use than the form of it that leads the list in.
    titled = set(asked) <= {"mdd"} and bool(FORMS_OF_MDD & set(named))
    if set(asked) == {"mdd"} and not named and (forms := _forms_answered(scope, found)):
        return replace(scope, indications=forms)
    return replace(scope, indications=named if titled else asked or named)


def _one_demanded(scope: Scope, node: Node) -> Indication | None:
    """The one of several uses above a renewal's list that an item demands ("was approved for resistant depression")."""
    text = node.block.text
    if scope.phase != "renewal" or len(scope.indications) < _SEVERAL or offers_a_choice(node):
        return None
    if positive_indications(text) or is_for_all(text):
        return None
    demanded = {required_indications(item.block.text) for item in node.children if not item.children}
    named = {uses for uses in demanded if uses}
    only = next(iter(named), ()) if len(named) == 1 else ()
    return only[0] if len(only) == 1 and only[0] in scope.indications else None


def _is_of_one_use(item: Node, known: AbstractSet[Indication]) -> bool:
    """Whether an item says at its start that it is asked for one use alone, or for one of several that are known."""
    limited = limited_to(item)
    return bool(_OF_ONE_USE.match(item.block.text) or (limited and limited < known))


def _uses_covered(found: Statements) -> frozenset[Indication]:
    """The uses that are covered by an answer so far, or by a list of those that a request may be for."""
    answered = (answer.indications for answer in found.answers if answer.status == "covered")
    implied = (asked.indications for asked in found.requirements if asked.implies != "nothing")
    return frozenset(use for uses in (*answered, *implied) for use in uses)


def _uses_to_choose(node: Node) -> frozenset[Indication]:
    """The uses that a question of a form offers as diagnoses ("What is the diagnosis? … or …"): its list is of each."""
    offered = (item.block.text for item in node.children if _ASKS_WHAT_FOR.search(item.block.text))
    named = [frozenset(named_indications(text)) for text in offered]
    return frozenset(use for uses in named if len(uses) >= _SEVERAL for use in uses)


def _forms_answered(scope: Scope, found: Statements) -> tuple[Indication, ...]:
    """The forms of depression that all answers so far on the list's drugs cover: their diagnosis is depression."""
    answers = [one for one in found.answers if one.product in scope.products]
    uses = tuple(dict.fromkeys(use for one in answers for use in one.indications))
    covered = all(one.status == "covered" for one in answers)
    return uses if covered and set(uses) <= FORMS_OF_MDD else ()


def _forms_asked(node: Node) -> tuple[Indication, ...]:
    """The forms of depression that the items of a list led in by depression ask for ("… when: it is resistant")."""
    asked = asked_indications(replace(node, block=replace(node.block, text="")))
    return asked if set(asked) <= FORMS_OF_MDD else ()


def _labeled_uses(node: Node) -> tuple[Indication, ...]:
    """The uses that the items under "the following uses of its label:" name, each of them one; () otherwise."""
    named = [named_indications(item.block.text) for item in node.children] if _LABELED.search(node.block.text) else []
    return tuple(dict.fromkeys(use for uses in named for use in uses)) if all(named) else ()


def _lists_uses(node: Node) -> bool:
    """Whether a lead-in that names no use itself stands over uses alone ("Covered with prior authorization:")."""
    return not positive_indications(node.block.text) and all(map(_opens_with_use, node.children))


def asked_of(node: Node, status: Status | None) -> Node:
    """A list without items that are no more than the names of what a bare status covers: these ask for nothing."""
    covers = status == "covered" and bare_status(node.block.text) == status
    names = covers and all(is_label(item.block.text) and not item.children for item in node.children)
    return replace(node, children=()) if names or (status == "covered" and _tells_forms(node)) else node


def _tells_forms(node: Node) -> bool:
    """Whether a list only tells in which forms a use is covered ("… for anesthesia, that is: alone; for induction")."""
    namely = _NAMELY.search(node.block.text) or _LABELED.search(node.block.text)
    plain = (not item.children and not findings_in(item.block.text) for item in node.children)
    return bool(namely) and all(plain)


def _opens_with_use(item: Node) -> bool:
    return bool(required_indications(item.block.text))


def denies_uses(node: Node) -> bool:
    """Whether a list of uses stands under words of denial, whatever manner of use these may limit: none is covered."""
    return read_status(node.block.text) in DENIED and bool(node.children) and all(map(_opens_with_use, node.children))


def listing_uses(scope: Scope) -> Scope:
    """`scope` for items that are each a covered use."""
    return replace(scope, status="covered", lists_uses=True)
