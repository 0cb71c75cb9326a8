"""North Dakota Medicaid: Acentra keeps drug list and criteria in one document."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NorthDakotaMedicaid(DocumentList):
    name = "north_dakota_medicaid"
    payer = Payer("north-dakota-medicaid", "North Dakota Medicaid", "medicaid", ("ND",), delegates=("Acentra",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List",
            "https://ndmedicaid.acentra.com/preferred-drug-list-pdl/",
            seen=False,
        ),
        payer.source("dur-board", "updates", "Review board", "https://ndmedicaid.acentra.com/dur-board/", seen=False),
    )
