"""Rhode Island Medicaid: drug list and minutes of the committee since 2006 on one page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class RhodeIslandMedicaid(DocumentList):
    name = "rhode_island_medicaid"
    payer = Payer("rhode-island-medicaid", "Rhode Island Medicaid", "medicaid", ("RI",))
    sources = (
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://eohhs.ri.gov/providers-partners/provider-directories/pharmacy/pharmacy-therapeutics-committee",
            seen=False,
        ),
    )
