"""ConnectiCare: medical policies of its own; pharmacy criteria are shared with EmblemHealth."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Connecticare(DocumentList):
    name = "connecticare"
    payer = Payer("connecticare", "ConnectiCare", "commercial", ("CT",))
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical policies",
            "https://www.connecticare.com/providers/our-policies/medical",
            seen=False,
        ),
    )
