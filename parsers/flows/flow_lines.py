"""The lines of a flow: questions with their numbers, or counted where they have none, and steps that approve."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.flows.flow_answers import ANSWER, GO_TO
from parsers.flows.flow_wording import decides_in_if, with_answers_apart
from parsers.language.patterns import compiled
from parsers.models import Block

_NUMBERED = compiled(
    r"^\W*(?:(?i:step|question)\s*#?\s*)?(?P<number>\d{1,2})\s*[.):]?\s*\|?\s*(?P<rest>\D.*\?.*)$", re.DOTALL
)
# "12. Has the patient failed any of these:", whose mark stands behind its list or nowhere.
_LEADS = compiled(
    r"^\W*(?:(?:step|question)\s*#?\s*)?(?P<number>\d{1,2})\s*[.):]?\s*\|?\s*"
    r"(?P<rest>(?:is|are|was|were|has|have|had|does|do|did|will|would|can)\b[^?]*:)\s*$",
    re.IGNORECASE,
)
_APPROVAL = compiled(
    r"^\W*(?:(?i:step|question)\s*#?\s*)?(?P<number>\d{1,2})\s*[.):]?\s*\|?\s*(?P<rest>(?i:approve)\b[^?]*)$", re.DOTALL
)
# An answer in the list below its question, whatever comes of it.
_IS_ANSWER = compiled(
    r"^\W*(?:if )?(?:yes|no|initial|renewal|continuation|stop|den(?:y|ied)|approved?)\b", re.IGNORECASE
)


def question_text(block: Block) -> tuple[int, str] | None:
    """A numbered question of a flow with its number; None for any other block."""
    # A question over its answers in the cell of a table is a heading there.
    titles_list = block.kind == "heading" and bool(block.marker or len(block.cells) > 1)
    if not (titles_list or block.kind in ("row", "item", "paragraph")):
        return None
    text = f"{block.marker} {block.text}"
    if "?" not in text:
        leads = _LEADS.match(text) if text.rstrip().endswith(":") else None
        return (int(leads["number"]), f"{leads['rest']}?") if leads else None
    found = _NUMBERED.match(text)
    return (int(found["number"]), found["rest"]) if found else None


def unnumbered(block: Block, before: Sequence[Block]) -> tuple[int, str] | None:
    """A question without a number that tells what comes of an answer ("… ☐ Yes ☐ No If no, deny."), counted behind
    others of the kind; None for any other.
    """
    asks = block.kind in ("row", "item", "paragraph") and decides_in_if(block.text)
    return (len(before) + 1, block.text) if asks and not any(map(question_text, (block, *before))) else None


def approving_step(block: Block) -> tuple[int, str] | None:
    """A step of a flow that asks nothing and approves, with its number ("5. Approve for 4 weeks. Stop.")."""
    found = _APPROVAL.match(f"{block.marker} {block.text}") if block.kind in ("row", "item", "paragraph") else None
    return (int(found["number"]), found["rest"]) if found else None


def is_asked_in(item: Block, text: str, question: Block) -> bool:
    """Whether an item is one of what a question asks for: below its mark, and before its answers."""
    deeper = item.depth > question.depth or not item.marker[:1].isdecimal()
    open_still = text.rstrip().endswith(("?", ":")) and not ANSWER.search(with_answers_apart(text))
    answers = GO_TO.search(item.text) or _IS_ANSWER.match(item.text)
    return item.kind == "item" and "?" not in item.text and deeper and open_still and not answers
