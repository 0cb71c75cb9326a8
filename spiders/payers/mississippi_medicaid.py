"""Mississippi Medicaid: one universal drug list for the state and its plans."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MississippiMedicaid(DocumentList):
    name = "mississippi_medicaid"
    payer = Payer("mississippi-medicaid", "Mississippi Medicaid", "medicaid", ("MS",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Universal Preferred Drug List",
            "https://medicaid.ms.gov/preferred-drug-list/",
            seen=False,
        ),
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://medicaid.ms.gov/pharmacy/pharmacy-and-therapeutics-committee/",
            seen=False,
        ),
    )
