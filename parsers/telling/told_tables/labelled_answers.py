"""Lines and terms that answer behind a colon: "Chronic pain: the plan pays", "Pay: anesthesia", a term and its meaning.

One side is a drug of ours or uses, the other a short answer; the drug may be that of the title above. Lines whose
answer is a sentence, or asks for something, are left to those who read sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.answering.short_answers import short_answer
from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.telling.told_tables.entries import Entry, drug_and_uses, name_over, uses_named
from parsers.uses.indications import PATIENT_CONDITIONS, named_indications
from parsers.uses.use_titles import status_of_uses

_KINDS = ("item", "paragraph")
_LABELLED = compiled(r"(?P<label>[^:.?]{2,120}?):\s+(?P<said>\S.{0,200})")
# "Spravato: cost-shared for labeled indications".
_ANSWERED_FOR = compiled(r"(?P<answer>[^.;:]{3,60}?) (?:for|in) (?P<uses>[^.;:]{3,80})\.?")
_IN_A_ROW = compiled(r"\w\. \w")
_LONGEST = 260
_FEWEST = 2


def with_answers_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a sentence for each such line or pair of ours, and what is printed of each."""
    found = {place: entries for place, block in enumerate(blocks) if (entries := _entries(block, place, blocks))}
    if not found or not _is_a_list(blocks, found):
        return tuple(blocks), {}
    restated: dict[str, str] = {}
    read: list[Block] = []
    for place, block in enumerate(blocks):
        if place not in found:
            read += [] if place + 1 in found and block.kind == "term" else [block]
            continue
        printed = f"{blocks[place - 1].text} {block.text}" if block.kind == "definition" else block.text
        for said in (sentence for entry in found[place] for sentence in entry.sentences()):
            restated[said] = printed
            read.append(replace(block, kind="paragraph", text=said, depth=0, marker=""))
    return tuple(read), restated


def _is_a_list(blocks: Sequence[Block], found: dict[int, list[Entry]]) -> bool:
    """Whether there are pairs of term and meaning, or several lines one of which is read nowhere else."""
    terms = [blocks[place - 1].text for place in found if blocks[place].kind == "definition"]
    if any(status_of_uses(term) is None for term in terms):
        return True
    return len(found) >= _FEWEST and any(_is_unread(_pair(blocks[place], place, blocks)) for place in found)


def _is_unread(pair: tuple[str, str]) -> bool:
    """Whether neither side is an answer in the words that are read everywhere, or one is two answers in a row."""
    if _IN_A_ROW.search(pair[1]) and short_answer(pair[1]):
        # "Not approved. Not a benefit.": the second would be said of the drug as such.
        return True
    return not any(bare_status(side) for side in pair) and stated_status(": ".join(pair)) is None


def _pair(block: Block, place: int, blocks: Sequence[Block]) -> tuple[str, str]:
    if block.kind == "definition":
        after = blocks[place + 1].kind if place + 1 < len(blocks) else ""
        alone = blocks[place - 1].kind == "term" and after != "definition"
        return (blocks[place - 1].text, block.text) if alone else ("", "")
    line = _LABELLED.fullmatch(block.text) if block.kind in _KINDS and len(block.text) <= _LONGEST else None
    return (line["label"], line["said"]) if line else ("", "")


def _entries(block: Block, place: int, blocks: Sequence[Block]) -> list[Entry]:
    """The entries of a line or a pair of term and meaning; [] where it says anything else."""
    label, said = _pair(block, place, blocks)
    if not label or read_phase(label):
        return []
    entries = _answered(label, said, block, blocks) or _answered(said, label, block, blocks)
    # Asked last: few lines are such a pair.
    return [] if entries and any(findings_in(said)) else entries


def _answered(named: str, answered: str, block: Block, blocks: Sequence[Block]) -> list[Entry]:
    """What a short answer says of a drug of ours or of uses under its title."""
    behind = _ANSWERED_FOR.fullmatch(answered)
    if behind and (drug := drug_and_uses(named)) and (of_drug := uses_named(behind["uses"])):
        told = short_answer(behind["answer"])
        return [Entry(drug[0], of_drug, told)] if told else []
    if names_use(answered) and drug_and_uses(named):
        # "Ketamine: no authorization for anesthesia; not covered for pain": clauses of a use each, and no one answer.
        return []
    answer = short_answer(answered)
    if answer is None or (answer.status == "excluded" and set(named_indications(named)) <= PATIENT_CONDITIONS):
        # "Excluded: bipolar disorder" may be whom it is not for; of a drug nothing is ruled out.
        answer = answer if answer and drug_and_uses(named) else None
    if answer is None:
        return []
    if whom := drug_and_uses(named):
        return [Entry(*whom, answer)]
    uses = uses_named(named)
    over = name_over(block, blocks) if uses else ""
    return [Entry(over, uses, answer)] if over else []
