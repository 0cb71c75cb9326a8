"""Michigan Medicaid: Prime keeps the single drug list for the state and its plans."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MichiganMedicaid(DocumentList):
    name = "michigan_medicaid"
    payer = Payer("michigan-medicaid", "Michigan Medicaid", "medicaid", ("MI",), delegates=("Prime Therapeutics",))
    sources = (
        payer.source(
            "portal",
            "index",
            "Drug list and committee on Prime's portal",
            "https://mi.primetherapeutics.com/",
            seen=False,
        ),
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy for providers",
            "https://www.michigan.gov/mdhhs/doing-business/providers/providers/billingreimbursement/pharmacy",
            seen=False,
        ),
    )
