"""AmeriHealth: only the menu of the provider pages is known; the policies are one click on."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Amerihealth(DocumentList):
    name = "amerihealth"
    payer = Payer("amerihealth", "AmeriHealth", "commercial", ("NJ", "PA"), parent="Independence Health Group")
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of policies", "https://www.amerihealth.com/providers"
        ),
    )
