"""The uses of answers and criteria that name none: those covered before, all the rest, or the title's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.deciding.findings import Answer, Requirement, Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.node_words import words_of
from parsers.models import Block, Indication, Product
from parsers.products import named_routes
from parsers.sections.titles import titled_uses
from parsers.uses.forms_beside import form_beside
from parsers.uses.indications import is_for_everything, named_indications

_LABELLED_FOR = compiled(
    r"\b(?:labell?ed|indicated|FDA[- ]approved|approved by the FDA) (?:for|in|to treat)\b", re.IGNORECASE
)
_FOR_EITHER = compiled(
    r"\b(?:either|both|each of the two) (?:diagnos[ie]s|indications?|uses?|conditions)\b", re.IGNORECASE
)


def form_in_title(named: tuple[Indication, ...], answer: Answer, blocks: Sequence[Block]) -> tuple[Indication, ...]:
    """`named`; where cover names depression as such, the one form of it that the title is of."""
    return _one_form(answer.product, blocks) or named if answer.status == "covered" and named == ("mdd",) else named


def asked_in_form(said: Statements, blocks: Sequence[Block]) -> list[Requirement]:
    """The requirements; one for depression as such is for the one form of it that the title or all else is of."""
    products = {one.products[0] for one in said.requirements if _is_of_depression(one)}
    forms = {product: _one_form(product, blocks) or form_beside(product, said) for product in products}
    return [
        replace(one, indications=forms[one.products[0]] or one.indications) if _is_of_depression(one) else one
        for one in said.requirements
    ]


def _is_of_depression(requirement: Requirement) -> bool:
    return requirement.indications == ("mdd",) and len(requirement.products) == 1


def _one_form(product: Product, blocks: Sequence[Block]) -> tuple[Indication, ...]:
    """The one form of depression that the title is of ("Resistant depression in major depressive disorder")."""
    form = tuple(use for use in dict.fromkeys(titled_uses(product, blocks)) if use != "mdd")
    return form if len(form) == 1 and form[0] in ("trd", "mdsi") else ()


def uses_of(answer: Answer, covered: Sequence[Indication], blocks: Sequence[Block]) -> tuple[Indication, ...]:
    """What an answer without an indication is about: what is covered, all the rest, or the title's."""
    specific = tuple(indication for indication in dict.fromkeys(covered) if indication != "any")
    if answer.status in DENIED:
        of_route = answer.product == "ketamine" and named_routes(answer.product, answer.passage)
        return ("any",) if specific and not of_route else titled_uses(answer.product, blocks) or ("any",)
    if answer.status == "covered" and specific:
        return specific if answer.phase == "renewal" else ()
    labelled = _both_labelled(answer.product, blocks) if answer.status == "covered" else ()
    return titled_uses(answer.product, blocks) or labelled or ("any",)


def _both_labelled(product: Product, blocks: Sequence[Block]) -> tuple[Indication, ...]:
    """The uses that a sentence says the drug is labeled for, where a rule is told "for either diagnosis"."""
    if not any(_FOR_EITHER.search(block.text) for block in blocks):
        return ()
    told = (said for block in blocks if _LABELLED_FOR.search(block.text) for said in sentences(block.text))
    named = (named_indications(said) for said in told if _LABELLED_FOR.search(said) and product in named_products(said))
    return next((uses for uses in named if len(uses) > 1), ())


def drugs_of_title(said: Statements, blocks: Sequence[Block]) -> frozenset[Product]:
    """The drugs that nothing said names a use of, while the title does; what is denied for others says nothing."""
    spoken = {product for one in said.requirements if one.indications for product in _spoken_of(one, blocks)}
    asked = {product for one in said.requirements for product in one.products} - spoken
    titled = {product: frozenset(titled_uses(product, blocks)) for product in asked}
    alone = {product for one in said.requirements for product in one.products if len(one.products) == 1}
    answered = {
        one.product
        for one in said.answers
        if one.product not in alone or _speaks_of(one, titled.get(one.product, frozenset()))
    }
    return frozenset(product for product in asked - answered if titled[product])


def _spoken_of(one: Requirement, blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The drugs that a requirement names a use of; a limit of the title's use says no more of it than the title."""
    if one.implies != "nothing" or not _only_limits(one):
        return one.products
    return tuple(product for product in one.products if set(one.indications) - set(titled_uses(product, blocks)))


def _only_limits(one: Requirement) -> bool:
    found = findings_in(words_of(one.node))
    return bool(found) and all(finding.key in ROOT_KEYS for finding in found)


def _speaks_of(answer: Answer, uses: frozenset[Indication]) -> bool:
    """Whether an answer may be one for `uses`: no renewal is one, nor a denial of others or of all that are left."""
    if answer.phase == "renewal":
        return False
    of_all = is_for_everything(answer.passage) and answer.indications != ("other",)
    return answer.status not in DENIED or not answer.indications or of_all or bool(uses & set(answer.indications))
