"""BridgeSpan: a table of medication policies with effective and notice dates; The Bulletin tells of updates."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Bridgespan(DocumentList):
    name = "bridgespan"
    payer = Payer(
        "bridgespan", "BridgeSpan Health", "commercial", ("OR", "WA", "ID", "UT"), parent="Cambia Health Solutions"
    )
    sources = (
        payer.source(
            "policies",
            "index",
            "Policies and guidelines",
            "https://www.bridgespanhealth.com/provider/library/policies-guidelines",
        ),
        payer.source(
            "medication-updates",
            "updates",
            "Medication policy updates",
            "https://www-uat2.bridgespanhealth.com/provider/library/policies-guidelines/medication-policy-updates",
        ),
    )
