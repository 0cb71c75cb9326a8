"""Nevada Medicaid: the Silver State Scripts Board decides the drug list in open meetings."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NevadaMedicaid(DocumentList):
    name = "nevada_medicaid"
    payer = Payer("nevada-medicaid", "Nevada Medicaid", "medicaid", ("NV",))
    sources = (
        payer.source(
            "scripts-board",
            "updates",
            "Silver State Scripts Board",
            "https://dhcfp.nv.gov/boards/cpt/p_tmain/",
            seen=False,
        ),
    )
