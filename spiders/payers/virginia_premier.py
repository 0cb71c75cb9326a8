"""Virginia Premier: the plan went into Sentara; its page of the drug list may outlive it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class VirginiaPremier(DocumentList):
    name = "virginia_premier"
    payer = Payer(
        "virginia-premier", "Virginia Premier", "medicaid_managed_care", ("VA",), parent="Sentara Health Plans"
    )
    sources = (
        payer.source(
            "drug-list",
            "index",
            "Medicaid pharmacy benefits and drug list",
            "https://www.virginiapremier.com/members/medicaid/pharmacy/",
        ),
    )
