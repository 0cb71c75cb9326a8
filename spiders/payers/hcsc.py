"""HCSC: one portal for five Blues; RX501.105 on esketamine carries its effective date in the file name."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Hcsc(DocumentList):
    name = "hcsc"
    payer = Payer("hcsc", "HCSC", "commercial", ("IL", "MT", "NM", "OK", "TX"))
    sources = (
        payer.source(
            "policy-portal",
            "index",
            "Medical policy portal",
            "https://medicalpolicy.hcsc.com/home.html?corpEntCd=HCSC",
            seen=False,
        ),
    )
