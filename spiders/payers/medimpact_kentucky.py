"""MedImpact keeps the pharmacy of Kentucky's Medicaid plans: one manager for all of them."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MedimpactKentucky(DocumentList):
    name = "medimpact_kentucky"
    payer = Payer("medimpact-kentucky", "MedImpact (Kentucky Medicaid)", "pbm", ("KY",))
    sources = (
        payer.source(
            "portal",
            "index",
            "Kentucky Medicaid portal",
            "https://kyportal.medimpact.com/medicaid-manufacturer-portal/medicaid-manufacturer-portal-home",
            seen=False,
        ),
    )
