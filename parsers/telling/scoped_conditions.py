"""Conditions that say in brackets for which uses, by their letters, and in which phases they are asked.

"Indication A. Resistant depression." and "Condition 3 (A and B, initial and continued). 18 or older.": each use and
phase is told with its own list. Where a bracket names anything else, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.sections.headings import MADE_SECTION_DEPTH
from parsers.uses.indications import named_indications

_LETTER = r"(?:[A-H]|\d)"
_DEFINES = compiled(
    rf"^\W*(?:[Ii]ndication|[Uu]se|[Dd]iagnosis|[Gg]roup|[Pp]opulation) (?P<letter>{_LETTER})\s*[.:=–—-]\s*"
    r"(?P<use>[^.;:]{3,120})\W*$"
)
_PHASE = r"(?:initial(?:ly)?|first|new|continu(?:ed|ation|ing)|renew(?:al|ed|als)|reauthori[sz]ation|later|both|all)"
_CONDITION = compiled(
    r"^\W*(?:[Cc]ondition|[Cc]riterion|[Rr]equirement|[Rr]ule|[Pp]oint|[Ii]tem) \w{1,3}\s*\("
    rf"(?P<letters>{_LETTER}(?:(?:,? and |, | & ){_LETTER})*)(?: only| alone)?"
    rf"(?P<phases>(?:[,;:]? (?:and |& )?{_PHASE}(?: (?:requests?|treatment|approvals?|phases?))?)+)\)\s*[.:–—-]?\s*"
    r"(?P<said>\S.*)$"
)
_A_LETTER = compiled(rf"\b{_LETTER}\b")
_ONE_PHASE = compiled(_PHASE)
_BOTH = ("both", "all")
_TITLES: dict[Phase, str] = {"initial": "initial authorization", "renewal": "renewal"}
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Condition:
    """What is asked, of which uses by their letters, and in which phases."""

    said: str
    letters: tuple[str, ...]
    phases: frozenset[Phase]


def with_conditions_by_scope(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such conditions as a list for each use and phase; and what is printed for them."""
    uses = {found["letter"]: found["use"].strip() for block in blocks if (found := _DEFINES.match(block.text))}
    asked = {place: one for place, block in enumerate(blocks) if uses and (one := _condition(block))}
    named = {letter for one in asked.values() for letter in one.letters}
    if len(asked) < _FEWEST or not named <= uses.keys() or not all(map(named_indications, uses.values())):
        return tuple(blocks), {}
    first = min(asked)
    lists = tuple(lists_by_scope(blocks[first], dict(_lists(uses, tuple(asked.values())))))
    # Behind what else the section says, which is of no one use.
    end = next((place for place in range(max(asked), len(blocks)) if blocks[place].kind == "heading"), len(blocks))
    kept = [block for place, block in enumerate(blocks[:end]) if place not in asked]
    told = (*kept, *lists, *blocks[end:])
    printed = {one.text: blocks[first].text for one in lists if one.kind != "item"}
    return told, printed | {one.said: blocks[place].text for place, one in asked.items()}


def _condition(block: Block) -> _Condition | None:
    found = _CONDITION.match(block.text) if block.kind in ("paragraph", "item") else None
    if found is None:
        return None
    words = _ONE_PHASE.findall(found["phases"])
    both = any(word in _BOTH for word in words)
    phases = frozenset[Phase](("initial", "renewal")) if both else frozenset(map(_phase, words))
    return _Condition(found["said"].strip(), tuple(_A_LETTER.findall(found["letters"])), phases)


def _phase(word: str) -> Phase:
    return "initial" if word.startswith(("initial", "first", "new")) else "renewal"


def _lists(uses: Mapping[str, str], asked: Sequence[_Condition]) -> Iterator[tuple[tuple[str, Phase], list[str]]]:
    """The conditions of each use in each phase."""
    for letter, use in uses.items():
        for phase in _TITLES:
            yield (use, phase), [one.said for one in asked if letter in one.letters and phase in one.phases]


def lists_by_scope(block: Block, asked: Mapping[tuple[str, Phase], Sequence[str]]) -> Iterator[Block]:
    """For each use and phase that asks for anything a heading, its lead-in and its conditions, where `block` stands."""
    plain = replace(block, kind="paragraph", depth=0, marker="", cells=(), header=())
    for (use, phase), own in asked.items():
        if not own:
            continue
        title = f"{use}, {_TITLES[phase]}"
        path = (*block.path, title)
        yield replace(plain, kind="heading", depth=MADE_SECTION_DEPTH, text=title)
        yield replace(plain, text=f"{title}: covered when all of the following are met:", path=path)
        yield from (replace(plain, kind="item", depth=1, text=said, path=path) for said in own)
