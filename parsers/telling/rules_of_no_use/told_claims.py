"""Stories of claims that went wrong, which a payer tells as a warning: what was billed once, and what the chart showed.

"In one case a site billed 200 hours of therapy in a month. In another, watching was billed for three hours when the
chart showed 70 minutes.": whatever hours, ages or papers such a story names, nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences

_WHO = (
    r"(?:clinics?|practices?|providers?|offices?|sites?|cent(?:er|re)s?|pharmac(?:y|ies)|groups?|hospitals?|"
    r"facilit(?:y|ies)|physicians?|doctors?|compan(?:y|ies))"
)
_ONE = r"(?:an?|one|another|the (?:same|first|second|third|other)|two|three|several|some)"
_CASES = r"(?:cases?|instances?|examples?|audits?|files?)"
_OPENS = r"^\W*(?:(?:for )?(?:example|instance)s?\b\W*|e\.g\.\W*)?"
_BILLED = (
    r"(?:billed|charged|claimed|repaid|paid (?:us )?back|sent (?:us )?(?:claims|bills)|submitted (?:claims|bills))"
)
_SHOWED = (
    r"(?:when|while|but|although|though|where|yet|;) (?:the |its |their |only )?(?:charts?|records?|notes?|logs?|"
    r"documentation|patients?|members?|infusions?|sessions?|doses?|\d+ mg) [^.;]{0,60}?"
    r"\b(?:showed|said|was|were|had|left|lasted|ran|got|received|gave|stayed|recorded|listed|held)\b"
)
_STORY = any_phrase(
    # "In one case …", "in several of the cases reviewed, no psychiatrist had seen the patient"
    rf"{_OPENS}in (?:{_ONE}|an? (?:recent|earlier|extreme|similar)) (?:(?:recent|such|similar|other|of|the|"
    rf"these|our) )*"
    rf"{_CASES}\b[^.]*\b(?:was|were|had|did|said|showed|{_BILLED})\b",
    # "Last year another office billed …", "a third clinic had no certificate at all"
    rf"{_OPENS}(?:(?:in|during|since) [^.,;:]{{3,30}},? |(?:last|this) (?:year|month|spring|summer|fall|winter),? )?"
    rf"(?:{_ONE}|an? (?:second|third|fourth|further)) (?:[\w-]+ ){{0,2}}?{_WHO}\b(?: in [^.,;:]{{3,30}}?)? "
    rf"(?:(?:had|has|also|then|even) )*(?:{_BILLED}|(?:was|were) (?:found|excluded|fined|suspended|caught|"
    rf"ordered|asked to "
    rf"repay|paid)|had (?:no|never|not)\b|gave\b)",
    # "An audit found that a clinic had billed …", "we have seen claims for four hours …"
    rf"{_OPENS}(?:(?:an?|the|our|that|this|one) (?:[\w-]+ )?(?:audit|auditors?|investigat\w+|reviewers?|unit|team)|"
    r"auditors?|investigators?|we) (?:(?:have|has|had|also|recently) )*(?:seen|saw|found|came across|come "
    r"across|noticed|"
    rf"discovered|uncovered|identified)\b[^.]*\b(?:{_BILLED}|claims (?:for|of|with)|bills (?:for|of))\b",
    # "Observation was billed for three hours when the chart showed 70 minutes"
    rf"\b(?:was|were|had been) {_BILLED}\b[^.;]*?,? {_SHOWED}",
)
# How a story goes on: "In another, …", "The chart showed less than one hour."
_GOES_ON = compiled(
    rf"^\W*(?:in (?:another|a (?:second|third|fourth)|the (?:other|second|third))\b|{_ONE} (?:[\w-]+ )?{_WHO} \w+ed\b|"
    r"(?:the|its|their) (?:charts?|records?|notes|logs?|audit|clinic|site|provider|patient|member|"
    r"office)\b[^.;]{0,40}?"
    r"\b(?:showed|said|was|were|had|left|lasted|repaid|paid)\b)",
    re.IGNORECASE,
)
# What asks, or says what is or will be paid for, is no story.
_RULES = compiled(
    r"\b(?:must|shall|should|will|may|can|cannot|(?:is|are) (?:not )?(?:required|covered|paid|needed|denied|necessary|"
    r"considered|approved)|requires?|needs?|if|unless|approv(?:e|al|als))\b",
    re.IGNORECASE,
)
_TOLD = compiled(
    r"\b(?:billed|billing|charged|claimed|repaid|paid|bills?|claims?|cases?|instances?|clinics?|providers?|practices?|"
    r"offices?|sites?|audit\w*)\b",
    re.IGNORECASE,
)
_KINDS = ("paragraph", "item", "definition")


def without_told_claims(blocks: Sequence[Block]) -> Told:
    """`blocks` without the sentences of such stories; and what is printed of the paragraphs that tell them."""
    return without_sentences(_TOLD, blocks, _drops)


def _drops(block: Block) -> Callable[[str], bool] | None:
    """What tells the sentences of a story from those of its block; None of a block that opens none."""
    if block.kind not in _KINDS or block.text.rstrip().endswith(":") or not _STORY.stands_in(block.text):
        return None
    opened = False

    def tells(sentence: str) -> bool:
        nonlocal opened
        opened = not _RULES.search(sentence) and (
            _STORY.stands_in(sentence) or (opened and bool(_GOES_ON.match(sentence)))
        )
        return opened

    return tells
