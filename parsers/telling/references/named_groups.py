"""Uses that a policy numbers: "Use 2", "Group 2", "(b)" mean what "Use 2: acute suicidality" said, wherever it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from parsers.language.any_of import choice_of
from parsers.language.glosses import gloss
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN
from parsers.lists.lists_by_use import names_place
from parsers.lists.markers import bare_marker, style_of
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.telling.references.former_uses import with_the_first, with_the_formers
from parsers.telling.references.inner_numbers import is_dressed_as_its_parent, letter_of
from parsers.telling.words_of_steps import places_of
from parsers.uses.indications import Mention, is_residual, mentions

_COUNT = r"(?:\d{1,2}|[A-H]|[IVX]{1,4})\b"
_GROUPS = "group|option|category|population|cohort|part|section|block|track|pathway|way|arm|route"
_GROUP = rf"(?:{_GROUPS}) {_COUNT}"
_USE = rf"(?:use|indication|diagnosis) {_COUNT}"
_NAMED = compiled(
    rf"^\W*(?:covered |approved )?(?P<group>{_GROUP}|{_USE})\s*[-–—:.,(=]+\s*"
    # "Section A. First request: resistant depression".
    r"(?P<title>(?:(?:(?:first|initial|new|renewal|continuation|continued|re-?authori[sz]ation)\b[\w -]{0,30}"
    r"|starting|continuing)(?::| [–—-]) )?(?P<use>[^.:;()]{3,80}))",
    re.IGNORECASE,
)
# In a sentence: "for (1) resistant depression, and (2) depression with …".
_IN_A_ROW = compiled(r"\((?P<count>\d|[a-d]|i{1,3})\)\s*(?P<use>[^();:]{3,90})", re.IGNORECASE)
# "1 - Resistant depression. 2 - Depression with acute suicidality."
_IN_A_LINE = compiled(r"(?P<count>[1-4])(?:(?<=^.)|(?<=[.;,|] .))(?: ?[-–—:]|[.)])\s+(?P<use>[^.:;()]{3,90})")
_ROWS = choice_of(_IN_A_ROW, _IN_A_LINE)
_MEANT = compiled(
    rf"\b(?:(?:{_GROUPS}|uses?|indications?|diagnos[ie]s|numbers?|items?|purposes?|(?:sub)?paragraphs?|clauses?|lists?|"
    rf"subsections?) "
    rf"(?:\((?:\d|[a-d]|i{{1,3}})\)|{_COUNT}))(?!\s*\()",
    re.IGNORECASE,
)
# e.g. "use 2: acute suicidality" names the use itself; "use 2: the patient is in danger" says what is asked for it.
_SAYS = compiled(r"\s*[:=]\s*(?P<said>[A-Za-z].*)", re.DOTALL)
# "Parts I and II: 90 days": each of several sections by its number.
_SEVERAL = compiled(
    rf"\b(?P<noun>{_GROUPS}|use|indication)s (?P<counts>{_COUNT}(?:(?:,? (?:and|or|with|plus) |, | ?[&+] ?){_COUNT})+)",
    re.IGNORECASE,
)
_GOES_ON = compiled(rf"(?:,? (?:and|or|with|plus|to|through|thru) |, | ?[&+–-] ?){_COUNT}", re.IGNORECASE)
_ONE = compiled(_COUNT)
_NOUN = compiled(rf"^(?:{_GROUPS})\b", re.IGNORECASE)
# "Renewal of A", "under I and under II": the capitals alone, after a preposition, or "under (a)".
_LETTER = (
    r"(?:\(?(?:[A-H]|[IVX]{1,4})\)?(?!\.?\w)"
    r"|\((?:[a-h]|i{1,3}|iv|[1-4])\)(?=[,.;:]|$| (?:and|or|is|are|will|may|must|lasts?|runs?|for|above|below)\b))"
)
_BARE = compiled(
    rf"\b(?:[Oo]f|[Ff]or|[Uu]nder|[Ii]n|[Bb]oth) {_LETTER}"
    rf"(?:(?:,| and| or|, and|, or)(?: (?:of|for|under|in))? {_LETTER})*(?! ?\()|(?<=\()[A-H](?= only\))"
    # "Approval: (1) 6 months, (2) 30 days".
    r"|(?:(?<=[:;,] )|(?<= and ))\([1-4a-d]\)(?=:? (?:(?:for|up to) )*[\w-]+ (?:days|weeks|months|year)\b)"
)
# "Required information, A", "Exclusion criteria (A and B)": letters that close a short title.
_CLOSES_TITLE = compiled(
    r"(?:,|(?<=\w) [-–—]|(?<=\w) \() ?(?:for )?(?P<letters>[A-H]\b(?:(?:,| and| or|, and|, or| ?[&+/]) ?[A-H]\b)*)\)?$"
)
_LONGEST_TITLE = 60
# "Both A and B:", "either A or B is met:" count the items of the list under it, whatever letters uses have elsewhere.
_OF_ITS_LIST = compiled(
    rf"\b(?:both|either|all of|each of|any of|one of) {_LETTER}(?:(?:,| and| or|, and|, or) {_LETTER})+"
    r"(?: (?:is|are|must be|has to be|have to be|apply|applies)(?: (?:met|true|satisfied|shown))?)?\W*:\W*$",
    re.IGNORECASE,
)
# "When the use is a. or b.": letters of items with their dress.
_DRESSED = r"(?:\([a-h]\)|\b[a-h][.)])"
_IS_ONE = compiled(
    rf"\b(?:uses?|indications?|diagnos[ie]s|conditions?) (?:is|are|falls under) {_DRESSED}(?:,? (?:and|or) {_DRESSED})*"
)
_ONE_DRESSED = compiled(r"\(?\b(?P<count>[a-h])[.)]+")
_ONE_LETTER = compiled(r"(?<![\w(])(?:\(?(?P<count>[A-H]|[IVX]{1,4})\)?(?!\w)|\((?P<small>[a-h]|i{1,3}|iv|[1-4])\))")
_OPENING = 25
_LONGEST = 240
PAIR = 2

# "Continuation (section A)": what stands under a heading by its number.
_OF_HEADINGS = ("section", "part")
_ASIDE = compiled(rf"\((?:section|part) {_COUNT}\)(?=\W*$)", re.IGNORECASE)

Uses = Mapping[str, str]


def named_groups(blocks: Sequence[Block]) -> Uses:
    """The name of each use that a policy numbers, by its number in small letters ("group 2", "use a", "b").

    A number alone is that of an item or of a place in a sentence; it counts only where at least two uses are numbered.
    """
    named = [found for block in blocks if (found := _NAMED.match(block.text)) and mentions(found["use"])]
    groups = {found["group"].lower(): found["use"].strip() for found in named}
    if len(groups) >= PAIR and len({use.lower() for use in groups.values()}) == 1:
        # Sections of one use differ by the phase that their titles name before it.
        groups = {found["group"].lower(): found["title"].strip() for found in named}
    counted = {key: use for key, use in groups.items() if not _NOUN.match(key)}
    of_patients = {key: use for key, use in groups.items() if _NOUN.match(key)}
    if len(counted) < PAIR:
        counted = {}
    alone = {key.split()[-1]: use for key, use in counted.items()} or _numbered(blocks)
    return {**alone, **counted, **of_patients}


def _numbered(blocks: Sequence[Block]) -> dict[str, str]:
    """The uses that a sentence numbers in brackets, or that items of one list open with, by their number."""
    for text in (blocks[place].text for place in places_of(_ROWS, blocks)):
        for form in _ROWS.patterns:
            # "… or (2) suicidality. Six months under (1)": a number that comes again refers to its use.
            row = {found["count"].lower(): found["use"] for found in reversed(list(form.finditer(text)))}
            if len(row) >= PAIR and (uses := _apart(sorted(row.items()))):
                return uses
    for place, block in enumerate(blocks):
        if block.marker and block.kind in ("item", "heading"):
            run = _uses_in_run(blocks[place:], block)
            inner = bool(run) and is_dressed_as_its_parent(blocks[:place], block)
            if uses := _apart([(letter_of(one) if inner else bare_marker(one.marker), one.text) for one in run]):
                return {**uses, **_by_section(uses)} if block.kind == "heading" else uses
    return {}


def _uses_in_run(blocks: Sequence[Block], first: Block) -> list[Block]:
    """The entries of a list of uses, those of the rest left out; [] where one of them does not open with its use."""
    run: list[Block] = []
    for one in _run(blocks, first):
        named = mentions(one.text)
        # "A. Every request", "D. Ketamine", beside the sections of the uses.
        if (first.kind == "heading" and not named) or _is_of_others(one.text):
            continue
        if not named or len(one.text) > _LONGEST or not _is_titled(one.text, named[0]):
            return []
        run.append(one)
    return run


def _by_section(uses: Uses) -> dict[str, str]:
    """The uses that headings number, as other headings call them: "(section A)" is the one titled "A. …"."""
    return {f"({noun} {count})": use for noun in _OF_HEADINGS for count, use in uses.items()}


def _is_of_others(text: str) -> bool:
    """Whether an entry of a list of uses is of the rest, of renewals, of several of them by their letters, or of what
    another list asks.
    """
    if is_residual(text) or read_phase(text) == "renewal" or names_place(text):
        return True
    first = next(iter(mentions(text)), None)
    return _BARE.search(text) is not None and not (first is not None and _is_titled(text, first))


def _run(blocks: Sequence[Block], first: Block) -> Iterator[Block]:
    """The items or headings beside `first` in its list, itself the first; what stands under one of them is passed."""
    for block in blocks:
        outside = block.depth < first.depth if first.kind == block.kind else block.kind == "heading"
        if block is not first and outside:
            return
        alike = block.marker and style_of(block.marker) == style_of(first.marker)
        if block.kind == first.kind and block.depth == first.depth and alike:
            yield block


def _apart(row: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The uses of a row by number, where there are two at least, each opening with one use that no other has."""
    if len(row) < PAIR:
        return {}
    opened = [(count, text, next(iter(mentions(text)), None)) for count, text in row if len(text) <= _LONGEST]
    uses = {count: name_of(text) for count, text, first in opened if first is not None and _is_titled(text, first)}
    apart = {first.indication for _, _, first in opened if first is not None}
    return uses if len(uses) == len(row) == len(apart) else {}


def _is_titled(text: str, first: Mention) -> bool:
    """Whether a text opens with the use, or leads in a list for it ("Approved for … if all are met:")."""
    return first.start <= _OPENING or leads_in(text)


def name_of(text: str) -> str:
    """The first use that a text names, in its own words and without brackets."""
    named = mentions(text)[0]
    return text[named.start : named.end].replace("(", "").replace(")", "")


# "Section B or section C below is satisfied": of the lists there, and not of their uses.
_SATISFIED = compiled(r"\bsections?\b[^.;:]{1,60}\b(?:is|are|be) (?:satisfied|met|fulfilled)\b", re.IGNORECASE)


def with_named_groups(blocks: Sequence[Block], uses: Uses) -> tuple[Block, ...]:
    """`blocks`, with the use in brackets wherever they name it by its number alone, or as the former or the latter."""

    @cache  # A heading stands above many blocks.
    def meant(text: str) -> str:
        return text if _names(text) or _SATISFIED.search(text) else _glossed(text, uses)

    return tuple(
        block if not uses else _with_uses(block, meant) for block in with_the_first([*with_the_formers(blocks)])
    )


def _with_uses(block: Block, meant: Callable[[str], str]) -> Block:
    """`block`, with what its text, the headings above it and the titles of its columns mean by a number."""
    path, text = tuple(map(meant, block.path)), meant(block.text)
    cells, header = tuple(map(meant, block.cells)), tuple(map(meant, block.header))
    same = (path, text, cells, header) == (block.path, block.text, block.cells, block.header)
    return block if same else replace(block, path=path, text=text, cells=cells, header=header)


def _names(text: str) -> bool:
    """Whether a text says itself which use its number is of."""
    found = _NAMED.match(text)
    return found is not None and bool(mentions(found["use"]))


def _of_count(uses: Uses, noun: str, count: str) -> str | None:
    return uses.get(f"{noun} {count}") or (None if _NOUN.match(noun) else uses.get(count))


def _is_named_there(meant: re.Match[str]) -> bool:
    """Whether a number is the first of several ("uses 1 and 2", "items 3-5"), or a colon gives its use or group."""
    says = _SAYS.match(meant.string, meant.end())
    first = next(iter(mentions(says["said"][:_LONGEST])), None) if says else None
    several = meant[0].partition(" ")[0].endswith("s") and _GOES_ON.match(meant.string, meant.end())
    opens = first is not None and first.start <= _OPENING
    # "Part II: initial authorization 4 weeks" limits what part II is for.
    tells = says is not None and _NOUN.match(meant[0]) is not None and not SPAN.search(says["said"][:_LONGEST])
    return bool(several) or (says is not None and opens) or tells


def _are_headed(meant: Sequence[str], uses: Uses) -> bool:
    """Whether all the numbers that a text names are those of headings with a use each."""
    return all(f"({words.lower()})" in uses for words in meant)


def _called(number: str, use: str | None) -> str:
    return f"{number}{gloss(use)}" if use else number


def _with_closing_letters(text: str, uses: Uses, add: Callable[[re.Match[str]], str]) -> str:
    """A short title with what the letters at its end mean ("Required information, A"); letters of all uses say none."""
    found = _CLOSES_TITLE.search(text) if len(text) <= _LONGEST_TITLE else None
    letters = {letter[0].lower() for letter in _ONE_LETTER.finditer(found["letters"])} if found else set()
    if not found or {key for key in uses if len(key) == 1} <= letters:
        return text
    return text[: found.start("letters")] + _ONE_LETTER.sub(add, found["letters"]) + text[found.end("letters") :]


def _glossed(text: str, uses: Uses) -> str:
    def add(meant: re.Match[str]) -> str:
        if _is_named_there(meant):
            return meant[0]
        words = meant[0].lower()
        noun, _, count = words.partition(" ")
        # "Section B is not renewed", of the one section that a heading gives a use's letter.
        headed = uses.get(f"({words})") if all_are_headed else None
        use = uses.get(words) or uses.get(f"{noun.rstrip('s')} {count}") or headed
        if use is None and not _NOUN.match(words):
            use = uses.get(count.strip("()"))
        return _called(meant[0], use)

    def add_each(found: re.Match[str]) -> str:
        return _ONE_LETTER.sub(add_alone, found[0])

    def add_alone(letter: re.Match[str]) -> str:
        return _called(letter[0], uses.get((letter["count"] or letter["small"]).lower()))

    def add_every(found: re.Match[str]) -> str:
        noun = found["noun"].lower()
        return found[0] + "".join(
            gloss(use) for count in _ONE.findall(found["counts"]) if (use := _of_count(uses, noun, count.lower()))
        )

    def add_each_dressed(found: re.Match[str]) -> str:
        return _ONE_DRESSED.sub(lambda letter: _called(letter[0], uses.get(letter["count"])), found[0])

    if _OF_ITS_LIST.search(text):
        return text
    all_are_headed = _are_headed(_MEANT.findall(text), uses)
    text = _with_closing_letters(text, uses, add_alone)
    text = _IS_ONE.sub(add_each_dressed, text)
    text = _ASIDE.sub(lambda named: _called(named[0], uses.get(named[0].lower())), text)
    return _SEVERAL.sub(add_every, _BARE.sub(add_each, _MEANT.sub(add, text)))
