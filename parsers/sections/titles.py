"""What the title of a document says that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from parsers.criteria.families import findings_in
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Indication, Phase, Product
from parsers.phases.phases import read_phase
from parsers.uses.indications import named_indications

# Where the title of a document stands: before this many blocks.
_TITLE_BLOCKS = 12
_TITLE_LENGTH = 160
_TOP_LINES = 4
_OF_A_COLUMN = compiled(
    r"\b(?:criteria|status|coverage|requirements?|tier|limits?|notes?|restrictions?)\b", re.IGNORECASE
)
_PAIR = 2
# "Effective: March 1", "Document number: 12", as they stand beside a title.
_FACT = compiled(r"(?:[A-Za-z]+ ){0,3}[A-Za-z]+: .{0,30}\d.{0,20}$")
_ANESTHETICS = compiled(r"\b(?:intravenous|IV|infused) an(?:a)?esthetics?\b", re.IGNORECASE)
_CLASS = compiled(r"\bketamine[- ](?:class|type|based|related|derived)\b|\bketamines\b", re.IGNORECASE)
_TITLE_LABEL = compiled(
    r"\b(?:title|subject|topic|policy(?: name)?|guideline|re"
    r"|(?:drugs?|products?|medications?)(?:(?:\s*/\s*| or | and | )(?:drug )?(?:class(?:es)?|group|name))?)\s*:",
    re.IGNORECASE,
)
_DOCUMENT = (
    r"(?:polic(?:y|ies)|forms?|documents?|guidelines?|bulletins?|criteria|sheets?|rules?|pages?|worksheets?|"
    r"questionnaires?|checklists?|guidance|protocols?|standards?|requirements|statements?|request)"
)
# "This policy is about esketamine in resistant depression", "Use this form for requests for …".
_SUBJECT = compiled(
    rf"^\W*(?:(?:this|these|the|our) (?:\w+ ){{0,3}}?{_DOCUMENT} (?:(?:is|are|was|were|only|solely) )*"
    r"(?:about|for|of|on|limited to|meant for|intended for|used (?:for|when|to)|concerned with|concerns?|covers?|"
    r"address(?:es)?|"
    r"governs?|(?:appl(?:y|ies)|pertains?|relates?|refers?) (?:only )?to|deals? with|describes?|speaks? of|sets? out)\b"
    rf"|(?:please )?(?:use|complete|fill (?:in|out)|submit) (?:this|the) (?:\w+ ){{0,3}}?{_DOCUMENT} (?:only "
    rf")?(?:for|when|to|if)\b"
    # "Your doctor has asked us to pay for the spray for your depression."
    r"|your (?:doctor|prescriber|provider|clinic|psychiatrist) (?:has )?(?:asked|requested) (?:that )?(?:us|we|"
    r"the plan|your "
    r"plan) (?:to )?(?:pay for|cover|approve|authori[sz]e)\b"
    r"|(?:scope|subject|topic|re|use|purpose|what this is about)\s*:)(?P<about>[^.;]+)",
    re.IGNORECASE,
)

# The label of a table's line at the start.
_INDICATION = compiled(r"\W*(?:(?:covered|approved) )?(?:indications?|diagnos[ie]s|uses?)\W*", re.IGNORECASE)


# "Effective Date: 05/01/2022 Title:", whose value stands in the next line.
_LABEL_BEFORE = compiled(r"\b(?:title|subject|drug|medication|product|policy name)(?: name)?\s*:\s*$", re.IGNORECASE)


def titled_products(blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The drugs that the document's title names; () when its title is of something wider."""
    first = blocks[:_TITLE_BLOCKS]
    top = min((block.depth for block in first if block.kind == "heading"), default=0)
    for place, block in enumerate(first):
        named = named_products(block.text) or named_products(_first_pair(block))
        titles = block.kind == "heading" and block.depth == top
        if named and (
            titles
            or (is_drug_name(block.text) and place and _LABEL_BEFORE.search(first[place - 1].text))
            or _TITLE_LABEL.search(_labelled(block)[:_TITLE_LENGTH])
            or _has_title_in_cell(block)
            or (place < _TOP_LINES and _is_title(_beside_fact(block)) and not _is_beside_another(block, first[:place]))
        ):
            return _of_class(named, block, blocks)
    return next(filter(None, map(named_products, _subjects(blocks))), ())


def _has_title_in_cell(row: Block) -> bool:
    """Whether one of several pairs in a row is the title's ("Effective date: | … | Title: | Spravato")."""
    return any(_LABEL_BEFORE.search(label) and named_products(value) for label, value in pairwise(row.cells))


def _of_class(named: tuple[Product, ...], title: Block, blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The drugs of a title: both under one of their class, where the document names the other too."""
    if len(named) > 1 or not _CLASS.search(title.text):
        return named
    told = {product for block in blocks for product in named_products(block.text)}
    return ("esketamine", "ketamine") if len(told) > 1 else named


def _is_beside_another(block: Block, before: Sequence[Block]) -> bool:
    """Whether a heading of a lower rank comes after one of its rank: it titles a section of several."""
    return block.kind == "heading" and any(one.kind == "heading" and one.depth == block.depth > 1 for one in before)


def titled_class(blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The drug of a document titled by its class: "intravenous anesthetics" are ketamine and lidocaine."""
    titled = any(block.kind == "heading" and _ANESTHETICS.search(block.text) for block in blocks[:_TITLE_BLOCKS])
    return ("ketamine",) if titled and any("ketamine" in named_products(block.text) for block in blocks) else ()


def _labelled(block: Block) -> str:
    """A block's text; the first label and its value in a row as one line."""
    if block.kind != "row" or block.header:
        pair = _first_pair(block)
        return pair if named_products(pair) else block.text
    pairs = [pair for pair in pairwise(block.cells) if len(block.cells) == len(pair) or pair[0].rstrip().endswith(":")]
    return next((f"{label.rstrip(': ')}: {value}" for label, value in pairs), block.text)


def _first_pair(block: Block) -> str:
    """The titles of a table's two columns as a label and its value ("Policy", "Esketamine"), where they are no titles.

    A table of Markdown has its first row for a title, whatever stands in it.
    """
    if len(block.header) != _PAIR or _OF_A_COLUMN.search(block.header[1]):
        return ""
    return f"{block.header[0].rstrip(': ')}: {block.header[1]}"


def _beside_fact(block: Block) -> Block:
    """The left cell of a line at the top of a page that has a fact about the document at its right; else the block."""
    if block.kind != "row" or len(block.cells) != _PAIR or not _FACT.match(block.cells[1]):
        return block
    return replace(block, kind="paragraph", text=block.cells[0], cells=())


def _is_title(block: Block) -> bool:
    text = block.text.rstrip()
    return block.kind not in ("row", "item") and len(text) < _TITLE_LENGTH and not text.endswith((".", ":", ";"))


def titled_uses(product: Product, blocks: Sequence[Block]) -> tuple[Indication, ...]:
    """The uses that the heading names which titles the document by `product`."""
    titles = titles_of(product, blocks)
    own = tuple(indication for title in titles[:1] for indication in named_indications(title))
    return own or _uses_of_class(blocks) or _uses_of_subject(blocks)


def titles_of(product: Product, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The headings at the document's start that name `product`."""
    return tuple(heading for heading in _headings(blocks) if product in named_products(heading))


def titled_phase(blocks: Sequence[Block]) -> Phase | None:
    """The phase that a document is all of by its title ("Continuation request"); None where another heading differs."""
    headings = [block.text for block in blocks if block.kind == "heading"]
    phases = {phase for heading in headings if (phase := read_phase(heading))}
    first = next((heading for heading in _headings(blocks) if named_products(heading)), "")
    titled = read_phase(first) == "renewal" and phases == {"renewal"}
    return "renewal" if titled and not _asks_before(first, blocks) else None


def _asks_before(heading: str, blocks: Sequence[Block]) -> bool:
    """Whether criteria stand before a heading: of a page that asks for something there, it titles but a section."""
    above = takewhile(lambda block: block.kind != "heading" or block.text != heading, blocks)
    return any(findings_in(block.text) for block in above if block.kind in ("item", "row"))


def _uses_of_class(blocks: Sequence[Block]) -> tuple[Indication, ...]:
    """The uses in a title that is of either drug ("Ketamine-class drugs for resistant depression")."""
    return tuple(use for title in _headings(blocks)[:1] if _CLASS.search(title) for use in named_indications(title))


def _uses_of_subject(blocks: Sequence[Block]) -> tuple[Indication, ...]:
    """The uses that a sentence at the start says the document is about."""
    return next(filter(None, map(named_indications, _subjects(blocks))), ())


def _subjects(blocks: Sequence[Block]) -> Iterator[str]:
    """What sentences, or a table's line on the indication, say at the start that the document is about."""
    for block in blocks[:_TITLE_BLOCKS]:
        if block.kind == "row" and len(block.cells) == _PAIR and _INDICATION.fullmatch(block.cells[0]):
            yield block.cells[1]
        elif block.kind != "heading":
            said = map(_SUBJECT.match, sentences(block.text))
            yield from (subject["about"] for subject in said if subject)


def tells_subject(sentence: str) -> bool:
    """Whether a sentence says what the document is about or for ("This form is for members whose approval ends")."""
    return bool(_SUBJECT.match(sentence))


def _headings(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks[:_TITLE_BLOCKS] if block.kind == "heading"]
