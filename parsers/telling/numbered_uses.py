"""Uses that a manual names by the number of their paragraph: "six months under 3.3 and 30 days under 3.4".

The items of a numbered item are named by both marks: "when the indication is 1b".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.drugs.names import named_products
from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.language.spans import SPAN
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

_NUMBER = r"\d{1,2}(?:\.\d{1,2})+"
_OPENS = compiled(rf"^\W*(?P<number>{_NUMBER})\.?\s+(?P<said>\S.*)$")
_MARKER = compiled(rf"^{_NUMBER}$")
_PLACE = r"(?:(?:paragraphs?|sections?|items?|subsections?|parts?|criteri(?:a|on)) )?"
# One number or several: "under 3.3 as well as under 3.4"; "nothing in 3.1 limits payment" is not of what 3.1 is for.
_REFERS = compiled(
    rf"(?<![Nn]othing )\b(?:under|of|in|for|by|per|with) {_PLACE}{_NUMBER}(?![\w.]*\d)(?!\s*\()"
    rf"(?:(?:,? (?:and|or|as well as|nor)|,)(?: (?:under|of|in|for))? {_PLACE}{_NUMBER}(?![\w.]*\d)(?!\s*\())*"
)
# "Any use not named in 3.1 or 3.2" is none of those.
_LEFT_OUT = compiled(
    r"\b(?:not|nowhere) (?:\w+ )?(?:listed|named|stated|mentioned|addressed|specified|included|described|identified|"
    r"covered|shown|given|set out|provided for) $",
    re.IGNORECASE,
)
_ONE_NUMBER = compiled(rf"(?<![\d.]){_NUMBER}")
# "1b", "1(b)": an item and the item under it.
_LETTERED = r"\d{1,2}(?:[a-h]|\([a-h]\))"
_REFERS_BY_LETTER = compiled(
    rf"\b(?:under|of|in|for|by|with|is) {_PLACE}{_LETTERED}(?!\w)(?!\s*\()"
    rf"(?:(?:,? (?:and|or)|,)(?: (?:under|of|in|for))? {_PLACE}{_LETTERED}(?!\w)(?!\s*\())*"
)
_LETTERED_ROW = compiled(rf"\s*\(?{_LETTERED}[.):]?\s*")
_ROW_NAMED = compiled(rf"\b(?P<row>{_LETTERED})(?!\w)(?!\s*\()")
_BRACKETS = {ord("("): None, ord(")"): None}
# Characters before the name of the use that an item opens with: "A diagnosis of …".
_BEFORE_A_USE = 40
_ONE_LETTERED = compiled(rf"\b{_LETTERED}")


def with_numbered_uses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the use in brackets where they name it by the number of the paragraph that is for it alone."""
    numbered = {number: use for block in blocks if (number := _number(block)) and (use := _use(block))}
    lettered = _uses_of_letters(blocks) if any(_REFERS_BY_LETTER.search(block.text) for block in blocks) else {}
    uses = {**lettered, **numbered}
    return tuple(_with_uses(block, uses) for block in blocks) if uses else tuple(blocks)


def with_uses_of_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the use in brackets where a text behind a table names it by its row ("six months for 2a")."""
    rows = {place: row for place, row in enumerate(blocks) if row.cells and _LETTERED_ROW.fullmatch(row.cells[0])}
    named = {bare_marker(row.cells[0].strip()): " ".join(row.cells[1:]) for row in rows.values()}
    uses = {number: use for number, said in named.items() if (use := _opening_use(said))}
    behind = max(rows, default=0) + 1
    told = (_with_rows_named(block, uses) for block in blocks[behind:]) if uses else blocks[behind:]
    return (*blocks[:behind], *told)


def _with_rows_named(block: Block, uses: Mapping[str, str]) -> Block:
    """A text that gives a length, with the use of each row that it names."""
    if not SPAN.search(block.text):
        return block
    text = _ROW_NAMED.sub(lambda row: f"{row[0]}{gloss(use)}" if (use := uses.get(row["row"])) else row[0], block.text)
    return replace(block, text=text)


def _number(block: Block) -> str:
    marker = bare_marker(block.marker)
    opens = _OPENS.match(block.text)
    return marker if _MARKER.match(marker) else opens["number"] if opens else ""


def _uses_of_letters(blocks: Sequence[Block]) -> dict[str, str]:
    """The one use that an item under a numbered item opens with, by both marks; a mark that stands twice names none."""
    found: dict[str, str] = {}
    above, depth = "", 0
    for block in blocks:
        marker = bare_marker(block.marker)
        if marker.isdigit():
            above, depth = marker, block.depth
        elif above and block.depth > depth and len(marker) == 1 and marker.isalpha():
            place = f"{above}{marker.lower()}"
            found[place] = "" if place in found else _opening_use(block.text)
    return {place: use for place, use in found.items() if use}


def _opening_use(text: str) -> str:
    named = mentions(text)[:1]
    return "".join(text[each.start : each.end] for each in named if each.start <= _BEFORE_A_USE)


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
        use = uses.get(found[0].translate(_BRACKETS))
        return f"{found[0]}{gloss(use)}" if use and found[0] != own else found[0]

    def add_all(row: re.Match[str]) -> str:
        return row[0] if _LEFT_OUT.search(row.string[: row.start()]) else _ONE_NUMBER.sub(add, row[0])

    text = _REFERS.sub(add_all, block.text)
    return replace(block, text=_REFERS_BY_LETTER.sub(lambda row: _ONE_LETTERED.sub(add, row[0]), text))
