"""What a sentence of a paragraph is beside what it says: a title, a run of clauses, a word on its neighbours."""

from __future__ import annotations

from dataclasses import replace

from parsers.answers import names_use, stated_status
from parsers.drugs import named_products
from parsers.indications import mentions
from parsers.list_shapes import has_verb
from parsers.outline import Node
from parsers.paragraph_wording import DRUG_FOR, FEWEST_CLAUSES, HOLDS, LONGEST_NAME, OPENING
from parsers.phases import names_both_phases
from parsers.scopes import condition


def only_names_a_use(sentence: str) -> bool:
    """Whether a sentence is no more than the name of a drug and its use, as the title of what follows it."""
    names = named_products(sentence) and names_use(sentence) and not has_verb(sentence)
    return bool(names) and stated_status(sentence) is None and len(sentence.split()) <= LONGEST_NAME


def tells_phases(sentence: str) -> bool:
    """Whether a sentence only says that those before it hold for first approvals and renewals alike."""
    return bool(HOLDS.match(sentence)) and names_both_phases(sentence)


def run_of_clauses(said: Node) -> Node | None:
    """A sentence as the list of its clauses, where one of them is limited to a use and the first is not; else None.

    Clauses that a connective in capitals joins are a list whatever they are limited to.
    """
    clauses = [clause.strip() for clause in said.block.text.split(";") if clause.strip()]
    limited = not condition(clauses[0]) and any(map(condition, clauses)) if clauses else False
    if not limited and " OR " not in said.block.text:
        clauses, limited = said.block.text.split(" AND "), True
    if said.children or len(clauses) <= FEWEST_CLAUSES or not limited:
        return None
    items = tuple(Node(replace(said.block, kind="item", text=clause, depth=1)) for clause in clauses)
    return Node(replace(said.block, text=""), items)


def with_items(said: Node) -> Node:
    """A sentence with what follows its colon as items, where semicolons part them ("not for: A; B; C")."""
    lead, colon, rest = said.block.text.partition(":")
    items = [part.strip(" .") for part in rest.split(";")]
    if said.children or not colon or len(items) < FEWEST_CLAUSES:
        return said
    listed = tuple(Node(replace(said.block, kind="item", text=item, depth=1)) for item in items if item)
    return Node(replace(said.block, text=f"{lead}:"), listed)


def opens_with_use(text: str) -> bool:
    """Whether the very first words of a text are the name of a use ("Depression after three failures")."""
    first = next(iter(mentions(text)), None)
    return first is not None and first.start == 0 and first.indication != "other"


def names_first(text: str) -> bool:
    """Whether the text opens with an indication, or a drug and its indication, as an entry of a list of uses does."""
    first = next(iter(mentions(text)), None)
    return first is not None and (first.start <= OPENING or bool(DRUG_FOR.fullmatch(text[: first.start])))
