"""Magnolia Health: Centene's list of clinical policies under its own name."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MagnoliaHealth(DocumentList):
    name = "magnolia_health"
    payer = Payer("magnolia-health", "Magnolia Health", "medicaid_managed_care", ("MS",), parent="Centene")
    sources = (
        payer.source(
            "clinical-policies",
            "index",
            "Clinical and payment policies",
            "https://magnoliahealthplan.com/providers/resources/clinical-payment-policies.html",
        ),
    )
