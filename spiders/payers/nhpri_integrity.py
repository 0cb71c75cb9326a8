"""Neighborhood of Rhode Island for Medicare-Medicaid members: benefits page by year."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NhpriIntegrity(DocumentList):
    name = "nhpri_integrity"
    payer = Payer(
        "nhpri-integrity", "Neighborhood Health Plan of Rhode Island (INTEGRITY)", "medicaid_managed_care", ("RI",)
    )
    sources = (
        payer.source(
            "pharmacy-2025",
            "index",
            "Pharmacy benefits of 2025",
            "https://nhpri.org/medicare-medicaid/pharmacy-benefits/2025-pharmacy-benefits",
        ),
    )
