"""Point32Health: tables of guideline, plan and effective date; a numbered path is used again."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Point32health(DocumentList):
    name = "point32health"
    payer = Payer("point32health", "Point32Health", "commercial", ("MA", "ME", "NH", "RI"))
    sources = (
        payer.source(
            "updates-2024-12",
            "updates",
            "Medical drug program updates of December 2024",
            "https://point32health.org/provider/news/point32health-medical-drug-program-updates-2",
        ),
        payer.source(
            "updates-2025-10",
            "updates",
            "Medical necessity guideline updates of October 2025",
            "https://www.point32health.org/provider/point32health-medical-necessity-guideline-updates-102025",
        ),
    )
