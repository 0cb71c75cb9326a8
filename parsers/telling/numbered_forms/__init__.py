"""Questions and rows of a form that a sentence speaks of by their number ("1 to 9 must be answered Yes").

Before the tables lose the column that numbers their rows.
"""

from __future__ import annotations

from parsers.telling.numbered_forms.answered_rows import with_answered_rows
from parsers.telling.numbered_forms.answers_by_number import with_answers_by_number
from parsers.telling.numbered_forms.chosen_questions import with_chosen_questions
from parsers.telling.numbered_forms.questions_by_range import with_questions_by_range
from parsers.telling.numbered_forms.questions_of_uses import with_questions_of_uses
from parsers.telling.numbered_uses import with_uses_of_rows
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    with_answers_by_number,
    with_uses_of_rows,
    Retelling(with_chosen_questions),
    Retelling(with_questions_of_uses),
    with_answered_rows,
    with_questions_by_range,
)
