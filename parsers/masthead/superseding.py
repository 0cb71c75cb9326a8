"""Whether a document says that another has taken its place, or that it is no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.patterns import compiled
from parsers.masthead.fact_lines import in_history
from parsers.models import Block

_FIRST_BLOCKS = 14
_LONGEST = 200
_SENTENCE_END = compiled(r"(?<=[a-z\d]\.) (?=[A-Z])")
_PAPER = r"(?:policy|document|version|article|guideline|page|bulletin|edition|criteria|determination|protocol|notice)"
_GONE = r"(?:superseded|archived|retired|inactive|historical)"
# A stamp, a status, or what can be said of nothing but a document.
_STAMPED = compiled(
    # "Archived:", a field that was left blank, says nothing.
    r"^\W*(?:superseded|archived|retired|inactive|historical|expired)\b(?!\s*:\W*(?:n/?a|none|no)?\W*$)"
    r"(?!\s+(?!by\b)(?:\w+\s+){0,2}\w{4,}(?:s|ia)\b)|"
    r"\bno longer (?:in effect|active|in force|current|valid|in use)\b|"
    rf"\b{_PAPER} status\W+{_GONE}|^status\W+{_GONE}|"
    rf"\b(?:newer|later|more recent) {_PAPER} (?:(?:has taken|takes|took) (?:the|its) place|"
    rf"(?:has )?(?:replace[ds]|supersede[ds]) (?:this|it))\b|"
    r"\bhistorical (?:version|policy|copy)|\bnot the (?:current|latest|newest) (?:version|policy)\b|"
    r"\b(?:superseded|archived|retired) (?:policy|version|document|article|copy)\b|"
    rf"\bthis {_PAPER} (?:has been |was |is )?(?:superseded|archived|retired)",
    re.IGNORECASE,
)
# "New: Renal Denervation. Revised: Ketamine. Retired: Thermography.": which of a payer's papers are what.
_LISTS_PAPERS = compiled(r"\b(?:new|revised|updated|reviewed|changed|unchanged)\s*:\s*\w", re.IGNORECASE)
_LABELLED = compiled(rf"^\W*{_GONE}\s*:\s*\w", re.IGNORECASE)
# What is said of papers, drugs and devices alike: only with its subject does it say that a paper is gone.
_TAKEN_AWAY = compiled(
    r"\b(?:has been|have been|was|is|were|are) (?:now )?(?:replaced|superseded|retired|archived|withdrawn|rescinded|"
    r"discontinued)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_ITSELF = compiled(rf"\b{_PAPER}s?\b|^\W*(?:it|this)\b", re.IGNORECASE)
# "A policy means the same when a code has been replaced": what it would be of, and of what else.
_SUPPOSES = compiled(r"\b(?:when|if|where|whether|once|until|unless)\b[^.;]*$", re.IGNORECASE)
_NUMBERED = compiled(
    rf"\b(?:{_PAPER}|LCD|NCD)\s+(?:(?:number|no\.?|id)\s*:?\s*|#\s*)?(?P<value>[A-Za-z]*[\w.-]*\d[\w.-]*)",
    re.IGNORECASE,
)
_REPLACES = compiled(r"\b(?:replac(?:es?|ing)|supersed(?:es?|ing)|formerly|previously|instead of)\b", re.IGNORECASE)


def is_superseded(blocks: tuple[Block, ...], number: str | None) -> bool:
    """Whether the document says so before its first sections; of another than `number` it may say what it likes."""
    return any(
        len(sentence) < _LONGEST and _says_it_is_gone(sentence, number)
        for block in blocks[:_FIRST_BLOCKS]
        if block.kind in ("heading", "paragraph", "definition", "row") and not block.header and not in_history(block)
        for sentence in (*_sentences(block.text), *_parts(block))
    )


def _parts(block: Block) -> list[str]:
    """The facts of a line that keeps them apart with strokes; what a cell says is said of its row."""
    return [] if block.kind == "row" else block.text.split(" | ")


def _sentences(text: str) -> Iterator[str]:
    yield text
    lists = bool(_LISTS_PAPERS.search(text))
    yield from (said for said in _SENTENCE_END.split(text) if not (lists and _LABELLED.match(said)))


def _says_it_is_gone(sentence: str, number: str | None) -> bool:
    gone = _TAKEN_AWAY.search(sentence)
    subject = sentence[: gone.start()] if gone else ""
    supposed = _SUPPOSES.search(subject)
    if gone and _SPEAKS_OF_ITSELF.search(subject) and not supposed and not _is_of_another(subject, number):
        return True
    stamped = _STAMPED.search(sentence)
    return stamped is not None and not _is_of_another(sentence[: stamped.start()], number)


def _is_of_another(subject: str, number: str | None) -> bool:
    named = [found["value"].strip(".-").casefold() for found in _NUMBERED.finditer(subject)]
    own = (number or "").casefold()
    others = [value for value in named if own and value not in own and own not in value]
    return bool(others) or bool(_REPLACES.search(subject))
