"""Molina in Utah: a page leads to the formulary."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MolinaUtah(DocumentList):
    name = "molina_utah"
    payer = Payer(
        "molina-utah", "Molina Healthcare of Utah", "medicaid_managed_care", ("UT",), parent="Molina Healthcare"
    )
    sources = (
        payer.source(
            "formulary",
            "index",
            "Drug formulary",
            "https://www.molinahealthcare.com/providers/ut/medicaid/drug/formulary.aspx",
        ),
    )
