"""A parsed policy as JSON: the published form, and a lossless one for the database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from parsers.models import (
    Block,
    Code,
    CourseCap,
    DocumentFacts,
    Evidence,
    Group,
    Leaf,
    ParsedPolicy,
    Percent,
    PolicyFacts,
    Position,
    Quantity,
    Severity,
    Tree,
    Value,
    tree_to_json,
)

_DATES = ("effective_on", "published_on", "last_reviewed_on", "next_review_on")


def to_json(policy: ParsedPolicy) -> dict[str, object]:
    """The object that `ketwatch extract` prints: the contract's keys, with `reason`, `products` and `fingerprint`."""
    return {
        "quality": policy.quality,
        "reason": policy.reason,
        "document": asdict(policy.document),
        "policy": _facts(policy.policy),
        "products": list(policy.products),
        "positions": [_position(position) for position in policy.positions],
        "codes": [asdict(code) for code in policy.codes],
        "fingerprint": policy.fingerprint,
        "warnings": list(policy.warnings),
    }


def _facts(facts: PolicyFacts) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(facts).items()}


def _position(position: Position) -> dict[str, object]:
    return {
        "product": position.product,
        "route": position.route,
        "indication": position.indication,
        "phase": position.phase,
        "status": position.status,
        "prior_authorization": position.prior_authorization,
        "criteria": tree_to_json(position.criteria) if position.criteria else None,
        "evidence": [asdict(evidence) for evidence in position.evidence],
    }


def dump_parsed(policy: ParsedPolicy) -> str:
    """All of `policy`, blocks too, as JSON that `load_parsed` reads back to an equal value."""
    return json.dumps({**to_json(policy), "blocks": [_block(block) for block in policy.blocks]}, ensure_ascii=False)


def load_parsed(text: str) -> ParsedPolicy:
    """The policy that `dump_parsed` wrote. KeyError, TypeError or ValueError: another program wrote the text."""
    read = json.loads(text)
    return ParsedPolicy(
        quality=read["quality"],
        reason=read["reason"],
        document=DocumentFacts(**read["document"]),
        policy=_load_facts(read["policy"]),
        products=tuple(read["products"]),
        positions=tuple(_load_position(position) for position in read["positions"]),
        codes=tuple(Code(**code) for code in read["codes"]),
        blocks=tuple(_load_block(block) for block in read["blocks"]),
        fingerprint=read["fingerprint"],
        warnings=tuple(read["warnings"]),
    )


def _block(block: Block) -> dict[str, object]:
    """A block without the members that are empty: long documents have many."""
    return {name: value for name, value in asdict(block).items() if value or name in ("kind", "text", "page")}


def _load_block(read: Mapping[str, Any]) -> Block:
    members: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in read.items()}
    return Block(**members)


def _load_facts(read: Mapping[str, Any]) -> PolicyFacts:
    dates = {name: date.fromisoformat(read[name]) if read[name] else None for name in _DATES}
    return PolicyFacts(number=read["number"], title=read["title"], superseded=read["superseded"], **dates)


def _load_position(read: Mapping[str, Any]) -> Position:
    criteria = _load_tree(read["criteria"]) if read["criteria"] else None
    evidence = tuple(Evidence(**passage) for passage in read["evidence"])
    return Position(**{**read, "criteria": criteria, "evidence": evidence})


def _load_tree(read: Mapping[str, Any]) -> Tree:
    if "op" in read:
        return Group(read["op"], tuple(_load_tree(child) for child in read["children"]), read.get("n"))
    return Leaf(read["key"], load_value(read["value"]), read["text"], read["page"])


def load_value(read: Any) -> Value:
    """A criterion's value as `value_to_json` wrote it."""
    if not isinstance(read, dict):
        return read  # type: ignore[no-any-return]
    if "scale" in read:
        return Severity(read["scale"], read["score"])
    if "pct" in read:
        return Percent(read["pct"])
    if "devices" in read:
        return Quantity(read["devices"], read["days"])
    return CourseCap(sessions=read.get("sessions"), days=read.get("days"))
