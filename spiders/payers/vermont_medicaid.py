"""Vermont Medicaid: the review board decides list and criteria; its page has refused automated readers."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class VermontMedicaid(DocumentList):
    name = "vermont_medicaid"
    payer = Payer("vermont-medicaid", "Vermont Medicaid (DVHA)", "medicaid", ("VT",))
    sources = (
        payer.source(
            "review-board",
            "updates",
            "Drug Utilization Review Board",
            "https://dvha.vermont.gov/advisory-boards/drug-utilization-review-board",
            seen=False,
        ),
    )
