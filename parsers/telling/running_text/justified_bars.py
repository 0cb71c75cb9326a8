"""Conditions that bar unless somebody says why not ("If there is a psychotic disorder, the prescriber states why the
benefit outweighs the risk"), told as bars with their exception.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.conditions import named
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.any_of import choice_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Indication
from parsers.telling.words_of_steps import told_where
from parsers.uses.indications import named_indications

_WEIGHED = (
    r"(?:benefits?\b[^.;]{0,60}\b(?:outweigh|exceed|surpass|greater|risks?)|risks?\b[^.;]{0,60}\bbenefits?"
    r"|(?:stat|explain|document|say|giv|not|record|attest|confirm|justif|specif|describ|provid)\w*\b[^.;]{0,25}"
    r"\b(?:why|reasons?|rationale|justification)|rationale|justif(?:y|ies|ied|ication)|medical necessity)\b"
)
_JUSTIFIES = compiled(rf"\b{_WEIGHED}", re.IGNORECASE)
_IF = r"(?:if|when|whenever|where|should|in the event (?:of|that)|in case of)"
_BEFORE = compiled(
    rf"^(?P<open>\W*)(?:(?:{_IF})\b|(?:for|in|with)?\s*(?:an? |the |any |those )?(?:{PEOPLE}|{PERSON})s? "
    r"(?=with\b|who\b|having\b))\s*(?P<condition>[^,:;.]{4,90}?)\s*[,:]\s*(?P<why>[^;]{8,200}?)(?P<close>[.;]?\s*)$",
    re.IGNORECASE,
)
_BEHIND = compiled(
    rf"^(?P<open>\W*)(?P<why>[^;,]{{8,160}}?),? (?:(?:is|are) (?:needed|required|given|provided) )?"
    rf"(?:{_IF}) (?P<condition>[^,:;.]{{4,90}}?)(?P<close>[.;]?\s*)$",
    re.IGNORECASE,
)
# "Members with dementia may be considered only when the prescriber explains why", "it may be given to a pregnant member
# only if …".
_ADMITS = (
    r"(?:may|can|will|are|is|qualif(?:y|ies))(?: be)?(?: (?:approved|covered|considered|treated|eligible|accepted"
    r"|admitted|given|authori[sz]ed|used|started))?(?: (?:esketamine|spravato|ketamine|it|the \w+))?"
)
_WITH_IT = rf"(?:an? |the |any |those )?(?:{PEOPLE}|{PERSON}s?) (?=(?:with|who (?:has|have)|having)\b)"
_ONLY_WHEN = r"only (?:if|when|where|after|once|on condition that|provided(?: that)?)"
_ONLY = compiled(
    rf"^(?P<open>\W*)(?:{_WITH_IT}(?P<condition>[^,:;.]{{4,90}}?),? {_ADMITS}"
    rf"|[^,:;.]{{2,40}}? {_ADMITS} (?:to|in|by|for) (?:{_WITH_IT}(?P<theirs>[^,:;.]{{4,90}}?)|(?:an? )?"
    rf"(?P<state>pregnant|breastfeeding|psychotic) \w+))"
    rf",? {_ONLY_WHEN} (?P<why>[^;]{{8,200}}?)(?P<close>[.;]?\s*)$",
    re.IGNORECASE,
)
_AT_ALL_ONLY = compiled(rf"\b{_ONLY_WHEN}\b", re.IGNORECASE)
_STATES = {
    "pregnant": "pregnancy",
    "breastfeeding": "breastfeeding",
    "psychotic": "psychosis",
}
# "The member has no seizures; or has had some, and the prescriber states why …", "No seizures. If there are any, …".
_OR_HAS_ONE = compiled(
    rf"(?P<bar>^\W*(?:\d+[.)] )?[^.;:]{{0,60}}?\b(?:no|not|never|without|free (?:of|from))\b[^.;:]{{3,90}}?)"
    rf"(?:[;,.(]? ?\b(?:or|otherwise),? (?:(?:else|that) )?|[.;] (?={_IF}\b))(?:{_IF} )?"
    rf"(?:(?:it|there|(?:the |an? )?(?:{PERSON})) )?"
    r"(?:does|(?:(?:one|some|any|it) )?(?:has|have|had|has had|is|are|was)(?: (?:one|some|any|it|such))?"
    r"(?: (?:present|(?:disorder|condition|history)))?),? ?(?:then )?(?:and |but )?"
    r"(?P<why>[^.;]{8,200}?)(?P<close>[.;)]?\s*)$",
    re.IGNORECASE,
)
_HAS = compiled(
    rf"^(?:(?:(?:yes|the answer is yes) (?:to|for) )|there (?:is|are|was|has been) |(?:the |a |an |any )?"
    rf"(?:{PERSON}) |(?:has|have|had|has had|with|who|having|is|was|been|diagnosed|of|known|any|an?|the|current|past)\b"
    r"\s*)+",
    re.IGNORECASE,
)
_PRESENT = compiled(
    r"\s+(?:is|are|was) (?:present|in the (?:history|chart|record)|found|documented|known|noted)$", re.IGNORECASE
)
_DENIES = compiled(r"\b(?:no|not|never|without|neither|absent|controlled|remission|resolved)\b", re.IGNORECASE)
# What the drug may be asked for is no bar, but bipolar depression is named by both.
_NO_USE: frozenset[Indication] = frozenset({"bipolar_depression", "substance_use"})
_LOOKED_FOR = choice_of(_JUSTIFIES, _AT_ALL_ONLY)


def with_justified_bars(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such sentences told so; and what is printed for each."""
    restated: dict[str, str] = {}
    return told_where(_LOOKED_FOR, blocks, lambda block: _told(block, restated)), restated


def _told(block: Block, restated: dict[str, str]) -> Block:
    if block.kind == "heading" or not (_JUSTIFIES.search(block.text) or _AT_ALL_ONLY.search(block.text)):
        return block
    if block.kind == "row":
        cells = tuple(_restated(cell, restated) for cell in block.cells)
        return block if cells == block.cells else replace(block, text=" | ".join(cells), cells=cells)
    return replace(block, text=_restated(block.text, restated))


def _restated(text: str, restated: dict[str, str]) -> str:
    told = _told_with_its_exception(text)
    if told:
        restated[told] = text
        return told
    said = [_as_bar(sentence) for sentence in sentences(text)]
    if not any(said):
        return text
    told = " ".join(new or old for new, old in zip(said, sentences(text), strict=True))
    restated[told] = text
    return told


def _told_with_its_exception(text: str) -> str:
    """A bar and, behind it, whom it spares, as one sentence; "" where there is no such pair."""
    found = _OR_HAS_ONE.match(text)
    if not found or not _JUSTIFIES.search(found["why"]) or not any(named(found["bar"].lower())):
        return ""
    return f"{found['bar'].rstrip(' ;,.(')} unless {found['why']}{found['close'].replace(')', '')}".strip()


def _as_bar(sentence: str) -> str:
    """A sentence as a bar with its exception; "" where it is none."""
    if only := _ONLY.match(sentence):
        return _admitted_only(only)
    found = _BEFORE.match(sentence) or _BEHIND.match(sentence)
    if not found or not _JUSTIFIES.search(found["why"]) or _DENIES.search(found["condition"]):
        return ""
    condition = _PRESENT.sub("", _HAS.sub("", found["condition"]).strip())
    if not any(named(condition.lower())) or set(named_indications(condition)) - _NO_USE:
        return ""
    why = found["why"] if found["why"][:2].isupper() else f"{found['why'][0].lower()}{found['why'][1:]}"
    return f"{found['open']}No {condition} unless {why}{found['close']}".strip()


def _admitted_only(found: re.Match[str]) -> str:
    """Whom a sentence admits on a condition alone, as a bar with that exception; "" where it covers a use so."""
    condition = _STATES.get((found["state"] or "").lower()) or _HAS.sub("", (found["condition"] or found["theirs"]))
    uses = set(named_indications(condition))
    if not any(named(condition.lower())) or uses - _NO_USE or (uses and not _JUSTIFIES.search(found["why"])):
        return ""
    return f"{found['open']}No {condition.strip()} unless {found['why']}{found['close']}".strip()
