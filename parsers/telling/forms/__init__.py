"""Questions and forms, as the statements that their answers make of them.

Before notes and keys, which speak of the statements; behind the tables and lists that questions stand in.
"""

from __future__ import annotations

from parsers.telling.blank_fields import without_blank_fields
from parsers.telling.forms.asked_and_waived import with_requirements_told
from parsers.telling.forms.asked_further import with_further_demands_of_use
from parsers.telling.forms.dittos import without_dittos
from parsers.telling.forms.existence_answers import without_yes_to_existence
from parsers.telling.forms.form_answers import without_answers
from parsers.telling.forms.numbered_sections import with_numbered_sections
from parsers.telling.forms.questions import with_answered_questions
from parsers.telling.forms.renewal_fields import without_renewal_fields
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    without_dittos,
    with_numbered_sections,
    without_blank_fields,
    without_renewal_fields,
    without_answers,
    with_further_demands_of_use,
    Retelling(with_answered_questions),
    without_yes_to_existence,
    Retelling(with_requirements_told),
)
