"""The nodes of a section as they are read: under the titles that tables and shared words give them, with demands."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.answering.answers import DENIED
from parsers.lists.list_shapes import with_predicates
from parsers.outline import Node
from parsers.sections.heading_runs import with_answers_apart, with_titled_lists, with_titled_uses
from parsers.sections.roles import CRITERIA_ROLES
from parsers.sections.section_scopes import Scope
from parsers.sections.titled_answers import lists_entries
from parsers.sections.titled_bars import with_bars_ended
from parsers.statements.asked_rows import with_unread_rows_asked
from parsers.statements.lists_under_denials import with_denied_lists
from parsers.statements.numbered_rules import with_rules_told
from parsers.statements.row_groups import with_groups
from parsers.statements.shared_tails import with_shared_tails
from parsers.statements.subsections import with_subsections
from parsers.statements.unled_lists import with_lists
from parsers.tables.untitled_tables import with_titles


def with_demands(titled: Sequence[Node], scope: Scope) -> Sequence[Node]:
    """What stands under a heading, with its demands, answers and numbered rules as such."""
    return with_rules_told(with_answers_apart(with_bars_ended(_with_listed_demands(titled, scope))))


def _with_listed_demands(titled: Sequence[Node], scope: Scope) -> Sequence[Node]:
    """`titled` with its lists of demands as such; under limits ("Coverage terms") rows alone."""
    if scope.status in DENIED or scope.lists_uses or lists_entries(titled):
        return titled
    if scope.role == "limits":
        return with_unread_rows_asked(titled)
    listed = scope.role in CRITERIA_ROLES
    return with_lists(with_titled_lists(with_unread_rows_asked(titled))) if listed else titled


def with_titles_told(nodes: Sequence[Node], scope: Scope) -> Sequence[Node]:
    """The nodes of a section under the titles that its tables, shared tails and denials give them."""
    nodes = nodes if scope.status == "covered" else with_denied_lists(nodes, scope.products)
    return with_subsections(with_titles(with_groups(with_predicates(with_titled_uses(with_shared_tails(nodes))))))
