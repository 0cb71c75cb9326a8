"""Questions of a form that each name their phase in front or behind ("Renewal: has the score improved?", "… a
psychiatrist? (initial only)"), and boxes for a phase over its questions ("☐ Initial", then what is asked).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.form_fields.phase_columns import OF_BOTH, TITLES, phase_named
from parsers.uses.scopes import is_phase_label

_IN_FRONT = compiled(
    r"^\W*(?:[\[(](?P<apart>[^\[\]()]{3,40})[\])]\s*[:–—-]?\s*|(?:for )?(?P<led>[^\[\]():?,–—]{3,40}?)"
    r"\s*(?::|,|\s[–—-]|–|—)\s+)(?P<question>\w.*\?.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = compiled(r"^(?P<question>.*?\?[^\[\]()]*?)\s*[\[(](?P<apart>[^\[\]()]{3,40})[\])](?P<rest>[^?]*)$", re.DOTALL)
_EACH = ("Initial", "Renewal")
_FEWEST = 2


def with_phase_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each question of a run in which both phases are named as a row with the requests that it is of; and
    bare boxes for both phases as the titles over what is asked of each.
    """
    told: list[Block] = []
    for (asks, _), run in groupby(_with_boxes_as_titles(blocks), key=lambda block: (_asks(block), block.path)):
        questions = list(run)
        told += _as_rows(questions) if asks else questions
    return tuple(told)


def _asks(block: Block) -> bool:
    return block.kind in ("item", "paragraph") and "?" in block.text


def _as_rows(questions: Sequence[Block]) -> Sequence[Block]:
    marked = [_marked(block.text) for block in questions]
    labels = {label for label, _ in marked}
    if sum(bool(label) for label, _ in marked) < _FEWEST or len(labels - {"", OF_BOTH}) < len(_EACH):
        return questions
    pairs = zip(questions, marked, strict=True)
    return [
        replace(block, kind="row", marker="", depth=0, cells=(question, label or OF_BOTH), header=TITLES)
        for block, (label, question) in pairs
    ]


def _marked(text: str) -> tuple[str, str]:
    """The phase that a question names before or behind itself, and the question; "" where it names none."""
    front, behind = _IN_FRONT.match(text), _BEHIND.match(text)
    if front and (label := phase_named(front["apart"] or front["led"])):
        return label, front["question"]
    if behind and (label := phase_named(behind["apart"])):
        return label, f"{behind['question']} {behind['rest'].strip()}".strip()
    return "", text


def _with_boxes_as_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, an item or term that only names a phase as a title, where one of the other phase has questions too."""
    titles = [place for place, block in enumerate(blocks) if _titles_questions(blocks, place)]
    both = {phase_named(blocks[place].text) for place in titles}
    for place, block in enumerate(blocks):
        if len(both) == len(_EACH) and place in titles:
            yield replace(block, kind="paragraph", text=f"{phase_named(block.text)} criteria", marker="", depth=0)
        elif len(both) == len(_EACH) and block.kind == "definition" and place > titles[0]:
            yield replace(block, kind="item", depth=1)
        else:
            yield block


def _titles_questions(blocks: Sequence[Block], place: int) -> bool:
    """Whether a bare box or term names a phase right over a question that is none of its items."""
    block, after = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    named = block.kind in ("item", "term") and not block.marker and is_phase_label(block.text)
    asks = after is not None and "?" in after.text and after.kind in ("item", "paragraph", "definition")
    return bool(named and asks and after and (after.kind != "item" or after.depth <= block.depth))
