"""Blue Cross and Blue Shield of Nebraska: a search application; a policy has its id and version in the path."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsNebraska(DocumentList):
    name = "bcbs_nebraska"
    payer = Payer("bcbs-nebraska", "Blue Cross and Blue Shield of Nebraska", "commercial", ("NE",))
    sources = (
        payer.source("search", "index", "Medical policy search", "https://medicalpolicy.nebraskablue.com/", seen=False),
    )
