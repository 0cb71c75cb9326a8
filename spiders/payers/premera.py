"""Premera: a change log a month and state; esketamine is 5.01.609 behind the policy search."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Premera(DocumentList):
    name = "premera"
    payer = Payer("premera", "Premera Blue Cross", "commercial", ("WA", "AK"))
    sources = (
        payer.source(
            "5-01-546",
            "policy",
            "Medical Necessity Criteria for Compounded Medications",
            "https://www.premera.com/medicalpolicies/cmi_151287.htm",
            must_mention=("compounded",),
        ),
        payer.source("medical-policies", "index", "Medical policy search", "https://www.premera.com/medicalpolicies/"),
        payer.source(
            "updates-washington",
            "updates",
            "Medical policy updates, Washington",
            "https://premera.com/wa/provider/news/medical-policies/medical-policy-updates",
        ),
        payer.source(
            "updates-alaska-2023-06",
            "updates",
            "Medical policy updates of June 2023, Alaska",
            "https://premera.com/ak/provider/news/medical-policies/policy-updates/june-2023",
        ),
    )
