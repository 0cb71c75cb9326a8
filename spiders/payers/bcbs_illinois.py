"""Blue Cross and Blue Shield of Illinois: its medical policies are those of HCSC, five states in one text."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsIllinois(DocumentList):
    name = "bcbs_illinois"
    payer = Payer("bcbs-illinois", "Blue Cross and Blue Shield of Illinois", "commercial", ("IL",), parent="HCSC")
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Clinical resources: medical policies",
            "https://www.bcbsil.com/provider/clinical-resources/medical-policies",
            seen=False,
        ),
    )
