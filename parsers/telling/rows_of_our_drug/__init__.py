"""Rows and columns of a table that are on several drugs or classes: what they say of ours, as its own.

Numbers of rows and names of parties stand in columns of their own and go first: they hide which cell names the drug.
"""

from __future__ import annotations

from parsers.amounts.staged_amounts import with_stages_told
from parsers.tables.class_tables import with_own_tier
from parsers.tables.row_numbers import without_row_numbers
from parsers.telling.class_entries import without_rules_beside
from parsers.telling.rows_of_our_drug.class_rules import with_class_rules
from parsers.telling.rows_of_our_drug.continued_rows import with_rows_continued
from parsers.telling.rows_of_our_drug.demands_by_column import with_demands_by_column
from parsers.telling.rows_of_our_drug.denied_in_others_rows import with_only_the_denial
from parsers.telling.rows_of_our_drug.drug_columns import with_drugs_in_columns
from parsers.telling.rows_of_our_drug.drug_marks import with_marks_by_drug
from parsers.telling.rows_of_our_drug.letters_for_drugs import with_letters_spelled
from parsers.telling.rows_of_our_drug.limit_marks import with_limits_spelled
from parsers.telling.rows_of_our_drug.mark_legends import with_legend_told
from parsers.telling.rows_of_our_drug.notes_in_cells import with_notes_in_cells
from parsers.telling.rows_of_our_drug.party_columns import without_party_columns
from parsers.telling.rows_of_our_drug.phases_over_rows import with_phases_over_rows
from parsers.telling.rows_of_our_drug.rows_under_uses import with_rows_under_uses
from parsers.telling.rows_of_our_drug.rules_of_all import with_rules_of_all
from parsers.telling.rows_of_our_drug.shared_cells import with_own_part
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    # The words of a legend before letters that are known without one.
    Retelling(with_legend_told),
    Retelling(with_limits_spelled),
    # Behind what parts a cell at its commas, which a note has too.
    Retelling(with_notes_in_cells),
    without_row_numbers,
    without_party_columns,
    with_phases_over_rows,
    with_rows_under_uses,
    with_own_tier,
    Retelling(with_rows_continued),
    Retelling(with_class_rules),
    Retelling(with_drugs_in_columns),
    with_marks_by_drug,
    Retelling(with_letters_spelled),
    with_own_part,
    Retelling(without_rules_beside),
    with_only_the_denial,
    Retelling(with_rules_of_all),
    Retelling(with_demands_by_column),
    # The amounts of ours, once those of other drugs are gone.
    Retelling(with_stages_told),
)
