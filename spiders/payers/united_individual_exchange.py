"""UnitedHealthcare on the exchanges: policies apart from the commercial ones, under the same numbers."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class UnitedIndividualExchange(DocumentList):
    name = "united_individual_exchange"
    payer = Payer(
        "united-individual-exchange",
        "UnitedHealthcare Individual Exchange",
        "commercial",
        ("US",),
        parent="UnitedHealth Group",
    )
    sources = (
        payer.source(
            "drug-policies",
            "index",
            "Medical and drug policies",
            "https://www.uhcprovider.com/en/policies-protocols/exchange-policies/exchanges-medical-drug-policies.html",
            seen=False,
        ),
    )
