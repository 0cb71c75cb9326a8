"""Papers without which no request is read, asked for where a payer tells how to send one."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.deciding.findings import Requirement, Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.outline import Node
from parsers.sections.section_scopes import Scope

_LETTER = r"(?:(?:letters?|forms?|statements?) of attestation|attestation (?:letters?|forms?|statements?))\b"
# e.g. "Fill in the letter of attestation and attach it", "the provider completes the attestation form", "an attestation
# form must go with each request"
_ASKED_FOR = compiled(
    r"^(?!.*\b(?:if|unless|may|can|optional\w*|no longer|not|only (?:for|when)|renewals?|continu\w+)\b).*"
    r"(?:\b(?:fills? (?:in|out)|(?:complete|include|submit|send|sign|enclose|upload)s?|(?:attach|fax)(?:es)?)\b"
    rf"[^.;]{{0,60}}\b{_LETTER}|\b{_LETTER}[^.;]{{0,30}}\b(?:is|are|must|has to|have to)\b[^.;]{{0,20}}"
    r"\b(?:required|needed|attached|included|submitted|sent|enclosed|signed|completed|go|accompany|come)\b)",
    re.IGNORECASE,
)


def note_papers(found: Statements, node: Node, scope: Scope) -> None:
    """Note an attestation that every request for the drug must bring, said in a section on how to ask for it."""
    if scope.role != "other" or not _ASKED_FOR.may_match(node.block.text):
        return
    for sentence in filter(_ASKED_FOR.search, sentences(node.block.text)):
        if products := named_products(sentence) or scope.products:
            said = Node(replace(node.block, text=sentence))
            asked = Requirement(products, (), None, said, listed=False, implies="nothing", amounts=True)
            found.requirements.append(asked)
