"""Kaiser Permanente Georgia: criteria of utilization management on the members' host."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class KaiserGeorgia(DocumentList):
    name = "kaiser_georgia"
    payer = Payer("kaiser-georgia", "Kaiser Permanente Georgia", "commercial", ("GA",), parent="Kaiser Permanente")
    sources = (
        payer.source(
            "criteria",
            "index",
            "Clinical review criteria",
            "https://healthy.kaiserpermanente.org/georgia/pages/utilization-management",
        ),
    )
