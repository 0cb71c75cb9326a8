"""What holds no longer: eras of a policy, rules beside those that replace them, answers up to a day.

Before anything is read, for a later step would take what held once for what holds.
"""

from __future__ import annotations

from parsers.telling.lapsed_rules.announced_changes import without_announced_changes
from parsers.telling.lapsed_rules.changes_told_twice import without_changes_told_twice
from parsers.telling.lapsed_rules.ended_answers import with_answers_in_force
from parsers.telling.lapsed_rules.lifted_denials import without_lifted_denials
from parsers.telling.lapsed_rules.open_approvals import without_open_approvals
from parsers.telling.lapsed_rules.past_eras import without_past_eras
from parsers.telling.lapsed_rules.replaced_rules import without_replaced_rules
from parsers.telling.lapsed_rules.told_pasts import without_told_pasts
from parsers.telling.lapsed_rules.unchanged_marks import without_unchanged_marks
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    Retelling(without_unchanged_marks),
    without_past_eras,
    without_replaced_rules,
    without_lifted_denials,
    Retelling(with_answers_in_force),
    Retelling(without_told_pasts),
    Retelling(without_open_approvals),
    Retelling(without_announced_changes),
    Retelling(without_changes_told_twice),
)
