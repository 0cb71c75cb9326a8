"""Questions and answers of a handbook: lettered ones as titles and what answers them; those on other services go.

"Does my plan cover acupuncture?" beside "Does my plan cover ketamine?": what answers the first is of the first alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import names_use
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH
from parsers.telling.asked_letters import QUESTION_LETTER

Blocks = tuple[Block, ...]

_ON_COVER = compiled(
    rf"^(?:{QUESTION_LETTER})?(?:(?:is|are|will|does|do|can) (?P<what>[^?]+?) (?:be )?(?:covered|paid(?: for)?|"
    rf"reimbursed|payable|allowed|cover|"
    r"pay for|reimburse|a (?:covered )?benefit)\b(?P<tail>[^?]*)|what about (?P<topic>[^?]{4,80}))\?\W*$",
    re.IGNORECASE,
)
# Words that stand for the drug of the question before, or for treatments as such.
_MAY_BE_OURS = compiled(
    r"\b(?:it|they|them|this|these|that|those|drugs?|sprays?|medicines?|medications?|treatments?|therap(?:y|ies)|"
    r"products?|infusions?|uses?|coverage|requests?|approvals?|authori[sz]ations?|administration|visits?|monitoring|"
    r"renew\w*|re-?auth\w*|extensions?|continu\w+|maintenance|quantit\w+|limits?|supply|amounts?|dosing|dosages?|"
    r"ages?|adolescents?|minors|teens|children|seniors|adults|patients?|members?|prescribers?|psychiatrists?|"
    r"nurse practitioners?|antidepressants?|trials?|steps?|tests?|rems|sites?|settings?|notes|records|documentation|"
    r"pregnan\w+|psycho\w+|exclusions?|contraindications?|exceptions?|criteria|"
    r"observation|costs?|doses?|kits?|devices?|compound\w*|creams?|gels?|ointments?|topicals?|tablets?|pills?|troches?|powders?|nasal|intravenous|iv|lozenges?|home|off-label)\b",
    re.IGNORECASE,
)


def without_answers_on_others(blocks: Sequence[Block]) -> Blocks:
    """`blocks` without what answers questions on other services, where ours is asked about in a question as well."""
    blocks = tuple(_titled(blocks))
    if not any("?" in block.text and named_products(block.text.partition("?")[0]) for block in blocks):
        return blocks
    blocks = tuple(block for block in blocks if not _answers_on_another(block))
    return tuple(_without(blocks, [_on_cover(block) for block in blocks]))


def _on_cover(block: Block) -> re.Match[str] | None:
    return _ON_COVER.match(block.text) if block.kind in ("heading", "paragraph", "item", "term") else None


def _answers_on_another(block: Block) -> bool:
    """Whether a line asks about another service and answers that itself ("Is a patch paid? Yes, when asked for.")."""
    question, mark, answer = block.text.partition("?")
    if not answer.strip() or block.kind not in ("paragraph", "item"):
        return False
    found = _ON_COVER.match(question + mark)
    return found is not None and _is_of_another(block.text, found)


def _without(blocks: Blocks, asked: Sequence[re.Match[str] | None]) -> Iterator[Block]:
    title: Block | None = None
    told = False
    for block, question in zip(blocks, asked, strict=True):
        ends = block.text.endswith("?") or (block.kind == "heading" and (not title or block.depth <= title.depth))
        if question or ends:
            title = block if question and _is_of_another(block.text, question) else None
            told = False
        if title is None:
            yield block
        elif named_products(block.text):
            # What it tells of ours all the same is told under its question, and not under the one before.
            yield from (block,) if told else (title, block)
            told = True


def _is_of_another(text: str, question: re.Match[str]) -> bool:
    named = "".join(question[part] or "" for part in ("what", "tail", "topic"))
    return not (named_products(text) or names_use(text) or _MAY_BE_OURS.search(named))


def _titled(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, with an item lettered "Q." before one lettered "A." as the title of what answers it."""
    for place, block in enumerate(blocks):
        before, after = blocks[place - 1 : place], blocks[place + 1 : place + 2]
        if _lettered(block, "Q") and after and _lettered(after[0], "A"):
            yield replace(block, kind="heading", depth=MADE_SECTION_DEPTH, marker="")
        elif _lettered(block, "A") and before and _lettered(before[0], "Q"):
            yield replace(block, kind="paragraph", depth=0, marker="", path=(*block.path, before[0].text))
        else:
            yield block


def _lettered(block: Block, letter: str) -> bool:
    return block.kind == "item" and block.marker.rstrip(".:)").upper() == letter
