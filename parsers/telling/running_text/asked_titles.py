"""Questions and answers by their letters ("Q: Who may renew?", "A: A member who …"): each question titles its answer.

"For how long?" asks for the length of what the question before it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.deciding.paragraph_wording import BARE_SPAN
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.phases.phases import read_phase
from parsers.sections.headings import MADE_SECTION_DEPTH
from parsers.telling.asked_letters import ANSWER_LETTER, QUESTION_LETTER
from parsers.telling.questions_in_entries import under_questions
from parsers.uses.indications import named_indications

_QUESTION = compiled(rf"^\W*{QUESTION_LETTER}(?P<asked>\S[^?]{{5,200}}\?)\W*$", re.IGNORECASE)
# "What must be shown to continue?", which asks the payer and no patient, among others on a page of questions.
_OPEN_QUESTION = compiled(
    r"^\W*(?:and |so |then )?(?:what|who|whom|how|when|where|why|which|for how long)\b[^.?!:;]{5,110}\?\W*$",
    re.IGNORECASE,
)
_FEWEST_OPEN, _LONGEST_NEXT = 3, 120
# "And for acute suicidality?", behind the answer to what the first use needs; a yes or a no answers another question.
_NEXT_USE = compiled(
    r"^\W*(?:(?:and|but|or|then),? )?(?:(?:what|how) about )?(?:(?:a )?requests? )?(?:for|in|with) "
    r"(?P<use>[^?.:;]{2,90})\?\W*$",
    re.IGNORECASE,
)
_YES_OR_NO = compiled(r"^\W*(?:yes|no|never|not|it (?:is|does)|the same)\b", re.IGNORECASE)
_PHASE_TITLES: Mapping[Phase, str] = {"initial": "Criteria for", "renewal": "Renewal criteria for"}
_ANSWER = compiled(rf"^\W*{ANSWER_LETTER}(?<=\s)(?=\S)")
_ONLY_HOW_LONG = compiled(
    r"^\W*(?:and )?(?:for )?how long(?: (?:is (?:it|this|that)|does (?:it|this|that) last))?\W*$", re.IGNORECASE
)
_OF: Mapping[Phase, str] = {"initial": "first approval", "renewal": "renewal approval"}


def with_asked_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each such question as the heading over its answer, and the answer without its letter."""
    blocks = _next_uses_titled(_open_questions_titled(blocks))
    places = [place for place in range(len(blocks)) if _asks(blocks[place : place + 2])]
    return tuple(_titled(blocks, places)) if places else tuple(blocks)


def _open_questions_titled(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with the open questions of a page that goes from one to the next as headings over their answers."""
    asked = [
        place for place, block in enumerate(blocks) if block.kind == "paragraph" and _OPEN_QUESTION.match(block.text)
    ]
    apart = [one for one, other in pairwise((*asked, len(blocks))) if other - one > 1]
    if len(asked) < _FEWEST_OPEN or len(apart) < len(asked):
        return list(blocks)
    return list(under_questions(blocks, set(asked)))


def _next_uses_titled(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with what only asks for the next use as the heading over its answer, behind an open question's."""
    titles = {place: title for place in range(1, len(blocks) - 1) if (title := _next_use(blocks, place))}
    if not titles:
        return list(blocks)
    told = [replace(block, text=titles.get(place, block.text)) for place, block in enumerate(blocks)]
    return list(under_questions(told, set(titles)))


def _next_use(blocks: Sequence[Block], place: int) -> str:
    """What titles the answer to the short question at `place`; "" where there is none, or no question before it."""
    block, answer = blocks[place], blocks[place + 1]
    asked = _NEXT_USE.match(block.text) if block.kind == "paragraph" and len(block.text) < _LONGEST_NEXT else None
    before = block.path[-1] if block.path else ""
    if not asked or not named_indications(asked["use"]) or not _OPEN_QUESTION.match(before):
        return ""
    if answer.kind not in ("paragraph", "item") or _YES_OR_NO.match(answer.text):
        return ""
    return f"{_PHASE_TITLES[read_phase(before) or 'initial']} {asked['use'].strip()}"


def _asks(pair: Sequence[Block]) -> bool:
    if len(pair) <= 1 or not all(block.kind == "paragraph" for block in pair):
        return False
    return bool(_QUESTION.match(pair[0].text) and _ANSWER.match(pair[1].text))


def _titled(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[Block]:
    phase: Phase = "initial"
    title = ""
    for place, block in enumerate(blocks):
        asked = _QUESTION.match(block.text) if place in places else None
        if asked:
            title = asked["asked"]
            phase = phase if _ONLY_HOW_LONG.match(title) else read_phase(title) or "initial"
            yield replace(block, kind="heading", depth=MADE_SECTION_DEPTH, text=title)
        elif place - 1 in places:
            answer = _ANSWER.sub("", block.text)
            answer = glossed(answer, _OF[phase]) if _ONLY_HOW_LONG.match(title) and BARE_SPAN.match(answer) else answer
            yield replace(block, text=answer, path=(*block.path, title))
        else:
            yield block
