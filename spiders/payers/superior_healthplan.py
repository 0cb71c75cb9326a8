"""Superior HealthPlan: Texas decides the clinical criteria, each plan lists those it applies."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class SuperiorHealthplan(DocumentList):
    name = "superior_healthplan"
    payer = Payer("superior-healthplan", "Superior HealthPlan", "medicaid_managed_care", ("TX",), parent="Centene")
    sources = (
        payer.source(
            "clinical-authorization",
            "index",
            "Clinical prior authorization",
            "https://www.superiorhealthplan.com/providers/resources/pharmacy/clinical-prior-authorization.html",
        ),
    )
