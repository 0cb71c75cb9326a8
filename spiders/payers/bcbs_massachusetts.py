"""Blue Cross Blue Shield of Massachusetts: a portal that hangs a coded session on the address."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsMassachusetts(DocumentList):
    name = "bcbs_massachusetts"
    payer = Payer("bcbs-massachusetts", "Blue Cross Blue Shield of Massachusetts", "commercial", ("MA",))
    sources = (
        payer.source(
            "087",
            "policy",
            "How to request and bill for ketamine and esketamine",
            "https://provider.bluecrossma.com/ProviderHome/portal/home/news/news/claims-coding-payment/all%20networks/how%20to%20request%20and%20bill%20for%20ketamine%20and%20esketamine/",
        ),
        payer.source(
            "news",
            "index",
            "Provider news",
            "https://provider.bluecrossma.com/ProviderHome/portal/home/news",
            seen=False,
        ),
        payer.source(
            "medical-policies",
            "index",
            "Search menu of medical policies and medications",
            "https://www.bluecrossma.com/providers/medical-policies",
        ),
    )
