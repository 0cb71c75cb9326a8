"""Questions in a table with a column for each use or phase where the answer that approves is "No": what they ask about
bars ("Does the member have a psychotic disorder? | No | N/A").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.outline import Node

_NO = compiled(r"\W*(?:(?:must|should|has to|needs to) be )?no\W*", re.IGNORECASE)
# "N/A", "-": the question is not put, which "No" would not say of it.
_NOT_PUT = compiled(r"\W*|\W*(?:n\W?a|not (?:applicable|asked|put|needed|required))\W*", re.IGNORECASE)
_NUMBER = compiled(r"^\W*(?:\d{1,2}[a-z]?|[a-z])[.)]\s+")


def refused(question: str, answers: Sequence[str]) -> tuple[bool, ...]:
    """For each of `answers` to a question whether it is the "No" that approves: no column needs a "Yes"."""
    given = [bool(_NO.fullmatch(answer)) for answer in answers]
    asks = question.rstrip().endswith("?")
    alone = all(no or _NOT_PUT.fullmatch(answer) for no, answer in zip(given, answers, strict=True))
    return tuple(asks and alone and no for no in given)


def bars_of(row: Block) -> Node:
    """The question of a row as the list of what bars."""
    item = replace(row, kind="item", depth=2, text=_NUMBER.sub("", row.cells[0]), cells=(), header=())
    return Node(replace(item, depth=1, text="None of the following:"), (Node(item),))
