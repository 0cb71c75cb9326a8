"""A use that takes over the list of another but for what a topic asks ("as for resistant depression; prior trials are
waived", "all criteria above except failure of antidepressants"): read as the items that are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.families import findings_in
from parsers.language.patterns import Pattern, compiled
from parsers.models import Block, CriterionKey, Indication
from parsers.phases.phases import read_phase
from parsers.sections.headings import is_connective
from parsers.uses.indications import mentions
from parsers.uses.scopes import positive_indications

_NOUN = r"(?:criteria|conditions|requirements|items|rules)"
_ALL = r"(?:(?:all|each|every one)(?: of)? )?(?:(?:the|these|those) )?(?:(?:same|other|above|remaining|foregoing) )*"
_WHERE = (
    r"(?:above|(?:as )?(?:for|in|under|of) (?:the )?USE|in section [A-Z0-9]{1,2}(?: \(USE\))?|as USE|(?:as )?above)"
)
_HOLD = r"(?:(?:also|still|all|must|have to|are|be|to) )*(?:apply|met|hold|satisfied)"
# A statement that says no more than that another list holds; USE stands for the name of its use.
_THE_LIST = compiled(
    rf"\W*(?:(?:the )?(?:member|patient|individual|client)s? )?(?:(?:must |also )*(?:meets?|satisf(?:y|ies)) )?"
    rf"(?:{_ALL}{_NOUN}(?: {_WHERE})*|{_ALL}above|(?:the )?same as (?:for )?USE|as (?:for )?(?:USE|above))"
    rf"(?: {_HOLD})?\W*",
    re.IGNORECASE,
)
_TRIALS = (
    r"(?:(?:the|any|of|to|an?|with|adequate|prior|previous|earlier|past|failed|antidepressants?|drugs?|medications?|"
    r"treatment|requirements?|criteri(?:on|a)) )*(?:trials?|failures?|failed|treatment history|step therapy)\b[^.;,]*"
)
_NOT_ASKED = r"(?:is|are) (?:waived|lifted|not (?:required|needed|asked(?: for)?|applied|necessary)|dropped)"
_EXCEPTS = compiled(
    r"[,;]? (?:but |and )?(?:except(?:ing)?(?: for| that)?|apart from|other than|without|save(?: for)?|with the "
    r"exception of|minus|excluding) (?:for )?(?P<topic>[^.;,]{3,80})\W*$",
    re.IGNORECASE,
)
_WAIVES_BEHIND = compiled(
    rf"[,;.] (?:but |and |yet )?(?:(?:no|none of the) (?P<none>[^.;,]{{3,60}}?) (?:is|are) (?:needed|required|asked"
    rf"(?: for)?|necessary)|(?P<topic>[^.;,]{{3,60}}?) {_NOT_ASKED})\W*$",
    re.IGNORECASE,
)
_WAIVES_BEFORE = compiled(rf"^\W*(?P<topic>[^.;,]{{3,60}}?) {_NOT_ASKED}[;.,] (?:and |but )?", re.IGNORECASE)

_OF_TRIALS: frozenset[CriterionKey] = frozenset((
    "failed_ad_count", "failed_ad_classes", "trial_weeks", "trial_dose", "intolerance_counts", "episode_scope",
    "lookback_months", "trial_adherence_pct", "nonresponse_cutoff_pct", "augmentation_trials", "preferred_step",
))  # fmt: skip
_TOPICS: Mapping[Pattern, frozenset[CriterionKey]] = {
    compiled(rf"^\W*{_TRIALS}\W*$", re.IGNORECASE): _OF_TRIALS,
    compiled(
        r"^\W*(?:the |an )*(?:oral )?antidepressant(?: (?:use|requirement|therapy))?\W*$", re.IGNORECASE
    ): frozenset(("oral_ad",)),
    compiled(
        r"^\W*(?:(?:the|a|baseline|symptom|least|minimum) )*(?:severity|scores?|rating scales?)\b[^.;,]{0,30}\W*$",
        re.IGNORECASE,
    ): frozenset(("severity_min", "severity_category")),
    compiled(r"^\W*(?:the )?psychotherapy(?: requirement)?\W*$", re.IGNORECASE): frozenset(("psychotherapy",)),
}
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a statement takes over: of which use the list is, () for the one above, and the keys that it leaves."""

    of_use: tuple[Indication, ...]
    left_out: frozenset[CriterionKey]


def with_lists_but_for_topics(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the items that are left in place of each such statement; and what is printed for its lead-in."""
    told: list[Block] = []
    printed: dict[str, str] = {}
    for block in blocks:
        taken = _taken(block)
        items = _items(told, block, taken) if taken else ()
        told += _list(block, items, printed) if items else (block,)
    return tuple(told), printed


def _taken(block: Block) -> _Taken | None:
    if (
        block.kind not in ("item", "paragraph")
        or len(block.text) > _LONGEST
        or "renewal" in map(read_phase, block.path)
    ):
        return None
    for form in (_EXCEPTS, _WAIVES_BEHIND, _WAIVES_BEFORE):
        if (found := form.search(block.text)) is not None:
            rest = f"{block.text[: found.start()]}{block.text[found.end() :]}"
            left_out = _keys(found["topic"] or found.groupdict().get("none") or "")
            if left_out and _THE_LIST.fullmatch(_use_named(rest)):
                return _Taken(positive_indications(rest), left_out)
    return None


def _use_named(text: str) -> str:
    """A text with USE for the one use that it names."""
    named = mentions(text)
    return f"{text[: named[0].start]}USE{text[named[-1].end :]}" if named else text


def _keys(topic: str) -> frozenset[CriterionKey]:
    return next((keys for form, keys in _TOPICS.items() if form.search(topic)), frozenset())


def _items(before: Sequence[Block], block: Block, taken: _Taken) -> tuple[Block, ...]:
    """The items of the nearest list of another use, without those that ask for what is left out."""
    own = set(_uses_over(block))
    for start, end in _lists(before):
        uses = set(_uses_over(before[start]) or positive_indications(before[start - 1].text))
        if uses and (uses == set(taken.of_use) if taken.of_use else uses != own):
            return tuple(item for item in before[start:end] if not _is_left_out(item, taken))
    return ()


def _is_left_out(item: Block, taken: _Taken) -> bool:
    keys = {found.key for found in findings_in(item.text)}
    return is_connective(item.text) or bool(keys & taken.left_out)


def _lists(before: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where the lists before a statement begin and end, the nearest first."""
    end = len(before)
    while end:
        start = end
        while start and before[start - 1].kind == "item":
            start -= 1
        if 0 < start < end:
            yield start, end
        end = min(start, end - 1)


def _uses_over(block: Block) -> tuple[Indication, ...]:
    return next(filter(None, map(positive_indications, reversed(block.path))), ())


def _list(block: Block, items: Sequence[Block], printed: dict[str, str]) -> Iterator[Block]:
    """The items in the place of a statement: beside it in its list, or under a lead-in of their own."""
    if block.kind == "paragraph":
        lead = "All of the following must be met:"
        printed[lead] = block.text
        yield replace(block, text=lead)
    depth = block.depth if block.kind == "item" else 1
    least = min(item.depth for item in items)
    for item in items:
        yield replace(item, path=block.path, page=block.page, depth=depth + item.depth - least, marker="")
