"""Health Partners Plans: policy bulletins whose number ends in a letter for the version."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HealthPartnersPlans(DocumentList):
    name = "health_partners_plans"
    payer = Payer(
        "health-partners-plans",
        "Health Partners Plans (Jefferson)",
        "medicaid_managed_care",
        ("PA",),
        parent="Jefferson Health",
    )
    sources = (
        payer.source(
            "policy-bulletins",
            "index",
            "Policy bulletin library",
            "https://www.healthpartnersplans.com/providers/resources/policy-bulletins",
        ),
    )
