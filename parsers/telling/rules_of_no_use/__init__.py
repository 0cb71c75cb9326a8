"""Passages that a sentence sets aside (background, the label's own doses) and rules of drugs beside ours.

Each is known by what stands before or behind it in the document as printed, which later steps put in other words.
"""

from __future__ import annotations

from parsers.lists.listed_names import without_other_names
from parsers.telling.class_lists import without_rules_of_others
from parsers.telling.rules_of_no_use.background_from_here import without_called_background
from parsers.telling.rules_of_no_use.class_demands import with_class_demands
from parsers.telling.rules_of_no_use.class_exceptions import without_rules_set_apart
from parsers.telling.rules_of_no_use.contract_talk import without_contract_talk
from parsers.telling.rules_of_no_use.included_drugs import with_included_drugs
from parsers.telling.rules_of_no_use.listed_parties import without_listed_parties
from parsers.telling.rules_of_no_use.others_beside import without_others_beside
from parsers.telling.rules_of_no_use.questions_on_others import without_answers_on_others
from parsers.telling.rules_of_no_use.recited_tables import without_recited_tables
from parsers.telling.rules_of_no_use.sections_of_others import without_sections_of_others
from parsers.telling.rules_of_no_use.sections_pointed_at import without_sections_pointed_at
from parsers.telling.rules_of_no_use.supply_chain import without_supply_chain
from parsers.telling.rules_of_no_use.told_claims import without_told_claims
from parsers.telling.rules_of_no_use.uses_outside import without_uses_outside
from parsers.telling.rules_of_no_use.worked_examples import without_worked_examples
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    without_uses_outside,
    without_sections_pointed_at,
    without_listed_parties,
    Retelling(without_others_beside),
    Retelling(with_included_drugs),
    without_called_background,
    without_worked_examples,
    Retelling(without_told_claims),
    Retelling(without_contract_talk),
    Retelling(without_supply_chain),
    without_recited_tables,
    # While what sets ours apart from its class still stands.
    Retelling(with_class_demands),
    without_sections_of_others,
    without_rules_of_others,
    without_rules_set_apart,
    without_other_names,
    without_answers_on_others,
)
