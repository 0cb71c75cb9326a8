"""A denial with the list of what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.reasons import without_reason_of_list
from parsers.answering.status_wording import CASE_BY_CASE
from parsers.answering.statuses import read_status
from parsers.deciding.findings import Statements
from parsers.deciding.paragraph_shapes import titles_the_rest
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.list_shapes import under_title
from parsers.models import Status
from parsers.outline import Node, walk
from parsers.sections.narrowed_scopes import in_phases
from parsers.sections.section_scopes import Scope
from parsers.statements.excepted_items import BUT_ITEMS
from parsers.statements.reason_columns import told_in, without_reasons
from parsers.tables.logged_rows import is_logged
from parsers.uses.indications import excepted_indications, is_for_everything, named_indications
from parsers.uses.patient_conditions import has_a_condition, tells_of_a_patient
from parsers.uses.scopes import is_label

# "Ketamine, subanesthetic or anesthetic dosing", "Ketamine (any dose)": the drug itself.
_DOSES = (
    r"(?:(?:in|at|by|via|with|any|all|every|either|both|sub-?an[ae]sthetic|an[ae]sthetic|low|high|or|and|"
    r"\([^()]{1,30}\))[ /-]*)+"
    r"(?:dos(?:e|es|ing|ages?)|routes?|forms?|formulations?|strengths?)\b"
)
# "on an inpatient or an outpatient basis", "in the office or at home": wherever it is given.
_AT = r"(?:(?:in|on|at|as|an?|the|either|both|any|to) )*"
_PLACE = (
    r"(?:in-?patients?|out-?patients?|hospitals?|offices?|homes?|clinics?|ambulatory)\b(?: (?:basis|settings?|care)\b)?"
)
_PLACES = rf"{_AT}{_PLACE}(?:(?:,| or| and|,? and/or|/)+ ?{_AT}{_PLACE})+"
# "as a single infusion or a series", "single or repeated infusions": however often.
_ONCE = r"(?:single|one|repeated|repeat|multiple|serial|several)"
_OFTEN = (
    rf"{_AT}{_ONCE} (?:\w+ )?(?:or|and) {_AT}(?:{_ONCE} (?:infusions?|doses|treatments?|courses?)|(?:series|course))\b"
)
# "over any number of days", "in low doses in a clinic or high doses in a hospital": the one and its opposite.
_OPPOSITES = (
    r"(?:\b(?:any|either|both|all|every) (?:\w+ )?(?:dos(?:e|es|ing|age)|numbers?|routes?|forms?|settings?|schedules?|"
    r"frequency|strengths?|regimens?|protocols?|sites?|places?|lengths?|durations?|combinations?|amounts?|courses?)\b"
    r"|\b(?:single|one)\b[^.;]{0,40} (?:or|and) (?:in |as )?(?:repeated|multiple|serial|several|many)\b"
    r"|\b(?:low|sub-?an[ae]sthetic)\b[^.;]{0,60} (?:or|and)\b[^.;]{0,20}\b(?:high|an[ae]sthetic)\b"
    r"|\bshort\b[^.;]{0,40} (?:or|and)\b[^.;]{0,20}\blong|\balone (?:or|and)\b|\bwith (?:or|and) without\b)"
)
_IN_ANY_FORM = compiled(
    rf"(?:[\s,(–—-]*(?:{_DOSES}|{_PLACES}|{_OFTEN})\)?)+\W*$"
    r"|,? (?:whether|be it|whatever|regardless of)\b[^.;]{3,240}$"
    rf"|,? (?:(?:in|at|as|over|by|for|with|on) (?:an? |the )?)?{_OPPOSITES}[^.;]{{0,160}}$",
    re.IGNORECASE,
)


# "The following psychiatric disorders: …" are those of the list, and not all of their class.
_OF_A_CLASS = compiled(
    r"(?P<list>\b(?:the following|these|those) )(?:psychiatric|mental(?: health)?|behavioral(?: health)?|"
    r"chronic pain|pain)"
    r" (?=(?:conditions|disorders|indications|diagnoses|uses|syndromes)\b)"
    r"|\b(?:psychiatric|mental(?: health)?|behavioral(?: health)?|chronic pain|pain) (?P<of>(?:conditions|disorders|"
    r"indications|diagnoses|uses|syndromes) (?:in (?:this|the) (?:list|table)|that follow|listed|below))",
    re.IGNORECASE,
)
# "… are unproven for nerve pain when they hold any of these:": the list is of what is in a product.
_OF_INGREDIENTS = compiled(
    r"\b(?:contain|hold|made (?:of|from|with)|compounded (?:from|with))(?:s|ing)?"
    r"(?: (?:an?|the|any|one|either|some|all|or more|of|at least))* (?:these|those|the following|the below)\b"
    r"[^.;:]{0,60}:\W*$|\b(?:contain|hold)(?:s|ing)?:\W*$",
    re.IGNORECASE,
)


# "Other uses. The conditions below are unproven:": the list says which they are, and the title leaves none open.
_SAYS_WHICH = compiled(
    r"\b(?:the following|(?:the|these|those) (?:\w+ )?(?:uses|conditions|indications|diagnoses|purposes)"
    r" (?:below|that follow|listed|named|in (?:this|the) list))\b",
    re.IGNORECASE,
)


def deny_list(found: Statements, node: Node, scope: Scope, status: Status) -> None:
    """Note a denial of all that a lead-in and its items name; an item on its own drug or on every use stands alone.

    Items that tell of a patient ("The member has an aneurysm") bar patients and deny no use; rows of the document's log
    that stand below by chance tell what was edited.
    """
    node = node.over([_with_its_uses(child) for child in node.children if not is_logged(child.block)])
    if any(names_use(child.block.text) for child in node.children):
        node = replace(
            node,
            block=replace(node.block, text=_OF_A_CLASS.sub(_of_the_list, _without_title_of_rest(node.block.text))),
        )
    if barring := _barring(node.children):
        found.bar(in_phases(replace(scope, phase=None), node.block.text), replace(node, children=barring))
        node = replace(node, children=tuple(child for child in node.children if child not in barring))
        if not node.children and not names_use(node.block.text):
            return
    own = [entry for part in walk(node.children) for entry in _entries(part) if _denies_by_itself(entry)]
    shared = [entry for part in walk((node,)) for entry in _entries(part) if entry not in own]
    # A lead-in without a drug ("For depression:") denies nothing beside items that are each a form of ours.
    led = shared if named_products(node.block.text) or not own else shared[1:]
    if any(map(names_use, led)) or not own:
        for passage in _passages(shared):
            found.deny(scope, status, node.block, passage)
    for text in filter(_is_of_a_use, own):
        said = stated_status(text)
        products = named_products(text) or scope.products
        use = text if names_use(text) or is_for_everything(text) else f"{node.block.text} ; {text}"
        found.deny(replace(scope, products=products), said if said in DENIED else status, node.block, use)


def _barring(items: Sequence[Node]) -> tuple[Node, ...]:
    """The items that bar patients; beside one of them, bipolar disorder that somebody has is a condition likewise."""
    if not any(tells_of_a_patient(item.block.text) for item in items):
        return ()
    said = (item for item in items if tells_of_a_patient(item.block.text) or has_a_condition(item.block.text))
    return tuple(said)


def _passages(entries: Sequence[str]) -> Iterator[str]:
    """The entries of a list under its lead-in, without the reason that it gives before its colon; one that excepts a
    use ("nerve pain apart from CRPS") in a passage of its own, so that those after it are not excepted too.
    """
    lead, *items = entries
    lead = without_reason_of_list(lead) if items else lead
    apart = [item for item in items if excepted_indications(item)]
    yield " ; ".join((lead, *(item for item in items if item not in apart)))
    yield from (f"{lead} ; {item}" for item in apart)


def _of_the_list(said: re.Match[str]) -> str:
    return str(said["list"] or said["of"])


def _without_title_of_rest(lead: str) -> str:
    title, *said = sentences(lead)
    told = " ".join(said)
    return told if said and titles_the_rest(title) and _SAYS_WHICH.search(told) else lead


def _with_its_uses(item: Node) -> Node:
    """An item that names its own drug, with the uses listed under it in its text."""
    names = [child.block.text for child in item.children]
    if not names or not named_products(item.block.text) or not all(map(is_label, names)):
        return item
    return Node(replace(item.block, text=f"{item.block.text.rstrip(' :')} ({', '.join(names)})"))


def leading_status(lead: str) -> Status | None:
    """The denial that a sentence gives all that stands under it ("No payment is made for:"), or what holds it; None: it
    gives none.
    """
    status = read_status(lead) if lead.rstrip().endswith("for:") or _OF_INGREDIENTS.search(lead) else None
    return status if status in DENIED else None


def excepts_items(lead: Node) -> bool:
    """Whether a denial sets the uses under it apart ("Unproven for every use except the two that follow")."""
    found = BUT_ITEMS.search(lead.block.text)
    before = lead.block.text[: found.start()] if found else ""
    items = [item.block.text for item in lead.children]
    return stated_status(before) in DENIED and all(map(names_use, items)) and not any(map(stated_status, items))


def deny_rest(found: Statements, lead: Node, scope: Scope, status: Status) -> tuple[Node, ...]:
    """Note a denial of all uses but those under it; these, where they are covered: left to review, they are noted."""
    text = lead.block.text
    found.deny(replace(scope, indications=()), status, lead.block, f"{text} ; all other uses")
    if not CASE_BY_CASE.search(text):
        return under_title(lead)
    for item in lead.children:
        found.answer(scope, "case_by_case", item.block, item.block.text, named_indications(item.block.text))
    return ()


def _entries(node: Node) -> tuple[str, ...]:
    """What an item or row denies: each cell of a row without titles ("ketamine | lidocaine") for itself."""
    block = without_reasons(node.block, answered=True)
    if block.kind == "row" and not block.header:
        return tuple(filter(None, block.cells))
    return (_alone(block.text) if block is node.block else told_in(block),)


def _alone(text: str) -> str:
    """The name of a use without what is said behind it of why ("Chronic pain. Only ketamine has been looked at.")."""
    first, *why = sentences(text) or (text,)
    says_more = any(stated_status(said) or names_use(said) for said in why)
    return first if why and is_label(first) and not says_more else text


def _is_of_a_use(item: str) -> bool:
    """Whether an item on the drug denies it, not a manner of its use ("Spravato for adolescents")."""
    whole = names_use(item) or is_for_everything(item) or is_drug_name(_IN_ANY_FORM.sub("", item))
    return whole or stated_status(item) is not None or stated_status(f"{item.rstrip('.;, ')} is not covered") in DENIED


def _denies_by_itself(item: str) -> bool:
    return bool(named_products(item)) or is_for_everything(item)
