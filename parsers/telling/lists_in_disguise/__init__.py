"""Tables, lines and headings that are lists of what is asked: columns of uses, crossed boxes, led rows, decisions.

Behind the steps that cut a table to our drug; from here on what a table asks for is an item under its lead-in.
"""

from __future__ import annotations

from parsers.telling.lists_in_disguise.absent_items import with_absent_items
from parsers.telling.lists_in_disguise.answer_columns import with_answers_in_cells
from parsers.telling.lists_in_disguise.applies_columns import with_rows_by_request
from parsers.telling.lists_in_disguise.bar_columns import with_bars_apart
from parsers.telling.lists_in_disguise.chosen_treatments import with_treatments_to_choose
from parsers.telling.lists_in_disguise.commented_rows import with_comments_apart
from parsers.telling.lists_in_disguise.corner_phases import with_corner_phases, without_never_renewed
from parsers.telling.lists_in_disguise.counted_groups import with_groups_counted
from parsers.telling.lists_in_disguise.crossed_items import with_crossed_items
from parsers.telling.lists_in_disguise.decision_tables import with_decisions_listed
from parsers.telling.lists_in_disguise.demands_over_lists import with_demands_kept
from parsers.telling.lists_in_disguise.excusing_leads import with_excusing_leads
from parsers.telling.lists_in_disguise.led_rows import with_led_rows
from parsers.telling.lists_in_disguise.named_rules import with_rules_listed
from parsers.telling.lists_in_disguise.numbered_rows import with_numbered_rows
from parsers.telling.lists_in_disguise.reasons_by_section import with_reasons_by_section
from parsers.telling.lists_in_disguise.refusing_leads import with_refusing_leads
from parsers.telling.lists_in_disguise.score_tables import with_scores_listed
from parsers.telling.lists_in_disguise.telling_headings import with_headings_told
from parsers.telling.lists_in_disguise.trial_tables import with_trial_tables_told
from parsers.telling.lists_in_disguise.use_columns import with_uses_in_columns
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    Retelling(with_trial_tables_told),
    with_numbered_rows,
    with_refusing_leads,
    Retelling(with_reasons_by_section),
    Retelling(with_treatments_to_choose),
    Retelling(with_excusing_leads),
    with_groups_counted,
    with_rules_listed,
    with_crossed_items,
    with_rows_by_request,
    with_bars_apart,
    with_corner_phases,
    without_never_renewed,
    with_uses_in_columns,
    with_comments_apart,
    with_led_rows,
    with_scores_listed,
    with_absent_items,
    with_demands_kept,
    with_headings_told,
    with_answers_in_cells,
    with_decisions_listed,
)
