"""Whose an entry of a long list is: those of other drugs go, and the name of ours stands above what is said of it.

Before the labelled lines of an entry are read, for the next entry has the same labels for another drug.
"""

from __future__ import annotations

from parsers.telling.class_entries import without_other_classes
from parsers.telling.steps import Retelling, Stage
from parsers.telling.whose_entries.alike_entries import without_alike_entries
from parsers.telling.whose_entries.labelled_entries import without_labelled_others
from parsers.telling.whose_entries.notes_by_drug import with_notes_by_drug
from parsers.telling.whose_entries.notes_by_row import with_notes_in_rows

STAGE: Stage = (
    Retelling(with_notes_by_drug),
    Retelling(with_notes_in_rows),
    without_labelled_others,
    without_other_classes,
    without_alike_entries,
)
