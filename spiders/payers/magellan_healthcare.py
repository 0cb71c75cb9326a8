"""Magellan Healthcare: a newsletter, not a policy: it tells how claims for either drug are looked at."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MagellanHealthcare(DocumentList):
    name = "magellan_healthcare"
    payer = Payer("magellan-healthcare", "Magellan Healthcare", "commercial", ("US",))
    sources = (
        payer.source(
            "focus-2024",
            "notice",
            "Spravato vs. Ketamine: Are they covered?",
            "https://www.magellanproviderfocus.com/issues/spring-2024/features/spravato-vs-ketamine-are-they-covered.aspx",
        ),
    )
