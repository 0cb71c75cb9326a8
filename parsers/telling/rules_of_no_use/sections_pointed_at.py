"""Sentences on how requests and claims are handled that are for a section of denied uses by its title ("For the uses
under 'Not covered', claims are denied"): that section says what is denied, and no other use is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.roles import heading_role
from parsers.telling.sentence_by_sentence import without_sentences
from parsers.uses.indications import mentions

_NOUN = (
    r"(?:services?|uses|indications?|conditions?|items?|procedures?|treatments?|diagnos[ie]s|those|anything|everything)"
)
# Up to the title, which may stand in quotation marks.
_POINTS = compiled(
    rf"\b{_NOUN}(?: (?:that|which|listed|found|named|shown|appears?|(?:is|are)|stands?|given|described)){{0,3}} "
    r"(?:under|in|below|at|of|as)(?: (?:the|our))?(?: (?:section|heading|title|list|part))?(?: (?:on|called|titled))? "
    r"?[\"“'‘]?(?P<title>[A-Za-z][^\"”;:.]{5,})",
    re.IGNORECASE,
)
_HANDLED = compiled(
    r"\b(?:claims?|requests?|authori[sz]ations?|den(?:y|ies|ied)|liability|waivers?|reject(?:ed|s)?|billed|submit\w*)\b",
    re.IGNORECASE,
)
_REASONED = compiled(
    r"\b(?:investigational|experimental|unproven|medically necessary|medical necessity|because|since)\b", re.IGNORECASE
)
_OF_THEM = compiled(r"\b(?:them|they|these|such|those)\b", re.IGNORECASE)
_KINDS = ("paragraph", "item")


def without_sections_pointed_at(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without such sentences, and those right behind them on how "they" are handled."""
    titles = tuple(block.text.casefold().strip(" .:") for block in blocks if _titles_denials(block))
    if not titles:
        return tuple(blocks)
    told, _ = without_sentences(_POINTS, blocks, lambda block: None if _is_theirs(block, titles) else _dropping(titles))
    return told


def _titles_denials(block: Block) -> bool:
    return block.kind == "heading" and " " in block.text and heading_role(block.text) == "exclusions"


def _is_theirs(block: Block, titles: Sequence[str]) -> bool:
    """Whether a block stands under such a title itself, leads in a list or is no text."""
    inside = any(over.casefold().strip(" .:") in titles for over in block.path)
    return inside or block.kind not in _KINDS or block.text.endswith(":")


def _dropping(titles: Sequence[str]) -> Callable[[str], bool]:
    pointed = False

    def drops(sentence: str) -> bool:
        nonlocal pointed
        goes_on = pointed and bool(_OF_THEM.search(sentence))
        pointed = _is_handling(sentence) and (goes_on or _points_at(sentence, titles))
        return pointed

    return drops


def _points_at(sentence: str, titles: Sequence[str]) -> bool:
    found = _POINTS.search(sentence)
    return found is not None and any(found["title"].casefold().startswith(title) for title in titles)


def _is_handling(sentence: str) -> bool:
    handled = _HANDLED.search(sentence) and not _REASONED.search(sentence)
    return bool(handled) and not named_products(sentence) and not mentions(sentence)
