"""Refusals told again of others behind one ("…; nor shall any person be approved who is under 18", "…, nor does one who
is pregnant", "…, as are requests for minors"), or with the people parted ("no one may be treated who has …").

Each is told as a refusal of its own, with whom it refuses right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.vocabulary import GRANTED, PEOPLE, PERSON
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import told_where

_MAY_BE_ONE = compiled(r"\b(?:nor|neither|nobody|no|none|as (?:is|are|will)|unless)\b", re.IGNORECASE)
_AUXILIARY = r"(?:do|does|is|are|was|will|shall|may|can|has|have|should|would|must)"
_GRANTS = rf"(?:(?:be|qualif(?:y|ies)|receive it|get it) ?(?:{GRANTED}|treated|accepted|admitted|for it)?)"
_WHOM = rf"(?:(?:any|an?|the|all|such) )?(?:other )?(?:{PEOPLE}|{PERSON}s?|one|anybody)"
_WHO = r"(?:who|with|whose|having|in whom|under|below|younger|less than|aged|over|above)\b"
# What is refused once more: "nor is it covered for", "nor do we pay for it in", "as are requests from".
_REFUSED_FOR = (
    rf"(?:{_AUXILIARY} (?:it|we|they|this|the (?:plan|drug|spray|program|fund)|coverage|approval|spravato|esketamine)\b"
    r"[^.;:,]{0,40}? )?(?:to|for|in|of|from) "
)
_AGAIN = compiled(
    rf"\s*[;,.] ?(?:and )?(?:nor|neither) (?:{_AUXILIARY} (?P<whom>{_WHOM}) (?:{_GRANTS} )?(?=(?P<who>{_WHO}))"
    rf"|{_REFUSED_FOR}(?P<also>{_WHOM}) (?={_WHO}))",
    re.IGNORECASE,
)
_AS_ARE = compiled(
    rf"\s*[;,] (?:and )?(?:as|so) (?:is|are|will be) (?:(?:any|all|those) ?)?(?:(?:requests?|claims?|those|cases?) )?"
    rf"(?:(?:for|from|of|by) )?(?P<whom>{_WHOM}) (?={_WHO})",
    re.IGNORECASE,
)
# "…, or for members who have bipolar disorder unless …": what lifts the last alone.
_OR_UNLESS = compiled(
    rf",? or (?:to|for|in|of) (?P<whom>{_WHOM}) (?={_WHO}[^.;]{{3,90}}? (?:unless|except (?:if|when|where))\b)",
    re.IGNORECASE,
)
# "Members with psychosis are excluded without exception, whereas members with epilepsy are excluded unless …".
_WHEREAS = compiled(
    rf"(?: (?:without exception|in (?:any|all|every) cases?|always|outright))?[,;] (?:whereas|while|but|and) "
    rf"(?P<other>{_WHOM} {_WHO}[^.;]{{3,90}}?) (?:is|are|will be|may be) (?:not (?:be )?(?:{GRANTED})|excluded|"
    r"ineligible|refused|denied|barred|disqualified),? (?=unless\b)",
    re.IGNORECASE,
)
_HAVING = compiled(r"\b(?:with|having)\b", re.IGNORECASE)
_REFUSES = compiled(
    r"\b(?:not|never|no|nobody|none|cannot|den(?:y|ied)|refused?|excluded?s?|ineligible|rejected|declined|barred)\b",
    re.IGNORECASE,
)
_COVERS = compiled(
    rf"\b(?:{GRANTED}|cover|coverage|approval|pay|treated|accepted|admitted|qualif(?:y|ies)|denied|refused|excluded|"
    r"ineligible|rejected|declined|barred)\b",
    re.IGNORECASE,
)
# "No person shall be approved who has dementia": the people stand apart from what is said of them.
_PARTED = compiled(
    rf"^\W*(?:no (?:{PERSON}s?|one)|nobody) (?:shall|may|will|can|is|are)(?: to)? (?:be )?(?:{GRANTED}|treated|"
    rf"accepted|admitted)(?: for (?:it|the drug|spravato|esketamine))? (?P<who>who|whose|with|having|in whom)\b",
    re.IGNORECASE,
)


def with_refusals_again(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such refusal in a sentence of its own; and what is printed for each."""
    printed: dict[str, str] = {}
    return told_where(_MAY_BE_ONE, blocks, lambda block: _told(block, printed)), printed


def _told(block: Block, printed: dict[str, str]) -> Block:
    if block.kind in ("heading", "row") or not _MAY_BE_ONE.search(block.text):
        return block
    told = _WHEREAS.sub(_set_against, _OR_UNLESS.sub(_refused, block.text))
    told = _parted(_AS_ARE.sub(_refused, _AGAIN.sub(_refused, told)))
    if told == block.text:
        return block
    printed |= {sentence: block.text for sentence in (told, *sentences(told)) if sentence not in block.text}
    return replace(block, text=told)


def _refused(again: re.Match[str]) -> str:
    """A refusal in its own words behind another; as it stands behind anything else."""
    before = again.string[: again.start()]
    said = re.split(r"[.;]", before)[-1]
    if not (_REFUSES.search(said) and _COVERS.search(said)):
        return again[0]
    whom = again["whom"] or again.groupdict().get("also") or ""
    return f". It is not covered for {_one(whom)} "


def _set_against(other: re.Match[str]) -> str:
    """Those who are refused but for an exception, in a sentence behind those who are refused without one."""
    said = re.split(r"[.;]", other.string[: other.start()])[-1]
    refused = _REFUSES.search(said) and _COVERS.search(said)
    return f". It is not covered for {_HAVING.sub('who have', other['other'], count=1)} " if refused else other[0]


def _one(whom: str) -> str:
    """Of whom something is refused, as a noun that every reader of bars knows."""
    if whom.lower() in ("one", "anyone", "anybody", "someone"):
        return "a member"
    return "members" if whom.lower() == "those" else whom


def _parted(text: str) -> str:
    return " ".join(_PARTED.sub(r"It is not covered for a member \g<who>", sentence) for sentence in sentences(text))
