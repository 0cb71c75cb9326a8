"""Boxes with what comes of an answer behind it ("☐ Yes (not covered) ☐ No"): the request needs the other answer.

Where an answer leads to another question by its number, the questions are a flow and are read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.flows.question_flows import places_of_flows
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.answered_pairs import BOX
from parsers.telling.forms.answer_words import OTHER_ANSWER

# What comes of it: in brackets, or behind a dash or a colon up to the next box.
_OUTCOME = r"(?:[(\[](?P<{0}>[^?()\[\]☐□]{{3,70}})[)\]]|[:–—=→-]+\s*(?P<{0}_told>[^?()\[\]☐□/|]{{3,70}}?))?"
_PAIR = compiled(
    rf"[\s.:–—-]*{BOX}?\s*(?P<first>yes|no)\b\s*{_OUTCOME.format('then')}[\s/|,;.]*(?:\bor\b\s*)?"
    rf"{BOX}?\s*(?P<second>yes|no)\b\s*{_OUTCOME.format('else')}[\s.;]*",
    re.IGNORECASE,
)
_ASKED = compiled(r"(?P<question>[^?]{8,400}\?)(?P<answers>[^?]*)", re.DOTALL)
_REFUSED = compiled(
    r"\b(?:den(?:y|ied|ial|ies)|(?:not|never|cannot) (?:be )?(?:approv|authori[sz]|cover|eligib|grant|accept|pa(?:y|id)"
    r"|qualif|payable)\w*|disqualif\w+|ineligible|refus\w+|reject\w*|excluded|stop)\b",
    re.IGNORECASE,
)
_GOES_ON = compiled(
    r"\W*(?:go on|continue|proceed|next(?: question)?|keep going|move on|ok(?:ay)?|fine|may be approved|approvable|"
    r"eligible|qualifies|go to (?:the )?next(?: question)?)\W*",
    re.IGNORECASE,
)
_UNLESS = compiled(r"\b(?:unless|except|if|when|until)\b|\d|#", re.IGNORECASE)
# Where a dose is given: none of the places that a policy admits is the home, once the answer has to be no.
_AT_HOME = compiled(
    r"\bat (?:the )?(?:\w+'s )?home\b|\bin (?:the|their|his or her) home\b|\bhome (?:use|admin|infusion)", re.IGNORECASE
)
_GIVEN = compiled(
    r"\b(?:use[ds]?|using|given|giv(?:e|ing)|taken|tak(?:e|ing)|(?:self-?)?administ\w+|infus\w+|inject\w+|dos(?:e|es|ing))\b",
    re.IGNORECASE,
)
_BOXES_ALONE = compiled(
    rf"[\s.:–—-]*{BOX}\s*(?:yes|no)\b[\s/|,;.]*{BOX}\s*(?:yes|no)\b[\s.]*|\s*[(\[](?:must be )?no\.?[)\]]\W*",
    re.IGNORECASE,
)
_OTHER_PLACE = compiled(
    r"\b(?:office|clinic|hospital|facility|center|department|site|companion|caregiver|someone|"
    r"somebody|adult|family|lives?|alone|driver|ride)\b",
    re.IGNORECASE,
)


def with_refusing_answers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each such question before the answer that it needs; without those that only ask whether a dose is
    given at home.
    """
    if not any("?" in block.text and _tells(block.text) for block in blocks):
        return tuple(blocks)
    in_flows = places_of_flows(blocks)
    return tuple(
        told for place, block in enumerate(blocks) for told in ((block,) if place in in_flows else _told(block))
    )


def _tells(text: str) -> bool:
    return bool(_REFUSED.search(text) or _AT_HOME.search(text))


def _told(block: Block) -> Iterator[Block]:
    asked = _ASKED.fullmatch(_in_line(block)) if block.kind in ("item", "paragraph", "row") else None
    word = _needed(asked["answers"]) if asked else None
    if asked and _is_of_home_alone(asked["question"]) and (word == "no" or _BOXES_ALONE.fullmatch(asked["answers"])):
        return
    yield _answered(block, asked["question"].strip(), word) if asked and word else block


def _is_of_home_alone(question: str) -> bool:
    """Whether a question is only whether a dose is given at home: a "no" to it leaves every place that is admitted."""
    return bool(_AT_HOME.search(question)) and bool(_GIVEN.search(question)) and not _OTHER_PLACE.search(question)


def _in_line(block: Block) -> str:
    """A question and its answers, as a row tells them from cell to cell."""
    return " ".join(dict.fromkeys(filter(None, block.cells))) if block.kind == "row" else block.text


def _needed(answers: str) -> str | None:
    """The answer that is not refused; None where both or neither are, or one leads elsewhere."""
    pair = _PAIR.fullmatch(answers)
    if pair is None or pair["first"].lower() == pair["second"].lower():
        return None
    told = {
        pair["first"].lower(): pair["then"] or pair["then_told"],
        pair["second"].lower(): pair["else"] or pair["else_told"],
    }
    refused = [word for word, outcome in told.items() if outcome and _refuses(outcome)]
    left = [outcome for word, outcome in told.items() if word not in refused]
    if len(refused) != 1 or not all(outcome is None or _GOES_ON.fullmatch(outcome) for outcome in left):
        return None
    return OTHER_ANSWER[refused[0]]


def _refuses(outcome: str) -> bool:
    return bool(_REFUSED.search(outcome)) and not _UNLESS.search(outcome)


def _answered(block: Block, question: str, word: str) -> Block:
    if block.kind == "row":
        return replace(block, kind="item", depth=1, text=f"{question} [{word.title()}]", cells=(), header=())
    return replace(block, text=f"{question} [{word.title()}]")
