"""Louisiana Blue: separate lists of policies for commercial plans and Medicare Advantage."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class LouisianaBlue(DocumentList):
    name = "louisiana_blue"
    payer = Payer("louisiana-blue", "Louisiana Blue", "commercial", ("LA",))
    sources = (
        payer.source(
            "medical-policies", "index", "Medical policies", "https://www.lablue.com/medicalpolicies", seen=False
        ),
        payer.source(
            "providers",
            "index",
            "Provider pages: commercial and Medicare Advantage policies",
            "https://lablue.com/providers",
        ),
    )
