"""Headings that only look like headings, and the path of headings over every block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, zip_longest
from operator import ge

from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal, style_of
from parsers.models import Block

# Titles on bars, those in capitals and those in bold, where the size of their letters does not tell.
BAR_DEPTH = 4
CAPS_DEPTH = 5
BOLD_DEPTH = 6
# Stand around the rows of a table until paths are given: a row whose cell holds a list becomes a heading over it.
START_OF_TABLE, END_OF_TABLE = Block("row", ""), Block("row", "")
_FEWEST_SERIES = 2
_ASIDE = compiled(r"\s*\([^()]*\)")
# Titles that are made of text are deeper than any of the layout: a chapter, a section in it, what is under either.
MADE_CHAPTER_DEPTH, MADE_SECTION_DEPTH, MADE_DEPTH = 7, 8, 9

_CONNECTIVE = compiled(r"^\W*(?:and|or|and/or|either|both|note|yes|no|n/a)\W*$", re.IGNORECASE)
# "AND NO dual use with ketamine" goes on with the criteria before it, however boldly.
_GOES_ON = compiled(
    r"^\W*(?:(?:and|or) (?=\w)|(?:no|not) (?:dual|concurrent|concomitant|simultaneous|duplicate|used|given|taken) )",
    re.IGNORECASE,
)
_STATEMENT = compiled(
    # "PHQ-9 ≥ 20; OR" joins two items of a list, in capitals for want of other letters.
    r"\b(?:following|must|when|if|unless|will be|may be)\b|[.;,]$|[;,] (?:and|or)$|[≥≤<>]=? ?\d",
    re.IGNORECASE,
)
# "When we pay", "If you go on": what opens so is a title, unless a clause goes on behind it.
_WHEN = compiled(r"^\W*(?:when|if)\b(?=[^,;:.]+$)(?:.*\b(?:may|will) be\b)?", re.IGNORECASE)
# "Products that may be covered" names what it titles.
_RELATIVE = compiled(r"\b(?:that|which) (?:may|will|must)(?: not)? be\b", re.IGNORECASE)
# How a form or a document numbers a titled section: "Section A: …".
_SECTION = compiled(r"^\W*(?:section|part|module|step) (?:\d{1,2}|[A-Z]|[IVX]{1,4})\s*[:.–—-]\s+(?=\w)", re.IGNORECASE)
# "Inclusion criteria – every one must be met": how the criteria are asked for stands behind their name.
_AND_RULE = compiled(
    r"(?<=criteria|irements|nditions) (?:[–—-] |\()(?=[^.;]*\b(?:each|every|all|any|one|none|both)\b)[^.;]{5,90}$",
    re.IGNORECASE,
)
# "First course: treatment-resistant depression" is a title; "Initial approval: six months" is a limit.
_TOPIC = compiled(
    r"\b(?:initial|first|renewals?|re-?authori[sz]ation|continu\w+|criteria|course|requests?|indications?|option"
    r"|spravato|(?:es)?ketamine|use|path(?:way)?|population|scenario)\b",
    re.IGNORECASE,
)
# "Use 2 (new)": the number counts the topics.
_COUNTED = compiled(r"\b(?:use|option|indication|path(?:way)?|population|scenario|course)s? \d{1,2}\b", re.IGNORECASE)
# "Treatment-resistant depression: who qualifies", "Treatment-resistant depression: first approval".
_ASKED = compiled(
    r"(?:who|what|when|how|where)\b"
    r"|(?:the )?(?:initial|first|new|starting|renew\w*|re-?authori[sz]\w+|continu\w+|staying)"
    r"(?: (?:approvals?|requests?|authori[sz]ations?|therapy|treatment|criteria|courses?|on therapy|starts?))?$",
    re.IGNORECASE,
)
_OF_A_USE = compiled(r"\b(?:depress\w+|disorder|ideation|behaviou?r|suicid\w+|pain|syndrome|TRD|MDD)\b", re.IGNORECASE)
_AMOUNT = compiled(r"\d|\b(?:days?|weeks?|months?|years?|duration|length)\b", re.IGNORECASE)
# "REFERENCES | HISTORY", "Policy | Coding | Top": where to go on the page.
_PLACE = (
    r"(?:(?:policy|coverage|medical|clinical|related|evidence|review|criteria|statements?|coding|codes?|references?"
    r"|history|background|rationale|description|definitions?|appendix|information|policies|guidelines?|top|introduction"
    r"|overview|summary|documentation|requirements)[ /&]*)+"
)
_JUMPS = compiled(rf"\W*{_PLACE}(?:[|•·›>]\s*{_PLACE}){{1,9}}\W*", re.IGNORECASE)
_FEWEST_LETTERS = 6
# Words of so many letters open with a capital in a title that is set so; it has so many of them, and may be longer.
_LEAST_OF_A_NAME, _FEWEST_CAPITALS, _MOST_CAPITALISED, _LONGEST_CAPITALISED = 4, 4, 22, 160
_PARTED = compiled(r"[:|\n]|[.;,]$")
_LONGEST_HEADING = 120
_WORD = compiled(r"[^\W\d_]+")
_PLAIN_WORD, _HAS_DIGIT = compiled(r"[^\W\d_]{2}"), compiled(r"\d")
# Ranks of titles that the size of their letters does not tell, and what counts them.
_WITHOUT_SIZE = (CAPS_DEPTH, BOLD_DEPTH)
_COUNT = compiled(r"\(?(?:\d{1,2}|[IVX]{1,5})[.)]")
_DECIMAL = compiled(r"\d{1,2}(?:\.\d{1,2})*\.?")


_LABEL_AND_VALUE = 2
_LONGEST_LABEL = 40


# Several steps ask it of the same line.
@lru_cache(maxsize=1024)
def is_connective(line: str) -> bool:
    """Whether the line joins list items ("-AND-", "or") and says nothing of its own."""
    return bool(_CONNECTIVE.match(line))


def looks_like_heading(line: str, *, bold: bool = False, most_words: int = 14) -> bool:
    """Whether a short line in bold or capitals titles what follows, not states a rule."""
    line = _SECTION.sub("", line)
    line = _AND_RULE.sub("", line) if bold else line
    if _GOES_ON.match(line):
        return False
    if bold and _is_capitalised(line):
        return True
    if len(line) > _LONGEST_HEADING or "\n" in line:
        return False
    words = _WORD.findall(line)
    if not words or len(words) > most_words or is_connective(line) or _JUMPS.fullmatch(line):
        return False
    if _STATEMENT.search(_RELATIVE.sub("", _WHEN.sub("", line))) or (": " in line and not _in_two_parts(line)):
        return False
    return bold or is_caps(line)


def _is_capitalised(line: str) -> bool:
    """Whether the line is set in words as a title is: "Conditions for Which Requests Will Be Considered"."""
    words = _WORD.findall(line) if len(line) <= _LONGEST_CAPITALISED and not _PARTED.search(line) else ()
    names = [word for word in words if len(word) >= _LEAST_OF_A_NAME]
    capitalised = all(word[0].isupper() and word[1:].islower() for word in names)
    return capitalised and len(words) <= _MOST_CAPITALISED and len(names) >= _FEWEST_CAPITALS


def _in_two_parts(line: str) -> bool:
    """Whether a line with a colon names a stage or a topic and its use, and states no length or number."""
    topic, _, use = line.partition(": ")
    titled = _TOPIC.search(topic) or (_OF_A_USE.search(topic) and _ASKED.match(use))
    return bool(titled) and ": " not in use and not _AMOUNT.search(_COUNTED.sub("", line))


def is_caps(line: str) -> bool:
    """Whether the line is set in capitals and long enough to be a title rather than an abbreviation or codes."""
    if not line.isupper() or sum(map(str.isalpha, line)) < _FEWEST_LETTERS:
        return False
    return any(not _HAS_DIGIT.search(word) and _PLAIN_WORD.search(word) for word in line.split())


def with_numbered_titles(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with numbered lines in capitals over content of their own as headings ("II. RENEWAL CRITERIA")."""
    return [
        replace(block, kind="heading", depth=CAPS_DEPTH) if _is_numbered_title(block, after) else block
        for block, after in zip_longest(blocks, blocks[1:])
    ]


def _is_numbered_title(block: Block, after: Block | None) -> bool:
    if block.kind != "item" or not block.marker or block.depth > 1 or after is None or not is_caps(block.text):
        return False
    stands_under = after.kind != "item" or after.depth > 1 or not after.marker or _opens_in_other_signs(block, after)
    return stands_under and after.kind != "heading" and looks_like_heading(block.text)


def _opens_in_other_signs(block: Block, after: Block) -> bool:
    """Whether the item after another is the first of a list that counts in other signs ("A. …", "1. …")."""
    style = style_of(after.marker)
    return style != style_of(block.marker) and ordinal(after.marker, style) == 1


def is_full_row(block: Block) -> bool:
    """Whether a block is a row under the titles of its columns, which no row before it stands over.

    A row whose cell holds a list gives a heading with its cells; a list of drugs goes on after it with the next drug,
    a table of labels and their values with the next label.
    """
    labelled = len(set(block.cells)) == len(block.cells) == _LABEL_AND_VALUE and len(block.cells[0]) <= _LONGEST_LABEL
    return block.kind == "row" and bool(block.header or (labelled and all(block.cells)))


def with_ranks(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with headings below those that they stand under by their numbers or by what comes again."""
    return _letters_below_bold(_below_once(_below_bold(_below_counted(_below_numbers(blocks)))))


def _below_numbers(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with "7.23.1" below "7.23" where the layout gives both headings one rank."""
    ranked: list[Block] = []
    above: Block | None = None
    for block in blocks:
        if block.kind == "heading" and _DECIMAL.fullmatch(block.marker):
            under = above is not None and block.depth == above.depth and _counts_under(above.marker, block.marker)
            above = above if under else block
            deeper = block.marker.strip(".").count(".") - above.marker.strip(".").count(".") if above else 0
            ranked.append(replace(block, depth=block.depth + deeper) if under else block)
        else:
            above = above if block.kind != "heading" or (above and block.depth > above.depth) else None
            ranked.append(block)
    return ranked


def _counts_under(above: str, marker: str) -> bool:
    return marker.startswith(f"{above.strip('.')}.")


def _below_counted(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with titles without a number below those that count 1, 2, 3 where the same ones come again under these.

    "1. FIRST DRUG" and "2. SECOND DRUG (second)" each have "APPROVAL CRITERIA" under them, all set in bold.
    """
    bold = [place for place, block in enumerate(blocks) if block.kind == "heading" and block.depth in _WITHOUT_SIZE]
    counted = [place for place in bold if _COUNT.fullmatch(blocks[place].marker)]
    numbers = [ordinal(blocks[place].marker, style_of(blocks[place].marker)) for place in counted]
    under = [place for place in bold if counted and place > counted[0] and not blocks[place].marker]
    again = len({_as_title(blocks[place]) for place in under}) < len(under)
    if not again or len(numbers) < _FEWEST_SERIES or numbers[0] != 1 or any(map(ge, numbers, numbers[1:])):
        return blocks
    ranks = dict.fromkeys(counted, CAPS_DEPTH) | dict.fromkeys(under, BOLD_DEPTH)
    return [replace(block, depth=ranks.get(place, block.depth)) for place, block in enumerate(blocks)]


def _below_bold(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with titles in capitals below those in bold where the same ones come again under several of these.

    A memo sets the drugs in bold and "APPROVAL CRITERIA:" under each: the layout alone gives capitals the higher rank.
    """
    over: dict[str, set[str]] = {}
    for before, block in pairwise(blocks):
        if block.kind == before.kind == "heading" and block.depth == CAPS_DEPTH and before.depth == BOLD_DEPTH:
            over.setdefault(block.text, set()).add(before.text)
    if not any(len(titles) > 1 for titles in over.values()):
        return blocks
    return [
        replace(block, depth=BOLD_DEPTH + 1)
        if block.kind == "heading" and (block.depth == CAPS_DEPTH or _is_caps_with_aside(block))
        else block
        for block in blocks
    ]


def _below_once(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with titles in bold that come again below those that come once, of which there is one before each.

    "Resistant depression", "Initial authorization, 28 days", "Ideation", "Initial authorization, 28 days".
    """
    places: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if _is_bold(block) and not block.marker:
            places.setdefault(_as_title(block), []).append(place)
    once = [at[0] for at in places.values() if len(at) == 1]
    again = [at for at in places.values() if len(at) > 1]
    starts = [(before, place) for at in again for before, place in pairwise((-1, *at))]
    if not again or not all(any(before < title < place for title in once) for before, place in starts):
        return blocks
    deeper = {place for at in again for place in at}
    return [replace(block, depth=BOLD_DEPTH + 1) if place in deeper else block for place, block in enumerate(blocks)]


def _as_title(heading: Block) -> str:
    """What a title says wherever it comes again: without an aside and its colon, in small letters."""
    return _ASIDE.sub("", heading.text).strip(" :").casefold()


def _is_caps_with_aside(heading: Block) -> bool:
    """Whether a title is in capitals but for an aside of it ("DENIAL CRITERIA (either use)"), and no drug's name."""
    words = _ASIDE.sub("", heading.text)
    several = len(words.split()) >= _FEWEST_SERIES and not heading.marker
    return several and words != heading.text and heading.depth == BOLD_DEPTH and is_caps(words)


def _letters_below_bold(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with lettered titles in capitals below those in bold where the letters start anew under one of these.

    "CONTINUATION:", bold, over "A. FIRST USE:" and "B. SECOND USE:", as "CRITERIA:" was before it.
    """
    lettered = [place for place, block in enumerate(blocks) if _is_lettered(block)]
    opening = [place for place in lettered if ordinal(blocks[place].marker, style_of(blocks[place].marker)) == 1]
    under = [place for place in opening if place and _is_bold(blocks[place - 1])]
    parted = any(any(map(_is_bold, blocks[first:last])) for first, last in pairwise(lettered) if last not in opening)
    if len(opening) < _FEWEST_SERIES or not under or parted:
        return blocks
    return [replace(block, depth=BOLD_DEPTH + 1) if _is_lettered(block) else block for block in blocks]


def _is_lettered(block: Block) -> bool:
    return block.kind == "heading" and block.depth == CAPS_DEPTH and bool(block.marker)


def _is_bold(block: Block) -> bool:
    return block.kind == "heading" and block.depth == BOLD_DEPTH


def with_paths(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`blocks`, each with the headings over it; a path that a table row brought (its group) comes last.

    What stands behind a table (END_OF_TABLE, which goes) is under none of its rows.
    """
    blocks = with_ranks(tuple(blocks))
    placed: list[Block] = []
    above: list[Block] = []
    before: list[int] = []
    for block in blocks:
        if block is START_OF_TABLE:
            before.append(len(above))
            continue
        if block is END_OF_TABLE:
            # A table of one cell that is a title is over what follows it.
            if placed and placed[-1].kind != "heading":
                del above[before[-1] :]
            before.pop()
            continue
        if block.kind == "heading":
            while above and above[-1].depth >= block.depth:
                above.pop()
        elif is_full_row(block):
            while above and above[-1].cells:
                above.pop()
        path = tuple(heading.text for heading in above) + block.path
        placed.append(replace(block, path=path) if path else block)
        if block.kind == "heading":
            above.append(block)
    return tuple(placed)
