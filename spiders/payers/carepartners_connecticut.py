"""CarePartners of Connecticut: one notice added authorization to the codes G2082 and G2083."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CarepartnersConnecticut(DocumentList):
    name = "carepartners_connecticut"
    payer = Payer(
        "carepartners-connecticut", "CarePartners of Connecticut", "medicare_advantage", ("CT",), parent="Point32Health"
    )
    sources = (
        payer.source(
            "billing-codes-2022",
            "notice",
            "Changes to Existing Billing Codes for Spravato (esketamine)",
            "https://www.carepartnersct.com/2-1-22-pharm-changes",
        ),
    )
