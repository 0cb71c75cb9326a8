"""Wellpoint Iowa: the news announces a guideline, the criteria are a PDF file attached to it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WellpointIowa(DocumentList):
    name = "wellpoint_iowa"
    payer = Payer(
        "wellpoint-iowa",
        "Wellpoint Iowa",
        "medicaid_managed_care",
        ("IA",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "pam-021",
            "notice",
            "UM Clinical Guidelines - Spravato (esketamine nasal spray)",
            "https://providernews.wellpoint.com/ia/articles/um-clinical-guidelines-spravato-esketamine-nasal-spray-pam-0-24255",
        ),
        payer.source("news", "index", "Provider news", "https://providernews.wellpoint.com/ia", seen=False),
    )
