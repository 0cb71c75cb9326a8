"""Utah Medicaid: the drug list with its archive; the review board's page holds coverage criteria."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class UtahMedicaid(DocumentList):
    name = "utah_medicaid"
    payer = Payer("utah-medicaid", "Utah Medicaid", "medicaid", ("UT",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List and archive",
            "https://medicaid.utah.gov/pharmacy-program/preferred-drug-list/",
            seen=False,
        ),
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://medicaid.utah.gov/pharmacy-program/pt-committee/",
            seen=False,
        ),
        payer.source(
            "dur-board",
            "updates",
            "Review board with coverage criteria",
            "https://medicaid.utah.gov/pharmacy-program/drug-utilization-review-board/",
            seen=False,
        ),
    )
