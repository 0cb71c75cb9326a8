"""Questions of a flow that give a choice of uses, each with where it leads ("Resistant depression: go to 5")."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.models import Block

_DONE = (
    r"(?:please )?(?:(?:go|proceed|continue|skip|move)(?: on)? to\b|stop\b|den(?:y|ied)\b|not (?:approved|covered)\b|"
    r"coverage (?:is )?not approved|(?:sign|approved?)\b)"
)
# An answer of yes or no is read as one.
_OPTION = compiled(
    r"^\W*(?!(?:(?:if|when) (?:the answer is |answered )?)?(?:yes|no)\b)"
    rf"(?P<option>[^?|]{{3,140}}?)\s*(?:[–—:;,.(|→-]|->|=>)+\s*(?:→\s*)?(?P<done>{_DONE}[^|]*)$",
    re.IGNORECASE,
)
_STARTS = compiled(r"\s*[☐□]\s*")
_NUMBERED = compiled(r"^\W*(?:(?:step|question)\s*#?\s*)?\d{1,2}\W", re.IGNORECASE)


def options_in(text: str) -> dict[str, str]:
    """The options that a question's text ends in, each with what comes of it; {} where one of them tells nothing."""
    _, mark, told = text.partition("?")
    parts = [part.strip(" |") for part in _STARTS.split(told.replace(" | ", " ☐ ")) if part.strip(" |_")]
    found = [_OPTION.match(part) for part in parts]
    if not mark or len(found) < len(("this", "that")) or not all(found):
        return {}
    return {option["option"].strip(): option["done"] for option in found if option}


def is_option(block: Block, question: Block) -> bool:
    """Whether a line below a question is one of the uses that it gives the choice of, with where that leads."""
    text = f"{block.marker} {block.text}"
    listed = block.kind in ("item", "paragraph") and not _NUMBERED.match(text) and "?" in question.text
    return listed and bool(_OPTION.match(block.text))
