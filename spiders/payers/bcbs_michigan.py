"""Blue Cross Blue Shield of Michigan: news pages with a number, whose year stands only in the text."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsMichigan(DocumentList):
    name = "bcbs_michigan"
    payer = Payer("bcbs-michigan", "Blue Cross Blue Shield of Michigan and BCN", "commercial", ("MI",))
    sources = (
        payer.source(
            "spravato-authorization",
            "notice",
            "Spravato added to the prior authorization program",
            "https://ereferrals.bcbsm.com/home/news/home-news-68.shtml",
        ),
        payer.source("e-referral", "index", "e-referral news", "https://ereferrals.bcbsm.com", seen=False),
    )
