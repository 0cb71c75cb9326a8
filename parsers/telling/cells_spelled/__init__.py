"""Cells, letters and terms that say something only with the title, key or section that they stand under.

What the parts of a table or form are about stands in the text from here on, for the references that follow.
"""

from __future__ import annotations

from parsers.amounts.titled_amounts import with_amounts_spelled
from parsers.amounts.untitled_lengths import with_titles_of_lengths
from parsers.phases.phased_cells import with_first_columns, with_first_rows
from parsers.sections.titled_answers import with_titled_terms
from parsers.telling.cells_spelled.keyed_rows import with_keyed_rows
from parsers.telling.cells_spelled.lettered_entries import with_lettered_entries
from parsers.telling.cells_spelled.referred_sections import with_referred_sections
from parsers.telling.cells_spelled.status_keys import with_statuses_spelled
from parsers.telling.cells_spelled.unread_lines import with_unread_lines_listed
from parsers.telling.cells_spelled.unread_rows import with_unread_rows_titled
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    with_titles_of_lengths,
    Retelling(with_amounts_spelled),
    with_first_columns,
    Retelling(with_first_rows),
    Retelling(with_lettered_entries),
    with_statuses_spelled,
    with_titled_terms,
    with_referred_sections,
    with_keyed_rows,
    with_unread_rows_titled,
    with_unread_lines_listed,
)
