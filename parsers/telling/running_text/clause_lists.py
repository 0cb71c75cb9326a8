"""Paragraphs that are a list by their semicolons ("Initial: depression that resists treatment; 18 or older; …").

A sheet in telegram style sets the name of a use or of a phase before what is asked, without a verb. Such a paragraph is
read as the list that it is: its label, the clauses as items, and the sentences behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.answering.answers import stated_status
from parsers.criteria.families import ROOT_KEYS, findings, findings_in
from parsers.criteria.wording import clause
from parsers.deciding.paragraph_shapes import opens_with_use
from parsers.deciding.paragraph_wording import BARE_SPAN
from parsers.drugs.names import is_drug_name
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block, CriterionKey, Phase
from parsers.phases.phase_titles import phase_of_title
from parsers.phases.phases import read_phase
from parsers.sections.headings import MADE_DEPTH
from parsers.telling.words_of_steps import parted_where
from parsers.uses.scopes import is_label, is_phase_label, positive_indications, refined

_LONGEST = 1500
_LONGEST_CLAUSE = 25
_LONGEST_DEMAND = 8
# "… failure of an SSRI, an SNRI or bupropion": the part before goes on.
_GOES_ON = compiled(
    r"\W*(?:or|an?|and|one|both|each|either|if|when|who|which|that|with|for|at|in|of|from"
    r"|including|such)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_SPAN = compiled(
    rf"\W+(?:(?:approv\w+|authori[sz]\w+|granted|valid|PA) )?(?:for |x |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT}\W*$",
    re.IGNORECASE,
)
_COUNTED = compiled(r"\w")
_HOW_MANY = compiled(r"\s*\([^()]*\b(?:all|each|every|both|must)\b[^()]*\)\s*$", re.IGNORECASE)
_NUMBER = compiled(r"^\W*(?:[A-H]|\d{1,2}|[IVX]{1,4})[.)]\s+")
_LABELLED = compiled(
    r"^(?P<label>\W*(?:(?:[A-H]|\d{1,2}|[IVX]{1,4})[.)]\s+)?[^:;.]{3,100}?)(?P<end>:|\.(?=\s+\S)|\s[–—]"
    rf"(?=\s+(?!(?:up to |for )?{SPAN_COUNT}[ -]{SPAN_UNIT}\W*(?:$|[.;]\s))))\s+"
)
_BRACKETED = compiled(r"^(?P<label>[^:;.()]{2,80}?)\s*\((?P<asked>[^()]{8,})\)\s*(?P<end>[:.,;–—-]|$)\s*")
_OF_TRIALS: frozenset[CriterionKey] = frozenset((
    "failed_ad_count", "failed_ad_classes", "trial_weeks", "trial_dose", "trial_adherence_pct", "episode_scope",
    "lookback_months", "nonresponse_cutoff_pct", "intolerance_counts", "augmentation_trials", "psychotherapy",
    "ect_tms", "preferred_step",
))  # fmt: skip
_DIAGNOSIS = compiled(
    r"^\W*(?:an? |the )?(?:(?:documented|confirmed|established|clinical) )?diagnosis(?: of|:)? |^\W*adults? with ",
    re.IGNORECASE,
)
_ANTIDEPRESSANT = compiled(r"(?:and )?(?:an )?oral antidepressant(?: therapy| treatment)?", re.IGNORECASE)
# "Improved symptoms and an oral antidepressant" asks for two things.
_AND_ANTIDEPRESSANT = compiled(r" and (?=an oral antidepressant$)", re.IGNORECASE)
_JOINED_ON = compiled(r"[;,]\s*(?:and|or)\W*$", re.IGNORECASE)
# "Requirements: …", beside those of renewals, are of the first approval.
_WHAT_IS_ASKED = r"(?:requirements|criteria|conditions)"
_GENERIC = compiled(
    rf"^\W*(?:(?:PA|(?:prior )?(?:authori[sz]ation|approval)|coverage|clinical|general) )?{_WHAT_IS_ASKED}"
    r"\W*$|^\W*(?:to (?:be (?:eligible|approved|covered)|qualify|start|get (?:it|the (?:drug|spray)))|eligibility)\W*$",
    re.IGNORECASE,
)
# "Requires: two failed antidepressants, signed consent, psychiatrist" is a list whatever its clauses are.
_DEMANDS = compiled(
    rf"^\W*(?:(?:PA|(?:prior )?(?:authori[sz]ation|approval)|coverage|clinical|it|the plan) )?(?:{_WHAT_IS_ASKED}"
    r"(?: for (?:approval|coverage|authori[sz]ation))?|requires|required|needs|needed|must have)\W*$",
    re.IGNORECASE,
)
_THEN_ASKED = compiled(rf"(?<=\.) (?=(?:(?:PA|approval|coverage|clinical) )?{_WHAT_IS_ASKED}: [^.]*;)", re.IGNORECASE)
_RENEWED = compiled(
    rf"\b(?:renewal|re-?auth\w*|continuation|continued \w+|to (?:continue|go on|renew))(?: {_WHAT_IS_ASKED})?: ",
    re.IGNORECASE,
)
_SEPARATES = compiled(r";|\)\s?:|(?::|\.) [^.]*,[^.]*,|: [^.]* / [^.]* / ")
# "18+ / two failures / psychiatrist": no slash between two words of a choice.
_SLASH = compiled(r"\s+/\s+")
_LEAST_SLASHES = 2
_COMMA = compiled(r",\s*(?:and\s+)?(?![^()]*\))")
_BETWEEN = compiled(r";\s*(?:(?:and|AND)\s+)?")
# A sentence has its verb before its list: what is asked there is told, and is read as told.
_TELLS = compiled(
    r"\b(?:when|where|if|provided|unless|either|one of|any of|none of|following|or both|means|stands for)\b|"
    r"\s=\s|\?|;\s*or\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _List:
    """A label, "" without one, the clauses under it, and the sentences behind them."""

    label: str
    asked: tuple[str, ...]
    behind: tuple[str, ...] = ()
    apart: str = ";"


def with_clause_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such paragraphs as a line with their label and an item for each clause."""
    return parted_where(_SEPARATES, blocks, _parts)


def _parts(block: Block) -> Iterator[Block]:
    may_list = block.kind in ("paragraph", "item") and _SEPARATES.search(block.text)
    told = _told_before(block.text) if may_list else ""
    if told:
        yield replace(block, text=told, cells=())
        block = replace(block, text=block.text[len(told) :].strip(), cells=())
    found = _list(block.text, led=bool(told)) if may_list else None
    entry = bool(found and block.kind == "item" and is_drug_name(found.label.rstrip(":–— ")))
    if found is None or (block.kind == "item" and not entry and not (found.label and _COUNTED.search(block.marker))):
        yield block
        return
    if entry:
        yield replace(block, text=f"{found.label.rstrip(':–— ')}:", cells=())
    elif found.label and block.kind == "item":
        # An item that is a list itself: a paragraph between it and the next is said of it alone.
        yield replace(block, kind="heading", depth=MADE_DEPTH, text=found.label.rstrip(":."), cells=())
    elif found.label:
        yield replace(block, text=found.label, cells=())
    for asked in found.asked:
        yield replace(block, kind="item", depth=block.depth + 1 if entry else 1, text=_spelled(asked), cells=())
    titled = bool(found.label) and block.kind == "item" and not entry
    yield from (_as_item(each) if titled else each for each in _behind(block, found.behind))


def _as_item(block: Block) -> Block:
    """A sentence behind a list as an item of it where it grants: as a paragraph it would stand under the last item."""
    grants = block.kind == "paragraph" and stated_status(block.text) == "covered"
    return replace(block, kind="item", depth=1) if grants else block


def _told_before(text: str) -> str:
    """The sentences that cover a use before "Criteria: …; …" in one paragraph; "" where there are none such."""
    asked = _THEN_ASKED.search(text)
    told = text[: asked.start()].strip() if asked else ""
    covers = told and stated_status(told) == "covered" and bool(positive_indications(told))
    return told if covers and _list(text[len(told) :].strip(), led=True) else ""


def _behind(block: Block, said: Sequence[str]) -> Iterator[Block]:
    """The sentences behind a list, the next of which may be one again ("… Renewal: the score is better; REMS")."""
    for place, sentence in enumerate(said):
        rest = replace(block, kind="paragraph", text=" ".join(said[place:]), cells=())
        if _labelled(rest.text) and _list(rest.text):
            yield from _parts(rest)
            return
        yield replace(rest, text=sentence)


def _spelled(asked: str) -> str:
    """A clause; an oral antidepressant among what is asked is one that is taken beside the drug."""
    return glossed(asked, "taken concurrently") if _ANTIDEPRESSANT.fullmatch(asked) else asked


def _list(text: str, *, led: bool = False) -> _List | None:
    # An item of a list that is marked as one is no list by that.
    if len(text) > _LONGEST or _JOINED_ON.search(text):
        return None
    found = _bracketed(text) or _labelled(text, led=led) or _bare(text)
    return found if found and _asks(found) else None


def _bracketed(text: str) -> _List | None:
    """A label with what is asked in brackets, and its limits behind ("Depression (18+; two failures): 6 months")."""
    named = _BRACKETED.match(text)
    if named is None or not _names(named["label"]) or _names(named["asked"]):
        return None
    behind = (glossed(said, "approval") if BARE_SPAN.match(said) else said for said in _clauses(text[named.end() :]))
    asked = (*_clauses(named["asked"]), *behind)
    if ";" not in named["asked"] and (named["end"] != ":" or len(asked) < _FEWEST or not _decides(named["asked"])):
        return None
    return _List(named["label"].strip(), asked)


def _decides(asked: str) -> bool:
    return any(finding.key not in ROOT_KEYS for finding in findings_in(asked))


def _labelled(text: str, *, led: bool = False) -> _List | None:
    """A label with its clauses; `led`: whether a cover before it says what criteria are for."""
    named = _LABELLED.match(text)
    if named is None or not (_names(named["label"]) or _names_ours(named["label"], text[named.end() :])):
        return None
    first, *behind = sentences(text[named.end() :])
    label = f"{named['label']}{named['end']}"
    if _GENERIC.match(label) or _DEMANDS.match(label):
        phased = led or _RENEWED.search(" ".join(behind))
        label = glossed(label, "initial approval") if phased else label if _DEMANDS.match(label) else ""
    apart = ";" if _BETWEEN.search(first) or _has_slashes(first) else ","
    return _List(label, _clauses(first), tuple(behind), apart) if label else None


def _bare(text: str) -> _List | None:
    """A list that opens with its use; the name alone is its label."""
    first, *behind = sentences(text) if ";" in text else ("",)
    if ";" not in first:
        return None
    use, *asked = _clauses(first)
    if not opens_with_use(_DIAGNOSIS.sub("", use)) or stated_status(use):
        return None
    return _List(f"{use}:", tuple(asked), tuple(behind)) if is_label(use) else _List("", (use, *asked), tuple(behind))


def _names(label: str) -> bool:
    """Whether a label only names a use, a phase, or both, with a length or how many items are asked for."""
    named = _HOW_MANY.sub("", _SPAN.sub("", _NUMBER.sub("", label))).strip()
    if is_label(named) or is_phase_label(named) or phase_of_title(named) is not None:
        return True
    return bool(_DEMANDS.match(named) or _GENERIC.match(named) or _RENEWED.match(f"{named}: "))


def _names_ours(label: str, said: str) -> bool:
    """Whether a label is our drug's name over clauses that ask for a diagnosis ("Spravato: 18 or older; MDD; …")."""
    clauses = _clauses(said) if ";" in said and is_drug_name(label) else ()
    return any(_DIAGNOSIS.match(each) and opens_with_use(_DIAGNOSIS.sub("", each)) for each in clauses)


def _clauses(text: str) -> tuple[str, ...]:
    """The clauses between semicolons; without one those between slashes, or commas where each of them is short."""
    between = _BETWEEN if ";" in text else _SLASH if _has_slashes(text) else _COMMA
    parts = [part.strip(" .") for part in between.split(text)]
    return tuple(each for part in parts for each in _AND_ANTIDEPRESSANT.split(part) if each)


def _has_slashes(text: str) -> bool:
    return len(_SLASH.findall(text)) >= _LEAST_SLASHES


def _lists_uses(found: _List) -> bool:
    """Whether a list names several uses, or the label's as such: these are what it lists."""
    uses = refined(use for said in (found.label, *found.asked) for use in positive_indications(said))
    return len(set(uses)) > 1 or "fda_labeled" in uses


def _are_demands(found: _List, keys: Sequence[set[CriterionKey]]) -> bool:
    """Whether the short parts between commas under a label that demands them are mostly read: the rest stand unread."""
    unread = [asked for asked, read in zip(found.asked, keys, strict=True) if not read]
    short = all(len(asked.split()) <= _LONGEST_DEMAND for asked in found.asked)
    return (
        bool(_DEMANDS.match(found.label))
        and short
        and 2 * len(unread) < len(keys)
        and not any(map(_GOES_ON.match, unread))
    )


def _asks(found: _List) -> bool:
    """Whether each clause is a phrase, and some of them criteria: no sentence, and no list of uses."""
    said = "; ".join((found.label, *found.asked))
    if len(found.asked) < _FEWEST or _TELLS.search(said) or stated_status(said):
        return False
    if any(len(asked.split()) > _LONGEST_CLAUSE for asked in found.asked) or _lists_uses(found):
        return False
    named = read_phase(found.label)
    phase: Phase = named or "initial"
    keys = [{finding.key for finding in findings(clause(asked, page=1, phase=phase))} for asked in found.asked]
    # The name of a use over no more than failed trials may only say what it is.
    defines = named is None and not any(each - _OF_TRIALS for each in keys)
    few = 1 if found.label else _FEWEST
    # Commas also part what one clause says: each part is to say something.
    if ";" not in found.apart and not (len(keys) > _FEWEST and (all(keys) or _are_demands(found, keys))):
        return False
    return sum(map(bool, keys)) >= few and any(each - ROOT_KEYS for each in keys) and not defines
