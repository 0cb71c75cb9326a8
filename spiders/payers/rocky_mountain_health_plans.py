"""Rocky Mountain Health Plans: policies on UnitedHealthcare's site under a name of their own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class RockyMountainHealthPlans(DocumentList):
    name = "rocky_mountain_health_plans"
    payer = Payer(
        "rocky-mountain-health-plans", "Rocky Mountain Health Plans", "commercial", ("CO",), parent="UnitedHealth Group"
    )
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical policies",
            "https://www.uhcprovider.com/en/policies-protocols/exchange-policies/rmhp-medical-policies.html",
            seen=False,
        ),
    )
