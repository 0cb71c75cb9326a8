"""LifeWise: a list of drugs that need approval; the criteria are Premera's."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Lifewise(DocumentList):
    name = "lifewise"
    payer = Payer("lifewise", "LifeWise Health Plan of Washington", "commercial", ("WA",), parent="Premera Blue Cross")
    sources = (
        payer.source(
            "drugs-requiring-approval",
            "index",
            "Drugs requiring approval",
            "https://lifewise.com/provider-group/drugs-requiring-approval",
        ),
    )
