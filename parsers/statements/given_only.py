"""Where alone a drug may be given, said among what a payer tells of codes and claims: "only to be given at a facility
that is certified in the REMS".
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.deciding.findings import Requirement, Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.outline import Node
from parsers.sections.section_scopes import Scope

_GIVEN = r"(?:given|administered|dispensed|used|provided|furnished|infused|taken)"
_DRUG = r"(?:spravato|esketamine|it|the (?:drug|spray|product|medication|medicine))(?: nasal spray)?(?: \([^()]*\))?"
_SITE = r"(?:facilit(?:y|ies)|sites?|settings?|providers?|clinics?|offices?|practices?|pharmac(?:y|ies)|locations?)"
# What the label and its program ask for is told by the way.
_OF_THE_LABEL = (
    r"(?!.*\b(?:label\w*|FDA|insert|prescribing information|manufacturer|because|due to|claims?|bill\w*|cod(?:e|es))\b)"
)
_MUST = r"(?:must|shall|ha(?:s|ve) to|needs? to)"
_ONLY_SO = compiled(
    rf"^{_OF_THE_LABEL}(?=.*\bREMS\b).*?(?:"
    rf"\b{_DRUG} (?:(?:is|are|may|can|must|shall|has|only|to|be|and|or)\b ?){{1,6}}(?:{_GIVEN}(?:,? (?:and|or) )?)+"
    r"(?: only)? (?:at|in|by|from|through|to)\b"
    rf"|\bonly (?:\w+ )?{_SITE} [^.;]{{0,80}}\b(?:may|can|are allowed to|shall) "
    r"(?:give|administer|dispense|use|provide)\b"
    rf"|^\W*(?:the |all |each |every |treating |rendering |administering )*{_SITE} {_MUST} be "
    r"(?:\w+ )?(?:certified|enrolled|registered)\b)",
    re.IGNORECASE,
)
_BINDS = compiled(r"\b(?:only|must|shall|ha(?:s|ve) to|needs? to)\b|\bis to be\b", re.IGNORECASE)


def note_given_only(found: Statements, node: Node, scope: Scope) -> None:
    """Note that the drug is given at certified sites alone, which no patient elsewhere meets."""
    if scope.role not in ("coding", "other") or not _ONLY_SO.may_match(node.block.text):
        return
    for sentence in sentences(node.block.text):
        products = named_products(sentence) or scope.products
        if products and _BINDS.search(sentence) and _ONLY_SO.search(sentence):
            said = Node(replace(node.block, text=sentence))
            found.requirements.append(Requirement(products, (), None, said, listed=False, implies="nothing"))
