"""Blue Cross & Blue Shield of Rhode Island: a dated line on the provider pages tells of policy updates."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsRhodeIsland(DocumentList):
    name = "bcbs_rhode_island"
    payer = Payer("bcbs-rhode-island", "Blue Cross & Blue Shield of Rhode Island", "commercial", ("RI",))
    sources = (
        payer.source("providers", "index", "Provider home with the policy search", "https://www.bcbsri.com/providers"),
    )
