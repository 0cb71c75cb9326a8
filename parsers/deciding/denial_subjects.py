"""What a denial in a paragraph is of: its own words, what its pronoun stands for, or what titles name."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use
from parsers.answering.bare_statuses import bare_status
from parsers.deciding.paragraph_wording import GOES_ON, PRONOUN, SAME_USE
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.products import named_routes
from parsers.sections.section_scopes import Scope
from parsers.uses.indications import is_residual

# "Infusions will not be authorized."
_AS_SUCH = compiled(
    r"^\W*(?:the |such |all )?(?:infusions?|requests?|claims?|sessions?|services?|courses?)"
    r" (?:(?:is|are|will|shall|may|can) )(?:be )?(?:also |therefore |thus |never |not )",
    re.IGNORECASE,
)


def _names_a_form(sentence: str) -> bool:
    """Whether a sentence is on a route or form of ketamine by name, whatever use was spoken of before it."""
    named = named_products(sentence) == ("ketamine",) and bool(named_routes("ketamine", sentence))
    return named and not names_use(sentence) and not any(each.search(sentence) for each in (SAME_USE, PRONOUN, GOES_ON))


def repeats_denial(sentence: str) -> bool:
    """Whether a denial is of "infusions" or "requests" as such: after the answer for a use it answers for no other."""
    return bool(_AS_SUCH.match(sentence)) and not (names_use(sentence) or named_products(sentence))


def denies_alone(block: Block) -> bool:
    """Whether a block is a denial without a use: its titles say of what."""
    return bare_status(block.text) in DENIED and not names_use(block.text)


def denied_scope(running: Scope, section: Scope, block: Block, sentence: str) -> Scope:
    """The scope of a denial; one on a form of ketamine is of the section's uses, a status alone on a line of those that
    its titles name, neither of a use that was spoken of before it.
    """
    if _is_of_another_section(running, section, block, sentence):
        return replace(running, indications=())
    if _names_a_form(sentence):
        return replace(running, indications=section.indications)
    alone = denies_alone(block) and block.path and not any(map(names_use, block.path))
    return replace(running, indications=()) if alone else running


def _is_of_another_section(running: Scope, section: Scope, block: Block, sentence: str) -> bool:
    """Whether a drug that no heading above names is denied among the limits of another, under no title of a use."""
    titled = {product for heading in block.path for product in named_products(heading)}
    apart = section.role == "limits" and titled and not titled & set(running.products)
    return bool(apart) and not names_use(sentence) and not any(map(names_use, block.path))


def with_its_subject(denial: str, before: str, title: str, heading: str) -> str:
    """`denial` with what it is of: its pronoun stands for a use of the sentence `before`, or a title names the use."""
    points_back = PRONOUN.search(denial) or SAME_USE.search(denial)
    if points_back and not names_use(denial) and names_use(before):
        return f"{before} {denial}"
    if title and not names_use(denial):
        return f"{title} {denial}"
    of_rest = is_residual(heading) and not names_use(denial)
    return f"{heading} ; {denial}" if of_rest or (bare_status(denial) and names_use(heading)) else denial
