"""WellSense in Massachusetts: guidelines and request forms of the pharmacy program."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Wellsense(DocumentList):
    name = "wellsense"
    payer = Payer("wellsense", "WellSense Health Plan", "medicaid_managed_care", ("MA",))
    sources = (
        payer.source(
            "pharmacy-programs",
            "index",
            "Pharmacy programs",
            "https://www.wellsense.org/providers/ma/pharmacy/pharmacy-programs",
        ),
    )
