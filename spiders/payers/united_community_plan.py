"""UnitedHealthcare Community Plan: drug policies by state, the state's prefix in the number (`CSLA…`)."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class UnitedCommunityPlan(DocumentList):
    name = "united_community_plan"
    payer = Payer(
        "united-community-plan",
        "UnitedHealthcare Community Plan",
        "medicaid_managed_care",
        ("US",),
        parent="UnitedHealth Group",
    )
    sources = (
        payer.source(
            "state-policies",
            "index",
            "Medical and drug policies by state",
            "https://www.uhcprovider.com/en/policies-protocols/comm-plan-medicaid-policies/medicaid-community-state-policies.html",
            seen=False,
        ),
    )
