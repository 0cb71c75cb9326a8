"""AmeriHealth Caritas Pennsylvania: the state's drug list with a supplement of its own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AmerihealthCaritasPennsylvania(DocumentList):
    name = "amerihealth_caritas_pennsylvania"
    payer = Payer(
        "amerihealth-caritas-pennsylvania",
        "AmeriHealth Caritas Pennsylvania",
        "medicaid_managed_care",
        ("PA",),
        parent="AmeriHealth Caritas",
    )
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy benefits: preferred drug list and supplemental formulary",
            "https://amerihealthcaritaspa.com/member/eng/pharmacy/index.aspx",
        ),
    )
