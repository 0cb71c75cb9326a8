"""What a policy tells before its titled criteria begin: the drug and the disorder, not what is asked of a patient."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import stated_status
from parsers.answering.statuses import prior_authorization
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.uses.indications import mentions

_FEWEST_WORDS, _FARTHEST_TITLE = 9, 60
# "Submission of … is necessary", "requests must …": asked of whoever asks for the drug.
_ASKS = compiled(
    r"\b(?:submi(?:t|ssion)\w*|requests?|documentation|chart notes|records?)\b[^.]*\b(?:must|shall|requir\w+|necessary"
    r"|needed|includes?)\b|\b(?:must|shall|required?|necessary|needs?)\b[^.]*"
    r"\b(?:submit\w*|documentation|chart notes)\b"
    r"|\b(?:send|attach|enclose|include|provide|furnish|upload|supply|submit)\w*\b[^.]{0,60}"
    r"\b(?:notes|records?|documentation|claims)\b",
    re.IGNORECASE,
)
# The title of a section of papers to be sent.
_TITLES_PAPERS = compiled(
    r"\bdocumentation\b|\b(?:what|papers|information|records) to (?:send|submit|attach|include)\b"
    r"|\b(?:required|supporting|needed) (?:documents|papers|records|information)\b",
    re.IGNORECASE,
)


def without_menu(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without a site's menu: list items before the heading that names the drug, where none of them names it or
    a use, or one is the heading's own name, and nothing there leads in criteria.
    """
    blocks = blocks[1:] if _is_masthead(blocks[:2]) else blocks
    title = next((place for place, block in enumerate(blocks[:_FARTHEST_TITLE]) if _names_the_drug(block)), 0)
    before = blocks[:title]
    items = [block.text for block in before if block.kind == "item" and not block.marker]
    if not items or any(map(_opens_criteria, before)) or not all(map(_is_a_link, items)):
        return tuple(blocks)
    named = blocks[title].text.casefold()
    told = any(named_products(text) or mentions(text) for text in items)
    # The page's own name among those of other pages.
    if told and not any(text.casefold() in named for text in items):
        return tuple(blocks)
    return (*(block for block in before if block.kind != "item" or block.marker), *blocks[title:])


def _is_masthead(opening: Sequence[Block]) -> bool:
    """Whether a document opens with a sign before its issuer's name, as one item that no other follows."""
    first, *second = opening or (Block("paragraph", ""),)
    alone = bool(second) and second[0].kind not in ("item", "row")
    return first.kind == "item" and not first.marker and alone and _is_a_link(first.text) and not mentions(first.text)


def _names_the_drug(block: Block) -> bool:
    return block.kind == "heading" and bool(named_products(block.text))


def _opens_criteria(block: Block) -> bool:
    titles = block.kind == "heading" and heading_role(block.text) in CRITERIA_ROLES
    return titles or (block.kind == "paragraph" and block.text.rstrip().endswith(":"))


def _is_a_link(text: str) -> bool:
    """Whether an item is as short as the name of a page, and no clause of a list."""
    return len(text.split()) < _FEWEST_WORDS and text[-1] not in ";:,."


def without_introduction(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the prose under the title alone, where a section with a title of criteria comes after it.

    What answers, asks for prior authorization or papers, names a phase or leads in a list stays.
    """
    end = next((place for place, block in enumerate(blocks) if _titles_criteria(blocks, place)), 0)
    first = next((block.text for block in blocks if block.kind == "heading"), "")
    return tuple(block for place, block in enumerate(blocks) if place >= end or not _introduces(block, first))


def _titles_criteria(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading, not the first, says that criteria stand under it, and its section says what is covered."""
    block = blocks[place]
    if block.kind != "heading" or heading_role(block.text) not in CRITERIA_ROLES:
        return False
    titled = any(before.kind == "heading" for before in blocks[:place])
    inside = (after for after in blocks[place + 1 :] if block.text in after.path)
    return titled and any(leads_in(after.text) and stated_status(after.text) == "covered" for after in inside)


def _introduces(block: Block, title: str) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(text.split()) < _FEWEST_WORDS or leads_in(text):
        return False
    if any(heading != title and (heading_role(heading) or _TITLES_PAPERS.search(heading)) for heading in block.path):
        return False
    return (
        not _ASKS.search(text)
        and stated_status(text) is None
        and prior_authorization(text) is None
        and read_phase(text) is None
        and not any(found.key == "prescriber" for found in findings_in(text))
    )
