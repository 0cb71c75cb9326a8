"""Tables and marked lists that answer in a word for a drug and its use, told in sentences.

Behind the marks of the layout, before anything takes such a table apart: who reads sentences on a drug and its use
reads them whatever the table was. Marks that a legend explains first.
"""

from __future__ import annotations

from parsers.telling.steps import Retelling, Stage
from parsers.telling.told_tables.answer_tables import with_tables_told
from parsers.telling.told_tables.asked_answers import with_questions_told
from parsers.telling.told_tables.dated_rows import with_rows_in_force
from parsers.telling.told_tables.explained_marks import with_marks_explained
from parsers.telling.told_tables.labelled_answers import with_answers_told
from parsers.telling.told_tables.phase_grids import with_phases_told
from parsers.telling.told_tables.phases_in_lines import with_phased_lines_told
from parsers.telling.told_tables.questions_in_prose import with_prose_answers
from parsers.telling.told_tables.topic_rows import with_topics_told

STAGE: Stage = (
    Retelling(with_marks_explained),
    Retelling(with_questions_told),
    Retelling(with_prose_answers),
    Retelling(with_rows_in_force),
    Retelling(with_phases_told),
    Retelling(with_phased_lines_told),
    Retelling(with_topics_told),
    Retelling(with_tables_told),
    Retelling(with_answers_told),
)
