"""Items that speak of renewal in a list for first approval."""

from __future__ import annotations

import re

from parsers.answering.answers import stated_status
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.staged_items import by_phase_told
from parsers.models import Block, Indication
from parsers.outline import Node
from parsers.phases.later_checks import is_later_check
from parsers.phases.phases import names_both_phases, read_phase
from parsers.phases.stage_wording import gives_later_amount
from parsers.uses.scopes import required_indications

Uses = tuple[Indication, ...]
_OF_RENEWAL = compiled(
    r"\b(?:renewals?|re-?authori[sz]ations?|"
    r"(?:subsequent|later|further|following|next) (?:approvals?|authori[sz]ations?|requests?|coverage)|"
    r"continuation (?:requests?|of (?:therapy|treatment))|re-?approvals?|re-?certifications?"
    r"|continu(?:ed|ing) (?:authori[sz]ations?|approvals?|coverage))\b"
    r"|\b(?:approvals?|authori[sz]ations?|requests?) (?:after (?:that|this|it)|thereafter|that follow)\b"
    r"|\b(?:is|are|be) (?:renewed|reauthori[sz]ed|extended,? (?:for|by))\b"
    r"|^\W*(?:an?|the|each) (?:second|further|next|repeat|later) (?:courses?|series|cycle|approval|authori[sz]ation)\b"
    # "After that, approvals of 12 months may be had if the patient responded."
    r"|^\W*(?:after (?:that|this)|thereafter|from then on),? (?:approvals?|authori[sz]ations?) (?:of|for)\b"
    # "Continuation: 12 months, upon improvement of the score".
    # "Resistant depression, continuation: 12 devices in 28 days, for 12 months".
    r"|^\W*(?:[^.;:,()]{2,60}(?:,| \(| [–—-]) ?)?(?:continuation|continuing|continued (?:use|therapy|treatment)|"
    r"extensions?)\)?(?: [a-z]+| (?:in|of|for) [^.;:,]{2,50})?(?::| [–—-]) [^.;:]{0,50}?"
    r"\b(?:days|weeks|months?|years?)\b"
    # "For continuation after that, the score must have improved."
    r"|^\W*(?:for|on|before|to get|upon) (?:any |each |every )?continuation\b",
    re.IGNORECASE,
)
# "A score, which will be compared at renewal" is asked for at first.
_RELATIVE = compiled(r"(?<!after),? (?:which|that) (?:will|is|are|can|may|shall)\b[^,;.]*", re.IGNORECASE)


def without_renewals(node: Node, uses: Uses = ()) -> tuple[Node, tuple[tuple[Node, Uses], ...]]:
    """`node` without items that speak of renewal in a list for first approval, and those items.

    Each comes with the uses that the items above it are titled by: () where none is.
    """
    kept: list[Node] = []
    renewals: list[tuple[Node, Uses]] = []
    for child in by_phase_told(node.children):
        if _is_of_renewal(child):
            renewals.append((child, uses))
        else:
            own = required_indications(child.block.text) if child.children else ()
            left, found = without_renewals(child, own or uses)
            kept.append(left)
            renewals += found
    return node.over(kept), tuple(renewals)


def _is_of_renewal(item: Node) -> bool:
    """Whether an item is of a later approval, by its topic, its answer or the sentence that titles its own items."""
    text = item.block.text
    said = _RELATIVE.sub("", text)
    if _OF_RENEWAL.search(said) or is_later_check(said) or gives_later_amount(said) or _covers_renewal(item.block):
        return True
    told = sentences(text)
    # What an item of several sentences says in passing ("in repeated courses …") is no title of it.
    titled = bool(item.children) and "renewal" in {read_phase(one) for one in (*told[:1], *told[-1:])}
    return titled and not names_both_phases(text)


def _covers_renewal(block: Block) -> bool:
    """Whether a paragraph in the list covers a later approval itself ("A further course is covered if …")."""
    return block.kind == "paragraph" and any(
        stated_status(told) == "covered" and read_phase(told) == "renewal" for told in sentences(block.text)
    )
