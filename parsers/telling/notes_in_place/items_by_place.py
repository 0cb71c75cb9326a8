"""Items that are asked for again by their place: "the first two points of the list for both cases still count".

The sentence is read as if it said them itself. Where it is not plain which list is meant, it stays, and stands unread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.telling.place_wording import COUNT, ORDINAL, Places
from parsers.telling.words_of_steps import places_of

_NOUN = (
    r"(?:criteri(?:a|on)|items?|statements?|bullets?|rules?|clauses?|requirements?|conditions?|points?|provisions?|"
    r"questions?)"
)
_COUNT = rf"(?:one|{COUNT})"
_PLACE = rf"{ORDINAL}(?:(?:, (?:and )?| and ){ORDINAL})*(?: {_COUNT})?"
_WHERE = (
    r"(?:,? (?:above|(?:(?:named|listed|set out|given|stated|asked) )?(?:of|in|on|from|under|for) "
    r"(?P<where>[^.;:,]{3,60}?)(?: above)?))?"
)
_ALSO = r"(?:still|again|also|too|likewise|both|all|each|as well|further|continue to|then|now)"
_HOLDS = (
    rf"(?:{_ALSO} )*(?:(?:(?:must|shall|will|should|have to|need to) )?(?:{_ALSO} )*(?:be|is|are|remains?|stays?) "
    rf"(?:{_ALSO} )*(?:(?:to be|be) )?(?:met|satisfied|fulfilled|required|asked(?: for)?|needed|true|in "
    r"(?:place|force|effect))|apply|applies|holds?|counts?|stands?|governs?|binds?|carr(?:y|ies) over)"
)
_END = (
    rf"(?: {_ALSO}| here| to (?:renewals?|extensions?|continu\w+|reauthori[sz]ations?)| (?:for|on|in|at) (?:(?:a|the|"
    r"every|each) )?(?:renewals?|extensions?|reauthori[sz]ations?)| renewals?)*"
)
_MEETS = (
    r"(?:(?:the |each |every )?\w+ )?(?:(?:must|shall|has to|have to|continues? to|still|also|again) )*"
    r"(?:meets?|satisf(?:y|ies)|fulfil\w*) (?:the )?"
)
_WHOLE = rf"(?:all|everything|the (?:foregoing|preceding|above|same))(?: {_NOUN})?{_WHERE}"
_WAYS = (
    rf"(?:the )?(?P<place>{_PLACE})(?: of (?:the|these|those)(?: {_COUNT})?)? {_NOUN}{_WHERE} {_HOLDS}{_END}",
    rf"{_MEETS}(?P<place>{_PLACE}) {_NOUN}{_WHERE}{_END}",
    rf"{_WHOLE},? (?:but|except|save|other than) (?:for )?the (?P<but>{_PLACE})(?: {_NOUN})?,? {_HOLDS}{_END}",
)
_ASKS_AGAIN = any_phrase(*_WAYS)
_ALONE = tuple(compiled(rf"\W*(?:and |that )*{way}(?:[,;]? and)?\W*", re.IGNORECASE) for way in _WAYS)
_SAYS_AGAIN = compiled(
    r"\b(?:still|again|continues? to|above|foregoing|here|too|as well|likewise|also)\b", re.IGNORECASE
)
# "Answer 2", "section B": a list by the number of what it stands under.
_BY_NUMBER = compiled(
    r"(?:the )?(?:(?:answers?|questions?|sections?|parts?|topics?|headings?|paragraphs?) )?(?:(?:numbers?|no\.?) |#)?"
    r"(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})",
    re.IGNORECASE,
)
_OPENS_WITH_NUMBER = compiled(
    r"(?:(?:question|section|part|answer|Q)\.? ?)?(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})[.):]", re.IGNORECASE
)
_ABOVE = compiled(r"\b(?:above|foregoing|preceding)\b", re.IGNORECASE)
_WORD = compiled(r"[a-z]{3,}")
_SAY_NOTHING = frozenset(
    {"the", "list", "lists", "section", "for", "criteria", "requirements", "items", "these", "those"}
)
_FEWEST = 2


def with_items_by_place(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the items that a sentence asks for again in its place; and what is printed for each."""
    read = list(blocks)
    printed: dict[str, str] = {}
    for place in places_of(_ASKS_AGAIN, blocks):
        block = blocks[place]
        if block.kind in ("paragraph", "item") and _ASKS_AGAIN.stands_in(block.text):
            read[place] = _told(block, blocks[:place], printed)
    return tuple(read), printed


def _told(block: Block, before: Sequence[Block], printed: dict[str, str]) -> Block:
    said: list[str] = []
    for sentence in sentences(block.text):
        found = next(filter(None, (way.fullmatch(sentence) for way in _ALONE)), None)
        items = _items(found, block, before) if found and _is_again(block, sentence) else ()
        said += items or (sentence,)
        printed |= dict.fromkeys(items, sentence)
    return replace(block, text=" ".join(said))


def _is_again(block: Block, sentence: str) -> bool:
    """Whether a sentence speaks of what was asked before: of a renewal, or by its own words."""
    renews = any(read_phase(said) == "renewal" for said in (*block.path[-1:], block.text, sentence))
    return renews or bool(_SAYS_AGAIN.search(sentence))


def _items(found: re.Match[str], block: Block, before: Sequence[Block]) -> tuple[str, ...]:
    named = found.groupdict()
    items = _list_meant(named.get("where") or "", bool(_ABOVE.search(found[0])), block, before)
    if not items:
        return ()
    if named.get("place"):
        places = _places(named["place"], len(items))
    else:
        left_out = _places(named["but"], len(items))
        places = [place for place in range(len(items)) if place not in left_out] if left_out else []
    return tuple(_as_sentence(items[place].text) for place in places)


def _places(said: str, count: int) -> list[int]:
    """The places that words name in a list of `count` items, from nought; [] where it has them not all."""
    return [place - 1 for place in Places(said).among([""] * count) or ()]


def _list_meant(where: str, above: bool, block: Block, before: Sequence[Block]) -> tuple[Block, ...]:
    """The list that is meant: that under a heading with the words of `where`, the one right above, or the only one."""
    lists = [run for run in _lists(before) if block.kind != "item" or run[0].path != block.path]
    words = set(_WORD.findall(where.lower())) - _SAY_NOTHING
    if (number := _BY_NUMBER.fullmatch(where.strip())) and (title := _title_of(number["number"], before)):
        return next((run for run in lists if run[0].path[-1:] == (title,)), ())
    if words == {"first"} and "list" in where:
        return lists[0] if lists else ()
    if words:
        titled = [
            run for run in lists if run[0].path and words <= set(_WORD.findall(" ".join(run[0].path[-1:]).lower()))
        ]
        return titled[0] if len(titled) == 1 else ()
    return lists[-1] if lists and (above or len(lists) == 1) else ()


def _title_of(number: str, blocks: Sequence[Block]) -> str:
    """The heading that has such a number, or opens with it; "" without one."""
    for block in blocks:
        if block.kind == "heading" and number.lower() in (bare_marker(block.marker).lower(), _number_in(block.text)):
            return block.text
    return ""


def _number_in(title: str) -> str:
    found = _OPENS_WITH_NUMBER.match(title)
    return found["number"].lower() if found else ""


def _lists(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The lists of a document, each the items of its first depth; none of those with lists of their own inside."""
    runs = (
        tuple(run) for is_item, run in groupby(blocks, key=lambda one: (one.kind == "item", one.path)) if is_item[0]
    )
    tops = (tuple(one for one in run if one.depth == min(each.depth for each in run)) for run in runs)
    return [run for run in tops if len(run) >= _FEWEST]


def _as_sentence(item: str) -> str:
    closed = re.sub(r"[;,.]?(?:\s+(?:and|or))?\W*$", "", item, flags=re.IGNORECASE)
    return f"{closed[:1].upper()}{closed[1:]}."
