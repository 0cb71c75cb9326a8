"""New Mexico Medicaid: public notices call the quarterly meeting that changes the drug list."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NewMexicoMedicaid(DocumentList):
    name = "new_mexico_medicaid"
    payer = Payer("new-mexico-medicaid", "New Mexico Medicaid", "medicaid", ("NM",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List",
            "https://www.hca.nm.gov/preferred-drug-list/",
            seen=False,
        ),
        payer.source(
            "meeting-2026-01",
            "updates",
            "Notice of the quarterly meeting, January 2026",
            "https://www.hca.nm.gov/2026/01/09/public-notice-pharmacy-therapeutics-and-drug-utilization-review-committee-quarterly-meeting/",
            seen=False,
        ),
    )
