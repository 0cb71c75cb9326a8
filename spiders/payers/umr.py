"""UMR runs employers' own plans: UnitedHealthcare's policies are what it offers them, the plan document rules."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Umr(DocumentList):
    name = "umr"
    payer = Payer("umr", "UMR", "commercial", ("US",), parent="UnitedHealth Group")
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical and drug policies",
            "https://www.uhcprovider.com/en/policies-protocols/commercial-policies/umr-medical-drug-policies.html",
            seen=False,
        ),
    )
