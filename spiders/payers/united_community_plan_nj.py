"""UnitedHealthcare Community Plan of New Jersey: the drug list is a PDF file at an address that stays."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class UnitedCommunityPlanNj(DocumentList):
    name = "united_community_plan_nj"
    payer = Payer(
        "united-community-plan-nj",
        "UnitedHealthcare Community Plan of New Jersey",
        "medicaid_managed_care",
        ("NJ",),
        parent="UnitedHealth Group",
    )
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "NJ FamilyCare Preferred Drug List",
            "https://www.uhcprovider.com/content/dam/provider/docs/public/commplan/nj/pharmacy/NJ-Preferred-Drug-List-Family-Care.pdf",
            seen=False,
        ),
        payer.source(
            "state-policies",
            "index",
            "State policies",
            "https://www.uhcprovider.com/en/health-plans-by-state/new-jersey-health-plans/nj-comm-plan-home/nj-cp-policies/medicaid-community-state-policies-nj.html",
            seen=False,
        ),
    )
