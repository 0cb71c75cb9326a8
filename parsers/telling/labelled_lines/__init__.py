"""Values behind labels ("Covered: …", "Age. 18 or older."): records in a line or a row, topics, lengths and bars.

Before any step that parts a text by its signs: it would tear a value from the label that tells what it is.
"""

from __future__ import annotations

from parsers.telling.labelled_lines.amounts_by_use import with_amounts_by_use
from parsers.telling.labelled_lines.building_blocks import with_blocks_put_together
from parsers.telling.labelled_lines.covers_in_short import without_covers_in_short
from parsers.telling.labelled_lines.denied_among_uses import with_denied_uses_apart
from parsers.telling.labelled_lines.lengths_in_titles import with_lengths_behind_lists
from parsers.telling.labelled_lines.lengths_in_turn import with_lengths_in_turn
from parsers.telling.labelled_lines.paired_lengths import with_paired_lengths
from parsers.telling.labelled_lines.record_criteria import with_record_criteria
from parsers.telling.labelled_lines.record_lines import with_record_lines
from parsers.telling.labelled_lines.rows_by_use import with_rules_by_use
from parsers.telling.labelled_lines.run_on_labels import with_labels_in_lines
from parsers.telling.labelled_lines.scoped_titles import with_titles_by_scope
from parsers.telling.labelled_lines.shorthand import with_shorthand_spelled
from parsers.telling.labelled_lines.stopped_bars import with_stopped_bars
from parsers.telling.labelled_lines.topic_paragraphs import with_topics_listed
from parsers.telling.labelled_lines.use_records import with_uses_answered
from parsers.telling.scoped_conditions import with_conditions_by_scope
from parsers.telling.scoped_labels import with_labels_by_scope
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    with_record_lines,
    Retelling(with_shorthand_spelled),
    Retelling(with_amounts_by_use),
    Retelling(with_paired_lengths),
    Retelling(with_lengths_behind_lists),
    Retelling(with_blocks_put_together),
    Retelling(with_conditions_by_scope),
    Retelling(with_titles_by_scope),
    Retelling(with_labels_by_scope),
    without_covers_in_short,
    Retelling(with_denied_uses_apart),
    Retelling(with_rules_by_use),
    Retelling(with_uses_answered),
    with_record_criteria,
    with_labels_in_lines,
    with_lengths_in_turn,
    with_topics_listed,
    Retelling(with_stopped_bars),
)
