"""Aetna clinical policy bulletin 0938; its path is stable and carries no version."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class Aetna(DocumentList):
    name = "aetna"
    payer = Payer("aetna", "Aetna", "commercial", ("US",))
    sources = (
        Source(
            "aetna/cpb-0938",
            payer.payer,
            "Ketamine for the Treatment of Depression and Other Psychiatric Disorders",
            "http://www.aetna.com/cpb/medical/data/900_999/0938.html",
            line_of_business="commercial",
        ),
    )
