"""Readings of policies written by hand: what a document would give, without one."""

from __future__ import annotations

from typing import get_args

from parsers.models import (
    Block,
    Code,
    CodeSystem,
    CriterionKey,
    DocumentFacts,
    Evidence,
    Group,
    Indication,
    Leaf,
    Op,
    ParsedPolicy,
    Percent,
    Phase,
    PolicyFacts,
    Position,
    Product,
    Quality,
    Route,
    Status,
    Tree,
    Value,
)

KEYS = get_args(CriterionKey)


def leaf(key: CriterionKey, value: Value = True, text: str = "", page: int = 1) -> Leaf:
    return Leaf(key, value, text or f"{key} {value}", page)


def group(op: Op, *children: Tree, n: int | None = None) -> Group:
    return Group(op, children, n)


def every(*children: Tree) -> Group:
    return group("all", *children)


def either(*children: Tree) -> Group:
    return group("any", *children)


def position(
    criteria: Tree | None = None,
    *,
    indication: Indication = "trd",
    product: Product = "esketamine",
    status: Status = "covered",
    phase: Phase = "initial",
    route: Route = "any",
    authorization: bool | None = None,
) -> Position:
    evidence = (Evidence(1, f"{product} for {indication}: {status}"),)
    return Position(product, route, indication, phase, status, authorization, criteria, evidence)


def policy(
    *positions: Position,
    codes: tuple[Code, ...] = (),
    quality: Quality = "ok",
    facts: PolicyFacts | None = None,
    blocks: tuple[Block, ...] = (),
) -> ParsedPolicy:
    return ParsedPolicy(
        quality=quality,
        reason="" if quality == "ok" else f"this is {quality}",
        document=DocumentFacts("0" * 64, "text/html", 1, None),
        policy=facts or PolicyFacts(),
        products=tuple(dict.fromkeys(one.product for one in positions)),
        positions=positions,
        codes=codes,
        blocks=blocks,
    )


def code(system: CodeSystem, name: str, *, denied: bool = False) -> Code:
    return Code(system, name, "not_covered" if denied else "covered")


# What many kinds of edit begin with.
ADULT, TWO, THREE = leaf("age_min", 18), leaf("failed_ad_count", 2), leaf("failed_ad_count", 3)
CLASSES, ORAL, AUGMENTED = leaf("failed_ad_classes", 2), leaf("oral_ad", "required"), leaf("augmentation_trials", 1)
RESIDUAL = position(indication="other", status="investigational")


def trd(*leaves: Tree) -> ParsedPolicy:
    return policy(position(every(ADULT, *leaves)), RESIDUAL)


RENEWAL_ONLY = policy(position(phase="renewal", criteria=leaf("renewal_response", Percent(50))))
