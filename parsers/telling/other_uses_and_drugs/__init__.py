"""What answers nothing on our drugs' own uses: questions on other uses, names of other drugs over their criteria.

Behind the lists, so that all that stands under such a question or name goes with it.
"""

from __future__ import annotations

from parsers.flows.question_flows import without_flows
from parsers.telling.class_lists import with_own_ages
from parsers.telling.other_uses_and_drugs.entry_titles import with_entry_titles
from parsers.telling.other_uses_and_drugs.listed_sections import without_listed_others
from parsers.telling.other_uses_and_drugs.name_lines import without_named_others
from parsers.telling.other_uses_and_drugs.sent_on_uses import with_uses_sent_on
from parsers.telling.other_uses_and_drugs.unknown_uses import without_unknown_uses
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    with_uses_sent_on,
    without_flows,
    without_named_others,
    without_listed_others,
    with_entry_titles,
    Retelling(with_own_ages),
    without_unknown_uses,
)
