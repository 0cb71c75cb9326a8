"""Cells, letters and terms that say something only with the title, key or section that they stand under.

What the parts of a table or form are about stands in the text from here on, for the references that follow.
"""

from __future__ import annotations

from parsers.keyed_rows import with_keyed_rows
from parsers.lettered_entries import with_lettered_entries
from parsers.phased_cells import with_first_columns, with_first_rows
from parsers.referred_sections import with_referred_sections
from parsers.status_keys import with_statuses_spelled
from parsers.telling.steps import Retelling, Stage
from parsers.titled_amounts import with_amounts_spelled
from parsers.titled_answers import with_titled_terms

STAGE: Stage = (
    Retelling(with_amounts_spelled),
    with_first_columns,
    Retelling(with_first_rows),
    Retelling(with_lettered_entries),
    with_statuses_spelled,
    with_titled_terms,
    with_referred_sections,
    with_keyed_rows,
)
