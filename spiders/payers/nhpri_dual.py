"""Neighborhood of Rhode Island, dual plan: the list of covered drugs is renewed each year at a new path."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NhpriDual(DocumentList):
    name = "nhpri_dual"
    payer = Payer(
        "nhpri-dual", "Neighborhood Health Plan of Rhode Island (Dual CONNECT)", "medicare_advantage", ("RI",)
    )
    sources = (
        payer.source(
            "pharmacy-2026",
            "index",
            "Pharmacy benefits of 2026",
            "https://www.nhpri.org/km/dualconnect/pharmacy-benefits-2026",
        ),
    )
