"""Blue Cross Blue Shield of North Dakota: the medical policy on esketamine."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class BcbsNorthDakota(DocumentList):
    name = "bcbs_north_dakota"
    payer = Payer("bcbs-north-dakota", "Blue Cross Blue Shield of North Dakota", "commercial", ("ND",))
    sources = (
        Source(
            "bcbs-north-dakota/esketamine",
            payer.payer,
            "Esketamine (Spravato)",
            "https://www.bcbsnd.com/providers/policies-precertification/medical-policy/e/esketamine-spravato",
            line_of_business="commercial",
        ),
    )
