"""Rows of a question whether something is paid for and its yes or no, in whatever wording, told as sentences.

"Is ketamine payable for depression? | No." and behind it "For PTSD? | The same." Questions in lines and paragraphs are
for those who read forms and running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.answering.status_wording import INVESTIGATIONAL, NOT_NECESSARY
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.told_tables.entries import NAMES, Entry, as_sentence, name_over
from parsers.uses.indications import mentions

_ASKS = compiled(
    r"\b(?:cover(?:ed|s)?|pay(?:s|able)?|paid|benefit|reimburse[ds]?|allowed|authori[sz]ed?|eligible|compensable)\b",
    re.IGNORECASE,
)
# "And for PTSD?" goes on with the question before it; "without", "how much" and the like ask something else.
_GOES_ON = compiled(r"^\W*(?:(?:and|or|then) )*(?:for|in|what about|how about)\b", re.IGNORECASE)
_ASKS_ELSE = compiled(
    r"\b(?:without|needs?|require\w*|prior|limit\w*|only|how (?!about)|when|which|who|where|why|what (?!about)|often|"
    r"much|many|still|no longer|not|copay|appeal|exceptions?|if|unless|separately|by itself|both|instead)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO = compiled(r"^\W*(?:also )?(?:no\b(?! longer)|never\b|(?:it|they) (?:is|are|does|do) not\b)", re.IGNORECASE)
_YES = compiled(r"^\W*(?:also )?yes\b", re.IGNORECASE)
_SAME = compiled(r"^\W*(?:the )?(?:answer (?:is|stays) the same|same(?: answer)?)\b", re.IGNORECASE)
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Before:
    """The drug and the answer of the question before."""

    drug: str = ""
    answer: ShortAnswer | None = None


def with_questions_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a sentence for each such row on our drugs, and what is printed of it."""
    if not any(map(_is_asked, blocks)):
        return tuple(blocks), {}
    read: list[Block] = []
    restated: dict[str, str] = {}
    before = _Before()
    for block in blocks:
        entry = _entry(block, blocks, before) if _is_asked(block) else None
        if entry is None:
            read.append(block)
            continue
        before = _Before(entry.drug, entry.answer)
        said = tuple(entry.sentences())
        restated |= dict.fromkeys(said, block.text)
        read += [as_sentence(block, sentence) for sentence in said]
    return tuple(read), restated


def _is_asked(block: Block) -> bool:
    return len(block.cells) == _PAIR and "?" in block.cells[0] and "?" not in block.cells[1]


def _entry(row: Block, blocks: Sequence[Block], before: _Before) -> Entry | None:
    asked, answered = row.cells
    goes_on = bool(_GOES_ON.match(asked.strip(' "“'))) and before.answer is not None
    if not (goes_on or _ASKS.search(asked)) or _ASKS_ELSE.search(asked) or any(findings_in(answered)):
        return None
    answer = before.answer if goes_on and _SAME.match(answered) else _polar(answered)
    named = named_products(asked)
    drug = NAMES[named[0]] if len(named) == 1 else "" if named else before.drug or name_over(row, blocks)
    uses = tuple(asked[each.start : each.end] for each in mentions(asked))
    # "Covered for use at home?" asks of no use of ours, and not of the drug as such.
    return Entry(drug, uses, answer) if answer and drug and uses else None


def _polar(answered: str) -> ShortAnswer | None:
    """What a yes or a no answers; the denial is the one that the rest gives as its reason."""
    if _NO.search(answered):
        if INVESTIGATIONAL.search(answered):
            return ShortAnswer("investigational")
        return ShortAnswer("not_medically_necessary" if NOT_NECESSARY.search(answered) else "excluded")
    return short_answer(answered) if _YES.search(answered) else None
