"""Answers that a sentence gives by a word of its own ("For cancer pain, yes", "We say no to it for migraine"), or
beside the denial that they are excepted from ("Save for cancer pain, which is covered, …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.answering.answers import DENIED, names_use
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.any_of import choice_of
from parsers.language.patterns import compiled
from parsers.models import Block, Product, Status
from parsers.telling.sentence_by_sentence import Told, told_by_sentence
from parsers.telling.verdicts.drugs import drug_over
from parsers.telling.verdicts.words import SAID, verdict
from parsers.uses.indications import is_residual, named_indications

_LETTER = r"(?:A(?:nswer)?[.:)] )?"
_USE = r"(?P<use>[^.;:]{3,160}?)"
# The answer behind the use: "For cancer pain, yes, with prior authorization.", "In migraine the answer is no."
_ANSWERED = compiled(
    rf"^{_LETTER}(?:and |but )?(?:when (?:used|given) )?(?P<by>for|in|as) {_USE}"
    r"(?:,|:|,? (?:the|our) (?:answer|reply|decision) is) "
    r"(?P<word>yes|no)\b(?! (?:more|longer|other|fewer|less))(?P<rest>[^\w].*|)$",
    re.IGNORECASE | re.DOTALL,
)
_ANSWER_FIRST = compiled(
    rf"^(?P<word>yes|no),? (?P<by>for|in|as) {_USE}(?P<rest>[,.;:].*|)$", re.IGNORECASE | re.DOTALL
)
# "Is it ever covered? Only as an anesthetic.", under its question.
_ONLY = compiled(rf"^{_LETTER}(?:(?P<word>yes),? (?:but )?)?only (?P<by>for|in|as) {_USE}(?P<rest>)\.?$", re.IGNORECASE)
_ASKS_COVER = compiled(
    r"\b(?:cover(?:s|ed|age)?|pa(?:ys?|id|yable)|approved?|allow(?:s|ed)?|authori[sz]ed?|benefit)\b[^?]*\?\W*$",
    re.IGNORECASE,
)
_NOT_NAMED = compiled(
    r"^(?:any |all )?(?!other\b|uses?\b|indications?\b|conditions?\b|diagnos[ei]s\b)(?P<use>[^,]{3,60}?),? "
    r"(?:(?:that|which) "
    r"(?:is|are) )?not (?:named|listed|mentioned|given|shown|addressed) (?:here|above|there|in this \w+)$",
    re.IGNORECASE,
)
_SAYS = compiled(
    r"\b(?P<who>we|the plan|this plan|our plan|the program) (?:will )?says? (?P<word>yes|no) to "
    r"(?=[^.;:]*\b(?:(?:es)?ketamine|spravato|it)\b)",
    re.IGNORECASE,
)
# "Save for cancer pain and CRPS, which are covered with prior authorization, the plan does not cover …".
_BUT_FOR = (
    r"(?:save(?: for)?|except(?:ing)?(?: for)?|apart from|aside from|other than(?: for)?|besides|"
    r"with the (?:sole |only )?"
    r"exceptions? of)"
)
_COVERED = (
    r"(?:,? (?:both|all|each) of)?,? ?(?:which|where|for which|in which)\b[^,;.]*?\b(?:covers?|covered|payable|"
    r"pays?|paid|"
    r"approved|allowed|authori[sz]ed|a benefit|benefits|medically necessary)\b[^,;.]*"
)
_EXCEPTED_FIRST = compiled(rf"^(?P<but>{_BUT_FOR}) (?P<use>[^;.]{{3,160}}?),{_COVERED}, (?P<rest>\S.*)$", re.IGNORECASE)
_EXCEPTED_LAST = compiled(
    rf"^(?P<rest>\S.*?),? (?P<but>{_BUT_FOR}) (?P<use>[^;.]{{3,160}}?),{_COVERED}\.?$", re.IGNORECASE
)
# A change of status: "Ketamine for chronic pain: moved from investigational to not medically necessary."
_MOVED = compiled(
    r"^(?:the )?(?:status of )?(?P<what>[^:;]{3,160}?)(?::| –| —)? (?:(?:status|is|are|was|were|has been|"
    r"have been|will be) )*"
    r"(?:moved?s?|changed?s?|reclassified|revised|went|goes|switched|upgraded|downgraded) from "
    r"[\"“]?(?P<before>[^\"”:;.]{3,60}?)[.,]?[\"”]? to [\"“]?(?P<now>[^\"”:;.]{3,60}?)[.\"”]*$",
    re.IGNORECASE,
)
_LOOKED_FOR = choice_of(_SAYS, _MOVED, _ANSWERED, _ANSWER_FIRST, _ONLY, _EXCEPTED_FIRST, _EXCEPTED_LAST)


def with_answers_in_prose(blocks: Sequence[Block]) -> Told:
    """`blocks`, with each such answer as a plain sentence; and what is printed for each."""
    return told_by_sentence(_LOOKED_FOR, blocks, lambda place: _teller(blocks, place))


def _teller(blocks: Sequence[Block], place: int) -> Callable[[str], str | None] | None:
    """How the sentences of a block are told: each of the drug that it names, or that was named last."""
    if blocks[place].kind in ("heading", "row", "term"):
        return None
    drug = drug_over(blocks, place)
    is_asked = bool(_ASKS_COVER.search(blocks[place].path[-1])) if blocks[place].path else False

    def tell(sentence: str) -> str | None:
        nonlocal drug
        drug = next(iter(named_products(sentence)), drug)
        only = _ONLY.match(sentence) if drug and is_asked else None
        return _answer(only, drug) if drug and only and _names_use(only) else _said(sentence, drug)

    return tell


def _said(sentence: str, drug: Product | None) -> str:
    """The plain sentences that one is told as; "" where it is none of these."""
    if _SAYS.search(sentence):
        return _SAYS.sub(lambda found: f"{found['who']} {'covers' if _is_yes(found) else 'does not cover'} ", sentence)
    moved = _MOVED.match(sentence)
    if moved and verdict(moved["before"]) and (now := verdict(moved["now"])):
        return f"{moved['what']} {SAID[now]}."
    answered = _ANSWERED.match(sentence) or _ANSWER_FIRST.match(sentence)
    if drug and answered and _names_use(answered):
        return _answer(answered, drug)
    excepted = _EXCEPTED_FIRST.match(sentence) or _EXCEPTED_LAST.match(sentence)
    if drug and excepted and named_indications(excepted["use"]) and read_status(excepted["rest"]) in DENIED:
        return f"{drug.capitalize()} is covered for {excepted['use']}. {_without(excepted)}"
    return ""


def _names_use(found: re.Match[str]) -> bool:
    """Whether an answer is of a use; "as an anesthetic" is one with its "as" alone."""
    return names_use(_use_of(found))


def _use_of(found: re.Match[str]) -> str:
    return f"as {found['use']}" if found["by"].lower() == "as" else found["use"]


def _is_yes(found: re.Match[str]) -> bool:
    return (found["word"] or "yes").lower() == "yes"


def _answer(found: re.Match[str], drug: Product) -> str:
    """A "yes" or "no" as cover or denial; what stands behind the latter may say which."""
    rest = found["rest"].strip(" .")
    # "Chronic pain not named here" is the rest of that kind, and not of everything.
    use = _NOT_NAMED.sub(r"other \g<use>", found["use"])
    by = "as" if found["by"].lower() == "as" else "for"
    if _is_yes(found):
        return f"{drug.capitalize()} {SAID['covered']} {by} {use}{found['rest'].rstrip(' .')}."
    status: Status = read_status(rest) or "excluded" if rest else "excluded"
    return f"{drug.capitalize()} {SAID[status if status in DENIED else 'excluded']} {by} {use}."


def _without(excepted: re.Match[str]) -> str:
    """The denial without what it excepts, where it names its uses; with the exception where it is of all others."""
    rest = excepted["rest"].rstrip(" .")
    rest = f"{rest[0].upper()}{rest[1:]}"
    return f"{rest}." if names_use(rest) and not _is_of_all(rest) else f"{rest}, except for {excepted['use']}."


def _is_of_all(rest: str) -> bool:
    return is_residual(rest)
