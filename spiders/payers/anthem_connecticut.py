"""Anthem in Connecticut: monthly news of specialty pharmacy, each an article with a number of its own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AnthemConnecticut(DocumentList):
    name = "anthem_connecticut"
    payer = Payer(
        "anthem-connecticut",
        "Anthem Blue Cross and Blue Shield (Connecticut)",
        "commercial",
        ("CT",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "specialty-2022-06",
            "updates",
            "Specialty pharmacy updates, June 2022",
            "https://providernews.anthem.com/connecticut/article/specialty-pharmacy-updates-june-2022-7",
        ),
    )
