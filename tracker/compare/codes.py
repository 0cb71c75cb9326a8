"""Billing and diagnosis codes that came or went. Billing codes are work for whoever files claims, not coverage."""

from __future__ import annotations

import re
from collections.abc import Mapping

from db.changes import Change, Direction
from parsers.code_spotting import ESKETAMINE_ONLY
from parsers.models import Code, CodeSystem, ParsedPolicy, Product

# A diagnosis has a letter, two characters and mostly a dot; HCPCS has four figures after it, CPT and NDC no letter.
_DIAGNOSIS = re.compile(r"[A-Z]\d[0-9A-Z](\.|$)")
# Depression, and the suicidal ideation that the second labeled use is told by.
_DEPRESSION = re.compile(r"F3[23](\.|$)|R45\.85|T14\.91")
_DEPRESSIONS = frozenset({"trd", "mdsi", "mdd"})

_Key = tuple[CodeSystem, str]


def code_changes(old: ParsedPolicy, new: ParsedPolicy) -> tuple[Change, ...]:
    """Codes removed, then codes added, in the documents' order."""
    before, after = _listed(old), _listed(new)
    product = document_product(new) or document_product(old)
    treated = _treats_depression(new) or _treats_depression(old)
    if _covered(before) and _covered(after):
        # Codes moved between a list of covered and one of denied codes; elsewhere a code's role follows the status.
        before, after = _less_denied(before), _less_denied(after)
    removed = [
        _change(code, product or _of_diagnosis(code, treated), added=False)
        for key, code in before.items()
        if key not in after
    ]
    added = [
        _change(code, product or _of_diagnosis(code, treated), added=True)
        for key, code in after.items()
        if key not in before
    ]
    return (*removed, *added)


def needs_action(changes: tuple[Change, ...]) -> bool:
    """Whether claims must be filed otherwise than before: a billing code came or went."""
    return any(not _DIAGNOSIS.match(str(change.before or change.after)) for change in changes)


def _listed(policy: ParsedPolicy) -> Mapping[_Key, Code]:
    """Every code once, in order; of two places the one that covers counts."""
    codes = sorted(policy.codes, key=lambda code: code.role == "not_covered")
    listed: dict[_Key, Code] = {}
    for code in codes:
        listed.setdefault((code.system, code.code), code)
    return listed


def _covered(listed: Mapping[_Key, Code]) -> bool:
    return any(code.role == "covered" for code in listed.values())


def _less_denied(listed: Mapping[_Key, Code]) -> dict[_Key, Code]:
    return {key: code for key, code in listed.items() if code.role != "not_covered"}


def _change(code: Code, product: Product | None, *, added: bool) -> Change:
    own: Product | None = "esketamine" if code.code in ESKETAMINE_ONLY else code.product
    return Change(
        product=product or own or "ketamine",
        indication="any",
        phase="initial",
        key="code_added" if added else "code_removed",
        axis="coding",
        direction=_direction(code, added=added),
        before=None if added else code.code,
        after=code.code if added else None,
        before_page=None if added else code.page,
        after_page=code.page if added else None,
    )


def _of_diagnosis(code: Code, treated: Product | None) -> Product | None:
    """The drug that a diagnosis of depression is listed for, where one of the two is covered for that."""
    return treated if _DEPRESSION.match(code.code) else None


def _treats_depression(policy: ParsedPolicy) -> Product | None:
    covered = {
        position.product
        for position in policy.positions
        if position.status == "covered" and position.indication in _DEPRESSIONS
    }
    return covered.pop() if len(covered) == 1 else None


def _direction(code: Code, *, added: bool) -> Direction:
    if code.system != "ICD-10" or code.role == "not_covered":
        return "neutral"
    return "expands" if added else "restricts"


def document_product(policy: ParsedPolicy) -> Product | None:
    """The one product a document is about, None when it is about both or none."""
    products = {position.product for position in policy.positions} or set(policy.products)
    return products.pop() if len(products) == 1 else None
