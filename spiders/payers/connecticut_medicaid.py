"""Connecticut Medicaid: the portal's tab on pharmacy leads to drug list and committee."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ConnecticutMedicaid(DocumentList):
    name = "connecticut_medicaid"
    payer = Payer("connecticut-medicaid", "Connecticut Medicaid", "medicaid", ("CT",))
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy information",
            "https://www.ctdssmap.com/CTPortal/?tabname=Pharmacy+Information",
            seen=False,
        ),
    )
