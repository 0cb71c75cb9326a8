"""Independent Health: its page on drug review leaves self-funded groups out in so many words."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class IndependentHealth(DocumentList):
    name = "independent_health"
    payer = Payer("independent-health", "Independent Health", "commercial", ("NY",), delegates=("Magellan Rx",))
    sources = (
        payer.source(
            "drug-review",
            "index",
            "Medical drug review by Magellan Rx",
            "https://www.independenthealth.com/Provider/Programs/MagellanRx",
        ),
    )
