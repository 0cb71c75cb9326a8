"""How payers say that a document is new, moved or gone. Words only; `said` picks the one that tells most."""

from __future__ import annotations

import re

from parsers.discovery.models import Said
from parsers.language.patterns import compiled

_DOCUMENT = r"(?:polic(?:y|ies)|guidelines?|documents?|bulletins?|criteria|pages?|articles?|determinations?)"

# The first that matches wins: a policy that is retired and replaced is above all replaced.
_WORDS: dict[Said, str] = {
    "split": r"\b(?:split|divided|separated)\b(?: up)?[^.]{0,30}\b(?:into|in|as)\b",
    "renumbered": r"\brenumbered\b|\b(?:new|changed) (?:policy )?number\b|\bnumber (?:is )?chang(?:ed|es|ing)\b",
    "replaced": (
        r"\b(?:replaced|superseded) (?:by|with)\b|\b(?:merged|combined|consolidated|incorporated|folded) (?:in)?to\b|"
        r"\b(?:see|refer to) (?:the )?(?:new|successor|replacement)\b|\bhas been replaced\b"
    ),
    "moved": (
        r"\b(?:moved|relocated|transferred|migrated)\b|\bnew (?:location|address|web ?page|home)\b|"
        r"\b(?:can )?now (?:be )?found (?:at|on|in|under)\b"
    ),
    "retired": (
        r"\b(?:retire[ds]?|retiring|retirement|sunset(?:ted)?|discontinued|withdrawn|rescinded|inactive|deleted|"
        r"no longer (?:active|in effect|maintained|in force))\b"
    ),
    "archived": r"\barchived?\b",
    "new": (
        rf"^\W*new\b|\bnew(?:ly (?:created|developed|adopted|added))? (?:[\w-]+ ){{0,3}}{_DOCUMENT}\b|\bnew\W*$|"
        r"\[new\]|\(new\)|\b(?:added|adopted) on\b"
    ),
    "revised": (
        r"\b(?:revised?|revisions?|updated?|updates|amended|modified|modifications?|annual review|reviewed|changes?)\b"
    ),
}
_PATTERNS = {kind: compiled(words, re.IGNORECASE) for kind, words in _WORDS.items()}
# What follows is the successor, not the document itself.
TOWARDS = compiled(
    r"\b(?:renumbered|replaced|superseded|moved|relocated|transferred|merged|combined|consolidated|incorporated|folded|"
    r"split|divided|separated)\b[^.]{0,40}?\b(?:to|by|with|into|in|as|under)\b|\b(?:see|refer to)\b|"
    r"\b(?:is|are) now\b|→|->|\bnew number:?",
    re.IGNORECASE,
)
# A document speaks of itself: "this policy has been replaced", or the sentence opens with what happened to it.
_WAS = r"(?:has been|have been|was|were|is|are|will be)"
_ENDED = (
    r"(?:replaced|superseded|renumbered|moved|relocated|retired|archived|split|divided|separated|withdrawn|"
    r"discontinued|rescinded|merged|combined|incorporated|transferred|inactive|no longer)\b"
)
ITSELF = compiled(
    rf"\b(?:this|the|our) (?:[\w()-]+ ){{0,6}}{_DOCUMENT}(?: [\w.()-]+){{0,4}} {_WAS}(?: \w+){{0,2}} {_ENDED}"
    rf"|^\W*{_DOCUMENT} (?:[\w.-]*\d[\w.-]* )?(?:{_WAS} )?{_ENDED}|^\W*[\w.-]*\d[\w.-]* {_WAS} {_ENDED}"
    r"|^\W*(?:retired|archived|superseded)\b"
    rf"|\b(?:retired|archived|superseded) {_DOCUMENT}\b",
    re.IGNORECASE,
)


def said(text: str) -> Said | None:
    """What a text says became of a document; None when it says nothing of the kind."""
    return next((kind for kind, words in _PATTERNS.items() if words.search(text)), None)


def before_successor(text: str) -> str:
    """A text up to what it says takes the document's place."""
    towards = TOWARDS.search(text)
    return text[: towards.start()] if towards else text
