"""Sentara: the provider pages name clinical guidelines; where drug policies stand is not known yet."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Sentara(DocumentList):
    name = "sentara"
    payer = Payer("sentara", "Sentara Health Plans", "commercial", ("VA",))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the guidelines", "https://www.sentarahealthplans.com/providers"
        ),
    )
