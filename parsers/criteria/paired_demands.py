"""Demands that go together in pairs ("moderate depression with three failures, or severe depression with two")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.criteria.demands_of_some import Told
from parsers.criteria.families import FAILED, ROOT_KEYS, findings_in
from parsers.criteria.trees import QUALITIES
from parsers.criteria.wording import Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Phase

STATES: frozenset[CriterionKey] = frozenset(("severity_category", "severity_min", "age_min", "age_max"))
_TRIED: frozenset[CriterionKey] = QUALITIES | {
    "failed_ad_count", "failed_ad_classes", "augmentation_trials", "psychotherapy", "ect_tms", "episode_scope",
    "lookback_months", "intolerance_counts",
}  # fmt: skip
_COMPARES = r"(?:more|higher|greater|above|older|over|up|worse|longer|equivalent|under|younger|below|less|fewer|both)"
_OR = compiled(
    rf"[,;]? or (?!{_COMPARES}\b)(?:else )?(?:(?:for|with|in|of|has|have|had|is|are|who) )*|; ", re.IGNORECASE
)
_NUMBER = r"(?:one|two|three|four|five|[1-6])"
# "… or severe depression with two": two antidepressants.
_BARE = compiled(
    rf"(?<![-\w.])(?P<n>{_NUMBER})(?P<more> or more)?\b(?: (?:such|failures?|failed|of (?:them|these)|(?:have|has) "
    r"failed))*(?=\W*$|[,)]| (?:each|for|over|and|plus|within|in)\b)(?![^.;]{0,3}weeks)",
    re.IGNORECASE,
)
_ANTIDEPRESSANTS = compiled(r"\banti-?depressants?\b", re.IGNORECASE)
# "…, each of them taken for six weeks" at the end is of the drugs of both.
_OF_BOTH = compiled(r"[,;] (?P<each>(?:with )?(?:each|all)\b[^.;,]{8,})$", re.IGNORECASE)


def paired(words: str, phase: Phase) -> Told | None:
    """Two alternatives that each name a grade, a score or an age, and what must have failed at it; None elsewhere."""
    if not _ANTIDEPRESSANTS.search(words) or not _OR.search(words):
        return None
    tail = _OF_BOTH.search(words)
    said = words[: tail.start()] if tail else words
    for joined in _OR.finditer(said):
        one, other = said[: joined.start()], said[joined.end() :]
        pair = (one, _completed(other, one, phase))
        if _go_together(pair, phase):
            told = Told("any", pair)
            return Told("all", (told, tail["each"])) if tail else told
    return None


def _completed(other: str, one: str, phase: Phase) -> str:
    """The second demand, a number alone in it with the antidepressants that the first counts."""
    if any(found.key == "failed_ad_count" for found in _read(other, phase)) or not _ANTIDEPRESSANTS.search(one):
        return other
    return _BARE.sub(lambda bare: f"{bare['n']}{bare['more'] or ''} antidepressants failed", other, count=1)


def _read(text: str, phase: Phase) -> set[Finding]:
    return {found for found in findings_in(text, phase, FAILED) if found.key not in ROOT_KEYS}


def kinds(keys: Iterable[CriterionKey]) -> set[str]:
    """Of what the states with these keys are: a severity, an age."""
    return {key.partition("_")[0] for key in keys}


def _go_together(pair: tuple[str, str], phase: Phase) -> bool:
    """Whether each side names a state of one kind and a count, nothing that is asked of everybody, and they differ."""
    sides = [_read(text, phase) for text in pair]
    states = [{found for found in side if found.key in STATES} for side in sides]
    one, other = (kinds(found.key for found in state) for state in states)
    counts = [{found for found in side if found.key == "failed_ad_count"} for side in sides]
    fit = all(found.key in STATES | _TRIED for side in sides for found in side) and all(counts)
    return fit and one == other and len(one) == 1 and states[0] != states[1]
