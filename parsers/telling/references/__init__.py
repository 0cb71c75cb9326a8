"""What one part says of another: lengths by section, groups, phases and terms by name, uses by number or "these".

Last: it names items, uses and phases as the steps before have found them.
"""

from __future__ import annotations

from parsers.amounts.listed_lengths import with_listed_lengths
from parsers.telling.numbered_uses import with_numbered_uses
from parsers.telling.references.approvals_recalled import with_approvals_recalled
from parsers.telling.references.defined_terms import with_defined_terms
from parsers.telling.references.first_lengths import with_first_lengths
from parsers.telling.references.lengths_given_once import with_lengths_given_once
from parsers.telling.references.lettered_lengths import with_listed_uses
from parsers.telling.references.lettered_limits import with_lettered_limits
from parsers.telling.references.named_groups import named_groups, with_named_groups
from parsers.telling.references.named_phases import named_phases, with_named_phases
from parsers.telling.references.notes_on_items import with_notes_on_items
from parsers.telling.references.numbered_clauses import with_numbered_clauses
from parsers.telling.references.ones_named import with_ones_named
from parsers.telling.references.other_of_two import with_the_other
from parsers.telling.references.pointed_uses import with_pointed_uses
from parsers.telling.references.rest_by_place import with_rest_by_place
from parsers.telling.references.scope_notes import with_scope_notes
from parsers.telling.references.section_lengths import with_section_lengths
from parsers.telling.references.section_limits import with_section_limits
from parsers.telling.references.titled_sections import with_titled_sections
from parsers.telling.references.told_lengths import with_lengths_told
from parsers.telling.steps import Blocks, Retelling, Stage


def _with_groups(blocks: Blocks) -> Blocks:
    groups = named_groups(blocks)
    return with_named_groups(with_lettered_limits(blocks, groups), groups)


def _with_phases(blocks: Blocks) -> Blocks:
    return with_named_phases(blocks, named_phases(blocks))


STAGE: Stage = (
    Retelling(with_rest_by_place),
    Retelling(with_lengths_given_once),
    Retelling(with_ones_named),
    Retelling(with_titled_sections),
    Retelling(with_section_lengths),
    Retelling(with_section_limits),
    _with_groups,
    _with_phases,
    with_defined_terms,
    with_numbered_clauses,
    with_numbered_uses,
    with_the_other,
    with_listed_uses,
    with_scope_notes,
    with_notes_on_items,
    with_first_lengths,
    Retelling(with_listed_lengths),
    with_approvals_recalled,
    with_lengths_told,
    with_pointed_uses,
)
