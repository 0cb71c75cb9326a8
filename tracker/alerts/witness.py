"""The witness of a change in words: a patient who is treated differently by the two versions."""

from __future__ import annotations

import re

from db.changes import Change
from tracker.alerts.plain import plain
from tracker.alerts.wording import WORDING, value_words

FACTS_SHOWN = 6
# Where a criterion's key and the patient's fact that decides it have different names.
_DECIDED_BY = {
    "age_min": "age",
    "age_max": "age",
    "severity_min": "severity",
    "severity_category": "severity",
    "episode_scope": "failures_in_current_episode",
    "lookback_months": "failures_within_months",
    "nonresponse_cutoff_pct": "best_improvement_pct",
    "intolerance_counts": "intolerant",
    "preferred_step": "agents_tried",
    "exclusion": "conditions",
}


def witness_words(witness: dict[str, object] | None, changes: tuple[Change, ...]) -> str | None:
    """The patient and what became of them: "age 55, 2 failed antidepressants, PHQ-9 12: was refused, now eligible".

    Named are the age and the facts that the changes decide, or what there is when they decide none; None without a
    witness.
    """
    if not witness:
        return None
    patient = witness.get("patient")
    facts = patient if isinstance(patient, dict) else {}
    decided = {_DECIDED_BY.get(change.key, change.key) for change in changes}
    telling = [fact for fact in facts if fact in decided] or list(facts)
    ordered = [fact for fact in ("age",) if fact in facts] + [fact for fact in telling if fact != "age"]
    named = [_fact(fact, facts[fact]) for fact in ordered[:FACTS_SHOWN]]
    before, after = _result(witness.get("before")), _result(witness.get("after"))
    return plain(f"{', '.join(named) or 'a patient'}: was {before}, now {after}", 500)


def _result(result: object) -> str:
    return WORDING.results.get(str(result), "undecided")


def _fact(name: str, value: object) -> str:
    template = WORDING.facts.get(name, name.replace("_", " ") + ": {}")
    if not isinstance(template, str):
        template = template[_form(value)]
    said = _severity(value) if name == "severity" else value_words(value, WORDING.fact_values)
    plural = "" if said == "1" else "s"
    words = re.sub(r"\((s|es)\)", lambda ending: ending[1] if plural else "", template)
    # "no failed antidepressants", but "0% improvement".
    return words.replace("{}", "no" if said == "0" and words != template else said)


def _form(value: object) -> str:
    """Which of a fact's wordings fits a value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else "some"


def _severity(value: object) -> str:
    if not isinstance(value, dict):
        return value_words(value)
    return ", ".join(f"{value_words(score)} depression" if scale == "category" else f"{scale} {score}"
                     for scale, score in value.items())  # fmt: skip
