"""CareSource Nevada: pharmacy policies from A to Z."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CaresourceNevada(DocumentList):
    name = "caresource_nevada"
    payer = Payer("caresource-nevada", "CareSource Nevada", "medicaid_managed_care", ("NV",), parent="CareSource")
    sources = (
        payer.source(
            "pharmacy-policies",
            "index",
            "Pharmacy policies A-Z",
            "https://www.caresource.com/nv/providers/tools-resources/health-partner-policies/pharmacy-policies/medicaid",
        ),
    )
