"""West Virginia Medicaid: the known page of the drug list answered 404 in May 2026; a new address is wanted."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WestVirginiaMedicaid(DocumentList):
    name = "west_virginia_medicaid"
    payer = Payer("west-virginia-medicaid", "West Virginia Medicaid", "medicaid", ("WV",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List",
            "https://dhhr.wv.gov/bms/BMS%20Pharmacy/Pages/Preferred-Drug-List.aspx",
            seen=False,
        ),
    )
