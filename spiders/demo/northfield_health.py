"""Northfield Health Plan (fictional). Policies as HTML pages."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class NorthfieldHealth(DocumentList):
    name = "northfield_health"
    payer = Payer("northfield-health", "Northfield Health Plan", "commercial", ("OH", "MI"))
    sources = (
        Source(
            "northfield-health/mp-210",
            payer.payer,
            "Esketamine Nasal Spray (Spravato)",
            "https://policies.northfield-health.example/medical/mp-210-esketamine.html",
            line_of_business="commercial",
        ),
        Source(
            "northfield-health/mp-377",
            payer.payer,
            "Ketamine Infusion Therapy",
            "https://policies.northfield-health.example/medical/mp-377-ketamine.html",
            line_of_business="commercial",
        ),
    )
