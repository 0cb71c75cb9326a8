"""Titles over conditions that bar patients ("Who cannot have it"), as against titles over uses that are denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import names_use, stated_status
from parsers.criteria.bare_bars import are_bare_bars, is_bare_bar
from parsers.criteria.conditions import ALSO_USES, named
from parsers.criteria.families import findings, findings_in
from parsers.criteria.listed_bars import GROUNDS_FOR_DENIAL, REFUSES_IF, under_exclusion
from parsers.criteria.remnant_wording import UNMET
from parsers.criteria.vocabulary import GRANTED, PEOPLE, PERSON
from parsers.criteria.wording import clause
from parsers.deciding.bars_by_phase import leads_by_phase
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.lead_ins import leads_in
from parsers.language.negations import affirmed
from parsers.language.patterns import compiled
from parsers.models import CriterionKey
from parsers.outline import Node, is_nested, walk
from parsers.phases.phases import names_both_phases
from parsers.sections.roles import heading_role
from parsers.sections.section_roles import Role
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_label

# "Members with psychosis", as an item under a denial has whom it is for.
_PEOPLE_WITH = compiled(rf"^\W*(?:any |all |adult )?{PEOPLE} (?:with|who|whose|having|in whom)\b", re.IGNORECASE)
# "Exclusions" over conditions alone, "What rules it out".
_RULES_OUT = compiled(
    r"^\W*(?:[\w.]+\W+)?(?:exclusions?|contra-?indications?|what (?:rules|would rule|will rule)\b.*\bout"
    r"|(?:who|whom|what)\b[^.]*\b(?:not|n't|never|excluded|ineligible|barred|neither|turned (?:down|away)|left out"
    r"|refused|stops?|blocks?|disqualif\w+|prevents?)\b.*|(?:no ?body|no one) (?:qualifies|gets it)(?: with)?|blocks?"
    r"|disqualif\w+(?: conditions?)?|ineligible(?: (?:patients|members|people))?|never|not for"
    r"|exclud(?:es?|ed|ing)(?: (?:patients|conditions|members|if))?"
    r"|reasons (?:not to approve|for (?:refusal|denial))|"
    r"(?:not|never)(?: (?:to be )?(?:used|given|allowed))? with)\W*$",
    re.IGNORECASE,
)
# What somebody takes beside the drug, or does not bear of it.
_WITH_A_DRUG = compiled(
    r"^\W*(?:(?:known|a history of|any) )?(?:hypersensitivity|allerg\w+|(?:concurrent|concomitant|current|"
    r"simultaneous) "
    r"(?:use|treatment|therapy)|use (?:together )?with|taken with)\b",
    re.IGNORECASE,
)
# How old somebody is, and that the drug would be taken at home, bar as a condition does.
_AGE_OR_PLACE = compiled(
    rf"^\W*(?:(?:any |all )?{PEOPLE} (?:(?:who )?(?:is|are) )?)?(?:(?:(?:of )?an? )?age[ds]?\W*)?"
    r"(?:under|below|younger than|less than|over|above|older than|<|>|≥|≤)=? ?(?:the age of )?\d\d\b[^.;:]{0,20}$"
    r"|^\W*(?:(?:use|treatment|dosing|(?:self-?)?administration) (?:in (?:the|a) |at )?home"
    r"|home (?:use|treatment|dosing|(?:self-?)?administration)"
    r"|(?:use|(?:self-?)?administration) in (?:the|a) (?:\w+ )?(?:home|residence))\W*$",
    re.IGNORECASE,
)
_OF_PATIENTS_TITLE = compiled(
    rf"^\W*(?:\w+ )?(?:exclusion criteria|{GROUNDS_FOR_DENIAL}(?: of [^.]{{3,40}})?"
    r"|contraindications|exclusions? for (?:members|patients)"
    rf"|(?:\w+ (?:and )?)?{REFUSES_IF}"
    # "Not covered for members who have", "Not a benefit in people with".
    rf"|(?:\w+ )?not (?:be )?{GRANTED} (?:for|in|to) (?:any )?{PEOPLE} (?:who (?:have|has|are)|with|having)(?: any of)?"
    r"|(?:must|should|has to|have to) (?:all )?be (?:absent|ruled out)|none of (?:these|the (?:following|"
    r"below))\b[^.;:]{0,40}"
    r"|who (?:can(?:not|'t|’t| not)|(?:may|should|must) not)\b[^.]{0,30})\W*$",
    re.IGNORECASE,
)
_NOT_IN_PEOPLE = compiled(
    rf"^\W*(?:not|never|avoid)\b[^.:;]{{0,20}}\b{PEOPLE}(?: (?:with|who have|having))?\W*$", re.IGNORECASE
)
# What a text says of phases is said of it without the conditions that it names.
_BOTH_PHASES = "initial requests and renewals"
# "Exclusions (any of these)" is a title for all that, as is "Denial criteria – any of these".
# So is one that tells its reach: "Denial criteria – both uses", "Exclusions for every indication".
_ASIDE = compiled(
    r"\([^()]*\)|\s[–—-]\s(?:any|one|each|none|all)\b[^.]*$"
    r"|(?:\s[–—-]|[,:])?\s+(?:(?:for|in|under|of) )?(?:both|either|each|every|any|all)(?: (?:of|the|these|two|covered|"
    r"approved|labell?ed))* (?:uses?|indications?|conditions|diagnos[ie]s)\s*:?\s*$",
    re.IGNORECASE,
)
# "Spravato – reasons for denial in resistant depression": of which drug and use it is.
_OF_A_DRUG = compiled(r"^\W*(?P<drug>[^:;.,–—-]{3,40}?)\s*(?:[–—:]|\s-)\s+(?=\S)")
_OF_A_USE = compiled(r"\s+(?:for|in|of) ", re.IGNORECASE)
_FOR_A_DRUG = compiled(r"\s+(?:for|to|of) (?P<drug>[^:;.,]{3,40}?)\s*:?\s*$", re.IGNORECASE)


_FREQUENT = compiled(
    r"^(?=.*\b(?:denials?|denied|refus\w+|reject\w+)\b)\W*(?:the )?(?:most )?"
    r"(?:common|frequent|usual|typical|top(?: \w+)?)(?: \w+)? (?:reasons|grounds|causes)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# What a reason for denial of a patient speaks of.
_OF_PATIENTS: frozenset[CriterionKey] = frozenset((
    "age_min", "age_max", "failed_ad_count", "prescriber", "severity_min", "exclusion", "site", "oral_ad", "rems",
))  # fmt: skip


def titles_bars(node: Node) -> bool:
    """Whether a heading stands over conditions that bar patients, none of them a denial of a use."""
    if not node.children:
        return False
    title = _ASIDE.sub("", node.block.text)
    # "Frequent reasons for denial" are what goes wrong with claims.
    if affirmed(title) != title or (heading_role(title) == "coding" and not _refuses_patients(title, node)):
        return False
    title, of_use = _without_use(title)
    title, of_drug = _without_drug(title)
    if of_drug and not (of_use or _are_conditions(node)):
        return False
    rules_out = _RULES_OUT.search(title) and _are_conditions(node)
    refuses = heading_role(title) == "exclusions" and not names_use(title) and _are_patients(node)
    if not (
        _OF_PATIENTS_TITLE.search(title) or _FREQUENT.match(title) or rules_out or refuses or lists_bare_bars(node)
    ):
        return False
    said = (below.block.text for below in node.children)
    return not any(stated_status(text) and not UNMET.search(text) for text in said)


def _refuses_patients(title: str, node: Node) -> bool:
    """Whether frequent reasons for denial are of patients ("Under 18", "fewer than two drugs tried"), not of claims."""
    said = [part.block.text for part in walk(node.children) if part.block.kind == "item"]
    of_patients = [text for text in said if _AGE_OR_PLACE.search(text) or _keys(text) & _OF_PATIENTS]
    return bool(_FREQUENT.match(title)) and len(of_patients) > 1


def _keys(text: str) -> frozenset[CriterionKey]:
    return frozenset(found.key for found in findings_in(text))


def lists_bare_bars(node: Node) -> bool:
    """Whether nothing but conditions that bar patients stands under a block, whatever its words but those of cover."""
    if stated_status(node.block.text) == "covered":
        return False
    items = [] if is_nested(node) else [child.block.text for child in node.children if child.block.kind == "item"]
    return len(items) == len(node.children) and are_bare_bars(node.block.text, items)


def with_bars_ended(nodes: Sequence[Node]) -> list[Node]:
    """`nodes`, a title over bars with its list alone where more is said behind the list than what bars."""
    return [part for node in nodes for part in _ended(node)]


def _ended(node: Node) -> tuple[Node, ...]:
    listed = tuple(takewhile(lambda child: child.block.kind == "item", node.children))
    rest = node.children[len(listed) :]
    if node.block.kind != "heading" or not (listed and rest) or titles_bars(node):
        return (node,)
    return (node.over(listed), *rest) if titles_bars(node.over(listed)) else (node,)


def _without_drug(title: str) -> tuple[str, bool]:
    """A title without the drug at its end or in front ("Denial criteria for Spravato"), and whether it had one."""
    for found in filter(None, (_FOR_A_DRUG.search(title), _OF_A_DRUG.search(title))):
        if is_drug_name(found["drug"]):
            return title[: found.start()] + title[found.end() :], True
    return title, False


_EXCLUSIONS = compiled(r"\W*(?:exclusions?|contraindications?|exclusion criteria)\W*", re.IGNORECASE)
# "Resistant depression: exclusions", "Depression, not approved if".
_BEHIND_A_USE = compiled(
    r"^(?P<use>[^:–—]{3,90}?)(?:\s*[:–—]\s*|\s+-\s+|,\s+|\s+)(?P<bare>(?:exclusions?|contraindications?|"
    r"exclusion criteria"
    r"|(?:reasons|grounds) for (?:denial|refusal)|not (?:approved|covered|authori[sz]ed|payable) (?:if|when|"
    r"where))\W*)$",
    re.IGNORECASE,
)


def _without_use(title: str) -> tuple[str, bool]:
    """A title of grounds for denial without the use that they are of at its end, and whether it had one."""
    for found in _OF_A_USE.finditer(title):
        bare, use = title[: found.start()], title[found.end() :]
        barring = _without_drug(bare)[0]
        if mentions(use) and is_label(use) and (_OF_PATIENTS_TITLE.search(barring) or _EXCLUSIONS.fullmatch(barring)):
            return bare, True
    behind = _BEHIND_A_USE.match(title)
    return (behind["bare"], True) if behind and is_label(behind["use"]) else (title, False)


def label_bars(label: str) -> bool:
    """Whether a row's first cell says that the conditions beside it bar patients ("Not in patients with")."""
    return any(form.match(label) for form in (_NOT_IN_PEOPLE, _OF_PATIENTS_TITLE, _RULES_OUT))


def bars_under(node: Node) -> tuple[tuple[str, Node], ...]:
    """A title over conditions, once for each lead-in under it that names none ("For first requests and renewals:");
    before it, what title and lead-in say of whom they are for. A text that tells both phases itself stands apart.
    """
    leads = [child for child in node.children if child.children and _only_leads_in(child.block.text)]
    if not leads or len(leads) < len(node.children):
        of_both = [child for child in node.children if names_both_phases(child.block.text)]
        rest = node.over([child for child in node.children if child not in of_both])
        apart = ((f"{node.block.text}: {_BOTH_PHASES}", node.over((child,))) for child in of_both)
        return ((node.block.text, rest), *apart) if rest.children else tuple(apart)
    return tuple((f"{node.block.text}: {lead.block.text}", Node(node.block, lead.children)) for lead in leads)


def _only_leads_in(text: str) -> bool:
    return leads_in(text) and not any(named(text.lower())) and not names_use(text)


def as_bars(lead: Node) -> Node:
    """A title over patients it refuses, or over conditions, as the lead-in of a list of exclusions."""
    if under_exclusion(lead.block.text.lower()):
        return lead
    items = tuple(replace(each, block=replace(each.block, kind="item", depth=1)) for each in lead.children)
    return replace(lead, block=replace(lead.block, text="Exclusions:"), children=items)


def barring_item(item: Node, role: Role) -> Node | None:
    """An item of a section of exclusions that is of patients by their condition ("Members with psychosis", "Active
    psychosis") or age, as the list of what bars; None where it is another.
    """
    text = item.block.text
    conditions = set(named(text.lower())) - ALSO_USES
    of_patients = conditions and (_PEOPLE_WITH.match(text) or is_bare_bar(text))
    if role != "exclusions" or item.block.kind != "item" or not (of_patients or _AGE_OR_PLACE.search(text)):
        return None
    return None if names_use(text) or stated_status(text) else as_bars(Node(replace(item.block, text=""), (item,)))


_OF_A_REQUEST = compiled(
    rf"^\W*(?:(?:the|an?|any|no|neither|all) )*(?:{PERSON}|prescriber|provider|psychiatrist|site|setting|dose|trials?|"
    r"antidepressants?|drugs?|observation|given)\b",
    re.IGNORECASE,
)


def _are_patients(node: Node) -> bool:
    """Whether each text under a heading is of patients by their conditions, one of which at least is no use itself."""
    said = [part.block.text for part in walk(node.children)]
    conditions = [set(named(text.lower())) for text in said]
    if all(map(_PEOPLE_WITH.match, said)) and set().union(*conditions) - ALSO_USES:
        return True
    # Beside a condition, the contrary of what is asked for ("the prescriber is not a psychiatrist").
    contrary = [_says_the_contrary(text) for text in said]
    barring = [told or bool(names - ALSO_USES) for told, names in zip(contrary, conditions, strict=True)]
    return any(barring) and all(bars or _is_of_a_request(text) for bars, text in zip(barring, said, strict=True))


def _says_the_contrary(text: str) -> bool:
    """Whether a text under exclusions says of a patient or a site what would have to be otherwise."""
    if _names_the_drug(text):
        return False
    said = clause(text, page=1, phase="initial", topic="exclusion criteria")
    return any(found.key != "exclusion" for found in findings(said))


def _is_of_a_request(text: str) -> bool:
    """Whether a text that no rule reads is of a patient, a prescriber or a trial, and of no use of the drug."""
    return bool(_OF_A_REQUEST.match(text)) and not _names_the_drug(text)


def _names_the_drug(text: str) -> bool:
    return bool(named_products(text) or names_use(text) or stated_status(text) or is_residual(text))


def _are_conditions(node: Node) -> bool:
    """Whether each text under a heading names a condition of a patient, and none a use of the drug; beside one that
    is no use, bipolar disorder and a substance use disorder are conditions too. A line that only names their phase
    counts for nothing, and an age or the home bars likewise.
    """
    parts = [part for part in walk(node.children) if not leads_by_phase(part)]
    said = [part.block.text for part in parts if not UNMET.search(part.block.text)]
    ages = [text for text in said if _AGE_OR_PLACE.search(text)]
    said = [text for text in said if text not in ages]
    conditions = {name for text in said for name in named(text.lower())}
    beside = bool(conditions - ALSO_USES)
    return bool(conditions or ages) and all(
        _is_condition(text) or (beside and _is_disorder_beside(text)) for text in said
    )


def _is_disorder_beside(text: str) -> bool:
    disorders = set(named(text.lower()))
    return bool(disorders) and disorders <= ALSO_USES and "depress" not in text.lower() and not named_products(text)


def _is_condition(text: str) -> bool:
    if _WITH_A_DRUG.search(text):
        return True
    return any(named(text.lower())) and not named_products(text) and not names_use(text)
