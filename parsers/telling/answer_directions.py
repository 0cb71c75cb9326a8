"""What is printed behind the boxes of a question about its answers ("If Yes, stop; the request cannot be approved",
"Approval requires an answer of No", "If any applies, it will not be authorized"), as the answer that a request needs.
"""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_A_BOX = r"(?:[☐□❑❏▢◯⬜○]|\[ ?\]|\( ?\))"
_BOXED = compiled(
    rf"(?P<question>[^?]{{4,400}}\?)(?:[\s/|,]*{_A_BOX}?\s*\b(?:yes|no|n/?a)\b(?:\s*{_A_BOX})?){{2,3}}"
    r"[\s.:;–—(\[-]*(?P<direction>[A-Za-z][^?☐□]{6,160})",
    re.IGNORECASE,
)
# An answer by its word, as against "no" before a noun ("no coverage").
_WORD = compiled(
    r"\b(?P<word>yes|no)\b(?=[\"”'’]?(?:\W*$|[,:;.)=]|\s*[–—→=-]"
    r"| (?:answers?|responses?|is|are|was|here|box|means?|leads?|results?|ends?|stops?|disqualif\w+|makes?|will|cannot"
    r"|before|for (?:approval|coverage|this|the)|(?:in order )?to (?:be|qualify|approve|obtain|get|receive))\b))",
    re.IGNORECASE,
)
_REFUSED = compiled(
    r"\b(?:den(?:y|ied|ial|ies)|(?:not|never|cannot) (?:be )?(?:approv|authori[sz]|cover|eligib|grant|accept|consider|"
    r"pa(?:y|id)|continu|qualif|renew|given)\w*|disqualif\w+|ineligible|refus\w+|reject\w*|excluded|"
    r"no (?:approval|coverage|payment|authori[sz]ation)|turned? (?:down|away)|unapprovable|stop|"
    r"ends? (?:the|this) (?:review|request))\b",
    re.IGNORECASE,
)
_NEEDED = compiled(
    r"\b(?:requires?|required|needs?|needed|necessary|must|has to|have to|only|expected|accepted|acceptable|qualif\w+|"
    r"approv(?:ed|al|able|es?))\b",
    re.IGNORECASE,
)
_ANY_APPLIES = compiled(
    r"^(?:if|when|where) (?:any|either|one|1|so|it|this|that)(?: one)?"
    r"(?: (?:or more|box(?:es)?|item|condition|of (?:these|the \w+|them)))*,? ?(?:(?:does|do|is|are) )?"
    r"(?:appl(?:y|ies)|checked|ticked|marked|present|true|the case|so|met)?,",
    re.IGNORECASE,
)
# Where an answer sends the reader on, the questions are a flow; what is attached or explained decides nothing.
_SENDS_ON = compiled(
    r"\b(?:go|skip|proceed|continue|move) (?:on )?(?:to|with)\b|#|\bunless\b|\bexcept\b|\bnot affect\b", re.IGNORECASE
)


def directed(text: str) -> tuple[str, str] | None:
    """A question with the word that must answer it by the direction behind its boxes; None where there is none."""
    found = _BOXED.fullmatch(text)
    word = _needed_answer(found["direction"]) if found else None
    return (found["question"], word) if found and word else None


def _needed_answer(direction: str) -> str | None:
    """The answer that a direction asks for: the one that it calls needed, or not the one that it refuses."""
    words = {found["word"].lower() for found in _WORD.finditer(direction)}
    if _SENDS_ON.search(direction) or len(words) > 1:
        return None
    refused = _REFUSED.search(direction)
    if not words:
        return "no" if refused and _ANY_APPLIES.search(direction) else None
    word = words.pop()
    if refused:
        return "no" if word == "yes" else "yes"
    return word if _NEEDED.search(direction) else None
