"""Molina in Nevada: criteria from A to Z and policies on drugs given in an office, on an alias host."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MolinaNevada(DocumentList):
    name = "molina_nevada"
    payer = Payer(
        "molina-nevada", "Molina Healthcare of Nevada", "medicaid_managed_care", ("NV",), parent="Molina Healthcare"
    )
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy: drug list, policies, criteria",
            "https://www.molinamarketplace.com/providers/nv/medicaid/resources/pharmacy.aspx",
        ),
    )
