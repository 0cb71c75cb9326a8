"""Providence Health Plan: medical, payment and pharmacy policies on one page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ProvidenceHealthPlan(DocumentList):
    name = "providence_health_plan"
    payer = Payer("providence-health-plan", "Providence Health Plan", "commercial", ("OR",))
    sources = (
        payer.source(
            "policies",
            "index",
            "Medical, reimbursement and pharmacy policies",
            "https://www.providencehealthplan.com/providers/medical-policy-rx-pharmacy-and-provider-information",
        ),
    )
