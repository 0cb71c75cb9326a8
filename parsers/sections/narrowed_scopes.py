"""A scope as a sentence, a lead-in or the title of what bars patients narrows it."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.amounts.amounts import sets_a_use_apart, uses_in_turn
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.every_use import is_for_all, is_of_every_use
from parsers.language.glosses import glosses_of
from parsers.language.patterns import compiled
from parsers.models import Indication, Status
from parsers.phases.phases import names_both_phases, read_phase
from parsers.sections.section_scopes import Scope
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import FORMS_OF_MDD, apart_from_conditions, named_indications
from parsers.uses.scopes import is_label, positive_indications, required_indications, stated_indications
from parsers.uses.waivers import without_waiver

# "Criteria for depression (all must apply)": how many of the items below a title they must meet.
_HOW_MANY = compiled(r"\s*(?:\([^()]*\b(?:all|any|each|every|one|both|must)\b[^()]*\))?\W*$", re.IGNORECASE)


def of_bars(above: Scope, heading: str) -> Scope:
    """`above` for conditions that bar patients, as their heading says of which uses and phases."""
    uses = () if is_for_all(heading) else positive_indications(heading) or above.indications
    every_phase = above.every_phase or names_both_phases(heading)
    phase = None if names_both_phases(heading) else read_phase(heading) or above.phase
    return replace(above, indications=uses, phase=phase, every_phase=every_phase)


def in_phases(scope: Scope, lead: str) -> Scope:
    """`scope` for what bars patients, as its lead-in says of which phases ("on initial as on continuing requests") and
    whether for every use or for some by their letters.
    """
    lettered = named_indications("; ".join(glosses_of(lead)))
    scope = replace(scope, indications=lettered) if lettered or is_of_every_use(lead) else scope
    if names_both_phases(lead):
        return replace(scope, phase=None, every_phase=True)
    named = read_phase(lead)
    return replace(scope, phase=named, every_phase=False) if named else scope


def narrowed(scope: Scope, text: str, status: Status | None, *, only_conditions: bool = False) -> Scope:
    """`scope` as a sentence or lead-in leaves it: its phase, status and the indications that it names."""
    text = text if status else without_waiver(text)[0]
    if only_conditions:
        named = uses_in_turn(text) or condition(text)
    elif status:
        named = stated_indications(text, scope.indications)
        named = named if named_products(text) else _of_form(named, scope)
    else:
        named = apart_from_conditions(required_indications(text) or condition(text) or _titled_use(text))
        named = _of_form(named, scope)
    # "Granted for 6 months (the other use: 4 weeks)" is of both.
    named = () if status == "covered" and not named_products(text) and sets_a_use_apart(text) else named
    # "Either way, prior authorization is needed" answers for no use of its own.
    of_all = _excepts_its_own(text, scope) or _is_of_all(text, status, named)
    kept = () if of_all else named or scope.indications
    phase = read_phase(text)
    leads_in = not status or text.rstrip().endswith(":")
    every_phase = phase is None and (scope.every_phase or (leads_in and names_both_phases(text)))
    return replace(
        scope,
        phase=phase or scope.phase,
        indications=kept,
        status=status or scope.status,
        every_phase=every_phase,
        shares_amounts=scope.shares_amounts and phase is None,
    )


def _excepts_its_own(text: str, scope: Scope) -> bool:
    """Whether a text gives one amount to all, and another to a use that it would be read under."""
    of_one = len(scope.indications) == 1 and not named_products(text) and sets_a_use_apart(text)
    return of_one and scope.indications == positive_indications(text)


def _is_of_all(text: str, status: Status | None, named: tuple[Indication, ...]) -> bool:
    return is_for_all(text) and not (status and (named or read_status(text)))


def _titled_use(text: str) -> tuple[Indication, ...]:
    """The use that a line is the title of, with how much of its list is asked in brackets or without."""
    title = _HOW_MANY.sub("", text)
    return positive_indications(title) if is_label(title) else ()


def _of_form(named: tuple[Indication, ...], scope: Scope) -> tuple[Indication, ...]:
    """The uses that a clause names; depression as such goes on with the form that it is asked under."""
    return scope.indications if named == ("mdd",) and FORMS_OF_MDD & set(scope.indications) else named
