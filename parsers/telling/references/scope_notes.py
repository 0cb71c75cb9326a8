"""Notes on whom other clauses are for: "Criteria 1-3 apply to TRD only", "* not required in acute suicidality".

Each clause that such a note speaks of takes the note's word in brackets, where the reader finds it; the note itself,
which asks for nothing, goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from parsers.criteria.item_names import mark_of
from parsers.language.any_of import choice_of
from parsers.language.glosses import glossed, glosses_of
from parsers.language.patterns import Pattern, compiled
from parsers.language.sentences import sentences
from parsers.lists.markers import bare_marker
from parsers.models import Block, Indication
from parsers.uses.indications import mentions

_USE = r"(?P<use>[^.;()]{2,140}?(?: \([A-Z-]{2,6}\))?)"
_END = r"(?:,? only)?(?: (?:requests?|cases|patients|use|uses|approvals?))?\W*$"
_REF = r"\(?(?:\d{1,2}|[A-Ha-h]|[ivxIVX]{1,4})\b\)?"
REFS = (
    r"(?:criteri(?:a|on)|items?|numbers?|nos?\.|requirements?|points?|conditions?|steps?|bullets?|paragraphs?|"
    r"lines?|checks?|"
    r"rows?|rules?)\s+"
    rf"#?(?P<refs>{_REF}(?:\s*(?:,? and|,? or|,|&|-|–|to|through)\s*#?{_REF})*)"
)
_WHOM = r"(?: only)?(?: (?:to|for|of|in|when|where|if))?(?: the)?(?: (?:diagnosis|indication|use) (?:is|of))?"
_ASKED = (
    r"(?:appl(?:y|ies)|pertains?|holds?|must be met"
    r"|(?:is|are) (?:only )?(?:required|needed|applicable|asked|meant|for))"
)
NOT_ASKED = (
    r"(?:(?:do|does) not (?:apply|hold|pertain)|(?:is|are) (?:not (?:required|needed|applicable|asked)|waived)"
    r"|need not be (?:met|shown)|may be (?:waived|skipped|omitted))"
)
_ONLY_ITEMS = compiled(rf"^\W*{REFS} {_ASKED}{_WHOM} {_USE}{_END}", re.IGNORECASE)
_NOT_ITEMS = compiled(rf"^\W*{REFS} {NOT_ASKED}{_WHOM} {_USE}{_END}", re.IGNORECASE)
_NOT_ITEMS_LAST = compiled(rf"^\W*(?:for|in) {_USE},? {REFS} {NOT_ASKED}\W*$", re.IGNORECASE)
_IT = r"(?:(?:this|these|it|such)(?: (?:item|criterion|requirement|condition|step|line)s?)? )?"
_STAR_ONLY = compiled(rf"^\W*{_IT}(?:{_ASKED}|required|only)?{_WHOM} {_USE}{_END}", re.IGNORECASE)
_STAR_NOT = compiled(rf"^\W*{_IT}(?:{NOT_ASKED}|not required|waived){_WHOM} {_USE}{_END}", re.IGNORECASE)
STARRED = compiled(r"[\w)](\*+|†|‡)\W*$")
# "For acute suicidality the trial requirement does not apply."
_RULE = r"(?:requirement|criterion|criteria|rule|step|condition)s?"
_TOPIC = rf"(?:the |this |these |that |any |a |an )?(?P<topic>[\w -]{{2,40}}?)(?: {_RULE})?"
_NOT_TOPIC = compiled(
    rf"^\W*(?:(?:for|in|with) {_USE}(?:,| (?=(?:the|this|these|that|any|an?|no) )) ?"
    rf"{_TOPIC} {NOT_ASKED}|{_TOPIC.replace('topic', 'said')} {NOT_ASKED} "
    rf"(?:for|in|to|of) {_USE.replace('use', 'those')})\W*$",
    re.IGNORECASE,
)
_TOPICS: tuple[tuple[Pattern, Pattern], ...] = tuple(
    (compiled(said, re.IGNORECASE), compiled(meant, re.IGNORECASE))
    for said, meant in (
        (
            r"\b(?:trials?|fail\w*|step|prior (?:treatment|therapy|drug)|previous (?:treatment|therapy))\b",
            (
                r"\b(?:trials?|tried|fail\w*|inadequate\w*|step therapy|(?:did|has|have|had) not respond\w*|"
                r"no response|without (?:\w+ )?(?:response|success|benefit))\b"
            ),
        ),
        (
            r"\boral\b|\bconcomitant\b|\bconcurrent\b",
            r"^(?!.*\b(?:fail|inadequa|tried|trials?|augment|respon)).*\bantidepressant\b",
        ),
        (r"\bpsychotherap|\bcounsel", r"\bpsychotherap|\bcounsel|\bcognitive"),
        (r"\bscores?\b|\bseverity\b|\bscales?\b", r"\b(?:PHQ|MADRS|HAM-?D|QIDS|score|scale)"),
        (r"\baugment", r"\baugment"),
        (r"\bage\b", r"\byears?\b|\bage\b"),
    )
)
# Most texts hold the words of none of these, and are not cut into sentences for them.
_TELLS = choice_of(_ONLY_ITEMS, _NOT_ITEMS, _NOT_ITEMS_LAST, _NOT_TOPIC)
_LONGEST_NOTE = 200
# "This requirement", "the same": what stands right before.
_THIS = compiled(r"^(?:this|it|these|that|above|preceding|same)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Note:
    """What a sentence says of other clauses: `words` to add to those that `refs`, a star or a `topic` point to."""

    words: str
    refs: frozenset[str] = frozenset()
    topic: str = ""
    starred: bool = False
    use: Indication = "any"


def with_scope_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with what notes say of other clauses at those clauses, and without the notes."""
    texts = [block.text for block in blocks]
    stars = any(map(STARRED.search, texts))
    for place, block in enumerate(blocks):
        may_tell = block.kind not in ("heading", "row") and (stars or _TELLS.possible(texts[place]))
        if not may_tell or not mentions(block.text):
            continue
        said = list(sentences(texts[place]))
        kept: list[str] = []
        for sentence in said:
            notes = list(_notes(sentence, stars=stars and len(said) == 1))
            if not (notes and all(_apply(note, place, blocks, texts, kept) for note in notes)):
                kept.append(sentence)
        if len(kept) < len(said) or kept != said:
            texts[place] = " ".join(kept)
    return with_texts(blocks, texts)


def with_texts(blocks: Sequence[Block], texts: Sequence[str]) -> tuple[Block, ...]:
    """`blocks` with their new texts, without those that have none left."""
    changed = zip(blocks, texts, strict=True)
    return tuple(block if block.text == text else _with_text(block, text) for block, text in changed if text)


def _with_text(block: Block, text: str) -> Block:
    """`block` with its new text; what was added to a numbered row stands in the cell behind its number."""
    if block.kind != "row":
        return replace(block, text=text)
    number, clause, *rest = block.cells
    cells = (number, glossed(clause, ", ".join(glosses_of(text))), *rest)
    return replace(block, text=" | ".join(cells), cells=cells)


def _notes(sentence: str, *, stars: bool) -> Iterator[_Note]:
    """What a sentence says of other clauses; nothing for one that asks for something itself."""
    if found := _NOT_ITEMS.match(sentence) or _NOT_ITEMS_LAST.match(sentence):
        yield from _of_use(found["use"], "not required for {}", refs=counted_refs(found["refs"]))
    elif found := _ONLY_ITEMS.match(sentence):
        yield from _of_use(found["use"], "{} only", refs=counted_refs(found["refs"]))
    elif (topic := _NOT_TOPIC.match(sentence)) and len(sentence) <= _LONGEST_NOTE:
        said = (topic["topic"] or topic["said"]).strip()
        yield from _of_use(topic["use"] or topic["those"], "not required for {}", topic=said)
    elif stars and (found := _STAR_NOT.match(sentence)):
        yield from _of_use(found["use"], "not required for {}", starred=True)
    elif stars and (found := _STAR_ONLY.match(sentence)):
        yield from _of_use(found["use"], "{} only", starred=True)


def _of_use(
    use: str, words: str, *, refs: frozenset[str] = frozenset(), topic: str = "", starred: bool = False
) -> Iterator[_Note]:
    named = mentions(use)
    if len({mention.indication for mention in named}) == 1:
        name = use[named[0].start : named[0].end].replace("(", "").replace(")", "")
        yield _Note(words.format(name), refs, topic, starred, named[0].indication)


def counted_refs(refs: str) -> frozenset[str]:
    """The numbers that "1, 2 and 4-6" counts, in small letters."""
    found: list[str] = []
    for part in re.finditer(r"(?P<from>\w+)\)?\s*(?:-|–|to|through)\s*#?\(?(?P<to>\w+)|(?P<one>\w+)", refs):
        first, last = part["from"], part["to"]
        if part["one"]:
            found += [part["one"]] if part["one"].lower() not in ("and", "or") else []
        elif first.isdigit() and last.isdigit():
            found += map(str, range(int(first), int(last) + 1))
        elif len(first) == len(last) == 1:
            found += map(chr, range(ord(first), ord(last) + 1))
    return frozenset(count.lower() for count in found)


def _apply(note: _Note, place: int, blocks: Sequence[Block], texts: list[str], before: list[str]) -> bool:
    """Add the note's words where it points; False when it points nowhere."""
    if note.topic and before and _is_of(note.topic, before[-1]):
        # "For A it must be taken. For B it is not required": a rule for each.
        if (named := {mention.indication for mention in mentions(before[-1])}) and note.use not in named:
            return False
        before[-1] = glossed(before[-1], note.words)
        return True
    targets = list(_targets(note, place, blocks, texts))
    for target in targets:
        texts[target] = glossed(texts[target], note.words)
    return bool(targets)


def _targets(note: _Note, place: int, blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[int]:
    if note.starred:
        yield from (n for n in range(place) if STARRED.search(texts[n]))
    elif note.topic:
        run = _run(blocks, range(place - 1, -1, -1)) or _run(blocks, range(place + 1, len(blocks)))
        if not _THIS.match(note.topic):
            asked = (n for n in run if n != place and _is_of(note.topic, texts[n]))
            yield from (n for n in asked if not _is_of_another_use(note.use, n, blocks))
        elif run and run[0] == place - 1:
            yield run[0]
    else:
        for run in (_run(blocks, range(place - 1, -1, -1)), _run(blocks, range(place + 1, len(blocks)))):
            counted = {bare_marker(mark_of(blocks[n])): n for n in sorted(run, reverse=True)}
            if note.refs <= counted.keys():
                yield from (counted[ref] for ref in sorted(note.refs))
                return


def _run(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """The items nearest to a note on one side of it, up to a heading."""
    run: list[int] = []
    for n in places:
        if blocks[n].kind == "heading":
            break
        if blocks[n].kind == "item" or (blocks[n].kind == "row" and mark_of(blocks[n])):
            run.append(n)
    return run


def _is_of_another_use(use: Indication, place: int, blocks: Sequence[Block]) -> bool:
    """Whether an item, or one beside it in a list inside a list, names another use.

    A note on `use` is of no such item, and stands for itself as what is not asked for `use`.
    """
    depth, own = blocks[place].depth, _uses(blocks[place : place + 1])
    if own or depth <= 1:
        return bool(own) and use not in own
    after = takewhile(lambda block: block.depth >= depth, blocks[place + 1 :])
    before = takewhile(lambda block: block.depth >= depth, reversed(blocks[:place]))
    named = _uses((*before, *after))
    return bool(named) and use not in named


def _uses(blocks: Sequence[Block]) -> frozenset[Indication]:
    return frozenset(mention.indication for block in blocks for mention in mentions(block.text))


def _is_of(topic: str, text: str) -> bool:
    """Whether a clause is what a topic names ("the trial requirement")."""
    if _THIS.match(topic):
        return True
    return any(said.search(topic) and meant.search(text) for said, meant in _TOPICS)
