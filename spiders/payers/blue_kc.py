"""Blue KC: medical and payment policies are one click behind the provider pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BlueKc(DocumentList):
    name = "blue_kc"
    payer = Payer("blue-kc", "Blue KC", "commercial", ("MO", "KS"))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of policies", "https://www.bluekc.com/providers"
        ),
    )
