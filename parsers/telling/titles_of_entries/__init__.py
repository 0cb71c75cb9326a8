"""Guidelines, memos and notices on several drugs: what titles an entry in them becomes a heading over it.

Before tables and sentences, of which the drug is then known from above.
"""

from __future__ import annotations

from parsers.telling.steps import Retelling, Stage
from parsers.telling.titles_of_entries.change_lists import without_change_lists
from parsers.telling.titles_of_entries.changed_chapters import without_changed_chapters
from parsers.telling.titles_of_entries.drug_classes import with_class_named
from parsers.telling.titles_of_entries.drug_headings import with_drug_headings
from parsers.telling.titles_of_entries.items_in_capitals import with_items_in_capitals
from parsers.telling.titles_of_entries.labelled_criteria import with_labelled_criteria
from parsers.telling.titles_of_entries.other_articles import without_other_articles
from parsers.telling.titles_of_entries.titled_items import with_titled_items
from parsers.telling.titles_of_entries.update_entries import with_update_entries

STAGE: Stage = (
    with_items_in_capitals,
    with_titled_items,
    with_drug_headings,
    Retelling(with_labelled_criteria),
    with_class_named,
    without_change_lists,
    without_changed_chapters,
    with_update_entries,
    without_other_articles,
)
