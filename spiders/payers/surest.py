"""Surest: UnitedHealthcare's policies for plans without deductible, seen on a gateway host."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Surest(DocumentList):
    name = "surest"
    payer = Payer("surest", "Surest", "commercial", ("US",), parent="UnitedHealth Group")
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical and drug policies",
            "https://ams-gateway.uhcprovider.com/en/policies-protocols/commercial-policies/surest-medical-drug-policies.html",
            seen=False,
        ),
    )
