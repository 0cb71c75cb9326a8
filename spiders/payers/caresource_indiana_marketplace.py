"""CareSource on Indiana's marketplace: Express Scripts keeps the criteria."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CaresourceIndianaMarketplace(DocumentList):
    name = "caresource_indiana_marketplace"
    payer = Payer(
        "caresource-indiana-marketplace",
        "CareSource Indiana (Marketplace)",
        "commercial",
        ("IN",),
        parent="CareSource",
        delegates=("Express Scripts",),
    )
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy (Marketplace)",
            "https://www.caresource.com/in/providers/education/patient-care/pharmacy/marketplace/",
        ),
    )
