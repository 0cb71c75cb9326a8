"""Aetna Better Health of Florida: the state's criteria first, then guidelines of its own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AetnaBetterHealthFlorida(DocumentList):
    name = "aetna_better_health_florida"
    payer = Payer(
        "aetna-better-health-florida",
        "Aetna Better Health of Florida",
        "medicaid_managed_care",
        ("FL",),
        parent="CVS Health",
    )
    sources = (
        payer.source(
            "prior-authorization",
            "index",
            "Pharmacy prior authorization guidelines",
            "https://www.aetnabetterhealth.com/florida/providers/provider-pharmacy/prior-auth",
        ),
    )
