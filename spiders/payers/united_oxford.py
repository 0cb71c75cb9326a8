"""Oxford: clinical and administrative policies on UnitedHealthcare's site."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class UnitedOxford(DocumentList):
    name = "united_oxford"
    payer = Payer(
        "united-oxford", "UnitedHealthcare Oxford", "commercial", ("NY", "NJ", "CT"), parent="UnitedHealth Group"
    )
    sources = (
        payer.source(
            "policies",
            "index",
            "Clinical and administrative policies",
            "https://www.uhcprovider.com/en/policies-protocols/commercial-policies/oxford-policies.html",
            seen=False,
        ),
    )
