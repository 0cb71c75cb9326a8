"""Items that are no more than the title of a section whose demands they ask for ("Everything under 'For everyone'")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block

_NOUN = r"(?:criteria|items|statements|rules|requirements|conditions|points|standards|demands)"
_ASKED = r"(?: (?:that )?(?:(?:is|are) )?(?:listed|said|stated|named|given|asked(?: for)?|required|set out))?"
_WHOLE = (
    rf"(?:(?:plus|and|meets|also) )?(?:(?:everything|whatever|what){_ASKED} (?:under|in|of|from)"
    rf"|(?:(?:all|each)(?: of)? )?(?:the )?(?:same )?{_NOUN}{_ASKED} (?:under|in|of|from)|all of|as (?:under|in|for)"
    r"|(?:the )?same as(?: (?:under|in|for))?)"
)
_PLACE = r"(?:section|heading|part|box|card|list|title|chapter|table|panel)"
_TITLE = r"(?P<open>[\"“'‘])?(?P<title>[^\"”“:;.]{3,80}?)(?(open)[\"”'’])"
_HOLDS = r"(?: (?:(?:still|also|again) )*(?:appl(?:y|ies)|holds?|is met|are met|(?:is|are) asked for))?"
_RECALLED = compiled(
    rf"^\W*(?:(?P<whole>{_WHOLE}) (?:the )?(?:{_PLACE} )?)?(?:the )?{_TITLE}(?P<noun> (?:{_PLACE}|{_NOUN}))?"
    rf"{_HOLDS}(?: above)?(?:,? (?:and|plus)(?: the following)?)?\W*$",
    re.IGNORECASE,
)
# What a title is pointed at by, a word or a quotation mark; few items open with either.
POINTS = compiled(rf"^\W*(?:{_WHOLE}|(?:the )?[\"“'‘])", re.IGNORECASE)
_AROUND = " .,:\"“”'‘’"
# Where the name of a title ends and the rest of it begins: "For everyone, every time", "Shared rules (all uses)".
_ENDS = compiled(r"\s*[,:;(–—]|\s-\s")


def recalled(item: Block, before: Sequence[Block]) -> list[str]:
    """What the section asks for whose title an item names and no more; [] where it names none, or not all is read."""
    if item.kind != "item" or not POINTS.match(item.text):
        return []
    found = _RECALLED.match(item.text)
    headings = {block.text for block in before if block.kind == "heading"} - set(item.path) if found else set()
    pointed = found is not None and (found["open"] or found["whole"])
    titles = [title for title in headings if found and pointed and _names(found, title)]
    if len(titles) != 1:
        return []
    under = [block for block in before if block.path[-1:] == (titles[0],)]
    plain = all(block.kind in ("item", "paragraph") and not leads_in(block.text) for block in under)
    return [block.text for block in under] if plain and len({block.depth for block in under}) == 1 else []


def _names(said: re.Match[str], title: str) -> bool:
    """Whether what was said is a title, or its first part; its last word may be a noun of ours ("Shared rules")."""
    names = [part.casefold().strip(_AROUND) for part in (said["title"], f"{said['title']}{said['noun'] or ''}")]
    whole = title.casefold().strip(_AROUND)
    return whole in names or _ENDS.split(whole)[0].strip(_AROUND) in names
