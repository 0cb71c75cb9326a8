"""Lines and listed uses that answer for first requests and renewals apart, or say where besides, told in a sentence.

"Resistant depression, renewal: approve 6 months" answers in its line; "resistant depression, continuation" and "acute
pain in a hospital" are answered for by the line over their list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.short_answers import ShortAnswer
from parsers.answering.statuses import prior_authorization
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import names_renewal, read_phase
from parsers.tables.named_cells import says_something
from parsers.telling.told_tables.entries import name_over
from parsers.telling.told_tables.phase_grids import PhasedAnswer, answered, whom
from parsers.telling.verdicts.over_lists import items_below
from parsers.telling.verdicts.words import verdict
from parsers.uses.scopes import is_label

_LINE = compiled(
    r"(?:(?:(?:section|part|item|row|step) )?[A-Z\d]{1,2}[.)]\s+)?(?P<label>[^:]{3,120}?):\s+(?P<said>\S.{1,120}?)\W*"
)
_ASKS = compiled(r"\b(?:when|if|criteri\w+|must|all of the following (?:are|criteria)|provided|requirements?)\b")
# Where a use is treated, behind its name.
_AT_A_PLACE = compiled(
    r",? (?:(?:when |if )?(?:treated|given|managed|seen) )?(?:in|at|under) (?:(?:an?|the|any) )?(?:[\w-]+ )?"
    r"(?:hospitals?|emergency (?:departments?|rooms?)|ED|hospice(?: care| patients?)?|operating rooms?|"
    r"intensive care(?: unit)?|ICU|surgery centers?|(?:infusion )?(?:clinics?|centers?)|palliative care)\W*$",
    re.IGNORECASE,
)
_FEWEST = 2
_MOST_WORDS = 14
_KINDS = ("paragraph", "item")
# Blocks, and those of them that are told with their sentences; without any a block stays as it is.
_Run = tuple[list[Block], list[tuple[Block, tuple[str, ...]]]]


def with_phased_lines_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a sentence for each such line or item; and what is printed of each."""
    if not any(block.kind in _KINDS and _may_be_told(block) for block in blocks):
        return tuple(blocks), {}
    read: list[Block] = []
    restated: dict[str, str] = {}
    place = 0
    while place < len(blocks):
        printed, told = (
            _lines(blocks, place) or _list(blocks, place) or _list_by_place(blocks, place) or ([blocks[place]], [])
        )
        for block, said in told:
            read += [block] if not said else []
            restated |= dict.fromkeys(said, block.text)
            read += [replace(block, kind="paragraph", text=text, depth=0, marker="") for text in said]
        read += printed if not told else []
        place += len(printed)
    return tuple(read), restated


def _may_be_told(block: Block) -> bool:
    return names_renewal(block.text) or bool(_AT_A_PLACE.search(block.text))


def _lines(blocks: Sequence[Block], place: int) -> _Run | None:
    """The lines from a place on that each answer for a use and its phase; None where it is no run of these."""
    told = list(_answering(blocks, place))
    run = [block for block, _ in told]
    after = blocks[place + len(run)] if place + len(run) < len(blocks) else None
    leads_on = after is not None and after.kind in ("item", "row")
    apart = len(run) >= _FEWEST and "renewal" in {one.phase for _, one in told}
    return (run, [(block, tuple(one.sentences())) for block, one in told]) if apart and not leads_on else None


def _answering(blocks: Sequence[Block], place: int) -> Iterator[tuple[Block, PhasedAnswer]]:
    for block in takewhile(lambda one: one.kind in _KINDS, blocks[place:]):
        line = _LINE.fullmatch(block.text)
        named = whom(line["label"], name_over(block, blocks)) if line else None
        answer = answered(line["said"]) if line and named else None
        if line is None or named is None or answer is None:
            return
        yield block, PhasedAnswer(*named, read_phase(line["label"]), *answer)


def _list(blocks: Sequence[Block], place: int) -> _Run | None:
    """A line and the uses with their phases that it answers for; None where anything else stands there."""
    lead = blocks[place]
    items = items_below(blocks, place) if lead.kind == "paragraph" else []
    if not items or not lead.text.endswith(":") or _ASKS.search(lead.text):
        return None
    status = verdict(lead.text) or stated_status(lead.text)
    over = name_over(lead, blocks)
    named = [whom(item.text, over) for item in items] if status else []
    phases = [read_phase(item.text) for item in items]
    if status is None or not all(named) or not any(phases):
        return None
    answer = ShortAnswer(status, None if status in DENIED else prior_authorization(lead.text))
    told = [PhasedAnswer(*one, phase, answer, "") for one, phase in zip(named, phases, strict=True) if one]
    return [lead, *items], [(item, tuple(one.sentences())) for item, one in zip(items, told, strict=True)]


def _list_by_place(blocks: Sequence[Block], place: int) -> _Run | None:
    """A line of cover and the uses under it, some of which say where or in what care; None where it is no such list."""
    lead = blocks[place]
    items = items_below(blocks, place)
    titles = lead.kind == "heading" or (lead.kind == "paragraph" and lead.text.endswith(":"))
    if not items or not titles or not any(_AT_A_PLACE.search(item.text) for item in items) or _ASKS.search(lead.text):
        return None
    status = verdict(lead.text) or (stated_status(lead.text) if lead.kind == "paragraph" else None)
    over = name_over(lead, blocks)
    said = [_with_place(item.text, over) for item in items] if status == "covered" else []
    if not said or not all(said):
        return None
    title = [lead] if lead.kind == "heading" else []
    return [lead, *items], [*((one, ()) for one in title), *zip(items, said, strict=True)]


def _with_place(item: str, over: str) -> tuple[str, ...]:
    """A use with the place that it is covered in as a sentence; () for anything else."""
    use = item.strip(" .;,")
    bare = _AT_A_PLACE.sub("", use)
    if named_products(use):
        plain = names_use(bare) and not says_something(bare) and len(use.split()) <= _MOST_WORDS
        return (f"{use[0].upper()}{use[1:]} is covered.",) if plain else ()
    return (f"{over} for {use} is covered.",) if over and is_label(bare) else ()
