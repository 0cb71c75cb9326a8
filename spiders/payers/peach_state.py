"""Peach State Health Plan: Centene's list of clinical policies under its own name."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class PeachState(DocumentList):
    name = "peach_state"
    payer = Payer("peach-state", "Peach State Health Plan", "medicaid_managed_care", ("GA",), parent="Centene")
    sources = (
        payer.source(
            "clinical-policies",
            "index",
            "Clinical and payment policies",
            "https://www.pshpgeorgia.com/providers/resources/clinical-payment-policies.html",
        ),
    )
