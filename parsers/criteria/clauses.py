"""One clause to the part of a criteria tree that it states."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from parsers.criteria import (
    acuity,
    age,
    authorization,
    diagnosis,
    dosing,
    exclusions,
    failed_trials,
    oral_antidepressant,
    paperwork,
    prescriber,
    quantity,
    renewal,
    safety,
    steps,
    treatments,
)
from parsers.criteria.conditions import is_listed
from parsers.criteria.contrary import contrary
from parsers.criteria.lists import quantifier
from parsers.criteria.narrative import is_told
from parsers.criteria.trees import QUALITIES, group, keys, present, with_intolerance
from parsers.criteria.wording import Clause, Finding
from parsers.models import CriterionKey, Group, Leaf, Tree

_FAMILIES: tuple[Callable[[Clause], Iterable[Finding]], ...] = (
    age.read, diagnosis.read, failed_trials.read, oral_antidepressant.read, treatments.read, steps.read, acuity.read,
    prescriber.read, exclusions.read, safety.read, renewal.read, paperwork.read, dosing.read, quantity.read,
    authorization.read,
)  # fmt: skip
# Under "not covered when any of the following", an item names what bars, or the contrary of what is asked for.
_BARRING_FAMILIES = (age.read, exclusions.read)

# Limits and paperwork never decide who is admitted (contract, `check`): they are leaves of the root.
ROOT_KEYS: frozenset[CriterionKey] = frozenset((
    "initial_auth_days", "renewal_auth_days", "quantity_limit", "dose_max_mg", "frequency_max_per_week", "course_cap",
    "documentation", "pdmp_check", "uds", "off_label_route", "label_dynamic",
))  # fmt: skip
# What only qualifies a trial is no alternative to counting trials: "improvement in symptoms or scores of 25% or less".
_QUALIFIERS = QUALITIES | {"failed_ad_classes", "episode_scope", "lookback_months", "documentation"}
_ALTERNATIVES: tuple[CriterionKey, ...] = (
    "severity_min",
    "site",
    "mdsi_acuity",
    "renewal_response",
    "diagnosis_standard",
)
_AGES = ("age_min", "age_max")
_UNLESS = re.compile(r"\b(?:unless|except (?:when|if|where|that)) (.+)$")
# Exclusions have their own way of being lifted (is_overridable), failures that of intolerance.
_LIFTED_ELSEWHERE: frozenset[CriterionKey] = frozenset(("exclusion", "intolerance_counts", "sud_remission_months"))
_SUBSTANCE = "substance_use_disorder"
_CHOSEN: tuple[CriterionKey, ...] = ("severity_min", "preferred_step")
_OR = re.compile(
    r",? (?:or|and/or)(?! (?:more|greater|higher|above|older|over|longer|less|fewer|lower|below|younger|under"
    r"|better|worse"
    r"|equal|up)\b)(?: else)? (?:\(?(?:[a-h]|[ivx]{1,4}|\d)[).] )?|; ?(?:or )?"
)
_AND = re.compile(r"(?:,|;) and (?=either\b|\w)|\band either\b|: (?=either\b)")


# The positions of one document share most clauses; the cache holds those of one long document.
@lru_cache(maxsize=1024)
def findings(clause: Clause) -> tuple[Finding, ...]:
    """All that the families read in a clause, none twice."""
    if is_told(clause.plain):
        return ()
    if exclusions.under_exclusion(clause.topic):
        return _barring(clause)
    return _read_by(_FAMILIES, clause)


def _read_by(families: Iterable[Callable[[Clause], Iterable[Finding]]], clause: Clause) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(finding for family in families for finding in family(clause)))


def _barring(clause: Clause) -> tuple[Finding, ...]:
    """An item of a list of bars: conditions, or the contrary of what it says ("fewer than two drugs have failed")."""
    barred = _read_by(_BARRING_FAMILIES, clause)
    asked = contrary(clause.plain)
    if asked is None or any(finding.key in _AGES or is_listed(str(finding.value)) for finding in barred):
        return barred
    return _read_by(_FAMILIES, replace(clause.within(asked), topic="")) or barred


def unparsed(clause: Clause) -> Leaf:
    """A criterion that fits no key, kept with its text."""
    return Leaf("unparsed", None, clause.text, clause.page)


def read_clause(clause: Clause) -> Tree | None:
    """The criteria a clause states, or None when the families read nothing in it."""
    whole = findings(clause)
    if not whole:
        return None
    return _excepted(clause, _disjunction(clause, whole) or _conjunction(clause, whole))


def _excepted(clause: Clause, tree: Tree | None) -> Tree | None:
    """The tree, or an exception that no family reads: "…, unless none practises there" is kept with its text."""
    exception = _UNLESS.search(clause.words)
    if tree is None or exception is None or keys(tree) & _LIFTED_ELSEWHERE or not keys(tree) - ROOT_KEYS:
        return tree
    return tree if findings(clause.within(exception[1])) else group("any", (tree, unparsed(clause)))


def _leaf(clause: Clause, finding: Finding) -> Leaf:
    return Leaf(finding.key, finding.value, clause.text, clause.page)


def _conjunction(clause: Clause, found: Iterable[Finding]) -> Tree | None:
    return group("all", _parts(clause, tuple(found)))


def _parts(clause: Clause, found: tuple[Finding, ...]) -> Iterator[Tree]:
    """The leaves of a clause, grouped where the language of the field groups them."""
    keyed: dict[CriterionKey, list[Tree]] = {}
    for finding in found:
        keyed.setdefault(finding.key, []).append(_leaf(clause, finding))
    barred = keyed.pop("exclusion", [])
    remission = keyed.pop("sud_remission_months", [])
    asked = [tree for key, leaves in keyed.items() for tree in _together(clause, key, leaves)]
    yield from with_intolerance(asked, steps=True)
    yield from _barred(clause, barred, remission)


def _together(clause: Clause, key: CriterionKey, leaves: list[Tree]) -> Iterator[Tree]:
    """Leaves of one key: alternatives, a choice of so many of them, or all of them."""
    asked = quantifier(clause.words) if key in _CHOSEN and len(leaves) > 1 else None
    if asked is not None and asked.op == "at_least" and asked.n and asked.n < len(leaves):
        yield Group("at_least", tuple(leaves), asked.n)
    elif key in _ALTERNATIVES or (key == "preferred_step" and steps.are_alternatives(clause.plain)):
        yield from present((group("any", leaves),))
    else:
        yield from leaves


def _barred(clause: Clause, barred: list[Tree], remission: list[Tree]) -> Iterator[Tree]:
    """Exclusions, and what lifts them; remission lifts a substance use disorder only."""
    substance = [leaf for leaf in barred if remission and isinstance(leaf, Leaf) and leaf.value == _SUBSTANCE]
    if substance:
        if others := tuple(leaf for leaf in barred if leaf not in substance):
            yield Group("none", others)
        yield Group("any", (Group("none", tuple(substance)), *remission))
    elif remission:
        yield from ([Group("none", tuple(barred))] if barred else [])
        yield from remission
    elif not barred:
        return
    elif exclusions.is_overridable(clause):
        yield Group("any", (Group("none", tuple(barred)), unparsed(clause)))
    else:
        yield Group("none", tuple(barred))


def _disjunction(clause: Clause, whole: tuple[Finding, ...]) -> Tree | None:
    """The clause as alternatives, where its parts on either side of "or" each state criteria of their own.

    Accepted only when the parts together state exactly what the whole states: a split that changes the reading
    cut through a phrase ("monotherapy or with an antidepressant") and is dropped.
    """
    heads, tail = _conjuncts(clause)
    branches = [tuple(findings(clause.within(part))) for part in _OR.split(tail) if part.strip()]
    deciding = [
        tuple(f for f in branch if f.key not in ROOT_KEYS and f.key != "intolerance_counts") for branch in branches
    ]
    if (
        len(branches) < 2
        or not all(deciding)
        or len(set(deciding)) < 2
        or any(f.key == "exclusion" for b in branches for f in b)
        or {f.key for branch in deciding for f in branch} == {"preferred_step"}
    ):
        return None
    if not all(_comparable(branch, deciding) for branch in deciding):
        return None
    head = [finding for part in heads for finding in findings(clause.within(part))]
    stated = {*head, *(finding for branch in branches for finding in branch)}
    if stated != set(whole):
        return None
    shared, branches = _hoisted(branches)
    limits = [finding for finding in whole if finding.key in ROOT_KEYS]
    trees = [_conjunction(clause, (f for f in branch if f.key not in ROOT_KEYS)) for branch in branches]
    alternatives = group("any", [tree for tree in trees if tree])
    return group(
        "all",
        [*_parts(clause, (*head, *shared)), *([alternatives] if alternatives else []), *_parts(clause, tuple(limits))],
    )


def _comparable(branch: tuple[Finding, ...], others: list[tuple[Finding, ...]]) -> bool:
    """Whether a branch can stand as an alternative: of qualifiers alone, only to branches that qualify the same."""
    keys = {finding.key for finding in branch}
    return not keys <= _QUALIFIERS or all(keys & {finding.key for finding in other} for other in others)


def _conjuncts(clause: Clause) -> tuple[list[str], str]:
    """What is demanded in any case, and the rest: "and" after a comma binds looser than "or"."""
    pieces = _AND.split(clause.words)
    cut = len(pieces) - 1
    while cut > 0 and not _OR.search(pieces[cut]):
        cut -= 1
    if cut <= 0 or not findings(clause.within(" ".join(pieces[:cut]))):
        return [], clause.words
    return [*pieces[:cut], *pieces[cut + 1 :]], pieces[cut]


def _hoisted(branches: list[tuple[Finding, ...]]) -> tuple[list[Finding], list[tuple[Finding, ...]]]:
    """Split off what the first alternative says for all: "three drugs, after 4 weeks at … or 8 weeks at …"."""
    first, *rest = branches
    keys = [{finding.key for finding in branch} for branch in rest]
    common = set.intersection({finding.key for finding in first}, *keys)
    if not common or any(other - {f.key for f in first} for other in keys):
        return [], branches
    shared = [finding for finding in first if not any(finding.key in other for other in keys)]
    return shared, [tuple(finding for finding in first if finding not in shared), *rest]
