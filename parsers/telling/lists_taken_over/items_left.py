"""Statements by which a use keeps, or is spared, items of another use's list by their place ("the second and third
bullets are waived; the other three stay"): read as the list of what is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.families import findings_in
from parsers.language.patterns import Pattern, compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.sections.headings import is_connective
from parsers.sections.roles import heading_role
from parsers.telling.place_wording import LABEL, NOUN, WHICH, Places
from parsers.uses.indications import named_indications
from parsers.uses.scopes import positive_indications

_APPLY = (
    r"(?:(?:do|does|also|still|all|must|have to|has to|are|is|be|to|likewise|only|alone) )*"
    r"(?:appl(?:y|ies)|met|required|remains?|stays?|holds?|kept|asked(?: for)?|counts?|needed|satisfied)"
    r"(?: (?:here|too|as well|also|again|in force))?"
)
_DROPPED = (
    r"(?:(?:(?:is|are|was|were) )?(?:waived|dropped|lifted|omitted|skipped|set aside|left out|not (?:required|needed|"
    r"asked(?: for)?|applied|necessary))|(?:do|does) not (?:apply|count|have to be met)|(?:drops?|falls?) (?:away|out)"
    r"|(?:can|may) be (?:disregarded|ignored|skipped|omitted|left out)|need not be (?:met|shown))"
)
_THE_LIST = (
    rf"(?:everything|(?:all|each|every one)(?: of)?(?: (?:the|these|those))?(?: (?:same|above|foregoing))?(?: {NOUN})?"
    rf"(?: above)?|(?:the|these|those) (?:same |above |foregoing )?(?:{NOUN}|list)(?: above)?|the above)"
)
_BUT = (
    r"(?:,? (?:except(?:ing)?(?: for)?|but(?: for| not)?|without|other than|apart from|minus|save(?: for)?|excluding))"
)
_REST = (
    rf"(?:the |all )?(?:(?:other|remaining) (?:one|two|three|four|five|six|seven)?(?: ?{NOUN})?|rest|others?) "
    rf"(?:(?:is|are|do|does) not(?: waived)?|{_APPLY}|does|do|is|are)"
)
_ONLY = r"(?:only )?"
_KEEPS = compiled(rf"\W*{_ONLY}(?P<which>{WHICH}) {_APPLY}\W*", re.IGNORECASE)
_NAMES = compiled(rf"\W*{_ONLY}(?P<which>{WHICH})(?: only)?\W*", re.IGNORECASE)
# "Improvement on a scale, and the fourth and fifth bullets above".
_AND_THOSE_ABOVE = compiled(
    rf"^(?P<own>.{{8,200}}?),? (?:and|plus|as well as|together with|along with) (?P<which>{WHICH})(?: {_APPLY})?\W*$",
    re.IGNORECASE,
)
_DROPS = compiled(
    rf"\W*(?:(?P<which>{WHICH}) {_DROPPED}|(?:please )?(?:disregard|ignore|skip|omit|leave out) (?P<named>{WHICH}))\W*",
    re.IGNORECASE,
)
_EXCEPTS = compiled(rf"\W*{_THE_LIST}(?: {_APPLY})?{_BUT} (?:for )?(?P<which>{WHICH})(?: {_APPLY})?\W*", re.IGNORECASE)
_SAYS_THE_REST = compiled(rf"\W*(?:and )?{_REST}\W*", re.IGNORECASE)
_REST_BEHIND = compiled(rf"[;,] (?:and |but )?{_REST}\W*$", re.IGNORECASE)
# "For acute suicidal ideation, …", "When the request is for that use, …", "Depression: …": of whom it is said.
_OF_WHOM = compiled(
    r"^\W*(?P<of>(?:for|in|with|under|when|if|where) [^.;:]{3,160}?|[^.,;:]{3,120}?)(?:, |: )", re.IGNORECASE
)
# "For depression the spray is covered when items (a), (b) and (d) …" goes on past the comma.
_GOES_ON = compiled(rf"\b(?:covered|approved|authori[sz]ed|payable|eligible)\b|\b{NOUN} {LABEL}$", re.IGNORECASE)
_LONGEST = 400
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement on items of the list above: of whom, which it names, whether these stay, what else is asked."""

    of: str
    which: Places
    keeps: bool
    more: tuple[str, ...]


def with_items_left(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such statement as a list of the items that are left; and what is printed for its lead-in."""
    told: list[Block] = []
    printed: dict[str, str] = {}
    for block in blocks:
        if added := _added(told, block):
            printed[added[0].text] = block.text
            told += added
            continue
        said = _said(block.text) if block.kind in ("paragraph", "item") and len(block.text) <= _LONGEST else None
        left = _left(told, block, said) if said else ()
        told += _list(block, said, left, printed) if said and left else (block,)
    return tuple(told), printed


def _said(text: str) -> _Said | None:
    """What a paragraph says of the list; None where its first sentence on it says anything else."""
    first, *more = sentences(text) or ("",)
    found = _OF_WHOM.match(first)
    whom = found["of"] if found and named_indications(found["of"]) and not _GOES_ON.search(found["of"]) else ""
    body = _REST_BEHIND.sub("", first[found.end() :] if found and whom else first)
    for keeps, form in ((True, _KEEPS), (False, _DROPS), (False, _EXCEPTS), (True, _NAMES)):
        if (whom or form is not _NAMES) and (named := _which(form, body)):
            behind = tuple(sentence for sentence in more if not _SAYS_THE_REST.fullmatch(sentence))
            return _Said(whom, Places(named), keeps, behind)
    return None


def _added(before: Sequence[Block], block: Block) -> tuple[Block, ...]:
    """A demand that goes on with items of a list above, and these beside it; () for any other block."""
    found = _AND_THOSE_ABOVE.match(block.text) if block.kind == "item" and " above" in block.text else None
    if found is None or " above" not in found["which"]:
        return ()
    for items in _lists(before, block):
        picked = _picked(items, Places(found["which"]), keeps=True)
        if picked and block.path[-1:] != items[0].path[-1:]:
            copies = (replace(item, path=block.path, page=block.page, depth=block.depth, marker="") for item in picked)
            return (replace(block, text=found["own"]), *copies)
    return ()


def _which(form: Pattern, body: str) -> str:
    found = form.fullmatch(body)
    return next((named for named in found.groups() if named), "") if found else ""


def _left(before: Sequence[Block], block: Block, said: _Said) -> tuple[Block, ...]:
    """The items that a statement leaves of the nearest list before it that has all that it names, each with what
    stands under it; () where the list is of the same use, or there is none.
    """
    own = set(positive_indications(said.of)) or _uses_over(block)
    for items in _lists(before, block):
        left = _picked(items, said.which, keeps=said.keeps) if own and own != _uses_over(items[0]) else ()
        if left:
            return left
    return ()


def _picked(items: Sequence[Block], which: Places, *, keeps: bool) -> tuple[Block, ...]:
    """The items that are named, or the others, with what stands under each; () where the list has not all of them."""
    tops = [place for place, item in enumerate(items) if item.depth == items[0].depth]
    places = which.among([items[place].marker for place in tops])
    ends = [*tops[1:], len(items)]
    kept = [number for number in range(1, len(tops) + 1) if places and (number in places) == keeps]
    return tuple(item for number in kept for item in items[tops[number - 1] : ends[number - 1]])


def _lists(before: Sequence[Block], block: Block) -> Iterator[Sequence[Block]]:
    """The lists of demands before a block, the nearest first, without words that only join their items."""
    items: list[Block] = []
    for told in (*reversed(before), replace(block, kind="paragraph")):
        if told.kind == "item":
            items.insert(0, told)
            continue
        listed = [item for item in items if not is_connective(item.text)]
        barred = any(heading_role(title) == "exclusions" for title in listed[0].path) if listed else True
        if not barred and len(listed) >= _FEWEST and any(findings_in(item.text) for item in listed):
            yield listed
        items = []


def _uses_over(block: Block) -> set[str]:
    return set(next(filter(None, map(positive_indications, reversed(block.path))), ()))


def _list(block: Block, said: _Said, left: Sequence[Block], printed: dict[str, str]) -> Iterator[Block]:
    """A lead-in and the items that are left under it, with what the statement asks for besides behind them."""
    of = f"{said.of[0].upper()}{said.of[1:]}, all" if said.of else "All"
    lead = f"{of} of the following must be met:"
    printed[lead] = block.text
    depth = block.depth + 1 if block.kind == "item" else 1
    yield replace(block, text=lead)
    for item in left:
        at = depth + item.depth - left[0].depth
        yield replace(item, path=block.path, page=block.page, depth=at, marker="")
    for more in said.more:
        yield replace(block, kind="item", text=more, depth=depth, marker="")
