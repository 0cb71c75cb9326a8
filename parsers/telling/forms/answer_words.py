"""An answer that says yes or no in other words: "Unfortunately not", "It is, with approval", "Not at present"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.telling.asked_letters import ANSWER_LETTER

OTHER_ANSWER = {"yes": "no", "no": "yes"}
# "No", but for "no prior trials are looked for": what is not asked for, and no answer.
NO = (
    r"no\b(?! (?:(?:prior|earlier|previous|other|further|specific|particular|minimum|additional|special|such) )*"
    r"(?:antidepressant |drug |rating |oral |age |treatment )?(?:trials?|scores?|steps?|failures?|therap(?:y|ies)|"
    r"treatments?|drugs?|medications?|antidepressants?|psychotherapy|scales?|limits?|criteria|age|tests?|screens?|"
    r"screening|requirements?|conditions?)\b)"
)
# "It is not.", "Never.", "Unfortunately not", "We do not cover it", as an answer: no. "It is, with approval": yes.
_REFUSED = compiled(
    rf"^(?P<letter>{ANSWER_LETTER})?(?:(?:unfortunately|sorry|regrettably),? (?:not?\b)?|never\b"
    r"|(?:it|they|this|that) (?:is|are|does|do|will) (?:not|never)"
    r"|(?:we|it|the (?:plan|program|fund)) (?:do|does|will) not (?:cover|pay for|reimburse) (?:it|them|this|that))"
    r"(?=[.,:;–—]|\W*$)",
    re.IGNORECASE,
)
_GRANTED = compiled(
    rf"^(?P<letter>{ANSWER_LETTER})?(?:it|they|we|(?:the|our) plan) (?:is|are|does|do|will)(?=[,;:–—]|\W*$)",
    re.IGNORECASE,
)
# "Not at present.", "Not yet.", "Not any more."
_NOT_NOW = compiled(
    rf"^(?P<letter>{ANSWER_LETTER})?not (?:at (?:present|this (?:time|point)|the (?:moment|present time))|now"
    rf"|yet|currently|today|as of "
    r"(?:now|today))(?=[.,;:–—]|\W*$)",
    re.IGNORECASE,
)


def plain_answer(answer: str) -> str:
    """An answer that opens with yes or no, where it says one of them in other words."""
    for word, form in (("No", _NOT_NOW), ("No", _REFUSED), ("Yes", _GRANTED)):
        if said := form.match(answer):
            return f"{said['letter'] or ''}{word}{answer[said.end() :]}"
    return answer
