"""Arizona Complete Health: Centene's list of clinical policies under its own name."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ArizonaCompleteHealth(DocumentList):
    name = "arizona_complete_health"
    payer = Payer(
        "arizona-complete-health", "Arizona Complete Health", "medicaid_managed_care", ("AZ",), parent="Centene"
    )
    sources = (
        payer.source(
            "clinical-policies",
            "index",
            "Clinical and payment policies",
            "https://azcompletehealth.com/providers/resources/clinical-payment-policies.html",
        ),
    )
