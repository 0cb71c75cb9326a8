"""Blue Cross Blue Shield of Wyoming: the policies are one click behind the provider pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsWyoming(DocumentList):
    name = "bcbs_wyoming"
    payer = Payer("bcbs-wyoming", "Blue Cross Blue Shield of Wyoming", "commercial", ("WY",))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of policies", "https://www.bcbswy.com/providers"
        ),
    )
