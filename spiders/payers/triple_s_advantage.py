"""Triple-S Advantage: a table of policies with last and next review."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TripleSAdvantage(DocumentList):
    name = "triple_s_advantage"
    payer = Payer(
        "triple-s-advantage", "Triple-S Salud (Medicare Advantage)", "medicare_advantage", ("PR",), parent="GuideWell"
    )
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical policies",
            "https://salud.grupotriples.com/en/medical-policies/?k=Medicare+Advantage",
        ),
    )
