"""Rows and columns of a table that are on several drugs or classes: what they say of ours, as its own.

Numbers of rows and names of parties stand in columns of their own and go first: they hide which cell names the drug.
"""

from __future__ import annotations

from parsers.class_entries import without_rules_beside
from parsers.class_rules import with_class_rules
from parsers.class_tables import with_own_tier
from parsers.continued_rows import with_rows_continued
from parsers.denied_in_others_rows import with_only_the_denial
from parsers.drug_columns import with_drugs_in_columns
from parsers.drug_marks import with_marks_by_drug
from parsers.letters_for_drugs import with_letters_spelled
from parsers.limit_marks import with_limits_spelled
from parsers.mark_legends import with_legend_told
from parsers.party_columns import without_party_columns
from parsers.phases_over_rows import with_phases_over_rows
from parsers.row_numbers import without_row_numbers
from parsers.rows_under_uses import with_rows_under_uses
from parsers.rules_of_all import with_rules_of_all
from parsers.shared_cells import with_own_part
from parsers.staged_amounts import with_stages_told
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    # The words of a legend before letters that are known without one.
    Retelling(with_legend_told),
    Retelling(with_limits_spelled),
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
    # The amounts of ours, once those of other drugs are gone.
    Retelling(with_stages_told),
)
