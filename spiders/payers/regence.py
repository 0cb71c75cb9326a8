"""Regence: medication policies carry a `dru` number beside the medical ones."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Regence(DocumentList):
    name = "regence"
    payer = Payer(
        "regence",
        "Regence BlueCross BlueShield",
        "commercial",
        ("OR", "WA", "ID", "UT"),
        parent="Cambia Health Solutions",
    )
    sources = (
        payer.source(
            "policies",
            "index",
            "Medical policies",
            "https://www.regence.com/provider/library/policies-guidelines/medical-policy",
            seen=False,
        ),
    )
