"""Blue Cross and Blue Shield of Kansas: the policies are one click behind the provider pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsKansas(DocumentList):
    name = "bcbs_kansas"
    payer = Payer("bcbs-kansas", "Blue Cross and Blue Shield of Kansas", "commercial", ("KS",))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of policies", "https://www.bcbsks.com/providers"
        ),
    )
