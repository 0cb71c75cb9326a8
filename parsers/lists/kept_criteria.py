"""Criteria that a renewal keeps by naming them: "continues to meet the universal criteria of section III".

What is named by its topic or title is asked again, with the first approval's own clauses (referred_items: by number);
"the initial criteria" as such stay as they are written, because nobody knows which of them can be met twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from parsers.criteria.recalled import topics_of, topics_taken_over
from parsers.criteria.trees import asked_together, group, leaves_of, parts_of_topic
from parsers.language.patterns import compiled
from parsers.models import Block, CriterionKey, Group, Indication, Leaf, Position, Product, Tree

_KEEPS = compiled(
    r"\b(?:continu\w+ to|still|again|remains? able to) (?:meets?|satisf(?:y|ies)|fulfil\w*|compl(?:y|ies) with)\b"
    r"(?: all(?: of)?)?(?: the)? (?P<named>[^.;]*?)\b(?:criteri(?:a|on)|requirements?|conditions?|items?)\b"
    r"(?: (?:for|on|of|about|regarding) (?P<topics>[^.;]+))?",
    re.IGNORECASE,
)
# "The initial conditions on the oral antidepressant and on the REMS still hold", whatever was read of it.
_HOLD_STILL = compiled(
    r"(?=[^.;]*\b(?:still|again|continue|remain|initial|first|original|same)\b)"
    r"\W*(?:all (?:of )?)?(?:(?:the|those|these|same|initial|first|original) )+"
    r"(?:criteri(?:a|on)|requirements?|conditions?|rules?) (?:for|on|of|about|as to|regarding|concerning) "
    r"(?P<topics>[^.;:]{3,80}?) "
    r"(?:(?:all|both|still|also|again|continues?|to|must|will|shall|remains?|are|be|as before) )+"
    r"(?:hold|apply|met|satisfied|fulfilled|true|valid|in (?:force|place|effect))\W*",
    re.IGNORECASE,
)
_NOTHING = Group("all", ())
# Each topic by which a list of criteria is told apart, with its keys in contract.md.
_TOPICS: dict[str, frozenset[CriterionKey]] = {
    r"age": frozenset({"age_min", "age_max"}),
    r"prescri\w+|provider|special\w+": frozenset({"prescriber"}),
    r"diagnos\w+": frozenset({"diagnosis_standard"}),
    r"rems": frozenset({"rems"}),
    r"monitor\w+|observation": frozenset({"monitoring_hours"}),
    r"sites?(?: of care)?|settings?": frozenset({"site"}),
    r"safety|exclusions?|contraindications?": frozenset({"exclusion"}),
    r"dos(?:e|age|ing)|quantity": frozenset({"dose_max_mg", "frequency_max_per_week", "quantity_limit"}),
}
_WORDS_BETWEEN = compiled(r"\W*(?:(?:and|or|the|both|all|other|initial|approval|coverage|of)\b\W*)*", re.IGNORECASE)
# "The universal and other relevant criteria": more is kept than is named.
_AND_OTHERS = compiled(r"\b(?:other|relevant|such as|e\.g|etc)\b", re.IGNORECASE)


def with_kept_criteria(positions: Iterable[Position], blocks: Sequence[Block]) -> Iterator[Position]:
    """`positions`, each renewal with the criteria of its use's first approval that it names."""
    every = tuple(positions)
    first = {(one.product, one.indication): one.criteria for one in every if one.phase == "initial"}
    for position in every:
        criteria = position.criteria
        if criteria and position.phase == "initial":
            criteria = _without_pointers(criteria)
        elif criteria and position.phase == "renewal":
            initial = first.get((position.product, position.indication))
            criteria = _with_held(criteria, initial or _NOTHING, _of_others(position, first))
            criteria = _kept(criteria, initial, blocks) if criteria and initial else criteria
        yield replace(position, criteria=criteria)


def _without_pointers(initial: Tree) -> Tree | None:
    """A first approval's criteria without what only points at others of them ("prescriber: see below")."""
    parts = asked_together(initial)
    asked = {leaf.key for leaf in leaves_of(initial)}
    left = [part for part in parts if not (isinstance(part, Leaf) and _points_at(part, asked))]
    return initial if len(left) == len(parts) else group("all", left)


def _points_at(leaf: Leaf, asked: AbstractSet[CriterionKey]) -> bool:
    topics = topics_taken_over(leaf.text) if leaf.key == "unparsed" else ()
    return bool(topics) and all(topic & asked for topic in topics)


def _of_others(position: Position, first: Mapping[tuple[Product, Indication], Tree | None]) -> frozenset[CriterionKey]:
    """The keys that only the other drug's first approvals ask for."""
    asked = {True: set[CriterionKey](), False: set[CriterionKey]()}
    for (product, _), tree in first.items():
        asked[product == position.product] |= {leaf.key for leaf in leaves_of(tree)} if tree else set()
    return frozenset(asked[False] - asked[True])


def _with_held(renewal: Tree, initial: Tree, others: frozenset[CriterionKey]) -> Tree | None:
    """A renewal's criteria, with what a clause says still holds of the first approval's; where one of its topics is
    not found there, with the clause unread beside what was read of it. A topic of the other drug alone (`others`: its
    keys) is none of this one's.
    """
    parts: list[Tree] = []
    for part in asked_together(renewal):
        topics = _topics_held(part.text) if isinstance(part, Leaf) else None
        if not isinstance(part, Leaf) or topics is None:
            parts.append(part)
            continue
        found = [parts_of_topic(keys, initial) for keys in topics]
        known = any(found) and all(held or keys & others for keys, held in zip(topics, found, strict=True))
        unread = (part, replace(part, key="unparsed", value=None))
        parts += [each for of_topic in found for each in of_topic] if known else unread
    return group("all", parts)


def _topics_held(text: str) -> tuple[frozenset[CriterionKey], ...] | None:
    """The keys of each topic that a clause says still holds; () where one is none of ours, None for any other."""
    found = _HOLD_STILL.fullmatch(text)
    return topics_of(found["topics"]) if found else topics_taken_over(text) or None


def _kept(renewal: Tree, initial: Tree, blocks: Sequence[Block]) -> Tree | None:
    parts: list[Tree] = []
    for part in asked_together(renewal):
        named = _named_by(part, initial, blocks) if isinstance(part, Leaf) and part.key == "unparsed" else ()
        parts += named or (part,)
        if named and isinstance(part, Leaf) and _AND_OTHERS.search(part.text):
            parts.append(part)
    return group("all", parts)


def _named_by(leaf: Leaf, initial: Tree, blocks: Sequence[Block]) -> tuple[Tree, ...]:
    """The parts of the first approval's criteria that a clause names; () when it names none exactly."""
    found = _KEEPS.search(leaf.text)
    if not found:
        return ()
    if keys := _keys(found["named"]) or _keys(f"{found['named']} {found['topics'] or ''}"):
        return tuple(parts_of_topic(keys, initial))
    said = _under_title(f"{found['named']}criteria".strip(), blocks)
    return tuple(
        part for part in asked_together(initial) if said and all(_is_said(each, said) for each in leaves_of(part))
    )


def _keys(named: str) -> frozenset[CriterionKey]:
    """The keys of the topics that `named` lists; empty when it says anything else."""
    keys: frozenset[CriterionKey] = frozenset()
    rest = named.lower()
    for topic, of_topic in _TOPICS.items():
        rest, count = re.subn(rf"\b(?:{topic})\b", " ", rest)
        keys |= of_topic if count else frozenset()
    return keys if _WORDS_BETWEEN.fullmatch(rest) else frozenset()


def _under_title(title: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The texts under a heading that begins with the words of `title` ("Universal Criteria")."""
    words = title.casefold().split(" and ")[0].removesuffix(" criteria")
    if not words or words in ("initial", "approval", "initial approval", "coverage", "above", "same", "original"):
        return ()
    return tuple(
        block.text
        for block in blocks
        if any(over.casefold().strip(" :*†") == f"{words} criteria" for over in block.path)
    )


def _is_said(leaf: Leaf, said: Sequence[str]) -> bool:
    return any(leaf.text in text for text in said)
