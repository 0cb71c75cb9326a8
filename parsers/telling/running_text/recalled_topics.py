"""Rules that a sentence takes over by what they are about: "the age and REMS rules of the paragraph above apply too".

The sentence is read as what the text above says on these topics; where one of them is not found there, it stays as it
is, and stands unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.criteria.recalled import RECALLS, topics_of, topics_recalled
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, CriterionKey, Indication
from parsers.telling.words_of_steps import places_of
from parsers.uses.scopes import positive_indications

_CLAUSE = compiled(r";\s+(?:and\s+)?|[.]\s+(?=[A-Z])")
# "… apply as well, but the trials of antidepressants do not": what does not apply is not asked for.
_NO_MORE = compiled(
    r"^\W*(?:(?:as well|too|also|here|likewise|to (?:this|it|that)(?: (?:use|indication|diagnosis|request))?)\b\W*)*"
    r"(?:but (?:the |those )?[^.;,]{3,80}? (?:do|does) not\b(?: apply)?)?"
)
_FEWEST_WORDS = 2


def with_topics_recalled(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with what such sentences recall in their place; and what is printed there."""
    if not places_of(RECALLS, blocks):
        return tuple(blocks), {}
    told: list[Block] = []
    printed: dict[str, str] = {}
    for block in blocks:
        may_recall = block.kind in ("paragraph", "item") and RECALLS.may_stand_in(block.text)
        recalls = may_recall and any(map(RECALLS.stands_in, sentences(block.text)))
        told += _told(block, tuple(reversed(told)), printed) if recalls else (block,)
    return tuple(told), printed


def _told(block: Block, above: Sequence[Block], printed: dict[str, str]) -> tuple[Block, ...]:
    """A block with what it recalls in the place of its words; in a list, each recalled clause is an item of its own."""
    said = [part for sentence in sentences(block.text) for part in _recalled(sentence, above, printed)]
    if block.kind == "item":
        return tuple(replace(block, text=part) for part in said)
    return (replace(block, text=" ".join(said)),)


def _recalled(sentence: str, above: Sequence[Block], printed: dict[str, str]) -> Iterator[str]:
    """The clauses of the texts above that a sentence recalls, as sentences; or the sentence itself."""
    found = RECALLS.search(sentence)
    topics = topics_of(topics_recalled(found)) if found else ()
    named = positive_indications(sentence)
    clauses = [_nearest(topic, above, named) for topic in topics]
    if found is None or not topics or not all(clauses):
        yield sentence
        return
    for clause in dict.fromkeys(clause for on_topic in clauses for clause in on_topic):
        said = f"{clause[:1].upper()}{clause[1:]}."
        printed[said] = sentence
        yield said
    rest = _NO_MORE.sub("", sentence[found.end() :]).strip(" ,;.")
    if len(rest.split()) > _FEWEST_WORDS:
        yield f"{rest[:1].upper()}{rest[1:]}."


def _nearest(topic: frozenset[CriterionKey], above: Sequence[Block], named: Sequence[Indication]) -> list[str]:
    """The clauses on a topic in the nearest text above, or item of a list, that has one: of the use that is `named`, or
    of none.
    """
    for block, uses in _with_uses(above):
        asking = list(_clauses_on(topic, block.text))
        if asking and (not named or not uses or set(named) & set(uses)):
            return asking
    return []


def _with_uses(above: Sequence[Block]) -> Iterator[tuple[Block, tuple[Indication, ...]]]:
    """The texts and items above, the nearest first, each with the uses of what leads it in or of its heading."""
    for place, block in enumerate(above):
        if block.kind in ("paragraph", "item"):
            leads = (lead.text for lead in above[place + 1 :] if lead.kind == "paragraph" and lead.path == block.path)
            own = () if block.kind == "paragraph" else (next(leads, ""),)
            said = map(positive_indications, (block.text, *own, *reversed(block.path)))
            yield block, next(filter(None, said), ())


def _clauses_on(topic: frozenset[CriterionKey], text: str) -> Iterator[str]:
    """The clauses that ask for nothing but what a topic names."""
    for clause in _CLAUSE.split(text):
        keys = {finding.key for finding in findings_in(clause)}
        if keys and keys <= topic:
            yield clause.strip(" .;,")
