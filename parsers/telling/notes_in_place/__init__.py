"""Notes where they are meant: whom a clause is for, a row's note, a footnote, items and bars asked for again.

Behind the lists and forms that notes speak of, before a cell is spelled out by its column and no longer is its mark.
"""

from __future__ import annotations

from parsers.telling.footnotes import with_footnotes
from parsers.telling.notes_in_place.items_by_place import with_items_by_place
from parsers.telling.notes_in_place.items_of_every_use import with_items_of_every_use
from parsers.telling.notes_in_place.kept_items import with_kept_items
from parsers.telling.notes_in_place.kept_topics import with_kept_topics
from parsers.telling.notes_in_place.limiting_asides import with_asides_told
from parsers.telling.notes_in_place.marked_notes import with_marked_notes
from parsers.telling.notes_in_place.noted_rows import with_noted_rows
from parsers.telling.notes_in_place.recalled_bars import with_recalled_bars
from parsers.telling.notes_in_place.restricted_entries import with_restricted_entries
from parsers.telling.notes_in_place.uses_set_apart import with_uses_set_apart
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    with_marked_notes,
    with_asides_told,
    with_items_of_every_use,
    with_uses_set_apart,
    with_noted_rows,
    Retelling(with_restricted_entries),
    with_footnotes,
    Retelling(with_items_by_place),
    Retelling(with_kept_items),
    Retelling(with_kept_topics),
    Retelling(with_recalled_bars),
)
