"""Cells that go on from one use of their drug to the next ("… Renewal is 12 months. Spravato for acute suicidality …"):
each part is of its own use, its lengths and its renewals too.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.drugs.names import is_drug_name
from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.uses.indications import PATIENT_CONDITIONS, named_indications
from parsers.uses.scopes import is_label

Part = tuple[str, tuple[Indication, ...]]
_OF_DRUG = compiled(r"^(?P<drug>[\w ()]{3,40}?) (?:for|in) (?:the (?:treatment|use) of )?(?P<use>[^:.;]{3,90}):\s")


def parts_by_use(cell: str) -> tuple[Part, ...]:
    """The parts of a cell in lines with the use of each; () where it is of one use, or where that cannot be told."""
    lines = cell.split("\n")
    starts = [place for place, line in enumerate(lines) if _use_opened(line)]
    first = _uses_of(lines[: starts[0]]) if starts and starts[0] else ()
    named = [first, *(_use_opened(lines[place]) for place in starts)]
    if len(first) != 1 or len(set(named)) != len(named):
        return ()
    ends = [*starts, len(lines)]
    return tuple(
        ("\n".join(lines[start:end]), uses) for start, end, uses in zip([0, *starts], ends, named, strict=True)
    )


def _use_opened(line: str) -> tuple[Indication, ...]:
    """The use that a line opens with, behind the name of the drug."""
    opened = _OF_DRUG.match(line)
    return (
        named_indications(opened["use"]) if opened and is_drug_name(opened["drug"]) and is_label(opened["use"]) else ()
    )


def _uses_of(lines: Sequence[str]) -> tuple[Indication, ...]:
    named = (use for line in lines for use in named_indications(line) if use not in PATIENT_CONDITIONS)
    return tuple(dict.fromkeys(named))
