"""What the title over a table says of all that stands in it: the use that its drugs are for, or the answer."""

from __future__ import annotations

from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.models import Block
from parsers.telling.told_tables.entries import is_use
from parsers.uses.indications import is_residual, named_indications
from parsers.uses.use_titles import status_of_uses

_MOST_WORDS = 9


def use_over(block: Block) -> tuple[str, ...]:
    """The use that the last title over a block names, where it names one and no drug of ours."""
    # "Nerve pain: infusions".
    title = block.path[-1].partition(":")[0] if block.path else ""
    short = len(title.split()) <= _MOST_WORDS and not is_residual(title) and is_use(title)
    return (title,) if short and len(named_indications(title)) == 1 else ()


def status_over(block: Block) -> ShortAnswer | None:
    """The answer that the last title over a block consists of."""
    title = block.path[-1] if len(block.path) > 1 else ""
    return short_answer(title) if status_of_uses(title) and not named_indications(title) else None
