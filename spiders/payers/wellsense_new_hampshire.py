"""WellSense in New Hampshire: a pharmacy program beside that of Massachusetts."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WellsenseNewHampshire(DocumentList):
    name = "wellsense_new_hampshire"
    payer = Payer("wellsense-new-hampshire", "WellSense Health Plan New Hampshire", "medicaid_managed_care", ("NH",))
    sources = (
        payer.source(
            "pharmacy-programs",
            "index",
            "Pharmacy programs",
            "https://www.wellsense.org/providers/nh/pharmacy/pharmacy-programs",
        ),
    )
