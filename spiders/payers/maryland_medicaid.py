"""Maryland Medicaid: drug list and committee have a page each; paths differ in their capitals."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MarylandMedicaid(DocumentList):
    name = "maryland_medicaid"
    payer = Payer("maryland-medicaid", "Maryland Medicaid", "medicaid", ("MD",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List",
            "https://health.maryland.gov/mmcp/pap/pages/Preferred-Drug-List.aspx",
            seen=False,
        ),
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://health.maryland.gov/mmcp/pap/Pages/pharmacy-and-therapeutics-committee.aspx",
            seen=False,
        ),
    )
