"""EmblemHealth: a table of titles and PDF files, also for ConnectiCare."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Emblemhealth(DocumentList):
    name = "emblemhealth"
    payer = Payer("emblemhealth", "EmblemHealth", "commercial", ("NY",))
    sources = (
        payer.source(
            "pharmacy-criteria",
            "index",
            "Pharmacy policy criteria",
            "https://www.emblemhealth.com/providers/clinical-corner/pharmacy/pharmacy-policy-criteria",
        ),
        payer.source(
            "provider-manual",
            "index",
            "Provider manual: pharmacy services",
            "https://www.emblemhealth.com/providers/manual/pharmacy-services",
        ),
    )
