"""Community Health Plan of Washington: a yearly table of the state's policy numbers and what became of them."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CommunityHealthPlanWashington(DocumentList):
    name = "community_health_plan_washington"
    payer = Payer(
        "community-health-plan-washington", "Community Health Plan of Washington", "medicaid_managed_care", ("WA",)
    )
    sources = (
        payer.source(
            "changes-2023",
            "updates",
            "Formulary changes of 2023",
            "https://www.chpw.org/bulletin-board/2023-formulary-changes/",
        ),
        payer.source(
            "changes-2025",
            "updates",
            "Formulary changes from January 2025",
            "https://www.chpw.org/bulletin-board/formulary-changes/",
        ),
    )
