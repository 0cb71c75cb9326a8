"""FEP Blue: local Blues leave federal employees out of their policies; these rule instead, page by page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class FepBlue(DocumentList):
    name = "fep_blue"
    payer = Payer(
        "fep-blue",
        "FEP Blue (Federal Employee Program)",
        "commercial",
        ("US",),
        parent="Blue Cross Blue Shield Association",
    )
    sources = (
        payer.source(
            "policies-guidelines",
            "index",
            "Policies and guidelines",
            "https://www.fepblue.org/legal/policies-guidelines",
            seen=False,
        ),
        payer.source(
            "medical-policies", "index", "Medical policy search", "https://www.fepblue.org/policies", seen=False
        ),
    )
