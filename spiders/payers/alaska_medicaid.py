"""Alaska Medicaid: the preferred drug list stands beside the material of the meeting that decides it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AlaskaMedicaid(DocumentList):
    name = "alaska_medicaid"
    payer = Payer("alaska-medicaid", "Alaska Medicaid", "medicaid", ("AK",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List and meeting materials",
            "https://health.alaska.gov/en/education/pdl-preferred-drug-list/",
            seen=False,
        ),
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://health.alaska.gov/en/division-of-health-care-services/medicaid-pharmacy-and-therapeutics/",
            seen=False,
        ),
    )
