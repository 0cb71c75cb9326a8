"""Anthem in Virginia with HealthKeepers: updates of clinical criteria as dated articles."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AnthemVirginia(DocumentList):
    name = "anthem_virginia"
    payer = Payer(
        "anthem-virginia",
        "Anthem Blue Cross and Blue Shield (Virginia)",
        "commercial",
        ("VA",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "criteria-2025-05",
            "updates",
            "Clinical criteria updates for specialty pharmacy, May 2025",
            "https://providernews.anthem.com/virginia/articles/clinical-criteria-updates-for-specialty-pharmacy-are-availab-24903",
        ),
        payer.source(
            "criteria-2023-05",
            "updates",
            "Clinical criteria updates for specialty pharmacy, May 2023",
            "https://providernews.anthem.com/virginia/articles/clinical-criteria-updates-for-specialty-pharmacy-are-available-26-13144",
        ),
    )
