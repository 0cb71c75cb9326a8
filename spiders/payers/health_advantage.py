"""Health Advantage: step criteria and authorization lists on the page of the retail pharmacy."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HealthAdvantage(DocumentList):
    name = "health_advantage"
    payer = Payer(
        "health-advantage",
        "Health Advantage (Arkansas)",
        "commercial",
        ("AR",),
        parent="Arkansas Blue Cross and Blue Shield",
    )
    sources = (
        payer.source(
            "retail-pharmacy",
            "index",
            "Retail pharmacy: authorization and step criteria",
            "https://www.healthadvantage-hmo.com/providers/medical-providers/retail-pharmacy",
        ),
    )
