"""All that the families of criteria read in one clause."""

from __future__ import annotations

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
from parsers.criteria.contrary import contrary, what_suffices
from parsers.criteria.lifted import only_lifts_trials
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.narrative import is_told
from parsers.criteria.scale_facts import spells_out
from parsers.criteria.score_bands import grades_scores
from parsers.criteria.told_facts import FACTS
from parsers.criteria.unasked import only_advises
from parsers.criteria.wording import Clause, Finding
from parsers.criteria.wording import clause as as_clause
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Phase

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
_AGES: tuple[CriterionKey, ...] = ("age_min", "age_max")
# The topic under which a number alone is one of drugs that have failed.
FAILED = "failed"
# e.g. "claims exceeding 24 devices in 28 days": what is denied beyond an amount is limited to it.
_EXCEEDS = compiled(
    r"> (?:an? (?:dose|total) of )?\d|\bexceed\w*\b[^.;]{0,60}\b(?:limits?|maximum|allowed)\b[^.;]{0,40}\d"
)

# "The prescribing information has been reviewed, including its warnings, the REMS and the doses": none of what the
# label tells is asked for by that.
_LABEL = r"(?:prescribing information|package inserts?|(?:product |drug |fda )?label(?:l?ing)?|medication guides?)"
_TAKES_IN = r"[^.;]{0,40}\b(?:including|inclusive of|with its|with the|among (?:it|them)|such as)\b"
_ONLY_READ = compiled(
    rf"\b{_LABEL}\b[^.;]{{0,50}}\b(?:has|have|was|were) (?:been )?(?:\w+ly )?(?:reviewed|read|consulted){_TAKES_IN}"
    rf"|\b(?:reviewed|read|consulted|is familiar with) (?:the |its |all of |full |current )*{_LABEL}\b{_TAKES_IN}"
)
_IS_REQUESTED = compiled(
    r"^\W*(?:\w+ ){0,2}(?:claims?|requests?|prescriptions?|orders?|dos(?:e|es|age|ing)|frequency|sessions?|treatments?|"
    r"amounts?)\b|^\W*(?:will )?(?:the )?(?:drug|spray|it) be (?:given|used|taken) >|^\W*> \d+ (?:mg|sessions"
    r"|treatments|doses)\b"
)
_OF_ANOTHER_DRUG = compiled(
    r"\bopioid|\bmorphine|\bmme\b|\bbenzodiazepin|\blithium|\balcohol|"
    r"\bmg (?:of|per day of) (?!esketamine|spravato|ketamine|the drug|it\b)"
)


def findings_in(text: str, phase: Phase = "initial", topic: str = "") -> tuple[Finding, ...]:
    """All that the families read in a text by itself, or under a topic, as asked of a request in `phase`."""
    return findings(as_clause(text, page=1, phase=phase, topic=topic))


def _is_no_demand(text: str) -> bool:
    """Whether a text spells out abbreviations, or recommends what it says is not asked for."""
    return spells_out(text) or only_advises(text)


# The positions of one document share most clauses; the cache holds those of one long document.
@lru_cache(maxsize=1024)
def findings(clause: Clause) -> tuple[Finding, ...]:
    """All that the families read in a clause, none twice."""
    if is_told(clause.plain) or FACTS.stands_in(clause.plain) or _ONLY_READ.search(clause.plain):
        return ()
    if grades_scores(clause.words) or only_lifts_trials(clause.text) or _is_no_demand(clause.text):
        return ()
    if under_exclusion(clause.topic):
        return _barring(clause)
    if (asked := what_suffices(clause.plain)) and (suffices := findings(clause.within(asked))):
        return suffices
    return _read_by(_FAMILIES, clause)


def _read_by(families: Iterable[Callable[[Clause], Iterable[Finding]]], clause: Clause) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(finding for family in families for finding in family(clause)))


def _barring(clause: Clause) -> tuple[Finding, ...]:
    """An item of a list of bars: conditions, or the contrary of what it says ("fewer than two drugs have failed")."""
    # The last word of a list of bars may be how long an approval lasts.
    if lengths := tuple(authorization.read(clause)):
        return lengths
    if _EXCEEDS.search(clause.words) and (supply := tuple(_limits(clause))):
        return supply
    screened = tuple(finding for finding in safety.read(clause) if finding.key == "uds")
    barred = (*_read_by(_BARRING_FAMILIES, clause), *screened)
    asked = contrary(clause.plain)
    if asked is None or any(finding.key in _AGES or is_listed(str(finding.value)) for finding in barred):
        return barred
    return _read_by(_FAMILIES, replace(clause.within(asked), topic="")) or barred


def _limits(clause: Clause) -> Iterator[Finding]:
    """What a request may not exceed: its supply, and the dose and number of its sessions."""
    yield from quantity.read(clause)
    if _IS_REQUESTED.match(clause.words) and not _OF_ANOTHER_DRUG.search(clause.words):
        yield from dosing.read(clause)
