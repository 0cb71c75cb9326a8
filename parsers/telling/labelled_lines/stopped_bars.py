"""Conditions that bar patients, or uses denied, set apart by full stops behind their label: it is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from parsers.answering.answers import may_state, stated_status
from parsers.criteria.bare_bars import are_bare_bars, is_bare_bar
from parsers.criteria.conditions import named
from parsers.criteria.listed_bars import under_exclusion
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import names_both_phases, read_phase
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

_LABELLED = compiled(r"^(?P<label>\W*[^:.;|]{3,60})(?::|\.(?=\s))\s+(?P<said>\S.*)$")
# "Hypertension unless controlled" bars too, in its own way.
_LIFTED = compiled(r"^.{3,40}\b(?:unless|except)\b.{3,60}$", re.IGNORECASE)
_APART = compiled(r"\s*(?:[;,]\s+(?:(?:and|or)\s)?|\s(?:and|or)\s)\s*")
_KINDS = ("paragraph", "item")
_FEWEST_USES = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """What a text says up to the last of the conditions that it labels, and what it says behind them."""

    bars: str
    rest: str


def with_stopped_bars(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with "Exclusions: Psychosis. Bipolar disorder." as "Exclusions: Psychosis; Bipolar disorder"; and what
    is printed for it.
    """
    told: list[Block] = []
    printed: dict[str, str] = {}
    for block in blocks:
        parts = tuple(_parts(block))
        told += parts
        printed |= {} if parts == (block,) else {parts[0].text: block.text}
    return tuple(told), printed


def _parts(block: Block) -> Iterator[Block]:
    """A block; where it labels conditions, these in one sentence, and what it says behind them by itself."""
    told = next(_told(sentences(block.text)), None) if block.kind in _KINDS else None
    if told is None:
        yield block
        return
    yield replace(block, text=told.bars)
    if told.rest:
        yield replace(block, kind="paragraph", text=told.rest, marker="")


def _told(said: tuple[str, ...]) -> Iterator[_Told]:
    denies = may_state(" ".join(said))
    for place in range(len(said)):
        # A text that is asked nothing else is sooner read than looked at for words.
        labelled = _LABELLED.expression.match(" ".join(said[place:]))
        if labelled is None:
            continue
        if not (_labels_bars(labelled["label"]) or (denies and _denies(labelled["label"]))):
            continue
        behind = sentences(labelled["said"])
        label, listed = _labelled(labelled["label"], [each.strip().rstrip(".") for each in behind])
        rest = " ".join(behind[len(listed) :])
        # "Who may not have it. People with psychosis." is read as it stands.
        titled = len(behind) == 1 and f"{labelled['label']}." in said
        if listed and not place and not titled:
            yield _Told(f"{label}: {'; '.join(listed)}.", rest)
        # What stands in the midst of a text is told in the place that the text opens ("Precautions: …").
        elif len(listed) > 1:
            yield _Told(" ".join((*said[:place], f"{label}: {'; '.join(listed)}.", rest)).strip(), "")


def _labelled(label: str, behind: list[str]) -> tuple[str, list[str]]:
    """A label of bars or of a denial, and the sentences behind it that are bars, or uses; none where they are not."""
    bars = list(takewhile(_is_bar, behind)) if _labels_bars(label) else []
    if are_bare_bars(label, [item for bar in bars if not _LIFTED.search(bar) for item in _items(bar)]):
        return _plain(label), bars
    uses = list(takewhile(is_label, behind))
    if len(uses) < _FEWEST_USES:
        return label, []
    # "1. Acute pain. 2. Fibromyalgia. Both are unproven." tells what they are behind them.
    told = any(map(stated_status, behind[len(uses) :]))
    return label, [] if told else uses


def _denies(label: str) -> bool:
    return stated_status(label) not in (None, "covered", "unknown") and not mentions(label)


def _labels_bars(label: str) -> bool:
    return under_exclusion(label.lower()) and not any(named(label.lower()))


def _plain(label: str) -> str:
    """A label of what bars ("Do not approve if") in one word, where it tells no drug, use or phase."""
    tells = named_products(label) or mentions(label) or read_phase(label) or names_both_phases(label)
    return label if tells else "Exclusions"


def _is_bar(sentence: str) -> bool:
    lifted = _LIFTED.search(sentence) and any(named(sentence.lower()))
    return bool(lifted) or is_bare_bar(sentence) or all(map(is_bare_bar, _items(sentence)))


def _items(sentence: str) -> list[str]:
    """The conditions that a sentence lists; it by itself where these are not conditions alone."""
    items = [item.strip(" .") for item in _APART.split(sentence)]
    return items if all(map(is_bare_bar, items)) else [sentence]
