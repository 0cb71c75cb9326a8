"""What a request form prints beside a field or a question: the rule for it, the phase that it is of, where to go on.

Right behind the marks of a layout: later on a blank is a field that says nothing, and a lone rule or phase a line, a
title or a cell of its own.
"""

from __future__ import annotations

from parsers.telling.blank_fields import without_names_of_sites
from parsers.telling.form_fields.answer_details import without_answer_details
from parsers.telling.form_fields.answered_terms import with_answered_terms
from parsers.telling.form_fields.counted_choices import with_counted_choices
from parsers.telling.form_fields.detail_questions import without_detail_questions
from parsers.telling.form_fields.form_directions import without_form_directions
from parsers.telling.form_fields.form_sections import with_form_sections
from parsers.telling.form_fields.phase_columns import with_phase_columns
from parsers.telling.form_fields.phase_marks import with_phase_marks
from parsers.telling.form_fields.phase_skips import with_phase_skips
from parsers.telling.form_fields.refusing_answers import with_refusing_answers
from parsers.telling.form_fields.ruled_fields import with_ruled_fields
from parsers.telling.form_fields.second_questions import with_second_questions
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    without_names_of_sites,
    with_second_questions,
    with_refusing_answers,
    without_form_directions,
    without_detail_questions,
    without_answer_details,
    Retelling(with_counted_choices),
    with_form_sections,
    Retelling(with_ruled_fields),
    with_phase_skips,
    with_phase_columns,
    with_phase_marks,
    with_answered_terms,
)
