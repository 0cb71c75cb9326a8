"""Terms that a section of definitions explains and a criterion uses: "each an adequate trial", which means six weeks.

So does a sentence that says how far it reaches: "Wherever this manual asks for a trial, failure means …".

Numbers in definitions are no criteria by themselves (domain.md section 9); the criterion that asks for what is defined
is read with the meaning in brackets behind its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.families import findings_in
from parsers.criteria.trees import QUALITIES
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, CriterionKey
from parsers.sections.roles import heading_role

_TERM = (
    r"(?:(?:adequate|qualifying|sufficient|full|complete|valid|acceptable|eligible) )?(?:antidepressant |drug |"
    r"treatment |"
    r"medication )?(?:trial|course|duration)|(?:antidepressant |drug |treatment |medication )?fail(?:ure|ed)|"
    r"inadequate response|non-?response"
)
# "Adequate trial" means …, "Adequate trial: …", "Failure is improvement of …".
_DEFINES = compiled(
    rf"^\W*(?:an? |the )?(?P<term>{_TERM})\b[\"”’']?\s*(?:\([^()]*\)\s*)?(?:[:–—-]|,?\s*(?:(?:is|are) defined (?:as|"
    rf"by)|"
    r"means?|is|refers to|consists of|denotes|requires)\b)\s*(?P<means>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "Throughout this document, …", "…, wherever this appendix requires a trial, …": the explanation holds elsewhere too.
_REACHES = compiled(
    r"\b(?:throughout|wherever|whenever|where|when|as used in|in|within|for (?:the )?purposes? of)\b[^,.;:()]{0,30}?"
    r"\b(?:this|these|our|the whole|the entire) (?:[\w-]+ ){0,3}?(?:polic(?:y|ies)|documents?|appendix|criteria|"
    r"manual|guidelines?|lists?|page|bulletin|handbook|rules?|chapter|booklet)\b[^,.;:()]{0,40},\s*",
    re.IGNORECASE,
)
_OF_TRIALS: frozenset[CriterionKey] = QUALITIES | {"episode_scope", "lookback_months", "intolerance_counts"}
_SPOKEN_OF = compiled(r"\b(?:trials?|courses?|durations?|failures?|inadequate response|non-?response)\b", re.IGNORECASE)
# What is counted in the criterion is not counted again.
_ONE = compiled(r"\b(?:an|one) antidepressant\b", re.IGNORECASE)
_OF_THE_USE = compiled(r" of (?:the |major |unipolar )*depress\w+", re.IGNORECASE)
_JOINS = compiled(r"[,;]?\s+(?:and|or)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term as criteria use it, and what it means."""

    used: re.Pattern[str]
    means: str
    # The section in which a term is explained by the way: what it asks for there is read without us.
    path: tuple[str, ...] | None = None


def with_defined_terms(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with what a term means behind each sentence of a criterion that uses it."""
    closed = {heading for heading in {title for block in blocks for title in block.path} if _defines(heading)}
    terms = [*_terms(blocks, closed), *_reaching_terms(blocks, closed)]
    if not terms:
        return tuple(blocks)
    return tuple(block if closed.intersection(block.path) else _explained(block, terms) for block in blocks)


def _defines(heading: str) -> bool:
    return heading_role(heading) == "definitions"


def _terms(blocks: Sequence[Block], closed: set[str]) -> Iterator[_Term]:
    above = ""
    for block in blocks:
        if closed.intersection(block.path):
            told = f"{above}: {block.text}" if block.kind == "definition" else block.text
            if term := _explanation(told):
                yield term
        above = block.text


def _reaching_terms(blocks: Sequence[Block], closed: set[str]) -> Iterator[_Term]:
    """The terms that sentences outside of the definitions explain for the whole document."""
    for block in blocks:
        if block.kind in ("heading", "row") or closed.intersection(block.path) or not _REACHES.search(block.text):
            continue
        for said in sentences(block.text):
            term = _explanation(_REACHES.sub("", said, count=1)) if _REACHES.search(said) else None
            if term:
                yield replace(term, path=block.path)


def _explanation(told: str) -> _Term | None:
    found = _DEFINES.match(told)
    if not found or not _asks_of_trials(found["means"]):
        return None
    return _Term(_used(found["term"]), _ONE.sub("antidepressants", _OF_THE_USE.sub("", found["means"].strip(" ."))))


def _asks_of_trials(means: str) -> bool:
    """Whether a meaning tells of trials and of nothing else that may be asked for."""
    read = {found.key for found in findings_in(f"Failure of an antidepressant trial: {means}")} - {"failed_ad_count"}
    return bool(read) and read <= _OF_TRIALS


def _used(term: str) -> re.Pattern[str]:
    """A term in a criterion: as it is defined, in the plural, or by its verb ("failed" for "failure").

    Made for one document, it must not enter the index of all expressions (parsers.language.word_index).
    """
    words = term.lower()
    if words.endswith(("failure", "failed")):
        return re.compile(r"\bfail(?:ed|ures?|s)?\b", re.IGNORECASE)
    return re.compile(rf"\b{re.escape(words)}s?\b", re.IGNORECASE)


def _explained(block: Block, terms: Sequence[_Term]) -> Block:
    if block.kind in ("heading", "row") or not _SPOKEN_OF.search(block.text):
        return block
    text = block.text
    for said in sentences(block.text):
        meanings = [term.means for term in terms if term.path != block.path and term.used.search(said)]
        if meanings:
            joins = _JOINS.search(said)
            words, rest = (said[: joins.start()], joins[0]) if joins else (said, "")
            text = text.replace(said, glossed(words, "; ".join(meanings)) + rest, 1)
    return replace(block, text=text)
