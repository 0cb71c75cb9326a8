"""Lists of drugs' names under one line that says of all of them whether they need authorization, or that they are
preferred in their class or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.answering.statuses import prior_authorization
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Evidence, Position
from parsers.products import read_route
from parsers.tables.named_cells import says_something

# "These drugs will require prior authorization:", "Prior authorization is required for the following:".
_OF_THE_LIST = compiled(
    r"\b(?:the following|these|below)\b(?! (?:criteria|requirements|information))[^.;]{0,80}|\b(?:drugs?|"
    r"products?|medications?|medicines?|codes?|"
    r"injectables)\b[^.;]{0,80}\b(?:authori[sz]ation|approval|precertification|PA|list|program)\b|"
    r"\b(?:required|needed|necessary|removed|lifted) (?:for|from|on)[^.;]{0,40}:\W*$",
    re.IGNORECASE,
)
# What the list is of, where it is no list of drugs: what a request holds, when none is needed.
_OF_PAPERS = compiled(
    r"\b(?:request|submit|form|send|documentation|includes?|if|when|unless|criteria|must|information|reasons?)\b",
    re.IGNORECASE,
)
# What a list calls the drugs under or behind it.
PREFERRED = r"\W*(?:non-? ?)?preferred(?: (?:agents|drugs|products|medications|brands))?"
_OVER_NAMES = compiled(rf"{PREFERRED}(?: \([^()]*\))?\W*", re.IGNORECASE)
_BEFORE_NAMES = compiled(rf"{PREFERRED}(?: \([^()]*\))?\s*[:–—-]\s+(?P<names>.*)", re.IGNORECASE | re.DOTALL)
_CODES = compiled(r"(?:\W*\b(?:HCPCS|CPT|codes?)\b)*[\s,:(–—-]*\b(?:[A-Z]\d{4}|\d{5})\b[\s,:)–—-]*", re.IGNORECASE)

_LIST_TITLE = compiled(r"\b(?:preferred drug list|drug (?:list|formulary)|formulary|PDL)\b", re.IGNORECASE)
_LONGEST_TITLE = 120
# As in "Spravato (PA, QL)", "Spravato PA".
_MARKS = compiled(r"[\s,(\[–—-]+(?:(?:PA|QL|ST|SP|AL|AE|MB|NP|P)\b[\s,;/]*)+[)\]]?\W*$")


def listed_names(blocks: Sequence[Block]) -> Iterator[Position]:
    """A position for every item that only names one of our drugs, where the line over its list speaks of all items."""
    lead: Block | None = None
    by_class = titles_list(blocks)
    for block in blocks:
        if by_class and block.kind != "row":
            yield from _in_line(block)
        if block.kind == "item":
            yield from _position(block, lead) if lead else ()
        else:
            preferred = by_class and _OVER_NAMES.fullmatch(block.text)
            of_all = preferred or (block.kind == "paragraph" and _is_of_all(block.text))
            lead = block if of_all else None


def without_other_names(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without a line of names right before the line that ours stands in ("Preferred: bupropion, sertraline",
    "Non-preferred: Auvelity, Spravato"): what else is on the list is no step to our drug.
    """
    ours = [bool(_BEFORE_NAMES.fullmatch(block.text) and named_products(block.text)) for block in blocks]
    after = [*ours[1:], False]
    told = zip(blocks, ours, after, strict=True)
    return tuple(block for block, own, beside in told if own or not (beside and _only_names(block.text)))


def _only_names(text: str) -> bool:
    named = _BEFORE_NAMES.fullmatch(text)
    return named is not None and not says_something(named["names"])


def titles_list(blocks: Sequence[Block]) -> bool:
    """Whether a document opens as a list of drugs ("Preferred drug list")."""
    return any(_LIST_TITLE.search(block.text) for block in blocks[:6] if len(block.text) < _LONGEST_TITLE)


def _in_line(block: Block) -> Iterator[Position]:
    """A position for each of our drugs among names behind "Preferred:" or "Non-preferred:" in one line."""
    named = _BEFORE_NAMES.fullmatch(block.text)
    if named and not says_something(named["names"]):
        for product in named_products(named["names"]):
            route = read_route(product, named["names"])
            yield Position(product, route, "any", "initial", "covered", None, None, (Evidence(block.page, block.text),))


def _is_of_all(lead: str) -> bool:
    """Whether a line says of the whole list below it that authorization is needed, or is not."""
    told = lead.rstrip().endswith(":") and prior_authorization(lead) is not None and _OF_THE_LIST.search(lead)
    return bool(told) and not (_OF_PAPERS.search(lead) or named_products(lead))


def _position(item: Block, lead: Block) -> Iterator[Position]:
    name = _MARKS.sub("", _CODES.sub(" ", item.text)).strip()
    if not is_drug_name(name):
        return
    for product in named_products(name):
        needed = prior_authorization(lead.text)
        evidence = (Evidence(lead.page, lead.text), Evidence(item.page, item.text))
        yield Position(product, read_route(product, name), "any", "initial", "covered", needed, None, evidence)
