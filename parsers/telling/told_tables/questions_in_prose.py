"""Questions whether our drug is paid for in a use, and what a line, a term or a paragraph answers, told as sentences.

"Are infusions of ketamine covered for nerve pain? They are not; the use is unproven." "A clinic asked whether …. It may
not." Behind them "And for PTSD? The answer is the same." An answer on terms of its own is left to those who read forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from parsers.answering.answers import names_use
from parsers.answering.status_wording import INVESTIGATIONAL, NOT_NECESSARY
from parsers.answering.statuses import prior_authorization, read_status
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Product, Status
from parsers.telling.verdicts.drugs import drug_over
from parsers.telling.verdicts.words import SAID
from parsers.uses.indications import mentions

_LETTER = r"(?:Q(?:uestion)?(?: ?\d+)?[.:)]\s*)?"
_PAID = (
    r"(?:covers?|covered|pays?|paid|payable|bill(?:ed)?|reimburse[ds]?|benefit|approved?|allow(?:s|ed)?|authori[sz]ed?)"
)
# Asked outright, or told as what somebody asked.
_ASKS = compiled(
    rf"^\W*{_LETTER}(?:[^?.]{{3,60}} (?:ask|wonder|inquire)s?: )?(?:is|are|does|do|will|can|may|"
    rf"would)\b[^?]*\b{_PAID}\b[^?]*\?\W*$"
    rf"|^[^?.:]{{2,60}}?\b(?:asks?|asked|wondered|inquired)(?: us)? (?:whether|if) [^?.]*\b{_PAID}\b[^?.]*\.$",
    re.IGNORECASE,
)
_ASKS_ELSE = compiled(
    r"\b(?:without|needs?|require\w*|limit\w*|only|how|when|which|who|where|why|what|often|much|many|still|no longer|"
    r"not|"
    r"copay|appeal|exceptions?|unless|separately|instead|criteria)\b|n['’]t\b",
    re.IGNORECASE,
)
_GOES_ON = compiled(
    rf"^\W*{_LETTER}(?:(?:and|or|then) )*(?:(?:for|in|what about|how about|does (?:that|this|the same) (?:go|hold) "
    rf"for|is it "
    r"the same (?:for|in)) )[^?]*\?\W*$",
    re.IGNORECASE,
)
# "Which of the two may I bill for nerve pain? Spravato, once authorized."
_WHICH = compiled(
    rf"^\W*{_LETTER}which (?:of the (?:two|drugs)|drug|one|product)\b[^?]*\b{_PAID}\b[^?]*\?\W*$", re.IGNORECASE
)
_THIS_ONE = compiled(
    r"^\W*(?:A(?:nswer)?[.:)]\s*)?(?:only )?(?P<drug>spravato|esketamine|ketamine)(?=\W*$|[,;] ?(?:with|once|after|"
    r"when|"
    r"subject)\b)",
    re.IGNORECASE,
)
_THEY = r"(?:it|they|both|this|that|these|we|the (?:plan|drug|infusions?))"
_NO = compiled(
    rf"^\W*(?:A(?:nswer)?[.:)]\s*)?(?:(?:no|never)\b(?! longer| later)|not (?:at (?:this|the present) time|currently|"
    rf"now|"
    rf"presently|yet|today)\b|{_THEY} (?:is|are|does|do|may|can|will|would) ?(?:not|never)\b(?! (?:need|require|only|"
    rf"always))"
    r"|neither\b)",
    re.IGNORECASE,
)
_YES = compiled(
    rf"^\W*(?:A(?:nswer)?[.:)]\s*)?(?:yes|{_THEY} (?:is|are|does|do|may|can|will))(?=\W*$|[,.;] ?(?:with|once|after|"
    rf"when|"
    r"subject|prior|needs?)?\b)",
    re.IGNORECASE,
)
_ON_TERMS = compiled(r"\b(?:if|unless|but|except|only|provided|meets?|criteria|until)\b", re.IGNORECASE)
_SAME = compiled(
    r"^\W*(?:A(?:nswer)?[.:)]\s*)?(?:the )?(?:same\b|answer (?:is|stays) (?:also )?the same|(?:it|that) does\b|"
    r"likewise\b|no,? (?:and )?for the same reason)",
    re.IGNORECASE,
)
_OF_QUESTIONS = compiled(r"\bquestions?\b|\bFAQs?\b|\bQ ?& ?A\b|\bask\b|\banswers\b", re.IGNORECASE)
_ONCE_AUTHORIZED = compiled(r"\b(?:once|after|when|with)\b[^.;]*\bauthori[sz](?:ed|ation)\b", re.IGNORECASE)
# "No. For every disorder …", which is no number.
_NO_STOP = compiled(r"(?i:(?<=^no\.)|(?<=^yes\.)) (?=[A-Z])")
_MAY_ASK = compiled(r"\?|\b(?:asks?|asked|wondered|inquired)\b", re.IGNORECASE)
_MOST_WORDS = 14
_KINDS = ("paragraph", "item", "definition")


@dataclass(frozen=True, slots=True)
class _Before:
    """The drug and the answer of the question before."""

    drug: Product
    status: Status


def with_prose_answers(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a plain sentence for each such question and answer, and what is printed of them."""
    if not any(_ASKS.search(part) or _WHICH.match(part) for block in blocks for part in _asking(block)):
        return tuple(blocks), {}
    restated: dict[str, str] = {}
    read: list[Block] = []
    before: _Before | None = None
    for place, block in enumerate(blocks):
        asked = _question_over(block, read, blocks[place + 1 : place + 2])
        told = _told(asked, block, blocks, place, before) if block.kind in _KINDS else None
        if told is None:
            read.append(block)
            before = None if "?" in block.text else before
            continue
        text, before = told
        restated |= dict.fromkeys(sentences(text), f"{asked} {block.text}".strip())
        read[-1:] = [] if asked else read[-1:]
        answer = replace(block, kind="paragraph" if asked else block.kind, text=text)
        title = next((each for each in reversed(read) if each.kind == "heading"), None)
        read += _as_coverage(title, answer) if title and _OF_QUESTIONS.search(title.text) else (answer,)
    return tuple(read), restated


def _as_coverage(title: Block, answer: Block) -> tuple[Block, ...]:
    """An answer as a section of its own: what stands under a title of questions is no policy else."""
    return replace(title, text="Coverage"), replace(answer, path=(*answer.path[:-1], "Coverage")), title


def _asking(block: Block) -> Iterator[str]:
    if _MAY_ASK.search(block.text):
        yield from sentences(block.text)


def _question_over(block: Block, read: Sequence[Block], after: Sequence[Block]) -> str:
    """The question that a block alone answers, as a term or a title that chooses between drugs."""
    if not read or block.kind not in _KINDS:
        return ""
    term = block.kind == "definition" and read[-1].kind == "term"
    alone = not after or after[0].kind == "heading"
    title = block.kind != "definition" and read[-1].kind == "heading" and alone and _WHICH.match(read[-1].text)
    return read[-1].text if term or title else ""


def _told(
    asked: str, block: Block, blocks: Sequence[Block], place: int, before: _Before | None
) -> tuple[str, _Before | None] | None:
    """A block with its questions and answers in sentences, and what the last answers; None where it holds none."""
    rest = [part for text in (asked, *sentences(block.text)) if text for part in _NO_STOP.split(text, maxsplit=1)]
    told: list[str] = []
    found = False
    while rest:
        pair = _pair(rest, before, drug_over(blocks, place)) if len(rest) > 1 else None
        if pair is None:
            told.append(rest.pop(0))
            continue
        found, before = True, pair.answer
        told += [pair.said] if pair.said else []
        behind = rest[pair.length :]
        ends = next((at for at, part in enumerate(behind) if "?" in part), len(behind))
        # Without the reason of an answer ("Both uses are experimental").
        told += [part for part in behind[:ends] if names_use(part) or named_products(part)]
        rest = behind[ends:]
    return (" ".join(told), before) if found else None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A question and its answer as a sentence, "" where the answer says all of it again; over how many sentences."""

    said: str
    answer: _Before | None
    length: int


def _pair(parts: Sequence[str], before: _Before | None, over: Product | None) -> _Pair | None:
    """The question and answer that sentences open with, the use named in the question or just before it."""
    question, answer, *rest = parts
    chosen = _THIS_ONE.match(answer) if _WHICH.match(question) else None
    if chosen and names_use(question):
        return _Pair(_said(named_products(chosen["drug"])[0], "covered", question, answer), None, 2)
    goes_on = before if before and _GOES_ON.match(question) else None
    if goes_on or (_ASKS.search(question) and not _ASKS_ELSE.search(question)):
        status = goes_on.status if goes_on and _SAME.match(answer) else _polar(answer, _up_to_question(rest))
        return _of_subject(question, answer, rest, status, goes_on.drug if goes_on else over, 2)
    if (
        rest
        and _ASKS.search(answer)
        and not _ASKS_ELSE.search(answer)
        and not names_use(answer)
        and "?" not in question
    ):
        status = _polar(rest[0], _up_to_question(rest[1:]))
        return _of_subject(f"{question} {answer}", rest[0], rest[1:], status, over, 3)
    return None


def _of_subject(
    subject: str, answer: str, rest: Sequence[str], status: Status | None, over: Product | None, length: int
) -> _Pair | None:
    """The answer for the drug and the uses of a question; None where it names no use, or both drugs."""
    named = named_products(subject)
    drug = named[0] if named else over
    if not drug or not status or len(named) > 1 or not [each for each in mentions(subject) if not each.excepted]:
        return None
    again = any(
        named_products(part) and names_use(part) and read_status(part) == status for part in _up_to_question(rest)
    )
    return _Pair("" if again else _said(drug, status, subject, answer), _Before(drug, status), length)


def _up_to_question(parts: Sequence[str]) -> list[str]:
    return list(takewhile(lambda part: "?" not in part, parts))


def _said(drug: Product, status: Status, subject: str, answer: str) -> str:
    """The plain sentence for the uses that a question names."""
    uses = [each for each in mentions(subject) if not each.excepted]
    asked = status == "covered" and (prior_authorization(answer) or _ONCE_AUTHORIZED.search(answer))
    paper = " with prior authorization" if asked else ""
    # Its route stays with the answer.
    name = f"{drug} infusion" if drug == "ketamine" and "infusion" in subject.lower() else drug
    return f"{name.capitalize()} {SAID[status]} for {subject[uses[0].start : uses[-1].end]}{paper}."


def _polar(answer: str, rest: Sequence[str]) -> Status | None:
    """The status that a yes or a no gives; the denial is the one that the words behind it give as its reason."""
    if _NO.match(answer):
        reason = " ".join((answer, *rest[:1]))
        if INVESTIGATIONAL.search(reason):
            return "investigational"
        return "not_medically_necessary" if NOT_NECESSARY.search(reason) else "excluded"
    terms = any(findings_in(answer)) or _ON_TERMS.search(answer) or len(answer.split()) > _MOST_WORDS
    return "covered" if _YES.match(answer) and not terms and not any(map(_adds_terms, rest)) else None


def _adds_terms(part: str) -> bool:
    return any(findings_in(part)) or bool(_ON_TERMS.search(part))
