"""CareSource on West Virginia's marketplace: Express Scripts keeps the criteria."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CaresourceWestVirginia(DocumentList):
    name = "caresource_west_virginia"
    payer = Payer(
        "caresource-west-virginia",
        "CareSource West Virginia (Marketplace)",
        "commercial",
        ("WV",),
        parent="CareSource",
        delegates=("Express Scripts",),
    )
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy (Marketplace)",
            "https://www.caresource.com/wv/providers/education/patient-care/pharmacy/marketplace/",
        ),
    )
