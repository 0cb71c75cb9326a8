"""South Dakota Medicaid: the committee's meetings stand on the state's site of boards."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class SouthDakotaMedicaid(DocumentList):
    name = "south_dakota_medicaid"
    payer = Payer("south-dakota-medicaid", "South Dakota Medicaid", "medicaid", ("SD",))
    sources = (
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee meetings",
            "https://boardsandcommissions.sd.gov/Meetings.aspx?BoardID=204",
            seen=False,
        ),
    )
