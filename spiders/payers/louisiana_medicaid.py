"""Louisiana Medicaid: one PDF file at an address that stays, for the state and all its plans."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class LouisianaMedicaid(DocumentList):
    name = "louisiana_medicaid"
    payer = Payer("louisiana-medicaid", "Louisiana Medicaid", "medicaid", ("LA",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "Preferred and non-preferred drug list",
            "http://ldh.la.gov/assets/HealthyLa/Pharmacy/PDL.pdf",
            seen=False,
        ),
        payer.source("pharmacy", "index", "Pharmacy", "https://ldh.la.gov/Pharmacy", seen=False),
        payer.source(
            "pt-committee",
            "updates",
            "Pharmaceutical and Therapeutics Committee",
            "https://ldh.la.gov/medicaid/pharmaceutical-and-therapeutic-committee",
            seen=False,
        ),
    )
