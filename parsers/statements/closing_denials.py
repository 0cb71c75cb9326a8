"""Lead-ins that close with the denial of all other uses ("… when all are met; any other use is unproven:")."""

from __future__ import annotations

from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.deciding.findings import Statements
from parsers.language.sentence_parts import by_answer
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.sections.section_scopes import Scope
from parsers.statements.paragraphs import read_paragraph


def without_rest(found: Statements, block: Block, scope: Scope, above: Scope) -> Block:
    """A lead-in without the denial of all other uses that it closes with, which is read apart from its list."""
    first, *rest = by_answer(block.text) if len(sentences(block.text)) == 1 else (block.text,)
    if stated_status(first) != "covered":
        return block
    for said in rest:
        read_paragraph(found, replace(block, text=said), scope, above)
    return replace(block, text=first)
