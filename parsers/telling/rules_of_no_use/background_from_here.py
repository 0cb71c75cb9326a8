"""What stands behind a sentence that calls all that follows background ("… not to be used as coverage criteria")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.roles import heading_role
from parsers.sections.section_roles import Role

# What follows such a sentence: "the following information", "the sections below", "all that stands after this line".
_WHAT_FOLLOWS = (
    r"\b(?:follow(?:ing|s)|below|after this (?:line|point)|from here on|(?:rest|remainder) of (?:this|the) "
    r"(?:document|page|policy|bulletin))\b"
)
_NO_CRITERIA = (
    r"(?:\b(?:background|information|reference|education\w*)(?: purposes)? (?:only|alone)\b"
    r"|\bonly (?:as|for) (?:background|information|reference|education)\b"
    r"|\b(?:not|never) (?:intended |meant )?(?:(?:to be|be) )?(?:used|read|taken|applied|relied on|serve) (?:as |for )"
    r"(?:the |any )?(?:coverage |clinical |review |medical necessity )?(?:criteri\w+|decisions?|determinations?)\b)"
)
_CALLS_IT_BACKGROUND = compiled(
    rf"{_WHAT_FOLLOWS}[^:]{{0,220}}{_NO_CRITERIA}|{_NO_CRITERIA}[^:]{{0,120}}{_WHAT_FOLLOWS}", re.IGNORECASE
)
# "The criteria below are background only in …", "tables that follow": a part of what follows.
_OF_A_PART = compiled(
    r"\b(?:codes?|tables?|list|criteria|examples?|definitions?|links?) (?:that |listed )?(?:follow|below)"
    r"|\bfollowing (?:\w+ )?(?:codes?|tables?|lists?|criteria|examples?|definitions?|links?)\b",
    re.IGNORECASE,
)
# A title of these rests on what others found; one of criteria, codes or limits is the policy's own again.
_RESTS_ON_OTHERS: frozenset[Role | None] = frozenset(
    {None, "background", "evidence", "references", "definitions", "other", "boilerplate"}
)
_OF_GUIDELINES = compiled(
    r"^\W*(?:(?:clinical|practice|treatment|society|professional|other|published|specialty|consensus) )*"
    r"(?:guidelines?|recommendations?|positions?|statements?)\W*$",
    re.IGNORECASE,
)

# "This information is for reference and is not part of the coverage decision", first below a title, is of its section.
_NO_PART = (
    r"\b(?:not|no|nor|never)\b(?: \w+){0,3}? (?:(?:a )?part (?:of|in)|(?:a |the )?criteri\w+|"
    r"(?:used|read|taken|meant|applied) (?:to|as|for|in)|decided? (?:by|on))\b"
)
_OF_THIS_SECTION = compiled(
    r"^\W*(?=[^.;]{0,60}\b(?:for|as|is|are) (?:(?:your|general) )?"
    r"(?:reference|information\w*|background|education\w*)\b)"
    r"(?:(?:this|the) (?:\w+ )?(?:information|section|part|text|material|table)|the following|"
    r"for|provided|given|included)\b"
    rf"[^:]{{0,90}}?{_NO_PART}[^.:]{{0,40}}(?:[.)]|$)",
    re.IGNORECASE,
)


def without_called_background(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the sections behind such a sentence, up to a title that is of the policy itself."""
    return tuple(_kept(_without_named_sections(blocks)))


def _without_named_sections(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without what stands under a title whose first paragraph says that it is for reference alone."""
    named: tuple[str, ...] = ()
    above: Block | None = None
    for block in blocks:
        if above is not None and above.kind == "heading" and _is_of_this_section(block):
            named = block.path
        if not named or block.kind == "heading" or block.path[: len(named)] != named:
            named = () if block.kind == "heading" and block.path[: len(named)] != named else named
            yield block
        above = block


def _is_of_this_section(block: Block) -> bool:
    return block.kind == "paragraph" and bool(_OF_THIS_SECTION.search(block.text)) and not _OF_A_PART.search(block.text)


def _kept(blocks: Iterable[Block]) -> Iterator[Block]:
    behind = False
    for block in blocks:
        if block.kind == "paragraph" and _says_so(block.text):
            behind = True
            yield block
        elif behind and block.kind == "heading" and not _rests_on_others(block.text):
            behind = False
        if not behind:
            yield block


def _says_so(text: str) -> bool:
    return bool(_CALLS_IT_BACKGROUND.search(text)) and not _OF_A_PART.search(text)


def _rests_on_others(title: str) -> bool:
    return heading_role(title) in _RESTS_ON_OTHERS or bool(_OF_GUIDELINES.match(title))
