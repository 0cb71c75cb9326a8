"""What answers nothing on our drugs' own uses: questions on other uses, names of other drugs over their criteria.

Behind the lists, so that all that stands under such a question or name goes with it.
"""

from __future__ import annotations

from parsers.class_lists import with_own_ages
from parsers.entry_titles import with_entry_titles
from parsers.listed_sections import without_listed_others
from parsers.name_lines import without_named_others
from parsers.question_flows import without_flows
from parsers.sent_on_uses import with_uses_sent_on
from parsers.telling.steps import Retelling, Stage
from parsers.unknown_uses import without_unknown_uses

STAGE: Stage = (
    with_uses_sent_on,
    without_flows,
    without_named_others,
    without_listed_others,
    with_entry_titles,
    Retelling(with_own_ages),
    without_unknown_uses,
)
