"""Labels of a page's head or foot over their values, one pair below the other ("Section:", "Prescription Drugs").

They are facts of the document, and the values no list that their label leads in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.masthead.fact_lines import is_label_text
from parsers.models import Block

_LONGEST_LABEL, _LONGEST_VALUE = 40, 90
_FEWEST_PAIRS = 2
_ENDED = (".", ":", ";", "?", ",")


def stacked_facts(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of the labels and values of runs of such pairs, one of which dates or numbers the document."""
    runs = (run for run in _runs(blocks) if any(_is_fact(blocks, lead) for lead in run))
    return frozenset(place for run in runs for place in _of(run))


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the labels of each run of several pairs."""
    place = 0
    while place < len(blocks) - 1:
        run = []
        while place < len(blocks) - 1 and _is_pair(blocks[place], blocks[place + 1]):
            run.append(place)
            place += 2
        if len(run) >= _FEWEST_PAIRS:
            yield run
        place += not run


def _is_pair(label: Block, value: Block) -> bool:
    if not label.text.endswith(":") or label.kind != "paragraph" or value.kind != "paragraph":
        return False
    short = len(label.text) <= _LONGEST_LABEL and len(value.text) <= _LONGEST_VALUE
    return short and not value.text.endswith(_ENDED)


def _is_fact(blocks: Sequence[Block], label: int) -> bool:
    """Whether a pair is a date or the number of the document with its name."""
    return is_label_text(blocks[label].text.rstrip(": ")) and any(map(str.isdigit, blocks[label + 1].text))


def _of(run: Sequence[int]) -> Iterator[int]:
    return (place for label in run for place in (label, label + 1))
