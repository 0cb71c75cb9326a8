"""Arizona Medicaid: drug lists, criteria and minutes of the committee are links of one page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ArizonaMedicaid(DocumentList):
    name = "arizona_medicaid"
    payer = Payer("arizona-medicaid", "Arizona Medicaid (AHCCCS)", "medicaid", ("AZ",))
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy: drug lists, criteria, minutes",
            "https://azahcccs.gov/Members/Pharmacy/",
            seen=False,
        ),
    )
