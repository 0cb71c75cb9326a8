"""Uses in one cell of a table that another answers for, as a list ("• PTSD • OCD" | "Investigational") or on a line."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.criteria.families import findings_in
from parsers.language.sentences import sentences
from parsers.models import Block


def answered(cells: tuple[str, ...], lists: Sequence[tuple[Block, ...]]) -> tuple[str, ...] | None:
    """The cells of a row with its list of uses on one line, where one behind it answers for them; None otherwise.

    A status before the list titles it, and cover on terms has these told under the uses.
    """
    places = [place for place, found in enumerate(lists) if found]
    if len(places) != 1 or not _names_uses(lists[places[0]]):
        return None
    place = places[0]
    if not any(map(_answers, cells[place + 1 :])) or any(map(_answers, cells[:place])):
        return None
    return (*cells[:place], _in_a_line(lists[place]), *cells[place + 1 :])


def _names_uses(blocks: Sequence[Block]) -> bool:
    items = [block.text for block in blocks if block.kind == "item"]
    # Beside uses that have a key of ours stand others ("tinnitus").
    named = sum(map(names_use, items))
    return named > len(items) // 2 and not any(block.kind == "heading" for block in blocks)


def _answers(cell: str) -> bool:
    status = bare_status(next(iter(sentences(cell)), ""))
    return status is not None and (status in DENIED or not any(findings_in(cell)))


def _in_a_line(blocks: Sequence[Block]) -> str:
    """The lines of the list one after the other, what leads them in before them."""
    lines = [block.text.rstrip(" ;,") for block in blocks if block.text.strip()]
    return "; ".join(lines).replace(":; ", ": ")


def denies_its_uses(row: Block) -> bool:
    """Whether a row names uses in its first cell and another denies them in its first words, with why behind them
    ("Unproven. The trials are short."); the rest asks for nothing and covers nothing.
    """
    uses, *answers = row.cells or ("",)
    if not names_use(uses) or stated_status(uses) is not None:
        return False
    denying = [cell for cell in answers if _is_denial(cell)]
    rest = [cell for cell in answers if cell not in denying]
    covered = any(read_status(said) == "covered" for cell in answers for said in sentences(cell))
    return bool(denying) and not covered and not any(map(any, map(findings_in, rest)))


def _is_denial(cell: str) -> bool:
    """Whether a cell opens with a denial, of no use but those that the row names."""
    opening = next(iter(sentences(cell)), "")
    return bare_status(opening) in DENIED and not names_use(opening)
