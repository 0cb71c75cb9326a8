"""Answers that are told in a way of their own: a form's needed "yes", refusals, "no change", a use that is added.

Each becomes the plain statement of cover, denial or demand that the reading of sentences knows.
"""

from __future__ import annotations

from parsers.telling.answers_in_words.added_uses import with_added_uses
from parsers.telling.answers_in_words.bracketed_uses import with_bracketed_uses
from parsers.telling.answers_in_words.denied_cases import with_cases_told
from parsers.telling.answers_in_words.other_payers import with_answers_beside_others
from parsers.telling.answers_in_words.refused_again import with_refusals_again
from parsers.telling.answers_in_words.refused_shortfalls import with_shortfalls_told
from parsers.telling.answers_in_words.refusing_voices import with_refusals_told
from parsers.telling.answers_in_words.repeated_cover import with_cover_repeated
from parsers.telling.answers_in_words.set_apart_drugs import with_drugs_set_apart
from parsers.telling.answers_in_words.unchanged_uses import with_unchanged_uses
from parsers.telling.needed_answers import with_needed_answers
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    with_needed_answers,
    Retelling(with_answers_beside_others),
    Retelling(with_cases_told),
    Retelling(with_refusals_again),
    Retelling(with_drugs_set_apart),
    Retelling(with_refusals_told),
    Retelling(with_shortfalls_told),
    Retelling(with_unchanged_uses),
    Retelling(with_added_uses),
    Retelling(with_cover_repeated),
    Retelling(with_bracketed_uses),
)
