"""Anthem in Georgia: its notices list other documents than those of other states in the same month."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AnthemGeorgia(DocumentList):
    name = "anthem_georgia"
    payer = Payer(
        "anthem-georgia",
        "Anthem Blue Cross and Blue Shield (Georgia)",
        "commercial",
        ("GA",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "criteria-2024-02",
            "updates",
            "Clinical criteria updates for specialty pharmacy, February 2024",
            "https://providernews.anthem.com/georgia/articles/anthem-clinical-criteria-updates-for-specialty-pharmacy-1765-17657",
        ),
        payer.source(
            "criteria-2024-11",
            "updates",
            "Clinical criteria updates for specialty pharmacy, November 2024",
            "https://providernews.anthem.com/georgia/articles/clinical-criteria-updates-for-specialty-pharmacy-are-availab-22501",
        ),
        payer.source(
            "criteria-2020-02",
            "updates",
            "Clinical criteria updates for specialty pharmacy, February 2020",
            "https://providernews.anthem.com/georgia/articles/anthem-clinical-criteria-updates-for-specialty-pharmacy-are-available-4100",
        ),
    )
