"""Healthy Blue South Carolina: quarterly postings mark criteria as new or revised."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HealthyBlueSouthCarolina(DocumentList):
    name = "healthy_blue_south_carolina"
    payer = Payer(
        "healthy-blue-south-carolina",
        "Healthy Blue South Carolina",
        "medicaid_managed_care",
        ("SC",),
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "criteria-2019-q1",
            "updates",
            "Clinical criteria web posting, first quarter of 2019",
            "https://www.healthybluesc.com/providers/news/article/clinical-criteria-web-posting-q1-2019",
        ),
    )
