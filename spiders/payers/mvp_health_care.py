"""MVP Health Care: a PDF file gives an overview of the medical policies."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MvpHealthCare(DocumentList):
    name = "mvp_health_care"
    payer = Payer("mvp-health-care", "MVP Health Care", "commercial", ("NY", "VT"))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of policies", "https://www.mvphealthcare.com/providers"
        ),
        payer.source(
            "policies-overview",
            "index",
            "Medical policies overview",
            "https://www.mvphealthcare.com/-/media/project/mvp/healthcare/documents/provider/mvp-health-care-medical-policies.pdf",
            seen=False,
        ),
    )
