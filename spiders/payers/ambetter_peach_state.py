"""Ambetter in Georgia: on the newer host, where the path names the state."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AmbetterPeachState(DocumentList):
    name = "ambetter_peach_state"
    payer = Payer(
        "ambetter-peach-state", "Ambetter from Peach State Health Plan", "commercial", ("GA",), parent="Centene"
    )
    sources = (
        payer.source(
            "clinical-policies",
            "index",
            "Clinical and payment policies",
            "https://ambetterhealth.com/en/ga/provider-resources/clinical-payment-policies",
        ),
    )
