"""South Carolina Medicaid: a single drug list for the state and its plans was announced."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class SouthCarolinaMedicaid(DocumentList):
    name = "south_carolina_medicaid"
    payer = Payer(
        "south-carolina-medicaid", "South Carolina Medicaid", "medicaid", ("SC",), delegates=("Prime Therapeutics",)
    )
    sources = (
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://southcarolina.fhsc.com/providers/ptcommittee.asp",
            seen=False,
        ),
        payer.source(
            "single-drug-list",
            "updates",
            "Implementation of the single drug list",
            "https://www.scdhhs.gov/communications/implementation-single-preferred-drug-list",
            seen=False,
        ),
    )
