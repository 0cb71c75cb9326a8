"""Labels that say of which uses and in which phases what stands behind them is asked, and nothing else.

"For every authorization: 18 or older. For a first authorization in resistant depression, in addition: two drugs failed.
For a later authorization: remission.": each use and phase that is labelled is told with its own list, wherever the
labels stand. Where one of them says anything else, or leaves the phase open, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from parsers.answering.answers import DENIED, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block, Indication, Phase
from parsers.phases.phases import is_never_renewed
from parsers.telling.scoped_conditions import lists_by_scope
from parsers.uses.indications import mentions

_GRANT = (
    r"(?:times?|requests?|approvals?|(?:prior )?(?:pre-?)?(?:authori[sz]|certific)ations?|PAs?|reviews?|applications?|"
    r"cases?)"
)
_PEOPLE = r"(?:patients?|members?|users?|people|persons?|adults?|enrollees?|beneficiar(?:y|ies)|participants?|starts?)"
_FIRST = compiled(r"\b(?:first|initial(?:ly)?|new|start(?:s|ing)?)\b", re.IGNORECASE)
_LATER = compiled(
    r"\b(?:later|next|subsequent|renewals?|renewed|renewing|re-?(?:authori[sz]|certific)ations?|re-?approvals?|"
    r"continu(?:ed|ing|ation|ations)|extensions?|repeat(?:ed)?|further|again)\b",
    re.IGNORECASE,
)
_EVERY = compiled(rf"\b(?:every|each|any|all)\b(?: single)? {_GRANT}\b|\balways\b", re.IGNORECASE)
# All that such a label is made of, beside the names of uses.
_WORDS = compiled(
    rf"(?:\W+|\b(?:common|add|for|at|in|on|with|of|to|an?|the|each|every|any|all|both|either|single|{_GRANT}|{_PEOPLE}|use|uses|"
    r"indications?|treatment|therapy|courses?|criteria|requirements|rules|conditions|only|alone|also|in addition|"
    r"additional(?:ly)?|moreover|furthermore|beyond (?:that|this)|plus|besides|as well(?: as)?|and|or|always|alike|"
    r"whatever|whichever|regardless|first|initial(?:ly)?|new|start(?:ing)?|later|next|subsequent|renewals?|renewed|"
    r"renewing|re-?(?:authori[sz]|certific)ations?|re-?approvals?|continu(?:ed|ing|ation|ations)|extensions?|"
    r"repeat(?:ed)?|again)\b)+",
    re.IGNORECASE,
)
_LABELLED = compiled(r"^(?P<label>[^:;.?]{5,150}): +(?P<said>\S.*)$", re.DOTALL)
_NUMBER = compiled(r"^\W*(?:\(?(?:[a-h]|\d{1,2}|[ivx]{1,4})\)|\d{1,2}(?:\.\d{1,2})*\.?|[A-H]\.)\s+(?=[A-Z])")
# The number of the next sentence, at the end of the one before it.
_NUMBER_BEHIND = compiled(r"(?<=[.;])\s+(?:\(?(?:[a-h]|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})*\.?|[A-H]\.)\s*$")
# A bare length is read by its label.
_LENGTH_ALONE = compiled(rf"\W*(?:for |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT}\W*", re.IGNORECASE)
_BOTH: frozenset[Phase] = frozenset(("initial", "renewal"))
_PHASES: tuple[Phase, ...] = ("initial", "renewal")
_SETS_PHASE = compiled(
    r"\b(?:first|initial|new|start|later|next|subsequent|renew|re-?auth|re-?cert|re-?appr|continu|extension|repeat|every|"
    r"each|any|all|always)",
    re.IGNORECASE,
)
_OF_BOTH_USES = compiled(
    r"\b(?:both|either|all|every|each)(?: of)?(?: the)? (?:uses?|indications?|diagnos[ie]s)\b", re.IGNORECASE
)
_TWO = 2
_FEWEST = 3
_LONGEST = 150
_CELLS = 2


@dataclass(frozen=True, slots=True)
class _Scope:
    """The uses with their names, none for all that are labelled, and the phases."""

    uses: tuple[tuple[Indication, str], ...]
    phases: frozenset[Phase]


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is asked behind a label, and what is printed for both; `denies` what is refused there."""

    scope: _Scope
    said: str
    printed: str
    denies: bool


def with_labels_by_scope(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the rules of a section that stand behind such labels as a list for each use and phase; and what is
    printed for them.
    """
    told: list[Block] = []
    restated: dict[str, str] = {}
    for _, section in groupby(blocks, key=lambda block: (block.path, block.kind == "heading")):
        these = tuple(section)
        told += _told(these, restated)
    return tuple(told), restated


def _told(blocks: Sequence[Block], restated: dict[str, str]) -> Sequence[Block]:
    if not any(map(_may_label, blocks)):
        return blocks
    parts = list(_parts(blocks))
    rules = [part for part in parts if isinstance(part, _Rule)]
    asked = [rule for rule in rules if not rule.denies]
    if not _divide(asked):
        return blocks
    first = next(place for place, part in enumerate(parts) if isinstance(part, _Rule))
    behind = [part for part in parts[first:] if isinstance(part, Block)]
    lists = tuple(lists_by_scope(blocks[0], dict(_lists(asked, [rule for rule in rules if rule.denies]))))
    restated |= {block.text: asked[0].printed for block in lists if block.kind != "item"}
    restated |= {rule.said: rule.printed for rule in asked}
    refused = [replace(_plain(blocks[0]), text=rule.printed) for rule in rules if rule.denies]
    return [*(part for part in parts[:first] if isinstance(part, Block)), *behind, *refused, *lists]


def _may_label(block: Block) -> bool:
    """Whether a block may hold labels of phases: where a section has none, no sentence is looked at."""
    labels = block.kind in ("term", "row") or ":" in block.text
    return labels and bool(_SETS_PHASE.search(block.text))


def _divide(rules: Sequence[_Rule]) -> bool:
    """Whether labels set uses and phases apart."""
    named = {use for rule in rules for use, _ in rule.scope.uses}
    # "Renewal, both uses: …" is of a use too that no label names.
    if len(named) < _TWO and any(_OF_BOTH_USES.search(rule.printed.partition(":")[0]) for rule in rules):
        return False
    # "Initial: adults with A (…) or with B": what stands behind a label parts the uses itself.
    if any(not rule.scope.uses and len({named.indication for named in mentions(rule.said)}) > 1 for rule in rules):
        return False
    return len(rules) >= _FEWEST and bool(named) and len({rule.scope.phases for rule in rules}) > 1


def _lists(asked: Sequence[_Rule], refused: Sequence[_Rule]) -> Iterator[tuple[tuple[str, Phase], list[str]]]:
    """The rules of each use, by its name, in each phase that a label names for it alone or for all uses."""
    names = {use: name for rule in reversed(asked) for use, name in rule.scope.uses}
    for use, name in names.items():
        for phase in _PHASES:
            own = [rule for rule in asked if phase in rule.scope.phases and _is_of(rule, use)]
            alone = any(rule.scope.uses or len(rule.scope.phases) == 1 for rule in own)
            denied = any(phase in rule.scope.phases and _is_of(rule, use) for rule in refused)
            if alone and not denied:
                yield (name, phase), [rule.said for rule in own]


def _is_of(rule: _Rule, use: Indication) -> bool:
    return not rule.scope.uses or use in dict(rule.scope.uses)


def _parts(blocks: Sequence[Block]) -> Iterator[Block | _Rule]:
    """The rules behind such labels, and in their order the blocks, or what they say else."""
    label: Block | None = None
    for block in blocks:
        if label and block.kind == "definition":
            yield _rule(label.text.strip(" :"), block.text) or block
            label = None
            continue
        if label:
            yield label
        label = block if block.kind == "term" and _scope(block.text.strip(" :")) else None
        if label is None:
            yield from _parts_of(block)
    if label:
        yield label


def _parts_of(block: Block) -> Iterator[Block | _Rule]:
    if block.kind == "row" and len(block.cells) == _CELLS:
        yield _rule(block.cells[0].strip(" :"), block.cells[1]) or block
        return
    if block.kind not in ("paragraph", "item") or not _may_label(block):
        yield block
        return
    before, rules = _read(sentences(block.text))
    if not rules:
        yield block
        return
    if before:
        yield replace(block, text=" ".join(before))
    yield from rules


def _read(said: Sequence[str]) -> tuple[list[str], list[_Rule]]:
    """What sentences say before the first label, and the rules behind each; a sentence without one goes on with it."""
    before: list[str] = []
    rules: list[_Rule] = []
    for sentence in said:
        bare = _NUMBER_BEHIND.sub("", sentence)
        found = _LABELLED.match(_NUMBER.sub("", bare))
        if found and (rule := _rule(found["label"], found["said"])):
            rules.append(rule)
        elif rules:
            last = rules[-1]
            rules[-1] = replace(last, said=f"{last.said} {bare}", printed=f"{last.printed} {sentence}")
        else:
            before.append(bare)
    return [sentence for sentence in before if sentence.strip()], rules


def _rule(label: str, said: str) -> _Rule | None:
    scope = _scope(label)
    # "…, first request: all of these are shown:" leads in the list that stands below.
    if scope is None or not said.strip() or said.rstrip().endswith(":") or _LENGTH_ALONE.fullmatch(said):
        return None
    printed = f"{label}: {said}"
    never = is_never_renewed(printed) or is_never_renewed(said, label)
    return _Rule(scope, said, printed, stated_status(said) in DENIED or never)


def names_scope_alone(label: str) -> bool:
    """Whether a text is made of the names of uses and phases and of nothing else."""
    return bool(_WORDS.fullmatch(_without_uses(label)))


def phases_named(label: str) -> frozenset[Phase]:
    """The phases that the words of a short title name."""
    return frozenset(_phases(_without_uses(label)))


def _without_uses(label: str) -> str:
    for named in reversed(mentions(label)):
        label = f"{label[: named.start]} {label[named.end :]}"
    return label


@lru_cache(maxsize=1024)
def _scope(label: str) -> _Scope | None:
    """The uses and phases of a label that says nothing else; None for any other text, and where no phase is named."""
    if len(label) > _LONGEST or not _SETS_PHASE.search(label) or named_products(label):
        return None
    bare, uses = label, []
    for named in reversed(mentions(label)):
        if named.excepted:
            return None
        uses.append((named.indication, label[named.start : named.end]))
        bare = f"{bare[: named.start]} {bare[named.end :]}"
    if not _WORDS.fullmatch(bare):
        return None
    phases = frozenset(_phases(bare))
    # "For all patients with resistant depression": perhaps of the first request alone.
    return None if uses and not (phases or _EVERY.search(bare)) else _Scope(tuple(reversed(uses)), phases or _BOTH)


def phases_of_label(label: str) -> frozenset[Phase] | None:
    """The phases of a label that names them and nothing else, no use either; None for any other text."""
    scope = _scope(label)
    return scope.phases if scope and not scope.uses else None


def _phases(label: str) -> Iterator[Phase]:
    if _FIRST.search(label):
        yield "initial"
    if _LATER.search(label):
        yield "renewal"


def _plain(block: Block) -> Block:
    return replace(block, kind="paragraph", depth=0, marker="", cells=(), header=())
