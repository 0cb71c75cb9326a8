"""Molina in Washington: the state's criteria come first, Molina's second."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MolinaWashington(DocumentList):
    name = "molina_washington"
    payer = Payer(
        "molina-washington",
        "Molina Healthcare of Washington",
        "medicaid_managed_care",
        ("WA",),
        parent="Molina Healthcare",
    )
    sources = (
        payer.source(
            "criteria",
            "index",
            "Drug formulary and criteria",
            "https://www.molinahealthcare.com/providers/wa/medicaid/drug/formulary.aspx",
        ),
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy benefits, at the older path with the newer text",
            "http://www.molinahealthcare.com/providers/wa/medicaid/drug/Pages/formulary.aspx",
        ),
    )
