"""Plain words for what the contract writes as keys and values. The words are data in wording.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, get_args

from db.changes import Axis, Change, Direction, Verdict
from db.sources import PayerType
from parsers.models import CriterionKey, Indication, Phase, Product, Status
from tracker.label.against import LabelClass

OTHER_KEYS = (
    "status", "prior_authorization", "position_added", "position_removed", "code_added", "code_removed", "superseded",
    "logic",
)  # fmt: skip


# Their value stands on one side, which the key itself names.
_ONE_SIDED = {"code_added", "code_removed", "position_added", "position_removed"}


class WordingError(Exception):
    """wording.toml or advice.toml lacks an entry or has one too many; the message names it."""


@dataclass(frozen=True, slots=True)
class KeyWords:
    """How a key is said. `each`: the policy has one leaf for each value, so a value is added or dropped, not moved."""

    label: str
    absent: str
    unit: str = ""
    present: str = "yes"
    each: bool = False
    values: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The whole of wording.toml."""

    verdicts: Mapping[str, str]
    directions: Mapping[str, str]
    axes: Mapping[str, str]
    payer_types: Mapping[str, str]
    products: Mapping[str, str]
    phases: Mapping[str, str]
    statuses: Mapping[str, str]
    label_classes: Mapping[str, str]
    indications: Mapping[str, str]
    results: Mapping[str, str]
    facts: Mapping[str, str | Mapping[str, str]]
    fact_values: Mapping[str, str]
    values: Mapping[str, str]
    keys: Mapping[str, KeyWords]


_COMPLETE = {
    "verdicts": get_args(Verdict),
    "directions": get_args(Direction),
    "axes": get_args(Axis),
    "payer_types": get_args(PayerType),
    "products": get_args(Product),
    "phases": get_args(Phase),
    "statuses": get_args(Status),
    "label_classes": get_args(LabelClass),
    "indications": get_args(Indication),
    "keys": (*get_args(CriterionKey), *OTHER_KEYS),
}


def read_wording(toml: str) -> Wording:
    """Check and build the wording. Raises WordingError when a word of the vocabulary is missing or unknown."""
    tables: dict[str, Any] = tomllib.loads(toml)
    for name, expected in _COMPLETE.items():
        differing = set(expected) ^ set(tables.get(name, ()))
        if differing:
            raise WordingError(f"wording.toml [{name}]: missing or unknown: {', '.join(sorted(differing))}")
    keys = {key: KeyWords(**entry) for key, entry in tables.pop("keys").items()}
    return Wording(**tables, keys=keys)


WORDING = read_wording(files("tracker.alerts").joinpath("wording.toml").read_text("utf-8"))


def key_words(key: str) -> KeyWords:
    """How a key is said; a key of a later release is said by its own name."""
    return WORDING.keys.get(key) or KeyWords(label=key.replace("_", " "), absent="not stated")


def side_words(key: str, value: object) -> str:
    """One side of a change in words; None is what the policy does not state."""
    words = key_words(key)
    if value is None:
        return words.absent
    if isinstance(value, bool):
        return words.present if value else "not " + words.present if words.present != "yes" else "no"
    if isinstance(value, (int, float)):
        return _counted(value, words.unit)
    return value_words(value, words.values)


def value_words(value: object, own: Mapping[str, str] | None = None) -> str:
    """A value of the contract in words: a word of the vocabulary, a score, a limit, or a list of them."""
    match value:
        case {"scale": scale, "score": score}:
            return f"{scale} of {score} or more"
        case {"devices": devices, "days": days}:
            return f"{_counted(devices, 'device')} of 28 mg in {_counted(days, 'day')}"
        case {"sessions": sessions}:
            return _counted(sessions, "session")
        case {"days": days}:
            return _counted(days, "day")
        case {"pct": pct}:
            return f"{pct}% improvement"
        case bool():
            return "yes" if value else "no"
        case dict():
            return ", ".join(f"{name} {value_words(member)}" for name, member in value.items())
        case list() | tuple():
            return ", ".join(value_words(member) for member in value) or "none"
        case str():
            return (own or {}).get(value) or _one_word(value)
        case _:
            return str(value)


def change_words(change: Change) -> str:
    """A change in one line: "failed antidepressants required: 3 → 2"."""
    words = key_words(change.key)
    if change.key == "logic":
        return words.label
    if change.key in _ONE_SIDED:
        return f"{words.label}: {value_words(change.after if change.before is None else change.before)}"
    if change.key == "unparsed":
        return f"{words.label}: {_text_moved(change)}"
    if words.each and change.before is None:
        return f"new {words.label}: {side_words(change.key, change.after)}"
    if words.each and change.after is None:
        return f"no longer a {words.label}: {side_words(change.key, change.before)}"
    return f"{words.label}: {side_words(change.key, change.before)} → {side_words(change.key, change.after)}"


def _text_moved(change: Change) -> str:
    """What became of a clause that has no value, only text."""
    if change.before_text and change.after_text:
        return "reworded"
    return "dropped" if change.before_text else "added"


def subject_words(change: Change) -> str:
    """What a change is about: "Spravato (esketamine), treatment-resistant depression, renewal"."""
    return use_words(change.product, change.indication, change.phase)


def use_words(product: str, indication: str, phase: str) -> str:
    """A drug for a use in a phase."""
    parts = [WORDING.products.get(product, product)]
    parts += [WORDING.indications.get(indication, indication)] if indication != "any" else []
    parts += [WORDING.phases["renewal"]] if phase == "renewal" else []
    return ", ".join(parts)


def _one_word(value: str) -> str:
    for words in (WORDING.statuses, WORDING.values, WORDING.indications):
        if value in words:
            return words[value]
    return value.replace("_", " ")


def _counted(number: float, unit: str) -> str:
    if unit in {"", "%"}:
        return f"{number}{unit}"
    return f"{number} {unit}" if number == 1 or unit == "mg" else f"{number} {unit}s"
