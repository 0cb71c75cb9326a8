"""What is said of "such requests": of those for the use that the sentence or the paragraph before names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.deciding.findings import Statements
from parsers.deciding.paragraph_wording import SAME_USE
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.referred_items import refers_to_items
from parsers.models import Block
from parsers.outline import Node
from parsers.sections.section_scopes import Scope
from parsers.statements.paragraphs import read_opening
from parsers.uses.scopes import positive_indications

# "Such requests will be approved for 4 weeks", "Approval in such cases is for 4 weeks".
_OF_SUCH = compiled(
    r"^\W*(?:(?:\w+ ){1,3}(?:in|of|for|under) |(?:in|for) )?such (?:an? )?(?:request|case|use|approval|"
    r"authori[sz]ation|member|patient|circumstance|situation)s?\b",
    re.IGNORECASE,
)


def of_such_requests(nodes: Sequence[Node], place: int, ambient: Scope) -> Scope | None:
    """The scope of a paragraph on "such requests": that of the use which the paragraph before it names last."""
    before = nodes[place - 1].block if place else None
    if before is None or before.kind != "paragraph" or not _OF_SUCH.match(nodes[place].block.text):
        return None
    uses = positive_indications(sentences(before.text)[-1])
    return replace(ambient, indications=uses) if uses else None


def read_behind_lead(found: Statements, behind: Block, leading: str, inner: Scope, scope: Scope) -> bool:
    """Read what stands behind the sentence that leads a list in, where it is of the use which that names.

    "… for the other use when items 1 and 2 are met. These requests are approved for 4 weeks."
    """
    uses = positive_indications(leading)
    goes_on = SAME_USE.search(behind.text) or _OF_SUCH.match(behind.text) or refers_to_items(leading)
    if not uses or not goes_on:
        return False
    read_opening(found, behind, replace(inner, indications=uses), scope)
    return True
