"""Oscar: two lists of guidelines, medical and pharmacy, each with its number."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class OscarHealth(DocumentList):
    name = "oscar_health"
    payer = Payer("oscar-health", "Oscar Health", "commercial", ("US",))
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Clinical guidelines: pharmacy",
            "https://www.hioscar.com/clinical-guidelines/pharmacy",
            seen=False,
        ),
        payer.source(
            "medical",
            "index",
            "Clinical guidelines: medical",
            "https://www.hioscar.com/clinical-guidelines/medical",
            seen=False,
        ),
    )
