"""A class of drugs that a policy names ours in once: "an anesthetic (for example, ketamine)", then "an anesthetic"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.drugs.names import named_products
from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.models import Block

_KIND = (
    r"(?:an(?:a)?esthetics?|NMDA[- ](?:receptor )?(?:antagonists?|blockers?)|dissociatives?)(?: (?:agents?|drugs?))?"
)
# The class with ours in brackets among its examples.
_NAMES_OURS = compiled(rf"\b(?P<kind>{_KIND}) \([^()]*\bketamine\b[^()]*\)", re.IGNORECASE)
_AS_ANESTHESIA = compiled(r"\b(?:an(?:a)?esthesia|as an? an(?:a)?esthetic|local an(?:a)?esthetics?)\b", re.IGNORECASE)


def with_class_named(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with ours in brackets behind its class where an answer names the class alone."""
    named = next(filter(None, (_NAMES_OURS.search(block.text) for block in blocks)), None)
    if named is None:
        return tuple(blocks)
    kind = named["kind"].lower().rstrip("s")
    return tuple(_with_ours(block, kind) for block in blocks)


def _with_ours(block: Block, kind: str) -> Block:
    """A paragraph or item that answers for the class and names no drug, with ours in brackets behind the class."""
    place = block.text.lower().find(kind)
    if block.kind not in ("paragraph", "item") or place < 0 or named_products(block.text):
        return block
    if stated_status(block.text) is None or _AS_ANESTHESIA.search(block.text):
        return block
    end = place + len(kind) + (block.text[place + len(kind) :][:1] == "s")
    return replace(block, text=f"{block.text[:end]}{gloss('ketamine')}{block.text[end:]}")
