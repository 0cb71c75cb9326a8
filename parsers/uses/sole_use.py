"""A sheet of criteria that names one use and no answer ("Spravato, PA guide. Dx: TRD. Age: 18+. …"): it covers that use
under its criteria, as the forms and quick guides of payers do (domain.md 4.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from parsers.answering.answers import DENIED
from parsers.criteria.trees import keys, leaves_of
from parsers.deciding.findings import Requirement, Statements
from parsers.deciding.outranked import Key
from parsers.deciding.position_criteria import criteria_of
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, CriterionKey, Evidence, Indication, Phase, Position, Product
from parsers.products import read_route
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.uses.indications import FORMS_OF_MDD, named_indications

# Conditions that a sheet names beside the use: what a patient must not have, or what the use is a form of.
_BESIDE: frozenset[Indication] = frozenset({"bipolar_depression", "substance_use", "psychiatric", "anxiety"})
# What was tried before the drug: a sheet that asks for it is one of criteria.
_TRIED: frozenset[CriterionKey] = frozenset({"failed_ad_count", "failed_ad_classes", "preferred_step"})
_OF_ESKETAMINE: frozenset[Indication] = FORMS_OF_MDD | {"mdd"}
_LABELED: tuple[Indication, ...] = ("trd", "mdsi")
# A denial of one of these is one of the drug.
_CLASSES: frozenset[Indication] = frozenset({"any", "psychiatric", "fda_labeled"})
_OF_CLAIMS = compiled(
    r"\b(?:modifiers?|revenue codes?|local coverage|units? (?:is|are) (?:billed|reported)|billing|claims? "
    r"(?:without|are returned)"
    r"|reimburs\w+|label(?:ing)? (?:says|speaks|states|asks|names|describes)|insert says)\b",
    re.IGNORECASE,
)
# A longer document that answers nothing is an article on the drug.
_FEWEST_CRITERIA, _MOST_BLOCKS = 2, 30


def with_sole_use(
    found: Mapping[Key, Position], said: Statements, blocks: Sequence[Block], about: Sequence[Product]
) -> dict[Key, Position]:
    """`found`, with the one use that a document on one drug names in place of none or of "any"."""
    product = about[0] if len(about) == 1 else None
    denied = {key: position for key, position in found.items() if _denies_another(key, position, product)}
    left = {key: position for key, position in found.items() if key not in denied}
    of_others = frozenset(key.indication for key in denied)
    is_sheet = product is not None and len(blocks) <= _MOST_BLOCKS and not (not left and _is_of_claims(blocks))
    uses = _uses(blocks, of_others) if is_sheet else ()
    answered = any(not _leaves_open(key, position, uses) for key, position in left.items())
    if product is None or not uses or answered or (product == "esketamine" and not set(uses) <= _OF_ESKETAMINE):
        return dict(found)
    phases: list[Phase] = ["initial", *({key.phase for key in left} - {"initial"})]
    keys_of = [Key(product, use, phase) for use in uses for phase in phases]
    read = {key: _covered(key, left, said) for key in keys_of}
    kept = {key: position for key, position in read.items() if position is not None}
    # A sheet of renewals alone asks nothing of a first request.
    first: Phase = "renewal" if {key.phase for key in left} == {"renewal"} else "initial"
    return {**kept, **denied} if all(Key(product, use, first) in kept for use in uses) else dict(found)


def _denies_another(key: Key, position: Position, product: Product | None) -> bool:
    """Whether a position denies another drug, or a use that none of the labeled ones is or belongs to."""
    another = key.product != product or key.indication not in _OF_ESKETAMINE | _CLASSES
    return position.status in DENIED and another


def _leaves_open(key: Key, position: Position, uses: Sequence[Indication]) -> bool:
    """Whether a position covers the drug as such, or renews it for depression where `uses` are forms of it."""
    of_class = key.indication == "any" or (
        key.indication == "mdd" and key.phase == "renewal" and FORMS_OF_MDD.issuperset(uses)
    )
    return position.status == "covered" and of_class


def _is_of_claims(blocks: Sequence[Block]) -> bool:
    """Whether a document tells how the drug is billed, or what its label says: it asks nothing of its own."""
    return any(_OF_CLAIMS.search(block.text) for block in blocks)


def _uses(blocks: Sequence[Block], of_others: Set[Indication]) -> tuple[Indication, ...]:
    """The one use that the open sections of a document name, or the two of the label; () where they name others than
    those that are denied.
    """
    titles = {heading for block in blocks for heading in block.path if not named_products(heading)}
    closed = {heading for heading in titles if heading_role(heading) not in (None, *OPEN_ROLES)}
    open_text = (block.text for block in blocks if not closed.intersection(block.path))
    named = {use for text in open_text for use in named_indications(text)} - _BESIDE - of_others
    if named & FORMS_OF_MDD:
        named -= {"mdd"}
    if named == set(_LABELED):
        return _LABELED
    return tuple(named) if len(named) == 1 else ()


def _covered(key: Key, found: Mapping[Key, Position], said: Statements) -> Position | None:
    """The position of a use by what is asked for it; None where too little is, or not of treatments tried before."""
    tree = criteria_of(key, _of_phase(said.requirements, key.phase))
    asked = keys(tree) if tree else set()
    # Nobody in a crisis need have tried others.
    tried = asked & _TRIED or key.indication == "mdsi"
    if not tree or (key.phase == "initial" and (len(asked) < _FEWEST_CRITERIA or not tried)):
        return None
    # One sentence may define the use: "Resistant depression: failure of two antidepressants".
    said_once = len({leaf.text for leaf in leaves_of(tree)}) == 1
    if not found and said_once and not any(one.implies == "cover" for one in said.requirements):
        return None
    before = found.get(Key(key.product, "any", key.phase)) or found.get(Key(key.product, "mdd", key.phase))
    if before is not None:
        return Position(
            key.product, before.route, key.indication, key.phase, "covered", before.prior_authorization, tree,
            before.evidence,
        )  # fmt: skip
    first = next(leaves_of(tree))
    shown = (Evidence(first.page, first.text),)
    return Position(key.product, read_route(key.product, ""), key.indication, key.phase, "covered", None, tree, shown)


def _of_phase(requirements: Iterable[Requirement], phase: Phase) -> list[Requirement]:
    return [one for one in requirements if (one.phase or "initial") == phase]
