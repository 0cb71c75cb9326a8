"""Titles that a narrow column breaks into lines, each set as a title: "Treatment-resistant", "depression (TRD)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.models import Block
from parsers.uses.indications import mentions


def with_titles_whole(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with two headings one after the other as one where the name of a use runs on from one to the next."""
    whole: list[Block] = []
    for block in blocks:
        if whole and _runs_on(whole[-1], block):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {block.text}")
        else:
            whole.append(block)
    return whole


def _runs_on(above: Block, below: Block) -> bool:
    beside = above.kind == below.kind == "heading" and above.depth == below.depth and not below.marker
    if not beside or not below.text[:1].islower():
        return False
    seam = len(above.text)
    return any(named.start < seam < named.end for named in mentions(f"{above.text} {below.text}"))
