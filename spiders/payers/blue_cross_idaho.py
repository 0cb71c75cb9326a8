"""Blue Cross of Idaho: medical policies on the host for providers."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BlueCrossIdaho(DocumentList):
    name = "blue_cross_idaho"
    payer = Payer("blue-cross-idaho", "Blue Cross of Idaho", "commercial", ("ID",))
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical policies",
            "https://providers.bcidaho.com/medical-management/medical-policies/medical-policies.page",
            seen=False,
        ),
    )
