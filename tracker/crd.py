"""Positions in force in the shape of HL7 Da Vinci CRD's coverage information: what an ordering system asks a payer.

CRD answers for one patient; a policy answers for all, so what depends on the patient is `conditional`. The reference
to a patient's coverage that CRD demands has no counterpart here: `coverage` names the payer and line of business.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from parsers.criteria.trees import leaves_of
from parsers.models import CriterionKey, Position, Tree
from tracker.in_force import InForce
from tracker.paperwork.denials import DENIED

URL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information"
_CODES = {
    "HCPCS": "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "CPT": "http://www.ama-assn.org/go/cpt",
    "NDC": "http://hl7.org/fhir/sid/ndc",
}
_OF_PERFORMER: frozenset[CriterionKey] = frozenset({"prescriber", "personnel"})
_OF_LOCATION: frozenset[CriterionKey] = frozenset({"site", "rems", "monitoring_hours"})

Covered = Literal["covered", "not-covered", "conditional"]
Extension = dict[str, object]


def coverage_information(policy: InForce) -> Iterator[dict[str, object]]:
    """One object a position: what it is about, and the extension as CRD 2.1 nests it."""
    for position in policy.policy.positions:
        about = {name: getattr(position, name) for name in ("product", "route", "indication", "phase")}
        yield {
            "payer": policy.payer.payer, "source": policy.source.source, "policy": policy.source.url, **about,
            "extension": [{"url": URL, "extension": list(_parts(policy, position))}],
        }  # fmt: skip


def covered_code(position: Position) -> Covered:
    """A denial is not-covered; criteria, single decisions and answers that could not be read are conditional."""
    if position.status in DENIED:
        return "not-covered"
    return "covered" if position.status == "covered" and position.criteria is None else "conditional"


def _parts(policy: InForce, position: Position) -> Iterator[Extension]:
    code = covered_code(position)
    payer = f"{policy.payer.name}, {policy.source.line_of_business or policy.payer.payer_type}"
    yield {"url": "coverage", "valueReference": {"display": payer}}
    yield {"url": "covered", "valueCode": code}
    if code != "not-covered" and position.prior_authorization is not None:
        needed = "auth-needed" if position.prior_authorization else "no-auth"
        yield {"url": "pa-needed", "valueCode": needed}
    if code != "not-covered" and position.criteria is not None:
        yield {"url": "doc-needed", "valueCode": "clinical"}
        yield {"url": "doc-purpose", "valueCode": "withpa" if position.prior_authorization else "retain-doc"}
    if code == "conditional":
        for info in _info_needed(position.criteria):
            yield {"url": "info-needed", "valueCode": info}
    yield from _billing(policy, position)
    for proof in position.evidence[:1]:
        yield {"url": "reason", "valueCodeableConcept": {"text": proof.text}}
    yield {"url": "date", "valueDate": policy.seen_at[:10]}
    assertion = f"{policy.version}/{position.product}/{position.indication}/{position.phase}"
    yield {"url": "coverage-assertion-id", "valueString": assertion}


def _info_needed(criteria: Tree | None) -> Iterator[str]:
    keys = {leaf.key for leaf in leaves_of(criteria)}
    if keys & _OF_PERFORMER:
        yield "performer"
    if keys & _OF_LOCATION:
        yield "location"


def _billing(policy: InForce, position: Position) -> Iterator[Extension]:
    """Codes for the drug and its administration; diagnoses are not billed for."""
    for code in policy.policy.codes:
        if code.system in _CODES and code.product in (None, position.product) and code.role != "not_covered":
            yield {"url": "billingCode", "valueCoding": {"system": _CODES[code.system], "code": code.code}}
