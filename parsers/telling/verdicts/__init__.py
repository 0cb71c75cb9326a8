"""Answers told as bare verdicts: labels over lists of uses, clauses of reviewers' notes, one word behind a use.

Each becomes the plain sentence or lead-in that the reading of statements knows ("Ketamine is not covered for …").
"""

from __future__ import annotations

from parsers.telling.steps import Retelling, Stage
from parsers.telling.verdicts.clauses import with_clauses_told
from parsers.telling.verdicts.drugs_in_lists import with_listed_drugs_told
from parsers.telling.verdicts.old_answers import with_old_answers
from parsers.telling.verdicts.over_lists import with_verdicts_over_lists
from parsers.telling.verdicts.phased_answers import with_phases_answered
from parsers.telling.verdicts.plain_verdicts import with_plain_verdicts
from parsers.telling.verdicts.pointing_back import with_uses_in_leads, with_verdicts_before_lists
from parsers.telling.verdicts.prose import with_answers_in_prose
from parsers.telling.verdicts.titled_use import with_use_of_title
from parsers.telling.verdicts.two_drugs import with_drugs_apart
from parsers.telling.verdicts.uses_named_after import with_uses_named_after
from parsers.telling.verdicts.verbs import with_verbs_told

STAGE: Stage = (
    Retelling(with_uses_named_after),
    Retelling(with_drugs_apart),
    Retelling(with_listed_drugs_told),
    Retelling(with_old_answers),
    Retelling(with_phases_answered),
    Retelling(with_verbs_told),
    Retelling(with_plain_verdicts),
    Retelling(with_uses_in_leads),
    Retelling(with_verdicts_before_lists),
    Retelling(with_verdicts_over_lists),
    Retelling(with_clauses_told),
    Retelling(with_answers_in_prose),
    Retelling(with_use_of_title),
)
