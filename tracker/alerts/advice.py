"""Who gains or loses by a change, and what each reader is to do. The sentences are data in advice.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice
from typing import Literal, get_args

from db.changes import Axis, Change, Direction
from tracker.alerts.content import Advice, Role
from tracker.alerts.wording import WORDING, WordingError

FOR_EACH_ROLE = 2
REACH = "reach"
# Changes that decide alone: what is said of a single criterion on their axis does not fit them.
DECISIVE = ("status", "position_added", "position_removed")


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """A sentence for one role, or on who is reached, and the changes it applies to; empty conditions admit any."""

    role: Role | Literal["reach"]
    text: str
    keys: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()

    def applies(self, change: Change) -> bool:
        by_axis = change.axis in self.axes and change.key not in DECISIVE
        about = not (self.keys or self.axes) or change.key in self.keys or by_axis
        return about and (not self.directions or change.direction in self.directions)


def read_advice(toml: str) -> tuple[AdviceRule, ...]:
    """Check and build the rules. Raises WordingError for a role, key, axis or direction that does not exist."""
    rules = []
    for entry in tomllib.loads(toml)["advice"]:
        keys, axes, directions = (tuple(entry.get(name, ())) for name in ("keys", "axes", "directions"))
        rules.append(AdviceRule(entry["role"], entry["text"], keys, axes, directions))
    known = {
        "role": (*get_args(Role), REACH),
        "axes": get_args(Axis),
        "directions": get_args(Direction),
        "keys": WORDING.keys,
    }
    for rule in rules:
        used = {"role": (rule.role,), "axes": rule.axes, "directions": rule.directions, "keys": rule.keys}
        unknown = [f"{name} {value}" for name, values in used.items() for value in values if value not in known[name]]
        if unknown:
            raise WordingError(f"advice.toml: unknown {', '.join(unknown)} in “{rule.text}”")
    return tuple(rules)


RULES = read_advice(files("tracker.alerts").joinpath("advice.toml").read_text("utf-8"))


def advice_for(changes: tuple[Change, ...], rules: tuple[AdviceRule, ...] = RULES) -> tuple[Advice, ...]:
    """The first sentences that apply, for each role in turn."""
    return tuple(Advice(role, text) for role in get_args(Role) for text in _sentences(role, changes, rules))


def reach_of(changes: tuple[Change, ...], rules: tuple[AdviceRule, ...] = RULES) -> tuple[str, ...]:
    """Who gains and who may lose by the changes."""
    return _sentences(REACH, changes, rules)


def _sentences(role: str, changes: tuple[Change, ...], rules: tuple[AdviceRule, ...]) -> tuple[str, ...]:
    fitting = (rule.text for rule in rules if rule.role == role and any(rule.applies(change) for change in changes))
    return tuple(islice(fitting, FOR_EACH_ROLE))
