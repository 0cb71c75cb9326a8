"""Aetna Better Health of Pennsylvania: formulary updates month by month, stored under a language host of Virginia."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AetnaBetterHealthPennsylvania(DocumentList):
    name = "aetna_better_health_pennsylvania"
    payer = Payer(
        "aetna-better-health-pennsylvania",
        "Aetna Better Health of Pennsylvania",
        "medicaid_managed_care",
        ("PA",),
        parent="CVS Health",
    )
    sources = (
        payer.source(
            "formulary-updates",
            "updates",
            "Formulary updates month by month",
            "https://es.virginia.aetnabetterhealth.com/pennsylvania/providers/pharmacy",
        ),
    )
