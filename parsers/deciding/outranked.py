"""Which of several answers to one question stand: the plain one before the vague, the named before the inherited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.answering.answers import DENIED
from parsers.answering.status_wording import OFF_LABEL_POLICY
from parsers.criteria.families import ROOT_KEYS
from parsers.criteria.trees import keys
from parsers.deciding.findings import Answer, Requirement, Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Indication, Phase, Position, Product, Route, Status, Tree
from parsers.outline import walk
from parsers.phases.phases import read_phase
from parsers.products import named_routes
from parsers.uses.indications import FORMS_OF_MDD, is_for_everything, is_residual, named_indications

_SEVERAL = 2
# What takes in the forms of depression.
_CLASSES: frozenset[Indication] = frozenset({"psychiatric", "mdd", "any"})
# Where one of these is denied, cover of none in particular is another program's.
_LABELED: frozenset[Indication] = FORMS_OF_MDD | {"mdd", "fda_labeled"}
_THE_SERVICE = compiled(
    r"\b(?:this|these|such|the) (?:services?|treatments?|procedures?|drugs?|therap(?:y|ies)|uses?|claims?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Key:
    """What an answer is about; `route` only where two routes are answered apart."""

    product: Product
    indication: Indication
    phase: Phase
    route: Route = "any"


def without_vague(found: dict[Key, Position]) -> dict[Key, Position]:
    """`found` without cover of "any" beside positions for indications, unless all are denials and it asks for something
    ("covered when all are met", then "not covered for pain"), or of a class beside its members: depression,
    or psychiatric disorders where nothing is asked of them as such. Without a denial of the spray as such, too, where a
    use of it is covered: what is denied is another program's or benefit's, a place, a supply or a fee.
    """
    used = {key.product for key, said in found.items() if key.indication != "any" and said.status == "covered"}
    specific = {key.product for key in found if key.indication != "any"}
    refused = {key.product for key in found if key.indication in _LABELED} - used
    divided = {
        (key.product, key.phase) for key, said in found.items() if key.indication in FORMS_OF_MDD and said.criteria
    }

    def is_vague(key: Key) -> bool:
        if key.indication == "any":
            if _is_of_another_form(key, found):
                return False
            spoken = key.product in specific and (key.product in refused or not _asks_of_a_patient(found[key]))
            return key.product in used or spoken
        if key.indication == "psychiatric" and found[key].criteria is None:
            return (key.product, key.phase) in divided
        return key.indication == "mdd" and (key.product, key.phase) in divided

    def is_out(key: Key, said: Position) -> bool:
        if said.status not in DENIED:
            return is_vague(key)
        return key.indication == "any" and key.product == "esketamine" and key.product in used

    return {key: said for key, said in found.items() if not is_out(key, said)}


def _is_of_another_form(key: Key, found: Mapping[Key, Position]) -> bool:
    """Whether an answer on the drug as such is on a way to give it ("topical") that no use answered for is given by."""
    ways = {said.route for each, said in found.items() if each.product == key.product and each.indication != "any"}
    named = key.product in named_products(found[key].evidence[0].text)
    return named and not {"any", found[key].route} & ways and found[key].route != "any"


def _asks_of_a_patient(said: Position) -> bool:
    """Whether cover asks for something by which it is decided."""
    return said.status == "covered" and bool(_keys(said.criteria) - ROOT_KEYS)


def asks_no_response(key: Key, answer: Answer, found: dict[Key, Position]) -> bool:
    """Whether a renewal asks for no response and names no use, where another use's renewal asks for one."""
    of_one_use = len(answer.indications) == 1 or bool(named_indications(answer.evidence.text))
    if key.phase != "renewal" or of_one_use or "renewal_response" in _keys(found[key].criteria):
        return False
    return any(
        "renewal_response" in _keys(other.criteria)
        for each, other in found.items()
        if each.product == key.product and each.phase == "renewal"
    )


def only_limits(key: Key, answers: dict[Key, Answer], found: dict[Key, Position]) -> bool:
    """Whether no more than limits, on several uses at once, would cover a use, while one of those is covered outright:
    they limit that one.
    """
    answer = answers[key]
    if not answer.if_read or len(answer.indications) < _SEVERAL or not _keys(found[key].criteria) <= ROOT_KEYS:
        return False
    beside = (replace(key, indication=use) for use in answer.indications)
    return any(use in answers and not answers[use].if_read and answers[use].status == "covered" for use in beside)


def _keys(tree: Tree | None) -> set[CriterionKey]:
    return set() if tree is None else keys(tree)


def tells_more(status: Status, before: Status) -> bool:
    """Whether a status stands against the one given before: cover that is excepted, and why a use is not covered."""
    return before in DENIED and (status == "covered" or (before == "excluded" and status == "investigational"))


def yields(key: Key, answer: Answer, answers: dict[Key, Answer]) -> bool:
    """Whether what was answered before gives way to `answer`: it stood only if read, or was not said of this drug or,
    while a form of depression is covered by name, not of depression as such.
    """
    before = answers[key]
    # Cover said of the drug and the use tells more than that authorization is asked for.
    said_of_it = not answer.inherited and answer.status == before.status and key.indication in answer.indications
    if before.if_read or (before.inherited and said_of_it):
        return True
    denied = answer.status in DENIED
    forms = key.indication == "mdd" and any(replace(key, indication=form) in answers for form in FORMS_OF_MDD)
    only_titled = forms and not named_indications(before.passage) and key.indication in answer.indications
    # Where "refer to the off-label use policy" stands beside a denial, the denial answers.
    points_on = before.status == "case_by_case" and OFF_LABEL_POLICY.search(before.passage)
    return denied and bool(before.inherited or only_titled or points_on)


# "We authorize the first course of either drug when …", under a title of both.
_OF_EACH = compiled(
    r"\b(?:either|both|each)(?: of (?:the|these)(?: two)?)? (?:drugs?|medications?|medicines?|products?|agents?|"
    r"treatments?)\b",
    re.IGNORECASE,
)
# Classes that chapters of a manual are titled by.
_OF_CHAPTERS: frozenset[Indication] = frozenset({"psychiatric"})


def only_denied(said: Statements) -> frozenset[Product]:
    """The drugs that answers speak of by name to deny them, and never to cover them."""
    uses = [answer for answer in said.answers if answer.indications != ("other",)]
    named = [(product, answer.status) for answer in uses for product in named_products(answer.passage)]
    denied = {product for product, status in named if status in DENIED}
    lists = [requirement for requirement in said.requirements if requirement.listed and len(requirement.products) == 1]
    listed = {product for requirement in lists for product in requirement.products}
    return frozenset(denied - listed - {product for product, status in named if status not in DENIED})


def denied_by_name(said: Statements) -> frozenset[tuple[Product, Indication]]:
    """The drugs with the uses that a sentence denies which names both, or the class of the use; what a sentence on
    "all other" uses denies is not among them, nor what another covers by name.
    """
    told = [answer for answer in said.answers if answer.product in named_over(answer)]
    denied = {(one.product, use) for one in told if one.status in DENIED for use in _denied_uses(one)}
    return frozenset(
        denied - {(one.product, use) for one in told if one.status == "covered" for use in one.indications}
    )


def of_the_chapter(asked: Key, answer: Answer, said: Statements) -> bool:
    """Whether cover is for the class of uses that only a title over it names ("Treatment of mental disorders"), in a
    document that covers the drug for uses by name.
    """
    if asked.indication not in _OF_CHAPTERS or answer.status != "covered":
        return False
    if asked.indication in named_indications(answer.passage):
        return False
    others = (one for one in said.answers if one.product == asked.product and one.status == "covered")
    return any(set(one.indications) - _OF_CHAPTERS for one in others)


def _denied_uses(denial: Answer) -> Iterator[Indication]:
    for use in () if is_residual(denial.passage) else denial.indications:
        yield use
        yield from FORMS_OF_MDD if use in _CLASSES else ()


def named_over(answer: Answer) -> tuple[Product, ...]:
    """The drugs that the passage of an answer names, or else the one that the nearest heading with a drug names."""
    above = next(filter(None, map(named_products, reversed(answer.place))), ())
    return named_products(answer.passage) or (above if len(above) == 1 else ())


def is_anothers(asked: Key, answer: Answer, denied: frozenset[tuple[Product, Indication]], said: Statements) -> bool:
    """Whether cover that names no drug, under a title of several, is that of another: `asked` is denied by name."""
    if answer.status != "covered" or (asked.product, asked.indication) not in denied or named_over(answer):
        return False
    if speaks_of_each(answer.passage) or any(speaks_of_each(one.passage) for one in _beside(answer, said)):
        return False
    sharing = [one.product for one in said.answers if one.passage == answer.passage and one.status == "covered"]
    asking = [product for one in said.requirements if one.node.block.text == answer.passage for product in one.products]
    return any((product, asked.indication) not in denied for product in (*sharing, *asking))


def speaks_of_each(text: str) -> bool:
    """Whether a text says that it is of each of the drugs that its title names ("either drug")."""
    return bool(_OF_EACH.search(text))


def _beside(answer: Answer, said: Statements) -> Iterator[Answer]:
    """The answers under the headings of another."""
    return (one for one in said.answers if one.place == answer.place)


def is_of_another_drug(product: Product, asked: Requirement, said: Statements) -> bool:
    """Whether what is asked under a title of several drugs, for uses that another of them is said to be covered for, is
    of that one: of `product` something is said by name, and not that it is covered for any of these uses.
    """
    uses = set(asked.indications)
    if (
        len(asked.products) < _SEVERAL
        or not uses
        or any(named_products(part.block.text) for part in walk((asked.node,)))
    ):
        return False
    covered = [answer for answer in said.answers if answer.status == "covered"]
    # By name, where a name is given: "a request is granted if …" is said of every drug of the title.
    named_so = [answer for answer in covered if named_over(answer)]
    by_name = uses <= {use for answer in named_so if answer.product != product for use in answer.indications}
    covered = named_so if by_name and not any(speaks_of_each(answer.passage) for answer in covered) else covered
    own = {use for answer in covered if answer.product == product for use in answer.indications}
    others = {use for answer in covered if answer.product != product for use in answer.indications}
    named = any(answer.product == product and product in named_products(answer.passage) for answer in said.answers)
    return named and uses <= others and not uses & own


def is_renewed_for_another(asked: Key, answer: Answer, answers: Mapping[Key, Answer]) -> bool:
    """Whether a renewal that names no drug is of another drug's first approval: that one is covered for the use at
    first, the drug that is asked about is not.
    """
    named = any(map(named_products, (answer.passage, *answer.place[1:])))
    if answer.phase != "renewal" or answer.status in DENIED or named:
        return False
    at_first = {
        key.product
        for key, first in answers.items()
        if key.phase == "initial" and key.indication == asked.indication and first.status == "covered"
    }
    return bool(at_first) and asked.product not in at_first


def refers(key: Key, answers: dict[Key, Answer]) -> bool:
    """Whether a denial that names neither drug nor use ("this service is denied") is one of those that do, again."""
    answer = answers[key]
    if key.indication != "any" or answer.status not in DENIED or named_products(answer.passage):
        return False
    if not _THE_SERVICE.search(answer.passage):
        return False
    named = [other.status for each, other in answers.items() if each.product == key.product and each != key]
    again = answer.status in named or (bool(named) and DENIED.issuperset(named))
    return again and not is_for_everything(answer.passage)


def apart(key: Key, answer: Answer, answers: dict[Key, Answer]) -> Key:
    """`key`, with its route where another route is answered for too ("by vein is covered, by mouth is not")."""
    before = answers.get(key)
    if before is None or before.inherited:
        return key
    own, other = answer.route, before.route
    return replace(key, route=own) if "any" not in (own, other) and own != other else key


def in_first_route(key: Key, answer: Answer, found: dict[Key, Position]) -> Position:
    """The position of a renewal that names no route, by the route that the first approval of its use is for."""
    first = found.get(Key(key.product, key.indication, "initial"))
    unsaid = found[key].route == "any" and not named_routes(key.product, answer.passage)
    return replace(found[key], route=first.route) if key.phase == "renewal" and first and unsaid else found[key]


def is_of_a_new_use(use: Indication, answer: Answer, covered: Mapping[Product, Sequence[Indication]]) -> bool:
    """Whether an answer other than cover, under a title of renewals, is of a use that it names and no first approval
    covers: nobody renews what was never granted.
    """
    named = use in answer.indications and use not in covered.get(answer.product, ())
    return named and answer.phase == "renewal" and answer.status != "covered" and read_phase(answer.passage) is None


def is_renewed_in_vain(key: Key, answer: Answer, answers: dict[Key, Answer]) -> bool:
    """Whether a renewal that names no drug is of a use whose first approval is denied, or one that names no use is of
    a use that is reviewed case by case.
    """
    first = answers.get(Key(key.product, key.indication, "initial"))
    if answer.phase != "renewal" or first is None:
        return False
    reviewed = first.status == "case_by_case" and not answer.indications
    return reviewed or (first.status in DENIED and not named_products(answer.passage))
