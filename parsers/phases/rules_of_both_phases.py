"""Rules that a sentence of its own gives to both phases ("The rules on the prescriber and on the REMS hold for initial
requests and for continuation alike"): each renewal has what the first approval of its use asks on these topics.

A topic that nothing is read of there leaves the sentence unread in the renewal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.recalled import topics_of
from parsers.criteria.trees import asked_together, group, leaves_of, parts_of_topic
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, CriterionKey, Leaf, Position, Tree
from parsers.phases.phases import names_both_phases, read_phase

_NOUN = r"(?:rules?|requirements?|criteri(?:a|on)|conditions?|provisions?)"
_ABOUT = r"(?:on|about|for|as to|of|regarding|concerning)"
_HOLD = (
    r"(?:(?:also|both|each|all) )*(?:hold|apply|applies|holds|count|go|are (?:the same|asked|required|in force|met)|"
    r"is (?:the same|asked|required|in force)|must (?:also )?be met|stay the same|do not differ)"
)
_SAID = compiled(
    rf"^\W*(?:(?:all|both) )?(?:of )?(?:the )?(?:{_NOUN} {_ABOUT} (?P<on>[^.;:]{{3,90}}?)"
    rf"|(?P<of>[^.;:]{{3,90}}?) {_NOUN}) {_HOLD} (?P<phases>[^.;:]{{5,90}}?)\W*$",
    re.IGNORECASE,
)
# "These rules apply to initial requests and to continuation alike", behind them.
_ALL_ABOVE = compiled(
    rf"^\W*(?:all (?:of )?)?(?:(?:these|those|the (?:above|foregoing|same)) {_NOUN}|the (?:above|foregoing)|(?:these|"
    rf"those|the) {_NOUN} above) {_HOLD} (?P<phases>[^.;:]{{5,90}}?)\W*$",
    re.IGNORECASE,
)
# "… hold for initial requests but not for continuation".
_NOT = compiled(r"\b(?:not|no|only|except|unless|without|if|when)\b", re.IGNORECASE)
_AGAIN = compiled(r"\b(?:also|too|as well|likewise|alike|the same|both)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rule:
    topics: tuple[frozenset[CriterionKey], ...]
    text: str
    page: int
    above: tuple[str, ...] = ()  # what stands above a sentence that names no topic


def with_rules_of_both(positions: Iterable[Position], blocks: Sequence[Block]) -> Iterator[Position]:
    """`positions`, each renewal with the criteria that such sentences say it shares with the first approval."""
    rules = tuple(_rules(blocks))
    every = tuple(positions)
    first = {(one.product, one.indication): one.criteria for one in every if one.phase == "initial"}
    for position in every:
        initial = first.get((position.product, position.indication))
        shares = rules and initial and position.phase == "renewal" and position.status == "covered"
        yield replace(position, criteria=_shared(position.criteria, initial, rules)) if shares and initial else position


def _rules(blocks: Sequence[Block]) -> Iterator[_Rule]:
    for place, block in enumerate(blocks):
        said = sentences(block.text) if block.kind in ("paragraph", "item") else ()
        for sentence in said:
            found = None if _NOT.search(sentence) else _SAID.match(sentence)
            topics = topics_of(found["on"] or found["of"]) if found else ()
            if found and topics and _is_of_both(sentence, found["phases"]):
                yield _Rule(topics, sentence, block.page)
        found = _ALL_ABOVE.match(block.text) if len(said) == 1 and not _NOT.search(block.text) else None
        if found and _is_of_both(block.text, found["phases"]):
            yield _Rule((), block.text, block.page, _above(blocks[:place], block))


def _above(before: Sequence[Block], block: Block) -> tuple[str, ...]:
    return tuple(other.text for other in before if other.path == block.path)


def _is_of_both(sentence: str, phases: str) -> bool:
    return names_both_phases(phases) or (read_phase(phases) == "renewal" and bool(_AGAIN.search(sentence)))


def _shared(renewal: Tree | None, initial: Tree, rules: Sequence[_Rule]) -> Tree | None:
    """A renewal's criteria, with those of the first approval's that the rules name."""
    told = {rule.text for rule in rules}
    own = asked_together(renewal) if renewal else ()
    parts = [part for part in own if not (isinstance(part, Leaf) and part.text in told)]
    for rule in rules:
        found = [parts_of_topic(keys, initial) for keys in rule.topics] or [_said_in(rule.above, initial)]
        asked = {(leaf.key, str(leaf.value)) for part in parts for leaf in leaves_of(part)}
        new = [part for each in found for part in each if _said(part) - asked]
        # What is above such a sentence may be how to send a request.
        known = all(found) or rule.above
        parts += new if known else [*new, Leaf("unparsed", None, rule.text, rule.page)]
    return group("all", parts)


def _said_in(above: Sequence[str], initial: Tree) -> list[Tree]:
    """The parts of the first approval's criteria that stand in these texts, but for its own limits."""
    parts = ((part, leaves_of(part)) for part in asked_together(initial))
    limits = ("initial_auth_days", "quantity_limit", "course_cap")
    return [
        part
        for part, leaves in parts
        if all(leaf.key not in limits and any(leaf.text in text for text in above) for leaf in leaves)
    ]


def _said(part: Tree) -> set[tuple[str, str]]:
    return {(leaf.key, str(leaf.value)) for leaf in leaves_of(part)}
