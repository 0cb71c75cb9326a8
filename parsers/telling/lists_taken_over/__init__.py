"""Lists that another use takes over: "everything above and one of these", "as for resistant depression, but …".

As soon as every list is one, wherever the document hid it; behind our own row of a table of classes, which has a rule.
"""

from __future__ import annotations

from parsers.tables.class_tables import with_own_rules
from parsers.telling.lists_taken_over.items_above import with_items_above
from parsers.telling.lists_taken_over.items_left import with_items_left
from parsers.telling.lists_taken_over.lists_but_for_topics import with_lists_but_for_topics
from parsers.telling.lists_taken_over.lists_taken_over import with_lists_taken_over
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    Retelling(with_own_rules),
    Retelling(with_items_left),
    Retelling(with_items_above),
    Retelling(with_lists_but_for_topics),
    Retelling(with_lists_taken_over),
)
