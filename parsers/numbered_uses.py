"""Uses that a manual names by the number of their paragraph: "six months under 3.3 and 30 days under 3.4"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.answers import stated_status
from parsers.conditional_uses import condition
from parsers.drugs import named_products
from parsers.glosses import gloss
from parsers.indications import mentions
from parsers.models import Block
from parsers.patterns import compiled
from parsers.phases import read_phase
from parsers.scopes import is_label
from parsers.sentences import sentences

_NUMBER = r"\d{1,2}(?:\.\d{1,2})+"
_OPENS = compiled(rf"^\W*(?P<number>{_NUMBER})\.?\s+(?P<said>\S.*)$")
_MARKER = compiled(rf"^{_NUMBER}$")
_PLACE = r"(?:(?:paragraphs?|sections?|items?|subsections?|parts?|criteri(?:a|on)) )?"
# One number or several: "under 3.3 as well as under 3.4"; "nothing in 3.1 limits payment" is not of what 3.1 is for.
_REFERS = compiled(
    rf"(?<![Nn]othing )\b(?:under|of|in|for|by|per|with) {_PLACE}{_NUMBER}(?![\w.]*\d)(?!\s*\()"
    rf"(?:(?:,? (?:and|or|as well as|nor)|,)(?: (?:under|of|in|for))? {_PLACE}{_NUMBER}(?![\w.]*\d)(?!\s*\())*"
)
_ONE_NUMBER = compiled(rf"(?<![\d.]){_NUMBER}")


def with_numbered_uses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the use in brackets where they name it by the number of the paragraph that is for it alone."""
    uses = {number: use for block in blocks if (number := _number(block)) and (use := _use(block))}
    return tuple(_with_uses(block, uses) for block in blocks) if uses else tuple(blocks)


def _number(block: Block) -> str:
    marker = block.marker.strip("() .")
    opens = _OPENS.match(block.text)
    return marker if _MARKER.match(marker) else opens["number"] if opens else ""


def _said(block: Block) -> str:
    opens = _OPENS.match(block.text)
    return opens["said"] if opens else block.text


def _use(block: Block) -> str:
    """The one use that a paragraph or heading says it is for, or that titles it, with the phase that it opens with
    there; "" where it is for none or several.
    """
    said = _said(block)
    limited = condition(said)
    named = [mention for mention in mentions(said) if mention.indication in limited]
    if not limited and (is_label(said) or stated_status(said) == "covered"):
        named = list(mentions(said))
    if named:
        return said[named[0].start : named[0].end] if len({mention.indication for mention in named}) == 1 else ""
    return _titled_use(block)


def _titled_use(block: Block) -> str:
    """The use that the heading over a paragraph names, with the drug and the phase ("4.2 Renewal. It may go on …")."""
    title = block.path[-1] if block.path else ""
    named = mentions(title) if is_label(title) else ()
    phase = read_phase(next(iter(sentences(_said(block))), ""))
    if block.kind == "heading" or phase is None or len({mention.indication for mention in named}) != 1:
        return ""
    drug = next(iter(named_products(title) or named_products(block.text)), "")
    use = title[named[0].start : named[0].end].replace("(", "").replace(")", "")
    return ", ".join(filter(None, (use, drug, "renewal" if phase == "renewal" else "first approval")))


def _with_uses(block: Block, uses: Mapping[str, str]) -> Block:
    own = _number(block)

    def add(found: re.Match[str]) -> str:
        use = uses.get(found[0])
        return f"{found[0]}{gloss(use)}" if use and found[0] != own else found[0]

    return replace(block, text=_REFERS.sub(lambda row: _ONE_NUMBER.sub(add, row[0]), block.text))
