"""Paragraphs that open with the title of a use and its phase, a dash or a colon behind it and then a sentence.

"Renewal, resistant depression – the patient is better." is of that use and phase, as it would be with a full stop.
Where no other paragraph has such a title, an answer behind it ("Renewal, resistant depression. Approved when the
patient is better.") is of that phase as it would be with a colon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.vocabulary import PERSON
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.titled_sentences import is_title_of_phase

_TITLED = compiled(
    r"^(?P<title>[A-Z][^.;:–—]{5,110}?)(?:\s+[–—-]|:)\s+"
    rf"(?P<said>(?:(?:the|an?|each|every|any) )?(?:{PERSON}|prescribers?|providers?|physicians?|clinicians?|"
    r"psychiatrists?|scores?|symptoms?|depression|improvement|documentation|records?|notes?) [^:]*\.\W*)$",
)


def with_titles_stopped(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a full stop behind each such title; and what is printed for each."""
    told = tuple(_stopped(block) if block.kind == "paragraph" else block for block in blocks)
    pairs = zip(told, blocks, strict=True)
    return told, {new.text: old.text for new, old in pairs if new is not old}


def _stopped(block: Block) -> Block:
    found = _TITLED.match(block.text)
    if not found or not is_title_of_phase(found["title"]) or leads_in(block.text):
        return block
    said = found["said"]
    return replace(block, text=f"{found['title']}. {said[:1].upper()}{said[1:]}")


# "Renewal, resistant depression. May be approved if …": an answer that names nothing but what it hangs on.
_ANSWERED = compiled(
    r"^(?P<title>[A-Z][^.:;]{5,110})\.\s+(?P<said>(?:(?:it|this|spravato|esketamine|(?:the )?(?:drug|spray|request))"
    r"\s+)?(?:(?:may|can|will|is|are|shall)\s+)?(?:be\s+)?(?:approved?|covered|renewed|authori[sz]ed|granted|"
    r"continued|allowed|certified|extended)\b[^.;:]{0,60}?\b(?:if|when|where|once|while|provided|as long as)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)


def with_renewals_led(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a colon between the title of a renewal and its answer; and what is printed for each."""
    told = tuple(_led(block) if block.kind == "paragraph" else block for block in blocks)
    pairs = zip(told, blocks, strict=True)
    return told, {new.text: old.text for new, old in pairs if new is not old}


def _led(block: Block) -> Block:
    found = _ANSWERED.match(block.text)
    if not found or read_phase(found["title"]) != "renewal" or not is_title_of_phase(f"{found['title']}."):
        return block
    return replace(block, text=f"{found['title']}: {found['said'][:1].lower()}{found['said'][1:]}")
