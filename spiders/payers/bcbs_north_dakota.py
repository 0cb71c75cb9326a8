"""Blue Cross Blue Shield of North Dakota: paths by first letter now; archived its policy on infusions in 2024."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsNorthDakota(DocumentList):
    name = "bcbs_north_dakota"
    payer = Payer("bcbs-north-dakota", "Blue Cross Blue Shield of North Dakota", "commercial", ("ND",))
    sources = (
        payer.source(
            "esketamine",
            "policy",
            "Esketamine (Spravato)",
            "https://www.bcbsnd.com/providers/policies-precertification/medical-policy/e/esketamine-spravato",
            shared_policy="5.01.34",
        ),
        payer.source(
            "intravenous-anesthetics",
            "policy",
            "Intravenous Anesthetics for Off-Label Indications",
            "https://www.bcbsnd.com/providers/policies-precertification/medical-policy/i/intravenous-anesthetics-for-off-label-indications",
        ),
        payer.source(
            "esketamine-older-path",
            "index",
            "Esketamine (Spravato), at the path without a letter",
            "https://www.bcbsnd.com/providers/policies-precertification/medical-policy/esketamine-spravato",
        ),
        payer.source(
            "policies",
            "index",
            "Medical policies",
            "https://www.bcbsnd.com/providers/policies-precertification/medical-policy",
            seen=False,
        ),
    )
