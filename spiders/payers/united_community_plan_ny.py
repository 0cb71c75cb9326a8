"""UnitedHealthcare Community Plan of New York: bulletins on an older host, of 2017 and 2018."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class UnitedCommunityPlanNy(DocumentList):
    name = "united_community_plan_ny"
    payer = Payer(
        "united-community-plan-ny",
        "UnitedHealthcare Community Plan of New York",
        "medicaid_managed_care",
        ("NY",),
        parent="UnitedHealth Group",
    )
    sources = (
        payer.source(
            "bulletins",
            "updates",
            "Provider bulletins",
            "https://www.uhccommunityplan.com/health-professionals/ny/provider-bulletins.html",
        ),
    )
