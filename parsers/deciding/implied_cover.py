"""Whether what asks for something also shows that its uses are covered."""

from __future__ import annotations

import re
from typing import Literal

from parsers.amounts.listed_lengths import gives_length, opens_with_length
from parsers.answering.unanswering_wording import NO_ANSWER
from parsers.criteria.of_payers import lists_demands
from parsers.criteria.vocabulary import PERSON
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.lists.node_words import titled, titles_over, unlabelled, words_of
from parsers.outline import Node
from parsers.phases.phase_titles import labels_renewal
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.sections.section_scopes import Scope
from parsers.uses.denied_uses import ON_TERMS
from parsers.uses.scopes import is_label

_APPROVES = compiled(
    r"\bapprov\w+|\b(?:pre)?authori[sz]\w+|\bcovered|\brenew\w*|\bextensions?\b|\bprolong\w+|\bre-?certif\w+"
    r"|\b(?:extended|prolonged|lengthened),? (?:for|by)\b"
    r"|\b(?:extend|prolong|lengthen) (?:it|them|this)\b|^\W*extend: "
    r"|\bextend (?:(?:for|by) )?(?:up to )?(?:an? |another )?[\w-]+ (?:days|weeks|months?|years?)\b|\bwe keep (?:it|"
    r"the door) "
    r"open\b"
    r"|\badd (?:another )?[\w-]+ (?:more|further|additional) (?:weeks|months|years)\b"
    r"|\b(?:more|further|additional) (?:weeks|months|years) (?:is|are|will be|may be) (?:given|granted|allowed)\b",
    re.IGNORECASE,
)
# "Prior authorization is recommended", "authorization number: …" approve nothing.
_ASKED_FOR = any_of(
    r"\b(?:prior|pre-?)[- ]?(?:authori[sz]ation|approval)s?\b"
    r"(?: (?:is|are) (?:recommended|suggested|advised|not (?:applicable|possible|available|offered)))"
    r"|\bauthori[sz]ation (?:number|fax|phone|line)\b|\bauthori[sz]ation was not\b"
    r"|\b(?:that|which) (?:is|are) not (?:covered|approved|authori[sz]ed)\b"
    r"|^\W*what (?:is|are) (?:covered|approved)\b(?! (?:when|if|for)\b)"
    # The label's approval, which is no payer's.
    r"|\bFDA[- ]approv\w+|\bapproved by the (?:US )?(?:FDA|Food and Drug)",
    flags=re.IGNORECASE,
)
_TITLES_CRITERIA = compiled(
    r"\b(?:approval|coverage|authori[sz]ation|clinical|medical necessity) criteria\W*$"
    r"|\b(?:criteria|conditions|requirements) (?:for|of) (?:coverage|approval|(?:prior )?authori[sz]ation|payment)\W*$"
    # "Indication-specific requirements", and none that a study, a diagnosis or a bill has.
    r"|^\W*(?:(?!diagnostic|inclusion|exclusion|denial|refusal|rejection|study|trial|search|selection|billing|coding|documentation|reporting|"
    r"submission|network|technical|claim)[\w/-]+ ){0,3}(?:criteria|requirements)\W*$"
    # What every use is asked for, over the sections of each.
    r"|^\W*(?:required|needed|asked|requirements?|criteria|conditions|rules)\b[^:]{0,12} (?:for|of|in|on) "
    r"(?:both|all|every|each|either|any)\b[^:]{0,40}$"
    r"|^\W*(?:general|common|shared|universal|basic) (?:criteria|requirements|conditions)\W*$"
    # "Additional criterion: resistant depression".
    r"|^\W*(?:(?:additional|further|specific|extra|special|own|other|coverage|approval)\s+)+"
    r"(?:criteri(?:a|on)|requirements?)\s*(?::|–|-|—|for\b|in\b|specific to\b)",
    re.IGNORECASE,
)
# What somebody must show is asked of a use that is covered.
DEMANDS = compiled(
    r"\b(?:must|shall|requires?|required|will (?:now |also |still )?need|needs? (?:to|an?|two|three|\d)|asks for|"
    r"asks one)\b|\bwe (?:(?:do|also|still) )*(?:insist (?:on|that)|look for|want) (?:an?|the|each|both|every|that)\b"
    rf"|^\W*(?:in addition[^,;]{{0,60}}, )?(?:the |a )?{PERSON}(?:, [^,.;]{{3,80}},)? "
    r"(?:has|have|is|takes?|must|shows?|scores)\b",
    re.IGNORECASE,
)
Implies = Literal["cover", "cover_if_read", "nothing"]


def implied_cover(scope: Scope, node: Node, *, listed: bool) -> Implies:
    """Whether what may be criteria also shows that its uses are covered, at once or only when criteria are read."""
    if _approves(scope, node, listed=listed):
        return "cover"
    may_cover = _demands_of_known_use(scope, node, listed=listed) or _is_of_cover(scope, node) or _renews(scope, node)
    return "cover_if_read" if may_cover else "nothing"


def _approves(scope: Scope, node: Node, *, listed: bool) -> bool:
    """Whether it leads in a list, grants in so many words or gives the length of an approval for a use."""
    text = node.block.text
    # Under the run-in title of a use, what is said there counts too; a record's line has its own title beside it.
    leads_in = is_label(text) or heading_role(text) == "limits"
    words = f"{text} {titled(node)}" if leads_in and len(node.block.cells) == 1 else text
    grants = bool(_APPROVES.search(_ASKED_FOR.sub("", words))) and not NO_ANSWER.stands_in(text)
    of_phase = scope.phase is not None and opens_with_length(node)
    of_use = scope.role == "limits" and bool(scope.indications) and (of_phase or gives_length(node.block))
    return (listed and bool(node.children) and bool(text)) or grants or of_use


def _demands_of_known_use(scope: Scope, node: Node, *, listed: bool) -> bool:
    """Whether it asks for something among criteria, of uses that were named or of what is renewed."""
    known = bool(scope.indications) or (listed and scope.phase == "renewal")
    if not known or scope.role not in CRITERIA_ROLES:
        return False
    text, said_of_it = node.block.text, unlabelled(node.block.text)
    demands = (listed and (node.children or node.block.kind == "item")) or DEMANDS.search(said_of_it)
    # "Resistant depression: age 18 or older; a psychiatrist prescribes" needs no verb of demanding.
    return bool(demands) or (said_of_it != text and lists_demands(said_of_it))


def _is_of_cover(scope: Scope, node: Node) -> bool:
    """Whether it stands where criteria of cover do: under cover, in a section of a phase or under their title."""
    covered = scope.status == "covered" or scope.role in ("initial", "renewal")
    return covered or any(map(_TITLES_CRITERIA.search, titles_over(node)))


def _renews(scope: Scope, node: Node) -> bool:
    """Whether it tells on what terms an approval is renewed."""
    if scope.phase != "renewal":
        return False
    # "After that, a year at a time as long as …", in a section of lengths.
    on_terms = scope.role == "limits" and bool(ON_TERMS.search(words_of(node)))
    return on_terms or labels_renewal(node.block.text)
