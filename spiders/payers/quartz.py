"""Quartz: a page for members lists drugs with their forms, still at an older path."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Quartz(DocumentList):
    name = "quartz"
    payer = Payer("quartz", "Quartz", "commercial", ("WI",))
    sources = (
        payer.source(
            "authorization",
            "index",
            "Medication prior authorization",
            "https://quartzbenefits.com/members/members-health-insurance-services-wisconsin/gundersen-health-plan-members/ghp-members---pharmacy/medication-prior-authorization",
        ),
    )
