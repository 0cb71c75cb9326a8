"""Molina in California: formulary page with guidelines of authorization."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MolinaCalifornia(DocumentList):
    name = "molina_california"
    payer = Payer(
        "molina-california",
        "Molina Healthcare of California",
        "medicaid_managed_care",
        ("CA",),
        parent="Molina Healthcare",
    )
    sources = (
        payer.source(
            "formulary",
            "index",
            "Drug formulary and guidelines",
            "https://www.molinahealthcare.com/providers/ca/medicaid/drug/Pages/formulary.aspx",
        ),
    )
