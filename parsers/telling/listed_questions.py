"""Questions that lead in a list ("Does the chart show any of these? a. An aneurysm b. Pregnancy")."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.models import Block

_ANY = compiled(r"\b(?:any|either|one) of (?:the following|these|those|the conditions|the below)\b", re.IGNORECASE)


def is_below(item: Block, question: Block) -> bool:
    """Whether an item stands in the list of a question whether any of it holds; another asks for each by itself."""
    # In the cell of a table the bullets may stand flush with the number of the question, which may be a heading there.
    deeper = item.depth > question.depth or bool(question.marker and not item.marker)
    titled = question.kind == "heading" and not item.marker
    listed = item.kind == "item" and ((question.kind == "item" and deeper) or titled)
    return listed and bool(_ANY.search(question.text))


def with_item(text: str, item: str) -> str:
    """A question with one more item of its list: "Any of these: an aneurysm; pregnancy?"."""
    asked = text.rstrip(" ?:")
    return f"{asked}{'; ' if ':' in asked else ': '}{item.rstrip(' ;,.')}?"
