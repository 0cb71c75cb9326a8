"""Cover that names no drug, in a document on several: it is of the drug that is covered for the use by name."""

from __future__ import annotations

from parsers.deciding.findings import Answer, Statements
from parsers.deciding.outranked import Key, named_over, speaks_of_each


def is_covered_for_another(asked: Key, answer: Answer, said: Statements) -> bool:
    """Whether cover that names no drug is for a use that another drug is covered for by name, while of the drug asked
    about uses are named and this is none of them ("A request is granted if …", under the title of the use).
    """
    if answer.status != "covered" or named_over(answer) or speaks_of_each(answer.passage):
        return False
    named = [one for one in said.answers if one.product in named_over(one)]
    own = [one for one in named if one.product == asked.product]
    if not own or any(not one.indications or asked.indication in one.indications for one in own):
        return False
    return any(one.status == "covered" and asked.indication in one.indications for one in named)
