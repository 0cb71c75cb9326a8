"""Entries of a list of preferred drugs by class ("Therapeutic drug class: HYPNOTICS", its table, its rules).

The rules of a class in which our drug is not listed are not ours. Nor is what the rules of its own class say of the
drugs beside it: of all but ours ("Non-preferred products, Spravato excepted, …"), or of one by name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import NO_BRAND
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_LONGEST = 120
_LABEL = compiled(
    r"^\W*(?:(?:therapeutic|pharmacologic(?:al)?|PDL|treatment|drug|medication|preferred drug list) )*"
    r"(?:drug )?(?:sub-?)?class(?:ification)?(?: name)?\s*[:|–—-]\s*(?!.*(?:_{2,}|[☐□]))\w.*$",
    re.IGNORECASE,
)
# "CNS AGENTS: ANTIDEPRESSANTS", "Antidepressants (class 12)", over the table of the class; no sentence leads it in.
_NAME_OF_CLASS = compiled(
    r"^(?!.*\b(?:is|are|be|must|may|can|will|has|have|requires?|needs?|see|the following|below)\b)"
    r"\W*[A-Z][\w ,&/()*:–—-]{3,90}[\w)*]$"
)
_PREFERRED = compiled(r"\bpreferred\b", re.IGNORECASE)
_OURS = r"(?:spravato|(?:es)?ketamine)\b[®™]?(?: \([\w -]+\))?(?: (?:nasal )?spray)?"
# "Citalopram above 40 mg a day needs a PA": what another drug of the row is approved for.
_OF_ANOTHER = compiled(
    rf"^\W*(?!{NO_BRAND}|(?:requests?|claims?|drugs?|products?|agents?|medications?)\b)"
    r"(?P<name>(?-i:[A-Z])[\w-]{3,})\b[®™]?(?: \([\w /-]+\))?"
    r"(?:,? (?:in |at |for )?(?:doses? |amounts? |strengths? )?(?:of )?(?:above|over|beyond|exceeding|more than|"
    r"greater than) \d[^.;:]{0,80}?)? "
    r"(?:(?:needs?|requires?) (?:an? |prior )*(?:PA|authori[sz]ation|approval)\b|(?:may|can|will) (?:only )?be "
    r"(?:approved|covered|authori[sz]ed)|(?:is|are) (?:approved|covered|limited|restricted|authori[sz]ed)\b)",
    re.IGNORECASE,
)
_PAIR = 2
# What a cell of names holds, with their generic names, and no sentence.
_BRANDS = compiled(r"(?<![\w(/-])[A-Z][A-Za-z-]{3,}(?![\w/-])")
_NAMES_ALONE = compiled(r"(?:(?>[A-Z][\w/-]*|\d[\w.]*)[®™*†‡]?(?: ?\([\w ,/-]+\))?(?:[\s,;]+|$))+")
_PLAIN = compiled(rf"\W*(?:{NO_BRAND}|(?:required|prior|clinical|preferred|nasal|spray)\b)", re.IGNORECASE)
_LABELLED = compiled(r"^\W*(?P<name>[A-Z][\w-]{3,})\b[®™]?(?: \([\w /-]+\))?:\s+\S")


def without_other_classes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without the entries of classes that list other drugs, where such an entry lists ours; a paragraph that
    names ours stays, be it under another class.
    """
    entries = tuple(_entries(blocks))
    naming = [place for entry in entries for place in entry if named_products(blocks[place].text)]
    ours = [place for place in naming if blocks[place].kind != "paragraph"] or naming
    if len(entries) < _PAIR or not ours:
        return blocks
    listing = [entry for entry in entries if any(_lists(blocks[place]) for place in entry)]
    others = {place for entry in listing if not set(ours) & set(entry) for place in entry} - set(naming)
    return tuple(block for place, block in enumerate(blocks) if place not in others)


def without_rules_beside(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` without what a row or a paragraph says of drugs of the class beside ours; and what is printed there."""
    restated: dict[str, str] = {}
    beside = {name for block in blocks if block.kind == "row" for name in _listed_beside(block)}
    kept = (block for block in blocks if not _is_labelled(block, beside))
    return tuple(_own_rules(block, restated) for block in kept), restated


def _listed_beside(row: Block) -> Iterator[str]:
    """The brands that stand beside our drug in a cell of nothing but names."""
    for cell in row.cells:
        names = _BRANDS.findall(cell) if named_products(cell) and _NAMES_ALONE.fullmatch(cell) else []
        yield from (name.lower() for name in names if len(names) >= _PAIR and not _PLAIN.match(name))


def _is_labelled(block: Block, beside: Collection[str]) -> bool:
    """Whether a passage opens with the name of one of the drugs `beside` ours and a colon ("Namzaric: …")."""
    label = _LABELLED.match(block.text) if block.kind in ("paragraph", "item") else None
    return label is not None and label["name"].lower() in beside and not named_products(block.text)


def _entries(blocks: Sequence[Block]) -> Iterator[range]:
    """The places of each entry, from its label to the next or to a heading that ends it."""
    start: int | None = None
    for place, block in enumerate(blocks):
        opens = _opens(block) or _titles_table(blocks, place)
        ends = block.kind == "heading" and (start is None or _ends(blocks[start], block))
        if start is not None and (opens or ends):
            yield range(start, place)
            start = None
        start = place if opens else start
    if start is not None:
        yield range(start, len(blocks))


def _opens(block: Block) -> bool:
    short = block.kind in ("paragraph", "heading") and len(block.text) <= _LONGEST
    return short and bool(_LABEL.match(block.text))


def _titles_table(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading or a line that is a name stands right over a table of preferred and other drugs."""
    block = blocks[place]
    titles = block.kind == "heading" or (block.kind == "paragraph" and bool(_NAME_OF_CLASS.match(block.text)))
    short = titles and len(block.text) <= _LONGEST and place + 1 < len(blocks)
    return short and _lists(blocks[place + 1]) and not named_products(block.text)


def _ends(label: Block, heading: Block) -> bool:
    return label.kind != "heading" or heading.depth <= label.depth


def _lists(block: Block) -> bool:
    """Whether a row is of a table of preferred and other drugs."""
    return block.kind == "row" and bool(_PREFERRED.search(" ".join((*block.header, block.text))))


def _own_rules(block: Block, restated: dict[str, str]) -> Block:
    if block.kind == "paragraph" and named_products(block.text):
        text = _kept(block.text, "")
        restated.update({text: block.text} if text != block.text else {})
        return replace(block, text=text) if text != block.text else block
    if block.kind != "row" or not named_products(block.text):
        return block
    cells = tuple(_kept(cell, _beside(block.cells, place)) for place, cell in enumerate(block.cells))
    text = " | ".join(cells)
    restated.update({text: block.text} if cells != block.cells else {})
    return replace(block, cells=cells, text=text) if cells != block.cells else block


def _beside(cells: Sequence[str], place: int) -> str:
    return " ".join(cell for at, cell in enumerate(cells) if at != place)


def _kept(said: str, beside: str) -> str:
    """What is said but for the sentences on drugs other than ours, which stand in the cells `beside`."""
    kept = [sentence for sentence in sentences(said) if not _is_on_others(sentence, beside)]
    return said if len(kept) == len(sentences(said)) else " ".join(kept)


def _is_on_others(sentence: str, beside: str) -> bool:
    named = _OF_ANOTHER.match(sentence)
    # "Renewal: 6 months" labels a length.
    listed = named and re.search(rf"\b{re.escape(named['name'])}\b(?!\s*:)", beside, re.IGNORECASE)
    return bool(listed) and not named_products(sentence)
