"""Ambetter in Washington: Centene's list of CP.* policies, here on a language host."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AmbetterCoordinatedCare(DocumentList):
    name = "ambetter_coordinated_care"
    payer = Payer(
        "ambetter-coordinated-care", "Ambetter from Coordinated Care", "commercial", ("WA",), parent="Centene"
    )
    sources = (
        payer.source(
            "clinical-policies",
            "index",
            "Clinical and payment policies",
            "https://ambetter-es.coordinatedcarehealth.com/provider-resources/clinical-payment-policies.html",
        ),
    )
