"""Billing and diagnosis codes that came or went. Billing codes are work for whoever files claims, not coverage."""

from __future__ import annotations

from collections.abc import Mapping

from db.changes import Change, Direction
from parsers.models import Code, CodeSystem, ParsedPolicy, Product

# HCPCS codes of the one marketed esketamine product, in use or retired; billing never mixes them with ketamine's.
_ESKETAMINE_CODES = frozenset({"J0013", "S0013", "G2082", "G2083"})

_Key = tuple[CodeSystem, str]


def code_changes(old: ParsedPolicy, new: ParsedPolicy) -> tuple[Change, ...]:
    """Codes removed, then codes added, in the documents' order; a code on a list of denied ones counts as absent."""
    before, after = _listed(old), _listed(new)
    product = document_product(new) or document_product(old)
    removed = [_change(code, product, added=False) for key, code in before.items() if key not in after]
    added = [_change(code, product, added=True) for key, code in after.items() if key not in before]
    return (*removed, *added)


def needs_action(changes: tuple[Change, ...]) -> bool:
    """Whether claims must be filed otherwise than before: a billing code came or went."""
    return any(change.key in ("code_added", "code_removed") and change.direction == "neutral" for change in changes)


def _listed(policy: ParsedPolicy) -> Mapping[_Key, Code]:
    return {(code.system, code.code): code for code in reversed(policy.codes) if code.role != "not_covered"}


def _change(code: Code, product: Product | None, *, added: bool) -> Change:
    own: Product | None = "esketamine" if code.code in _ESKETAMINE_CODES else code.product
    return Change(
        product=product or own or "ketamine",
        indication="any",
        phase="initial",
        key="code_added" if added else "code_removed",
        axis="coding",
        direction=_direction(code.system, added=added),
        before=None if added else code.code,
        after=code.code if added else None,
        before_page=None if added else code.page,
        after_page=code.page if added else None,
    )


def _direction(system: CodeSystem, *, added: bool) -> Direction:
    if system != "ICD-10":
        return "neutral"
    return "expands" if added else "restricts"


def document_product(policy: ParsedPolicy) -> Product | None:
    """The one product a document is about, None when it is about both or none."""
    products = {position.product for position in policy.positions} or set(policy.products)
    return products.pop() if len(products) == 1 else None
