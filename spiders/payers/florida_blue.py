"""Florida Blue: an application serves one document for each `mcgId`, behind a page of terms."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class FloridaBlue(DocumentList):
    name = "florida_blue"
    payer = Payer("florida-blue", "Florida Blue", "commercial", ("FL",), parent="GuideWell")
    sources = (
        payer.source(
            "entry",
            "index",
            "Entry to the medical coverage guidelines",
            "https://www.floridablue.com/disclaimer/medical-policies",
        ),
        payer.source("guidelines", "index", "Medical coverage guidelines", "https://mcgs.bcbsfl.com", seen=False),
    )
