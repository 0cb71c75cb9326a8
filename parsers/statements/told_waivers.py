"""What a payer says that its policy does not ask for, in a section that explains it."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.deciding.findings import Requirement, Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Indication
from parsers.outline import Node
from parsers.sections.section_scopes import Scope
from parsers.uses.indications import FORMS_OF_MDD, named_indications

# e.g. "The policy therefore does not ask for an oral antidepressant in that condition"
_NOT_ASKED = compiled(
    r"\b(?:polic(?:y|ies)|criteria|plan|program|we)\b[^.;]{0,20}\b(?:do(?:es)? not|no longer) (?:asks? for|requires?|"
    r"call for|demand)\b",
    re.IGNORECASE,
)


def note_waived(found: Statements, node: Node, scope: Scope) -> None:
    """Note an oral antidepressant that the policy does not ask for, in the use that the words before it name last."""
    if scope.role not in ("definitions", "background") or not _NOT_ASKED.search(node.block.text):
        return
    uses: tuple[Indication, ...] = ()
    for sentence in sentences(node.block.text):
        uses = tuple(use for use in named_indications(sentence) if use in FORMS_OF_MDD) or uses
        products = named_products(sentence) or scope.products
        told = {(one.key, one.value) for one in findings_in(sentence)} if _NOT_ASKED.search(sentence) else set()
        if told == {("oral_ad", "not_required")} and uses and products:
            asked = Node(replace(node.block, kind="paragraph", text=sentence))
            found.requirements.append(Requirement(products, uses, None, asked, listed=False, implies="nothing"))
