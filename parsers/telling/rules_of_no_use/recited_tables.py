"""Tables of doses that a line beside them says to come from the label ("The doses above are those of the label")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, CriterionKey

_LABEL = (
    r"(?:the )?(?:(?:FDA|US|manufacturer'?s?|product|drug|approved|current|Spravato)[ -]){0,3}"
    r"(?:label(?:s|ing|ling)?|package insert|insert|prescribing information|product information)\b"
)
_SHOWN = r"\b(?:tables?|doses?|dosing|dosages?|schedules?|regimens?|amounts|figures|chart|grid|rows|all of this|this)\b"
_RECITES = compiled(
    rf"{_SHOWN}[^.;]{{0,40}}?\b(?:from|of|per|in|after|according to|found in|given in|that of|those of) {_LABEL}"
    rf"|{_SHOWN}[^.;]{{0,30}}?\b(?:recites?|repeats?|reproduces?|quotes?|summari[sz]es?|restates?|copies|is|are) "
    rf"(?:only )?(?:what )?{_LABEL}"
    rf"|^\W*(?:source|from|taken from|adapted from|per|according to)[: ]+{_LABEL}[^.;]{{0,20}}\W*$",
    re.IGNORECASE,
)
# "Doses above those of the label are not covered" is a rule of the payer's own.
_RULES = compiled(
    r"\b(?:must|shall|may|limit\w*|cap(?:s|ped)?|exceed\w*|beyond|over|more than|maximum|cover\w*|approv\w*|authori\w+"
    r"|pa(?:id|ys?)|follow(?:ed)?|allowed|outside)\b",
    re.IGNORECASE,
)
_A_DOSE = compiled(r"\b\d+ ?(?:mg|milligrams?)\b", re.IGNORECASE)
_AMOUNTS: frozenset[CriterionKey] = frozenset(("dose_max_mg", "frequency_max_per_week", "course_cap", "quantity_limit"))


def without_recited_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the tables of doses right before or behind a line that says they are the label's."""
    runs = [list(run) for _, run in groupby(blocks, key=lambda block: (block.kind == "row", block.path))]
    kept: list[Block] = []
    for place, run in enumerate(runs):
        beside = [*(runs[place - 1][-1:] if place else ()), *(after[0] for after in runs[place + 1 : place + 2])]
        # What a line says is sooner read than all rows of a table.
        if not (any(map(_says_so, beside)) and _tells_doses(run)):
            kept += run
    return tuple(kept)


def _tells_doses(run: Sequence[Block]) -> bool:
    """Whether blocks are the rows of a table in which nothing but doses, and how often they are given, is read."""
    if run[0].kind != "row" or not any(_A_DOSE.search(row.text) for row in run):
        return False
    said = [text for row in run for text in (row.text, *row.cells)]
    return {finding.key for text in said for finding in findings_in(text)} <= _AMOUNTS


def _says_so(block: Block) -> bool:
    told = sentences(block.text) if block.kind in ("paragraph", "item") else ()
    return any(_RECITES.search(sentence) and not _RULES.search(sentence) for sentence in told)
