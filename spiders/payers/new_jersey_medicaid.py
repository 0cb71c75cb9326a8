"""New Jersey Medicaid: no drug list of the state; the review board's papers and the plans' lists decide."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NewJerseyMedicaid(DocumentList):
    name = "new_jersey_medicaid"
    payer = Payer("new-jersey-medicaid", "New Jersey Medicaid", "medicaid", ("NJ",))
    sources = (
        payer.source(
            "review-board",
            "updates",
            "Drug Utilization Review Board",
            "https://www.nj.gov/humanservices/dmahs/boards/durb/",
            seen=False,
        ),
    )
