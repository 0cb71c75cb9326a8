"""New Hampshire Medicaid: Prime's portal; each edition of the drug list has an address of its own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NewHampshireMedicaid(DocumentList):
    name = "new_hampshire_medicaid"
    payer = Payer(
        "new-hampshire-medicaid", "New Hampshire Medicaid", "medicaid", ("NH",), delegates=("Prime Therapeutics",)
    )
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "Preferred Drug List",
            "https://nh.primetherapeutics.com/documents/51139/51636/Preferred%20Drug%20List%20-%207.14.2025/91c61a5a-350c-a884-33f0-5c390327898c",
            seen=False,
        ),
        payer.source(
            "portal",
            "index",
            "Drug list, criteria and review on Prime's portal",
            "https://nh.primetherapeutics.com/",
            seen=False,
        ),
    )
