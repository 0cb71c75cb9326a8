"""Lists of drugs' names under one line that says of all of them whether they need authorization."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.drugs import is_drug_name, named_products
from parsers.models import Block, Evidence, Position
from parsers.patterns import compiled
from parsers.products import read_route
from parsers.statuses import prior_authorization

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
_CODES = compiled(r"(?:\W*\b(?:HCPCS|CPT|codes?)\b)*[\s,:(–—-]*\b(?:[A-Z]\d{4}|\d{5})\b[\s,:)–—-]*", re.IGNORECASE)


def listed_names(blocks: Sequence[Block]) -> Iterator[Position]:
    """A position for every item that only names one of our drugs, where the line over its list speaks of all items."""
    lead: Block | None = None
    for block in blocks:
        if block.kind == "item":
            yield from _position(block, lead) if lead else ()
        else:
            lead = block if block.kind == "paragraph" and _is_of_all(block.text) else None


def _is_of_all(lead: str) -> bool:
    """Whether a line says of the whole list below it that authorization is needed, or is not."""
    told = lead.rstrip().endswith(":") and prior_authorization(lead) is not None and _OF_THE_LIST.search(lead)
    return bool(told) and not (_OF_PAPERS.search(lead) or named_products(lead))


def _position(item: Block, lead: Block) -> Iterator[Position]:
    name = _CODES.sub(" ", item.text).strip()
    if not is_drug_name(name):
        return
    for product in named_products(name):
        needed = prior_authorization(lead.text)
        evidence = (Evidence(lead.page, lead.text), Evidence(item.page, item.text))
        yield Position(product, read_route(product, name), "any", "initial", "covered", needed, None, evidence)
