"""What a payer makes a condition of payment in a section that tells something else ("To be paid, the site must …")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile

from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.sections.section_roles import Role

_TELLS_SOMETHING_ELSE: frozenset[Role] = frozenset({"background", "boilerplate", "other", "coding"})
_PAID = r"(?:paid(?: for)?|covered|reimbursed|payable|reimbursable)"
_PAYMENT = r"(?:payment|coverage|cover|reimbursement)"
_TO_BE_PAID = compiled(
    rf"^\W*(?:(?:in order )?to (?:be {_PAID}|(?:receive|obtain|get|qualify for) {_PAYMENT})"
    rf"|(?:for|as a condition (?:of|for)) {_PAYMENT}|before {_PAYMENT} (?:is|can be) made"
    rf"|{_PAYMENT} (?:requires|depends on|is (?:made |given |available )?only)"
    rf"|(?:it|the drug|spravato) is {_PAID} only)\b",
)
_DEMANDS = compiled(r"\b(?:must|shall|is required|are required|has to|have to|needs? to)\b")


def paid_when(block: Block, role: Role) -> Iterator[Block]:
    """The sentences of a paragraph that say what payment depends on, with the demands of the same kind behind them."""
    if role not in _TELLS_SOMETHING_ELSE or block.kind not in ("paragraph", "item"):
        return
    asking = [said for said in sentences(block.text) if _TO_BE_PAID.search(said.lower()) or _DEMANDS.search(said)]
    for said in dropwhile(lambda said: not _TO_BE_PAID.search(said.lower()), asking):
        if any(found.key not in ROOT_KEYS for found in findings_in(said)):
            yield replace(block, text=said)
