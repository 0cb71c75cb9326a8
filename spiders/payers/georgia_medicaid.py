"""Georgia Medicaid: the review board's recommendations come as a download for each quarter."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class GeorgiaMedicaid(DocumentList):
    name = "georgia_medicaid"
    payer = Payer("georgia-medicaid", "Georgia Medicaid", "medicaid", ("GA",))
    sources = (
        payer.source(
            "preferred-drug-lists",
            "index",
            "Preferred Drug Lists",
            "https://dch.georgia.gov/providers/provider-types/pharmacy/preferred-drug-lists",
            seen=False,
        ),
        payer.source(
            "durb-2025-07",
            "updates",
            "Recommendations of the review board, July 2025",
            "https://dch.georgia.gov/document/document/july-2025-durbrecommendations/download",
            seen=False,
        ),
    )
