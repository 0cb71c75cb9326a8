"""The patient a verdict is shown by: facts for `ketwatch check`, and a sentence for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, cast

from parsers.check import Result, check
from parsers.criteria.trees import leaves_of
from parsers.models import Group, Percent, Position, Tree, value_to_json
from parsers.patient import read_patient
from tracker.compare.admission import Admission, typical_patient
from tracker.compare.facts import ELSEWHERE, Facts, fact_of
from tracker.compare.shape import normal_root
from tracker.compare.status import DENIED

Kind = Literal["gain", "loss"]
# Neighbours on the grid differ in one fact: when these are all undecided, the rest are too.
_MOST_TRIED = 20

_COUNTED: Mapping[str, str] = {
    "failed_ad_count": "{} failed antidepressant{s}",
    "failed_ad_classes": "from {} class{es}",
    "trial_weeks": "trials of {} week{s}",
    "trial_adherence_pct": "{}% adherence",
    "augmentation_trials": "{} augmentation trial{s}",
    "sud_remission_months": "{} month{s} in remission from substance use",
    "monitoring_hours": "observed for {} hour{s}",
    "best_improvement_pct": "best improvement {}%",
    "failures_within_months": "failures within {} month{s}",
}
_YES_NO: Mapping[str, tuple[str, str]] = {
    "failures_in_current_episode": ("failures in the current episode", "failures in an earlier episode"),
    "intolerant": ("intolerant of antidepressants", "no intolerance"),
    "oral_ad": ("with an oral antidepressant", "without an oral antidepressant"),
    "rems": ("in a REMS-certified setting", "outside REMS"),
}
_WORDED: Mapping[str, str] = {
    "diagnosis_standard": "diagnosed by {}",
    "severity_category": "{} depression",
    "trial_dose": "trials at {} dose",
    "psychotherapy": "psychotherapy: {}",
    "ect_tms": "ECT or TMS: {}",
    "mdsi_acuity": "suicidality: {}",
    "prescriber": "prescriber: {}",
    "personnel": "staff: {}",
    "site": "treated in: {}",
    "renewal_response": "response: {}",
}
_OUTCOMES: Mapping[str, str] = {
    "meets": "eligible",
    "does_not_meet": "refused",
    "not_covered": "not covered",
}


def find_witness(
    old: Position | None, new: Position | None, admission: Admission | None, kind: Kind
) -> dict[str, object] | None:
    """A patient who gains or loses between two answers to one question, as the contract prints a witness, with the
    question and a `summary` in plain words. Only one on whom `check` decides the answer is shown; None without one.
    A side that is None is silent, which decides nothing about anybody.
    """
    before, after = old or _silence(new), new or _silence(old)
    if before is None or after is None:
        return None
    candidates = admission.gain if admission and kind == "gain" else admission.lose if admission else ()
    refused: Result = "does_not_meet"
    if before.status != after.status:
        covered, other = (after, before) if kind == "gain" else (before, after)
        candidates = (typical_patient(normal_root(covered.criteria), covered),)
        refused = "not_covered" if other.status in DENIED else "undetermined"
    expected = (refused, "meets") if kind == "gain" else ("meets", refused)
    trees = [_read_part(side.criteria) for side in (before, after)]
    for facts in candidates[:_MOST_TRIED]:
        patient = read_patient(as_patient({**_taken_for_granted(trees), **facts}))
        told = tuple(check(tree, one.status, patient).result for tree, one in zip(trees, (before, after), strict=True))
        if told == expected:
            return _witness(facts, trees, expected, before, after)
    return None


def _silence(position: Position | None) -> Position | None:
    """The answer of a version that does not name the question."""
    return replace(position, status="unknown", criteria=None) if position else None


def _witness(
    facts: Facts, trees: list[Tree | None], answers: tuple[str, str], old: Position, new: Position
) -> dict[str, object]:
    unread = any(leaf.key == "unparsed" for side in (old, new) for leaf in leaves_of(side.criteria))
    apart = ", apart from clauses that could not be read" if unread else ""
    before, after = answers
    was, now = (_outcome(result, side) for result, side in zip(answers, (old, new), strict=True))
    return {
        "patient": as_patient({**_taken_for_granted(trees), **facts}),
        "before": before,
        "after": after,
        "product": new.product,
        "indication": new.indication,
        "phase": new.phase,
        "summary": f"{describe(facts)}: was {was}, now {now}{apart}",
    }


def _outcome(result: str, side: Position) -> str:
    if result == "undetermined":
        return "decided case by case" if side.status == "case_by_case" else "not stated"
    return _OUTCOMES[result]


def _read_part(tree: Tree | None) -> Tree | None:
    """A tree less the clauses that could not be read, which would leave every patient undetermined."""
    if not isinstance(tree, Group):
        return None if tree is None or tree.key == "unparsed" else tree
    children = tuple(kept for kept in map(_read_part, tree.children) if kept is not None)
    return Group(tree.op, children, tree.n) if children else None


def _taken_for_granted(trees: Iterable[Tree | None]) -> Facts:
    """What the grid leaves out: the label is kept, and no antidepressant was given up for intolerance."""
    facts: Facts = {}
    for leaf in (leaf for tree in trees for leaf in leaves_of(tree)):
        if leaf.key in ("rems", "intolerance_counts", "exclusion"):
            facts[fact_of(leaf)] = leaf.key == "rems"
        elif leaf.key == "monitoring_hours":
            facts[fact_of(leaf)] = 2
    return facts


def as_patient(facts: Facts) -> dict[str, object]:
    """Grid facts as the facts of `ketwatch check`: members of sets and scales gathered under their name."""
    patient: dict[str, object] = {}
    for fact, value in facts.items():
        name, _, member = fact.partition(":")
        if name == "severity_category":
            _gather(patient, "severity")["category"] = value
        elif name == "severity":
            _gather(patient, "severity")[member] = value
        elif member:
            members = cast("list[str]", patient.setdefault(name, []))
            members += [member] if value else []
        elif not _beyond_words(name, value):
            patient[name] = value_to_json(cast("Percent | str", value))
    return patient


def _beyond_words(name: str, value: object) -> bool:
    """Whether a fact of the grid has no word in the contract: it is left out, and `check` takes it for unknown."""
    return value == ELSEWHERE or (name in ("trial_dose", "mdsi_acuity", "personnel") and value == "none")


def _gather(patient: dict[str, object], name: str) -> dict[str, object]:
    return cast("dict[str, object]", patient.setdefault(name, {}))


def describe(facts: Facts) -> str:
    """A patient in plain words."""
    ordered = sorted(facts.items(), key=lambda item: item[0] != "age")
    told = [_phrase(fact, value) for fact, value in ordered]
    return ", ".join(phrase for phrase in told if phrase) or "any patient"


def _phrase(fact: str, value: object) -> str:
    name, _, member = fact.partition(":")
    if name == "age":
        return f"age {value}"
    if name == "severity":
        return f"{member} {value}"
    if name in ("conditions", "agents_tried"):
        words = member.replace("_", " ")
        return ("with " if name == "conditions" else "tried ") + words if value else ""
    if name in _COUNTED:
        return _COUNTED[name].format(value, s="" if value == 1 else "s", es="" if value == 1 else "es")
    if name in _YES_NO:
        return _YES_NO[name][0 if value else 1]
    word = f"improved by {value.pct}%" if isinstance(value, Percent) else str(value).replace("_", " ")
    return _WORDED[name].format(word) if name in _WORDED else ""
