"""Blue Cross and Blue Shield of Vermont: the list shows policies of today and of a day to come side by side."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsVermont(DocumentList):
    name = "bcbs_vermont"
    payer = Payer("bcbs-vermont", "Blue Cross and Blue Shield of Vermont", "commercial", ("VT",))
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Vermont medical policies",
            "https://www.bcbsvt.com/provider/policies/vermont-medical-policies",
        ),
    )
