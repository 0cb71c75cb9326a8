"""Sentences that set a use of our drug outside what a policy speaks of ("This policy does not address ketamine given
for anesthesia"): they answer nothing, and what is denied before them does not reach it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import names_use
from parsers.answering.unanswering_wording import OUTSIDE_POLICY
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import without_sentences

_THIS = (
    r"(?:this|the|our|these|those|such)(?: \w+){0,2}? (?:polic(?:y|ies)|guidelines?|documents?|bulletins?|statements?|"
    r"articles?|determinations?|denials?|exclusions?|limitations?|limits|restrictions?|criteria|sections?|rules?|"
    r"positions?)(?: (?:above|below))?"
)
_SPEAKS = (
    r"(?:address|review|evaluate|assess|consider|govern|examine|discuss|deal with|limit|restrict|affect|touch|concern|"
    r"apply to|reach|extend to|pertain to|relate to|speak (?:to|of))"
)
_OUTSIDE = any_of(
    rf"^\W*{_THIS} (?:does|do) not (?:also )?{_SPEAKS} (?!any |all |other |any\b)"
    rf"|^\W*{_THIS} (?:is|are) (?:silent (?:on|about)|not (?:about|on|meant for|concerned with)) "
    rf"|^\W*{_THIS} (?:leaves?|sets?) [^.;:]{{3,80}} aside\b"
    rf"|^\W*(?:nothing|none|no part|no word|not (?:one|a word))\b(?: [\w-]+){{0,5}}? (?:address(?:es)?|"
    r"appl(?:y|ies) to|concerns?|affects?|limits?|restricts?|reach(?:es)?|"
    r"touch(?:es)?|deals? with|(?:is|are) (?:about|on|meant for))\b "
    r"|^\W*(?:this|the) (?:page|site|text|form|notice|memo|list|above) (?:(?:does|do) not "
    rf"{_SPEAKS}|says nothing (?:of|about|on)) (?!any |all |other )"
    rf"|^\W*nothing in {_THIS} (?:addresses|applies to|concerns|affects|limits|restricts|reaches) "
    rf"|^[^.;:]*\b(?:is|are) (?:outside|beyond) (?:of )?(?:the )?(?:scope|reach) of {_THIS}\b"
    rf"|^[^.;:]*\b(?:is|are) not (?:the subject of|included in) {_THIS}\b"
    r"|^[^.;:]*\b(?:is|are) not (?:addressed|affected|discussed|reviewed|evaluated|considered) "
    rf"(?:by|in|under) {_THIS}\b"
    rf"|^[^.;:]*\bneeds? no review under {_THIS}\b"
    rf"|^\W*not (?:addressed|discussed|reviewed|evaluated|considered) (?:by|in|under) {_THIS}\s*:"
    rf"|{OUTSIDE_POLICY}",
    flags=re.IGNORECASE,
)
_KIND = (
    r"(?:(?:separate|different|other|own|pharmacy|drug|medication|prescription|behavioral|mental|health|psychiatric|"
    r"medical|injectable|clinical|coverage|spravato|esketamine|companion) )"
)
_TEXT = r"(?:polic(?:y|ies)|bulletins?|guidelines?|documents?|chapters?|articles?)"
_NUMBER = r"(?:(?:[A-Za-z]{1,4}[.-])?\d[\w.-]*)"
_ANOTHER = (
    rf"(?:(?:(?:an?|another|its|their|others?) {_KIND}*|(?:the|our) {_KIND}+){_TEXT}"
    rf"(?: (?:on|for|about|of) [^.;,]{{3,40}})?(?:,? \(?{_NUMBER}\)?)?"
    rf"|(?:{_TEXT} (?:no\. |number |# ?)?)?\(?{_NUMBER}\)?)"
)
_DEALT_WITH = (
    r"(?:dealt with|addressed|described|discussed|handled|governed|reviewed|covered|found|taken up|considered|set out|"
    r"listed|judged|decided|the subject|left|given|treated)"
)
# "Its psychiatric uses are dealt with in a pharmacy policy", "for depression, see policy 08.01".
_ELSEWHERE = any_of(
    rf"^[^.;:]{{3,120}}? (?:is|are) {_DEALT_WITH} (?:(?:in|by|under|of|to|on) )?{_ANOTHER}\W*$",
    rf"^[^.;]{{3,100}}?[:,] (?:please )?(?:see|refer to|consult|look in) {_ANOTHER}\W*$",
    rf"^[^.;:]{{3,100}}? (?:falls?|comes?|belongs?) (?:under|in|into|within|to) {_ANOTHER}\W*$",
    rf"^[^.;:]{{3,100}}? (?:has|have) (?:an?|its|their) {_KIND}+{_TEXT}\W*$",
    rf"^\W*(?:the )?(?:criteria|rules|requirements|coverage|answers?) (?:for|on|of) [^.;:]{{3,80}}? (?:is|are|stands?) "
    rf"(?:\w+ )?in {_ANOTHER}\W*$",
    rf"^\W*{_ANOTHER} (?:deals? with|addresses|covers?|governs?|describes?|discuss(?:es)?|speaks? (?:to|of)|"
    r"answers? for|is (?:on|about|for)) [^.;:]{3,80}\W*$",
    flags=re.IGNORECASE,
)
_HOLDS_FOR_SOME = compiled(
    r"\b(?:medically necessary|investigational|experimental|unproven|not (?:covered|approved|paid|payable)|"
    r"patients?|members?|persons?|people|beneficiar\w+|enrollees?|adults?|children|anyone|older|younger|"
    r"unless|except|until|only|if|when|any other|all other|other uses?|authori[sz]\w+|approv\w+|"
    r"criteria (?:below|above))\b",
    re.IGNORECASE,
)
# What answers all the same, or holds for some patients only.
_ANSWERS = compiled(
    r"\b(?:covered|coverage|approved|payable|paid|pays?|payments?|medically necessary|investigational|"
    r"experimental|unproven|unless|except|until|"
    r"only|if|when|any other|all other|other uses?)\b",
    re.IGNORECASE,
)
# By name alone: such a sentence does not speak of the drug.
_DRUG = compiled(r"ketamine|spravato|ketalar", re.IGNORECASE)
_KINDS = ("paragraph", "item")


def without_uses_outside(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without such sentences."""
    told, _ = without_sentences(_OUTSIDE, blocks, lambda block: _is_outside if _may_tell(block) else None)
    for wording in (_OUTSIDE, _ELSEWHERE):
        told, _ = without_sentences(wording, told, lambda block: _is_elsewhere if block.kind in _KINDS else None)
    return told


def _may_tell(block: Block) -> bool:
    return block.kind in _KINDS and bool(_DRUG.search(block.text))


def _is_outside(sentence: str) -> bool:
    outside = _OUTSIDE.stands_in(sentence) and not _ANSWERS.search(sentence)
    return bool(outside) and names_use(sentence) and bool(_DRUG.search(sentence))


def _is_elsewhere(sentence: str) -> bool:
    """Whether a sentence on "its" uses, or on a use by name alone, only says which other text answers for it."""
    outside = _ELSEWHERE.stands_in(sentence) or _OUTSIDE.stands_in(sentence)
    if _DRUG.search(sentence) or not outside or not names_use(sentence):
        return False
    return not _HOLDS_FOR_SOME.search(sentence)
