"""Alabama Medicaid: numbered alerts announce the quarterly changes of the preferred drug list."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AlabamaMedicaid(DocumentList):
    name = "alabama_medicaid"
    payer = Payer("alabama-medicaid", "Alabama Medicaid", "medicaid", ("AL",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List",
            "https://medicaid.alabama.gov/content/4.0_programs/4.3_Pharmacy-DME/4.3.7_Preferred_Drug_List.aspx",
            seen=False,
        ),
        payer.source(
            "pt-meetings",
            "updates",
            "P&T Committee meetings",
            "https://medicaid.alabama.gov/content/4.0_Programs/4.3_Pharmacy-DME/4.3.6_PandT_Committee/4.3.6.1_PnT_Meetings.aspx",
            seen=False,
        ),
        payer.source(
            "alert-16674",
            "updates",
            "Alert 16674: preferred drug list, update of January 1",
            "https://medicaid.alabama.gov/alert_detail.aspx?ID=16674",
        ),
    )
