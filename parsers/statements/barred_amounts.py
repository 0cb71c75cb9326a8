"""Limits among what bars patients: "Claim exceeds the dosing limit:", under a title of denials, stands over amounts."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.amounts.staged_amounts import by_stage
from parsers.criteria.families import findings_in
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.phases.stage_wording import LATER_STAGE
from parsers.sections.headings import BOLD_DEPTH
from parsers.statements.block_scopes import is_labelled_limit

# "Claim exceeds the maximum dosing limit:", "Requests above any of these limits:", "More than the quantity limit".
_EXCEEDS_LIMITS = compiled(
    r"\b(?:exceed(?:s|ed|ing)?|(?:in )?excess of|(?:more|greater|higher|larger) than|over|above|beyond|outside(?: of)?)"
    r" (?:[\w-]+ ){0,5}?(?:limits?|limitations?|maxim(?:um|a)|amounts?|quantit(?:y|ies)|following|these)"
    r"\b[^.;:\d]{0,40}:?\W*$",
    re.IGNORECASE,
)
_OF_THE_DRUG = compiled(
    r"\b(?:claims?|requests?|prescriptions?|orders?|dos(?:e|es|age|ing)|quantit(?:y|ies)|sessions?|frequency|"
    r"supply|units)\b",
    re.IGNORECASE,
)
_NOTES = compiled(r"^\W*(?:notes?|(?:quantity|dosing|supply) limits?|limits?|quantity|supply)\b\W*$", re.IGNORECASE)
_TITLE = "Dosing limits"
_LONGEST_SUPPLY = 200
_AMOUNT = frozenset({"quantity_limit", "dose_max_mg", "frequency_max_per_week"})


def apart_from_limits(title: Node) -> tuple[Node, tuple[Node, ...]]:
    """A title over what bars patients without the limits under it, and these as sections of their own."""
    limits = {place: limit for place, child in enumerate(title.children) if (limit := _limit(child)) is not None}
    bars = (child for place, child in enumerate(title.children) if place not in limits)
    return title.over(tuple(bars)), tuple(limits.values())


def apart_from_amounts(title: Node) -> tuple[Node, tuple[Node, ...]]:
    """A title of exclusions without the items under it that tell an amount which a claim exceeds, and these."""
    bars: list[Node] = []
    amounts: list[Node] = []
    for child in title.children:
        if (told := _amount(child)) is not None:
            amounts.append(told)
        elif _titles_notes(child):
            amounts += (_section(part) for part in child.children if _is_supply(part.block))
            bars.append(child.over(tuple(part for part in child.children if not _is_supply(part.block))))
        elif _is_supply(child.block):
            amounts.append(_section(child))
        else:
            bars.append(child)
    return title.over(tuple(bars)), tuple(amounts)


def _titles_notes(part: Node) -> bool:
    """Whether a line in a section of exclusions titles notes or limits, which are of what is covered."""
    return bool(part.children) and bool(_NOTES.match(part.block.text))


def _is_supply(block: Block) -> bool:
    """Whether a block of a section of exclusions only tells how much of the drug is given in a time."""
    said = " ".join(block.cells) if block.cells else block.text
    keys = {finding.key for finding in findings_in(said)}
    return block.kind != "heading" and keys == {"quantity_limit"} and len(said) < _LONGEST_SUPPLY


def _section(part: Node) -> Node:
    heading = replace(part.block, kind="heading", text=_TITLE, depth=BOLD_DEPTH, marker="", cells=(), header=())
    return Node(heading, (part,))


def _amount(part: Node) -> Node | None:
    """What an item tells behind its colon ("Claim exceeds the limit: 24 devices in 28 days …"), as a section of limits;
    None where it tells no amount so.
    """
    label, _, amount = part.block.text.partition(":")
    limits = _EXCEEDS_LIMITS.search(label) and _OF_THE_DRUG.search(label) and not part.children
    told = by_stage(amount.strip()) or (amount,)
    if not limits or not {finding.key for part in told for finding in findings_in(part)} & _AMOUNT:
        return None
    section = replace(part.block, kind="heading", text=_TITLE, depth=BOLD_DEPTH, marker="")
    said = _of_its_phase(amount.strip(), label)
    return Node(section, (Node(replace(part.block, kind="paragraph", text=said, marker="")),))


def _of_its_phase(amount: str, label: str) -> str:
    """An amount marked as of the requests its label speaks of ("Claim exceeds the limit on a first request: …")."""
    phase = read_phase(label)
    return amount if phase is None else glossed(amount, "initial sessions" if phase == "initial" else LATER_STAGE)


def _limit(part: Node) -> Node | None:
    """A part of a list of bars as the limits that it tells; None where it tells what bars."""
    if is_labelled_limit(part):
        return part
    if (told := _amount(part)) is not None:
        return told
    text = part.block.text
    if not (part.children and _EXCEEDS_LIMITS.search(text) and _OF_THE_DRUG.search(text)):
        return None
    return replace(part, block=replace(part.block, kind="heading", text=_TITLE, depth=BOLD_DEPTH))
