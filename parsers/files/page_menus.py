"""What a web page that was printed shows of its menus: names of places to go to, and nothing of the policy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block

_PLACES = (
    r"(?:privacy(?: (?:policy|notice|statement|practices))?"
    r"|terms(?: (?:of use|of service|(?:and|&) conditions))?"
    r"|accessibility(?: (?:statement|notice))?"
    r"|(?:notice of )?non-?discrimination(?: (?:notice|statement))?|language assistance|report fraud|open records"
    r"|contact(?: us)?|about(?: us)?|careers|newsroom|feedback|site ?map|legal|help|subscribe"
    r"|skip to (?:main )?content|back to top|print(?: this)?(?: page)?|close|share|download|menu|search|upload"
    r"|accept(?: (?:all|cookies))?|cookie (?:policy|settings)|this (?:web)?site uses cookies(?: [a-z ]{1,40})?"
    r"|(?:provider |member |employer )?(?:sign|log) ?(?:in|out)|login|home|my ?account"
    r"|pay my bill|find a (?:doctor|drug)"
    r"|members?|employers?|brokers?|providers?|programs|resources|topics|policies|forms|news)\b"
)
_MENU = compiled(rf"\W*(?:{_PLACES}\W*){{1,12}}", re.IGNORECASE)
_LONGEST = 160
# "ADHD | Antidepressants | Spravato"
_BETWEEN = compiled(r"\s[|·•›»]\s")
_FEWEST_PARTS, _LONGEST_PART, _FEWEST_TITLES = 4, 40, 2
# A few words, no sentence, no number.
_ENTRY = compiled(r"[^\d.:;,<>≥≤]{2,30}")


def without_menus(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` without the items and lines that only name places of a site ("Privacy", "Members | Providers").

    An entry beside such ones in a list is one too where they are no fewer ("Fraud & Abuse"). A line of the document's
    own titles ("Anxiolytics | Spravato | Zulresso") tells where to go on the page.
    """
    titles = [block.text.casefold() for block in blocks if block.kind == "heading"]
    blocks = [block for block in blocks if not _is_of_titles(block, titles)]
    kept: list[Block] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        together = list(run)
        rest = [block for block in together if not _is_menu(block)]
        left_alone = kind == "item" and len(rest) <= len(together) / 2 and all(map(_is_entry, rest))
        kept += [] if left_alone else rest
    return kept


def is_foot(text: str) -> bool:
    """Whether a line names two places of a site or more: the foot of its pages, with the stamp that it bears there."""
    return " | " in text and sum(bool(_MENU.fullmatch(part)) for part in text.split(" | ")) >= _FEWEST_TITLES


def _is_menu(block: Block) -> bool:
    plain = block.kind in ("item", "paragraph") and not block.text.endswith(":")
    return plain and len(block.text) <= _LONGEST and bool(_MENU.fullmatch(block.text))


def _is_of_titles(block: Block, titles: Sequence[str]) -> bool:
    """Whether a line is made of short parts of which several open titles of the document."""
    parts = _BETWEEN.split(block.text.casefold()) if block.kind == "paragraph" and _BETWEEN.search(block.text) else ()
    if len(parts) < _FEWEST_PARTS or any(len(part) > _LONGEST_PART for part in parts):
        return False
    return sum(any(title.startswith(part.strip()) for title in titles) for part in parts) >= _FEWEST_TITLES


def _is_entry(block: Block) -> bool:
    return bool(_ENTRY.fullmatch(block.text))
