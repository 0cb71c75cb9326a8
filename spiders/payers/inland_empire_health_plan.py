"""Inland Empire Health Plan: treatment criteria drug by drug."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class InlandEmpireHealthPlan(DocumentList):
    name = "inland_empire_health_plan"
    payer = Payer("inland-empire-health-plan", "Inland Empire Health Plan (IEHP)", "medicaid_managed_care", ("CA",))
    sources = (
        payer.source(
            "treatment-criteria",
            "index",
            "Drug treatment criteria",
            "https://ww3.iehp.org/en/providers/pharmaceutical-services/clinical-information/pa-drug-treatment-criteria/",
        ),
    )
