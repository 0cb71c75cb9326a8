"""Lists in a table of demands that only say where the answer is written, or what shows it: the demand stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.models import Block

# "MADRS ____", "Dose: ______ mg".
_TO_FILL_IN = compiled(r"^[^.;?≥>]{0,60}_{2,}(?:[\s,:;/]*[\w -]{0,20}_{2,})*\W*(?:mg|weeks?|months?|years?|days?)?\W*$")
_OF_DEMANDS = compiled(
    r"^\W*(?:(?:the|our|clinical|coverage|approval|medical|necessity|each|initial|renewal) )*"
    r"(?:requirements?|criteri(?:on|a)|conditions?|rules?|demands?|standards?|"
    r"what (?:is|must|we|the plan|has to)\b.{0,40})\W*$",
    re.IGNORECASE,
)
_OF_ANSWERS = compiled(
    r"^\W*(?:(?:the|your|our|prescriber's|provider's|office|required|supporting|acceptable|accepted) )*"
    r"(?:(?:on|in) the (?:form|request|record|chart)|answers?|repl(?:y|ies)|evidence|proofs?|fill in|fields?|show|"
    r"(?:to be )?(?:completed|filled in)(?: by .{3,30})?|papers?|verification|verified by|shown by|proved by|"
    r"attach(?:ed|ments?)?|send|enclose|how (?:it is )?(?:shown|proved|verified|documented)|"
    r"(?:what|where) (?:to|you|it) .{2,30}|sources?)\W*$",
    re.IGNORECASE,
)


# A box for one answer, over what comes of it ("☐ No" over "STOP", "coverage not approved").
_ONE_ANSWER = compiled(r"^\W*(?:yes|no|n/a)\W*$", re.IGNORECASE)


def to_fill_in(listed: Sequence[Block]) -> bool:
    """Whether each line of a list is the name of a field before its blank ("MADRS ____", "HAM-D ____"), or the only
    item is a yes or no with what comes of it.
    """
    return bool(listed) and (all(_TO_FILL_IN.match(block.text) for block in listed) or _is_one_answer(listed))


def _is_one_answer(listed: Sequence[Block]) -> bool:
    return bool(_ONE_ANSWER.match(listed[0].text)) and not any(block.kind == "item" for block in listed[1:])


def without_answers(header: Sequence[str], lists: Sequence[tuple[Block, ...]]) -> tuple[tuple[Block, ...], ...]:
    """The lists in the cells of a row, without those for the answer behind the column that says what is asked."""
    asked = next((column for column, title in enumerate(header) if _OF_DEMANDS.match(title)), len(lists))
    return tuple(
        () if column > asked and _OF_ANSWERS.match(header[column]) else found for column, found in enumerate(lists)
    )
