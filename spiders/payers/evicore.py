"""eviCore reviews drugs for health plans: its director decides or hands the case back to the plan."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Evicore(DocumentList):
    name = "evicore"
    payer = Payer("evicore", "eviCore (Evernorth)", "commercial", ("US",), parent="The Cigna Group")
    sources = (
        payer.source(
            "guidelines", "index", "Clinical guidelines", "https://www.evicore.com/provider/clinical-guidelines"
        ),
        payer.source(
            "drug-management",
            "index",
            "Medical drug management: how cases are decided",
            "https://www.evicore.com/faqs/health-plans/our-solutions/medical-drug-management",
        ),
    )
