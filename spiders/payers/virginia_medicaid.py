"""Virginia Medicaid: bulletins give the day from which new criteria and drug lists hold."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class VirginiaMedicaid(DocumentList):
    name = "virginia_medicaid"
    payer = Payer("virginia-medicaid", "Virginia Medicaid (DMAS)", "medicaid", ("VA",))
    sources = (
        payer.source(
            "dur-2026-07",
            "updates",
            "Updates of the review board and the drug list, July 2026",
            "https://vamedicaid.dmas.virginia.gov/bulletin/virginia-medicaid-drug-utilization-review-board-approved-updates-and-preferred-drug-list",
            seen=False,
        ),
        payer.source(
            "meetings-2025-07",
            "updates",
            "Changes of meetings, July 2025",
            "https://vamedicaid.dmas.virginia.gov/bulletin/drug-utilization-review-dur-meeting-pharmacy-and-therapeutics-pt-meeting-and-prescription",
            seen=False,
        ),
    )
