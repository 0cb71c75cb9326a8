"""Texas Children's Health Plan: alerts repeat the state's criteria, sometimes after their effective date."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TexasChildrens(DocumentList):
    name = "texas_childrens"
    payer = Payer("texas-childrens", "Texas Children's Health Plan", "medicaid_managed_care", ("TX",))
    sources = (
        payer.source(
            "alert-2025-05",
            "notice",
            "Prior Authorization Updates for Esketamine (Spravato) Effective May 1, 2025",
            "https://www.texaschildrenshealthplan.org/news/provider-alert/prior-authorization-updates-esketamine-spravato-effective-may-1-2025-texas",
        ),
        payer.source(
            "alert-2020-11",
            "notice",
            "Benefit reminder and Prior Authorization Update for Spravato",
            "http://www.thecheckup.org/2020/11/30/provider-alert-benefit-reminder-and-prior-authorization-update-for-spravato/",
        ),
        payer.source("news", "index", "Provider news", "https://www.texaschildrenshealthplan.org/news", seen=False),
    )
