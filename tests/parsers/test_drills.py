"""Short documents in many wordings and layouts, each with the positions and the logic a person reads in it.

A drill is a `[[drill]]` of tests/parsers/drills/THEME.toml: its `document`; its `positions`, as "product[/route]
indication [renewal] status"; and of some of them the `criteria`, drawn by `_drawn`, or what it `asks`: the leaves
alone. What a drill leaves out is not compared.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from parsers.jsonio import to_json
from parsers.policy import parse_policy

DRILLS = {
    f"{path.stem}: {drill['name']}": drill
    for path in sorted(Path(__file__).with_name("drills").glob("*.toml"))
    for drill in tomllib.loads(path.read_text())["drill"]
}


@pytest.mark.parametrize("drill", DRILLS.values(), ids=list(DRILLS))
def test_a_person_reads_the_same(drill: dict[str, Any]) -> None:
    found: Any = to_json(parse_policy(drill["document"].strip().encode()))["positions"]
    trees = {_key(position): _drawn(position["criteria"]) for position in found}

    stated = drill.get("positions")
    assert stated is None or sorted(_said(position, stated) for position in found) == sorted(stated)
    assert {key: trees.get(key) for key in drill.get("criteria", {})} == drill.get("criteria", {})
    leaves = {_key(position): sorted(_leaves(position["criteria"])) for position in found}
    asks = {key: sorted(leaf.split()) for key, leaf in drill.get("asks", {}).items()}
    assert {key: leaves.get(key) for key in asks} == asks


def _key(position: dict[str, Any], route: str = "") -> str:
    renewal = " renewal" if position["phase"] == "renewal" else ""
    return f"{position['product']}{route} {position['indication']}{renewal}"


def _said(position: dict[str, Any], stated: list[str]) -> str:
    """With its route where the drill states the position with one, and whether it needs authorization likewise."""
    said = (f"{_key(position, '/' + position['route'])} {position['status']}", f"{_key(position)} {position['status']}")
    needs = {True: " with authorization", False: " without authorization"}.get(position["prior_authorization"], "")
    return next((one for one in (*(one + needs for one in said), said[0]) if one in stated), said[1])


def _drawn(tree: dict[str, Any] | None) -> str:
    """`all(age_min=18, any(ect_tms=failed, failed_ad_count=4))`: children in order of the alphabet, true left out."""
    if tree is None:
        return ""
    if "op" not in tree:
        value = tree["value"]
        shown = ":".join(str(part) for part in (value.values() if isinstance(value, dict) else (value,)))
        return tree["key"] if value is True or value is None else f"{tree['key']}={shown}"
    parts = sorted(_drawn(child) for child in tree["children"])
    return parts[0] if len(parts) == 1 and tree["op"] in ("all", "any") else f"{_operator(tree)}({', '.join(parts)})"


def _leaves(tree: dict[str, Any] | None) -> set[str]:
    """The leaves that are read, wherever they stand in the tree."""
    if tree is None or tree.get("key") == "unparsed":
        return set()
    return {_drawn(tree)} if "op" not in tree else set().union(*map(_leaves, tree["children"]))


def _operator(tree: dict[str, Any]) -> str:
    return f"at_least_{tree['n']}" if tree["op"] == "at_least" else str(tree["op"])
