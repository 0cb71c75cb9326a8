"""Rows that open with a billing code: what is answered beside it is of the drug and use that it is billed for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.bare_statuses import bare_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.indications import mentions

_CODES = compiled(r"^\W*(?:(?:HCPCS|CPT|billing|procedure|J|drug)[ /-]*)*(?:HCPCS|CPT|codes?|NDC)\W*$", re.IGNORECASE)
_ANSWERS = compiled(r"^\W*(?:covered|coverage|payable|paid|status|benefit|reimbursable)\W*$", re.IGNORECASE)
_YES_OR_NO = compiled(r"^\W*(?:yes|no|y|n)\W*$", re.IGNORECASE)


def without_codes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with rows of a code, then our drug for a use, then an answer, without the code's column."""
    return tuple(
        replace(block, cells=block.cells[1:], header=block.header[1:]) if _answers_beside_a_code(block) else block
        for block in blocks
    )


def _answers_beside_a_code(row: Block) -> bool:
    if len(row.cells) != len(row.header) or not row.header or not _CODES.match(row.header[0]):
        return False
    named = named_products(row.cells[1]) and mentions(row.cells[1]) if len(row.cells) > 1 else ()
    beside = zip(row.header[2:], row.cells[2:], strict=True)
    answers = (bare_status(cell) or (_ANSWERS.match(title) and _YES_OR_NO.match(cell)) for title, cell in beside)
    return bool(named) and any(answers)
