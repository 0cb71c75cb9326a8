"""Carelon reviews drugs for Anthem and others; its guidelines bind where a plan delegates to it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Carelon(DocumentList):
    name = "carelon"
    payer = Payer("carelon", "Carelon", "commercial", ("US",), parent="Elevance Health")
    sources = (
        payer.source(
            "guidelines", "index", "Provider guidelines", "https://www.carelon.com/providers/guidelines", seen=False
        ),
    )
