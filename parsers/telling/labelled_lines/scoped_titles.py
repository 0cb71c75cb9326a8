"""Titles of what is asked of all uses and of one alone, over sentences that each say in which phase they are asked.

"Which rules are the same for both uses? 18 or older; this is checked at every approval." beside "Rules for resistant
depression alone: At the first approval: two drugs failed. At later approvals: a better score.": each use and phase is
told with its own list. A rule without its phase is one of first approvals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parsers.answering.answers import DENIED, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Indication, Phase
from parsers.phases.phases import is_never_renewed
from parsers.telling.scoped_conditions import lists_by_scope
from parsers.telling.scoped_labels import phases_of_label
from parsers.uses.indications import mentions

_OF_ALL = compiled(
    r"\b(?:both|all (?:uses|indications|diagnoses|conditions|cases)|(?:either|each|every|any) (?:use|indication|"
    r"diagnosis|case)|shared|common|the same|the two|alike|everyone|everybody|always)\b",
    re.IGNORECASE,
)
# All that such a title is made of, beside the names of uses.
_WORDS = compiled(
    r"(?:\W+|\b(?:which|what|rules?|criteria|criterion|requirements?|conditions?|points?|demands?|is|are|do|does|must|"
    r"be|met|meet|belongs?|appl(?:y|ies)|holds?|you|we|the plan|asks?|asked|needs?|needed|requires?|required|look|"
    r"for|of|in|to|with|on|the|same|shared|common|both|all|either|each|every|any|always|alike|everyone|everybody|two|uses?|"
    r"indications?|diagnos[ei]s|cases?|patients?|members?|additional(?:ly)?|additions?|further|specific|special|own|"
    r"only|alone|also|in addition|else|more|that|and)\b)+",
    re.IGNORECASE,
)
_OPENING = compiled(r"^(?P<title>[^.:?]{6,150}(?:\?|[.:](?= )))\s*(?P<rest>\S.*)$", re.DOTALL)
_LABEL_BEFORE = compiled(r"^(?P<label>[^:;.?]{5,70}):\s+(?P<said>\S.*)$", re.DOTALL)
_PHRASE_BEFORE = compiled(r"^(?P<label>(?:at|on|for|in|with|upon)\b[^,:;.]{5,60}),\s+(?P<said>\S.*)$", re.IGNORECASE)
_PHRASE_BEHIND = compiled(
    r"^(?P<said>\S.*?),? (?P<label>(?:at|on|for|in|with|upon) (?:the |each |every |any |an? |all |both )?[^,:;.]{5,50}"
    r"(?:, first or later)?)\W*$",
    re.IGNORECASE,
)
_REQUESTS = compiled(
    r"\b(?:times?|requests?|approvals?|authori[sz]ations?|certifications?|reviews?|renewals?|applications?|"
    r"continuations?)\b",
    re.IGNORECASE,
)
# "Those three are checked at every approval."
_OF_THOSE_BEFORE = compiled(
    r"^(?:(?:both|these|those|all|each|they|two|three|four|five|six|of|them|the|this|rules?|points?|criteria|"
    r"requirements?|conditions?|above) )+(?:(?:is|are|apply|applies|holds?|must|be|will|met|checked|asked|required|"
    r"needed|reviewed|verified|looked|again|for|at) )*?"
    r"(?P<label>(?:at|on|for|in|with|upon|every|each)\b[^:;.]{5,70})\W*$",
    re.IGNORECASE,
)
_AT_FIRST: frozenset[Phase] = frozenset(("initial",))
_PHASES: tuple[Phase, ...] = ("initial", "renewal")
_FEWEST = 2
_LONGEST = 150
_CELLS = 2


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is asked, in which phases by its own words, and what is printed; None where it names no phase."""

    said: str
    phases: frozenset[Phase] | None
    printed: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A title with what stands under it, and how many blocks they are; no uses: of all."""

    uses: tuple[tuple[Indication, str], ...]
    rules: tuple[_Rule, ...]
    start: int
    end: int


def with_titles_by_scope(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the rules under such titles as a list for each use and phase; and what is printed for them."""
    entries = tuple(_entries(blocks)) if any(map(_opens_for_all, blocks)) else ()
    if not _divide(entries):
        return tuple(blocks), {}
    taken = {place for entry in entries for place in range(entry.start, entry.end)}
    last = max(taken) + 1
    # Behind what else the section says, which is of no one use.
    end = next((place for place in range(last, len(blocks)) if blocks[place].kind == "heading"), len(blocks))
    kept = [block for place, block in enumerate(blocks[:end]) if place not in taken]
    opening = blocks[entries[0].start]
    lists = tuple(lists_by_scope(opening, dict(_lists(entries))))
    printed = {block.text: opening.text for block in lists if block.kind != "item"}
    printed |= {rule.said: rule.printed for entry in entries for rule in entry.rules}
    return (*kept, *lists, *blocks[end:]), printed


def _divide(entries: Sequence[_Entry]) -> bool:
    """Whether titles set the rules of one use apart from those of all, and sentences those of renewals."""
    asks = all(entry.rules for entry in entries) and len(entries) >= _FEWEST
    named, of_all = any(entry.uses for entry in entries), any(not entry.uses for entry in entries)
    return asks and named and of_all and any("renewal" in (rule.phases or ()) for one in entries for rule in one.rules)


def _lists(entries: Sequence[_Entry]) -> Iterator[tuple[tuple[str, Phase], list[str]]]:
    names = {use: name for entry in reversed(entries) for use, name in entry.uses}
    for use, name in reversed(names.items()):
        for phase in _PHASES:
            own = [entry for entry in entries if not entry.uses or use in dict(entry.uses)]
            asked = [rule for entry in own for rule in entry.rules if phase in (rule.phases or _AT_FIRST)]
            if any(phase in (rule.phases or _AT_FIRST) for entry in own if entry.uses for rule in entry.rules):
                yield (name, phase), [rule.said for rule in asked]


def _opens_for_all(block: Block) -> bool:
    """Whether a block opens with the title of what is asked of all uses, which no document goes without here."""
    title, _ = _opening(block)
    return 0 < len(title) <= _LONGEST and bool(_OF_ALL.search(title)) and _uses(title) == ()


def _entries(blocks: Sequence[Block]) -> Iterator[_Entry]:
    place = 0
    while place < len(blocks):
        entry = _entry(blocks, place)
        if entry:
            yield entry
        place = entry.end if entry else place + 1


def _entry(blocks: Sequence[Block], place: int) -> _Entry | None:
    """The title at a place with what stands in it or below; None for any other block."""
    block = blocks[place]
    title, rest = _opening(block)
    uses = _uses(title) if title else None
    if uses is None:
        return None
    end = place + 1
    if not rest:
        while end < len(blocks) and _stands_under(blocks[end], block) and _uses(_opening(blocks[end])[0]) is None:
            end += 1
    said = (rest,) if rest else tuple(below.text for below in blocks[place + 1 : end])
    return _Entry(uses, _rules(said), place, end) if said else None


def _opening(block: Block) -> tuple[str, str]:
    """What may be a title, and what stands behind it in the same block."""
    if block.kind == "row":
        return (block.cells[0], block.cells[1]) if len(block.cells) == _CELLS else ("", "")
    if block.kind in ("paragraph", "item") and (found := _OPENING.match(block.text)):
        return found["title"], found["rest"]
    return ("", "") if block.kind == "definition" else (block.text, "")


def _stands_under(block: Block, title: Block) -> bool:
    if title.kind == "term":
        return block.kind == "definition"
    if title.kind == "item":
        return block.kind == "item" and block.depth > title.depth
    alone = title.kind == "heading" or title.text.endswith("?")
    return block.kind == "item" or (block.kind in ("paragraph", "definition") and alone)


@lru_cache(maxsize=1024)
def _uses(title: str) -> tuple[tuple[Indication, str], ...] | None:
    """The uses that a title is of, () for all of them; None for any other text."""
    if len(title) > _LONGEST or named_products(title):
        return None
    bare, uses = title, []
    for named in reversed(mentions(title)):
        uses.append((named.indication, title[named.start : named.end]))
        bare = f"{bare[: named.start]} {bare[named.end :]}"
    if not _WORDS.fullmatch(bare) or not (uses or _OF_ALL.search(bare)):
        return None
    return tuple(reversed(uses))


def _rules(texts: Sequence[str]) -> tuple[_Rule, ...]:
    """The rules that texts ask for; () where one of them refuses anything, or leads in a list."""
    rules: list[_Rule] = []
    for text in texts:
        if text.rstrip().endswith(":") or stated_status(text) in DENIED or is_never_renewed(text):
            return ()
        phases: frozenset[Phase] | None = None
        for sentence in sentences(text):
            behind = _OF_THOSE_BEFORE.match(sentence)
            if behind and (asked := phases_of_label(behind["label"])) is not None:
                rules = [replace(rule, phases=rule.phases or asked) for rule in rules]
                continue
            said, own = _phased(sentence)
            phases = own or phases
            rules.append(_Rule(said, phases, sentence))
    return tuple(rules)


def _phased(sentence: str) -> tuple[str, frozenset[Phase] | None]:
    """What a sentence asks for, and the phases that it names before or behind it; None where it names none."""
    for form in (_LABEL_BEFORE, _PHRASE_BEFORE, _PHRASE_BEHIND):
        found = form.match(sentence)
        names = found is not None and (form is _LABEL_BEFORE or _REQUESTS.search(found["label"]))
        if found and names and (phases := phases_of_label(found["label"])) is not None:
            return found["said"], phases
    return sentence, None
