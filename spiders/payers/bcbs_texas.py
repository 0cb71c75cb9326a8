"""Blue Cross and Blue Shield of Texas: medical policies of HCSC, with a page for members."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsTexas(DocumentList):
    name = "bcbs_texas"
    payer = Payer("bcbs-texas", "Blue Cross and Blue Shield of Texas", "commercial", ("TX",), parent="HCSC")
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical policies for members",
            "https://www.bcbstx.com/member/medical-policies",
            seen=False,
        ),
    )
