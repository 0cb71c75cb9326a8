"""What one part says of another: lengths by section, groups, phases and terms by name, uses by number or "these".

Last: it names items, uses and phases as the steps before have found them.
"""

from __future__ import annotations

from parsers.approvals_recalled import with_approvals_recalled
from parsers.defined_terms import with_defined_terms
from parsers.first_lengths import with_first_lengths
from parsers.lettered_lengths import with_listed_uses
from parsers.lettered_limits import with_lettered_limits
from parsers.listed_lengths import with_listed_lengths
from parsers.named_groups import named_groups, with_named_groups
from parsers.named_phases import named_phases, with_named_phases
from parsers.numbered_clauses import with_numbered_clauses
from parsers.numbered_uses import with_numbered_uses
from parsers.other_of_two import with_the_other
from parsers.pointed_uses import with_pointed_uses
from parsers.scope_notes import with_scope_notes
from parsers.section_lengths import with_section_lengths
from parsers.telling.steps import Blocks, Retelling, Stage
from parsers.told_lengths import with_lengths_told


def _with_groups(blocks: Blocks) -> Blocks:
    groups = named_groups(blocks)
    return with_named_groups(with_lettered_limits(blocks, groups), groups)


def _with_phases(blocks: Blocks) -> Blocks:
    return with_named_phases(blocks, named_phases(blocks))


STAGE: Stage = (
    Retelling(with_section_lengths),
    _with_groups,
    _with_phases,
    with_defined_terms,
    with_numbered_clauses,
    with_numbered_uses,
    with_the_other,
    with_listed_uses,
    with_scope_notes,
    with_first_lengths,
    Retelling(with_listed_lengths),
    with_approvals_recalled,
    with_lengths_told,
    with_pointed_uses,
)
