"""Dean Health Plan: a page of Dean Advantage explains which drugs are managed and how."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class DeanHealthPlan(DocumentList):
    name = "dean_health_plan"
    payer = Payer("dean-health-plan", "Dean Health Plan", "medicare_advantage", ("WI",))
    sources = (
        payer.source(
            "utilization-management",
            "index",
            "Dean Advantage: utilization management for drugs",
            "https://www.deancare.com/Medicare/Medicare-Member-Center/dean-advantage-member-center/Pharmacy-Benefits/Utilization-Management-for-Prescription-Drugs",
        ),
    )
