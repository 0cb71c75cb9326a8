"""Lines that go on with the label of the line before them: "REQUIRED: TWO TRIALS", and below it "DIAGNOSIS PER DSM-5".

Set in capitals, such a line looks like the title of the labelled lines behind it, and what it asks for is lost.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from parsers.answering.answers import names_use, stated_status
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role

_LABELLED = compiled(r"^(?P<label>[A-Z][A-Z /&()-]{2,40}):\s+\S")
_DEMANDS = compiled(r"\b(?:REQUIRED|REQUIREMENTS?|CRITERI(?:A|ON)|CONDITIONS?|MUST|NEEDED|EXCLUSIONS?)\b")


def with_lines_continued(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the label before each such line, which titles nothing; and what is printed there."""
    said: list[Block] = []
    restated: dict[str, str] = {}
    label, titles = "", set[str]()
    for block, after in zip_longest(blocks, blocks[1:]):
        if label and _goes_on(block, after, label):
            titles |= {block.text, said[-1].text}
            if said[-1].kind == "heading":
                said[-1] = replace(said[-1], kind="paragraph", depth=0)
            text = f"{label}: {block.text}"
            restated[text] = block.text
            said.append(replace(block, kind="item", depth=1, text=text))
            continue
        found = _LABELLED.match(block.text) if block.kind in ("paragraph", "heading") else None
        label = found["label"] if found else ""
        said.append(_under_titles(block, titles))
    return (tuple(said), restated) if restated else (tuple(blocks), {})


def _under_titles(block: Block, gone: Set[str]) -> Block:
    """A block without those of the titles over it that are none."""
    if gone.isdisjoint(block.path):
        return block
    return replace(block, path=tuple(title for title in block.path if title not in gone))


def _goes_on(block: Block, after: Block | None, label: str) -> bool:
    """Whether a title in capitals, with a labelled line behind it, asks for something as that before it does."""
    text = block.text
    if block.kind != "heading" or not text.isupper() or ":" in text or after is None:
        return False
    labelled = after.kind == "heading" or _LABELLED.match(after.text)
    if not labelled or heading_role(text) or read_phase(text) or leads_in(text) or stated_status(text):
        return False
    asks = any(found.key not in ROOT_KEYS for found in findings_in(text))
    return not (names_use(text) or named_products(text)) and (asks or bool(_DEMANDS.search(label)))
