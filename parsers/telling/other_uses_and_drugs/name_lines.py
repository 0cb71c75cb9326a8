"""Lines of the text that are drugs' names and nothing more, each over what is asked for that drug."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from parsers.drugs.names import is_drug_name, named_products
from parsers.drugs.other_drugs import is_name_alone, is_other_drug, titles_entry
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.telling.other_uses_and_drugs.entry_lines import with_entries_in_lists
from parsers.uses.indications import mentions

_LONGEST = 70
# "Opzelura (ruxolitinib) cream", "Nurtec ODT", "Vuity ophthalmic solution".
_NAME_ALONE = compiled(
    r"[\W\d]*(?-i:[A-Z])[\w'/-]{3,}(?: [A-Z]{2,4})?(?P<generic> \([a-z][\w ,/-]+\))?"
    r"(?:,? (?!(?:of|for|with|in|and|or|is|are|by|to|as)\b)[\w'/-]+){0,3}\W*"
)
# "dextromethorphan/bupropion (Auvelity)": the generic name in front.
_BRAND_BEHIND = compiled(r"^\W*(?P<generic>[a-z][\w/-]{3,}(?: [\w/-]{3,}){0,2}) \((?P<brand>[A-Z][\w-]{3,})[®™]?\)")
# "Criteria for Spravato (esketamine)", "Auvelity PA criteria": a name as the title of what is asked for it.
_ASKED = r"(?:(?:PA|prior authori[sz]ation|clinical|approval|coverage|drug|specific|step therapy|additional) )*"
_OF_CRITERIA = compiled(
    rf"^\W*{_ASKED}(?:criteria|requirements) (?:for|of) (?:(?:the )?(?:approval|coverage|authori[sz]ation|use) of )?"
    rf"|(?<=[\w)®™])[\s:–—-]+{_ASKED}(?:criteria|requirements)\W*$",
    re.IGNORECASE,
)
# "SPRAVATO (esketamine): J3490, G2082": the codes that it is billed by.
_CODES = compiled(r"\s*[:,(–—-]+\s*(?:(?:HCPCS|CPT|codes?|and|or)\W+)*(?:[A-Z]\d{4}|\d{5})\b[A-Z\d\s,;/)&-]*$")
# "NP", "PA, QL": how a list of drugs marks the name above, where its table is read line by line.
_MARK = compiled(
    r"\W*(?:(?:NP|P|PA|QL|ST|AL|CL|NPD|PD|(?:non-?)?preferred|brand|generic|tier \d)\b\W*)+", re.IGNORECASE
)
_MOST_MARKS = 3


def without_named_others(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without what stands under lines that only name another drug, where such a line names ours as well.

    "Spravato (esketamine) nasal spray", its list, "Vuity (pilocarpine) ophthalmic", its list: no line is a heading.
    """
    blocks = _without_subjects(with_entries_in_lists(blocks))
    ours = {place for place, block in enumerate(blocks) if _is_line(blocks, place) and is_drug_name(_name(block))}
    if not ours:
        return blocks
    alike = {blocks[place].kind for place in ours}
    names = {place for place, block in enumerate(blocks) if block.kind in alike and _names_other(blocks, place)}
    if not any(is_other_drug(_name(blocks[place])) for place in names):
        return blocks
    kept: list[Block] = []
    title: Block | None = None
    for place, block in enumerate(blocks):
        if place in names:
            title = block
        elif title and (place in ours or not _is_under(blocks, place, title)):
            title = None
        kept += () if title else (block,)
    return tuple(kept)


def _without_subjects(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without a list of our drugs' names right under the title of the page: it says what the page is about."""
    title = next((place for place, block in enumerate(blocks) if block.kind == "heading" and block.depth == 1), None)
    if title is None or not named_products(blocks[title].text):
        return blocks
    below = tuple(takewhile(lambda block: block.kind == "item", blocks[title + 1 :]))
    return blocks[: title + 1] + blocks[title + 1 + len(below) :] if _are_names(below) else blocks


def _are_names(items: Sequence[Block]) -> bool:
    return bool(items) and all(is_drug_name(item.text) and not mentions(item.text) for item in items)


# "12.2 Spravato", over a list that counts from one: the entries of a numbered chapter.
_OF_CHAPTER = compiled(r"\d+\.\d+\.?")
_CHAPTER = compiled(
    r"^\W*(?:chapter|section|part|article|entry) (?:\d[\d.]*|[IVX]+)\s*[:.–—-]*\s*(?=\w)", re.IGNORECASE
)


def _is_line(blocks: Sequence[Block], place: int) -> bool:
    """Whether a short block stands over others: a paragraph over what follows, an item over its sub-items."""
    block, below = blocks[place], blocks[place + 1 : place + 1 + _MOST_MARKS]
    after = tuple(dropwhile(lambda under: under.kind == "paragraph" and bool(_MARK.fullmatch(under.text)), below))
    if not after or len(block.text) > _LONGEST or block.kind not in ("paragraph", "item"):
        return False
    # A line between the items of a PDF's list stands as deep as they do.
    deeper = block.depth if block.kind == "paragraph" or _is_entry(block, after[0]) else block.depth + 1
    over_items = after[0].kind == "item" and after[0].depth >= deeper
    titled = leads_in(after[0].text) or heading_role(after[0].text) in CRITERIA_ROLES
    below_is_told = titled or (titles_entry(block.text) and not is_name_alone(after[0].text))
    return over_items or (block.kind == after[0].kind == "paragraph" and below_is_told)


def _is_entry(block: Block, below: Block) -> bool:
    """Whether an item is an entry of a numbered chapter, and the one below it of a list with a count of its own."""
    return bool(_OF_CHAPTER.fullmatch(block.marker)) and not _OF_CHAPTER.fullmatch(below.marker)


def _name(block: Block) -> str:
    """The name in a line, its brand first, without the chapter's number, codes or the word "criteria"."""
    name = _OF_CRITERIA.sub("", _CODES.sub("", _CHAPTER.sub("", block.text)))
    return _BRAND_BEHIND.sub(r"\g<brand> (\g<generic>)", name)


def _names_other(blocks: Sequence[Block], place: int) -> bool:
    text = _name(blocks[place])
    if not _is_line(blocks, place) or named_products(text):
        return False
    named = _NAME_ALONE.fullmatch(text)
    plain = mentions(text) or read_phase(text) or heading_role(text)
    return is_other_drug(text) if plain or not named else True


def _is_under(blocks: Sequence[Block], place: int, title: Block) -> bool:
    """Whether a block goes on with the entry of `title`: no heading, no item beside it, no sentence after its list."""
    block = blocks[place]
    if block.kind != "paragraph":
        deeper = title.kind == "paragraph" or block.depth > title.depth or _is_entry(title, block)
        return block.kind != "heading" and deeper
    after_list = blocks[place - 1].kind != "paragraph" and not leads_in(block.text)
    ends = after_list and block.text.rstrip().endswith((".", "!", "?"))
    return not ends and title.kind == "paragraph" and not named_products(block.text)
