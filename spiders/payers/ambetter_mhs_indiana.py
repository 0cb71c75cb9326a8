"""Ambetter in Indiana: an alphabetical list of PDF files under Centene's CP.* numbers."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AmbetterMhsIndiana(DocumentList):
    name = "ambetter_mhs_indiana"
    payer = Payer("ambetter-mhs-indiana", "Ambetter from MHS Indiana", "commercial", ("IN",), parent="Centene")
    sources = (
        payer.source(
            "clinical-policies",
            "index",
            "Clinical and payment policies",
            "https://ambetter-es.mhsindiana.com/provider-resources/clinical-payment-policies.html",
        ),
    )
