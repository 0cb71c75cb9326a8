"""What a layout left in the text instead of showing it: bullets, numbers and signs that are marks of a list.

First, so that every later step finds an item where the page has one, and a title without the marks of its sources.
"""

from __future__ import annotations

from parsers.telling.footnotes import without_marks_of_sources
from parsers.telling.layout_marks.continued_lines import with_lines_continued
from parsers.telling.layout_marks.ditto_cells import with_dittos_spelled
from parsers.telling.layout_marks.lettered_numbers import without_lettered_numbers
from parsers.telling.layout_marks.numbered_terms import with_numbered_terms
from parsers.telling.layout_marks.plain_marks import with_marks_read
from parsers.telling.layout_marks.referred_questions import without_referred_questions
from parsers.telling.layout_marks.run_on_bullets import with_bullets_apart
from parsers.telling.layout_marks.run_on_numbers import with_numbers_apart
from parsers.telling.layout_marks.table_titles import with_title_of_table
from parsers.telling.layout_marks.topics_in_cells import with_topics_in_cells
from parsers.telling.questions_in_entries import with_questions_titled
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    with_title_of_table,
    with_dittos_spelled,
    with_numbered_terms,
    without_marks_of_sources,
    with_bullets_apart,
    with_numbers_apart,
    with_marks_read,
    without_lettered_numbers,
    Retelling(with_lines_continued),
    without_referred_questions,
    with_questions_titled,
    Retelling(with_topics_in_cells),
)
