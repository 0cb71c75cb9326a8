"""Headings that answer: for the use they name ("Depression (experimental)"), or for each drug listed under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status, status_behind
from parsers.answering.statuses import prior_authorization
from parsers.deciding.findings import Statements
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.lists.list_shapes import has_verb
from parsers.models import Block, Status
from parsers.outline import Node, walk
from parsers.sections.headings import MADE_DEPTH
from parsers.sections.roles import heading_role
from parsers.sections.section_scopes import Scope
from parsers.uses.indications import mentions, named_indications
from parsers.uses.scopes import is_label

# "Experimental: post-traumatic stress disorder", "Not covered - migraine".
_BEFORE = compiled(r"^\W*(?:[\w.]{1,4}[.)] )?([^–—:;().]{3,40}?)(?: (?:uses?|indications?|for|in))?(?::| [–—-]+)\s+\S")
# Drugs as a class, as the heading over a list of them has it.
_CLASS = compiled(
    r"\b(?:drugs?|medications?|medicines?|products?|services?|procedures?|treatments?|therap(?:y|ies)|items?|agents?|"
    r"codes?)\b|\bnew\b[^.;]{0,40}\brequirements\b",
    re.IGNORECASE,
)
_ASKS = compiled(
    r"\b(?:prior|pre-?) ?-?(?:authori[sz]ation|approval|certification)\W+(?:requirements?|list|codes?)\b"
    r"|\b(?:requir(?:es?|ing)|needs?|needing|subject to)\b[^.;]{0,30}\b(?:approval|(?:pre-?)?authori[sz]ation|"
    r"review)\b",
    re.IGNORECASE,
)
_ENTRY_WORDS = 12
# "Baclofen, gabapentin, ketamine and lidocaine above 5%".
_NAMES_APART = compiled(r"[,;/\n]\s*(?:and |or )?| and | or ")
_NAME_WORDS = 5


def titled_status(heading: str) -> Status | None:
    """The status that a heading gives the use or drug it names, before or behind it; None: it gives none."""
    before = _BEFORE.match(heading)
    if before and names_use(heading[before.end(1) :]) and (status := bare_status(before[1])):
        return status
    return status_behind(heading)


def read_titled_answer(found: Statements, node: Node, scope: Scope) -> None:
    """Note what a heading answers itself; one of a drug alone leaves the answer to the uses under it."""
    text = node.block.text
    if scope.products and bare_status(text) == "case_by_case":
        _leave_to_review(found, node, scope)
        return
    status = titled_status(text) if scope.products else None
    if status is None or (not names_use(text) and any(mentions(part.block.text) for part in walk(node.children))):
        return
    if status in DENIED:
        found.deny(replace(scope, indications=()), status, node.block, text)
    else:
        found.answer(replace(scope, status=status), status, node.block, text, named_indications(text))


def _leave_to_review(found: Statements, node: Node, scope: Scope) -> None:
    """Note the uses that are named under a heading such as "Case by case"."""
    for part in walk(node.children):
        uses = named_indications(part.block.text)
        if uses and stated_status(part.block.text) is None:
            said = replace(scope, products=named_products(part.block.text) or scope.products)
            found.answer(said, "case_by_case", part.block, part.block.text, uses)


def with_titled_terms(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the terms of a definition list as headings where one answers for the use it names, or its text."""
    said: list[Block] = []
    for is_pair, run in groupby(blocks, key=lambda block: block.kind in ("term", "definition")):
        pairs = tuple(run)
        answers = is_pair and (
            any(block.kind == "term" and _answers_for_a_use(block.text) for block in pairs)
            or any(map(_is_answered, pairs, pairs[1:]))
        )
        said += _headed(pairs) if answers else pairs
    return tuple(said)


def _answers_for_a_use(term: str) -> bool:
    return titled_status(term) is not None and names_use(term)


def _is_answered(term: Block, definition: Block) -> bool:
    pair = term.kind == "term" and definition.kind == "definition"
    return pair and is_label(term.text) and stated_status(definition.text) is not None


def _headed(pairs: Sequence[Block]) -> Iterator[Block]:
    path = pairs[0].path
    for block in pairs:
        if block.kind == "term":
            path = (*block.path, block.text)
            yield replace(block, kind="heading", depth=MADE_DEPTH)
        else:
            yield replace(block, path=path)


def lists_entries(nodes: Sequence[Node]) -> bool:
    """Whether nodes stand under the title of a list of what needs authorization, our drug alone on a line of it."""
    return any(is_entry(node.block) for node in nodes if not node.children)


def read_entry(found: Statements, block: Block, scope: Scope) -> bool:
    """Note cover for a drug alone on a line of a list of what needs authorization; False: it is no such line."""
    if scope.role == "exclusions" or not is_entry(block):
        return False
    said = f"{_title_over(block)} ; {block.text}"
    found.answer(replace(scope, status="covered"), "covered", block, said, named_indications(block.text))
    return True


def read_refused(found: Statements, block: Block, scope: Scope) -> bool:
    """Note the denial of a drug alone on a line, or among other names, of a list of what is refused; False: none is."""
    if scope.role != "exclusions" or scope.status not in DENIED or not _is_refused(block.text):
        return False
    title = block.path[-1] if block.path else ""
    if names_use(title):
        return False
    inner = replace(scope, products=named_products(block.text))
    found.answer(inner, scope.status, block, f"{title} ; {_own_name(block.text)}", inner.indications)
    return True


def _own_name(text: str) -> str:
    """Our drug's name in a run of names; the whole where the others are its forms ("ketamine, oral and topical")."""
    if is_drug_name(text):
        return text
    return next(name for name in _NAMES_APART.split(text) if is_drug_name(name))


def _is_refused(text: str) -> bool:
    """Whether a text is our drug's name alone, or a run of names of which one is our drug's."""
    if not named_products(text) or has_verb(text) or names_use(text):
        return False
    names = _NAMES_APART.split(text)
    return any(map(is_drug_name, names)) and all(len(name.split()) <= _NAME_WORDS for name in names)


def is_entry(block: Block) -> bool:
    """Whether a line is the name of a drug of ours, and no more, under a title of drugs that need authorization."""
    text = block.text
    if (
        block.kind == "heading"
        or not named_products(text)
        or len(text.split()) > _ENTRY_WORDS
        or not _title_over(block)
    ):
        return False
    return not (text.endswith((".", ":")) or has_verb(text) or stated_status(text) or heading_role(text))


def _title_over(block: Block) -> str:
    """The title over a block, with no drug's name between, that asks for the authorization of drugs or services; the
    title over it may say that these are drugs.
    """
    under = list(takewhile(lambda title: not named_products(title), reversed(block.path)))
    asking = next(filter(_asks, under), "")
    return asking if any(map(_CLASS.search, under)) else ""


def _asks(title: str) -> bool:
    return prior_authorization(title) is not None or bool(_ASKS.search(title))
