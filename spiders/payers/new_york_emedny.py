"""eMedNY: the file of reimbursable drugs is renewed every day and is data, not text."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NewYorkEmedny(DocumentList):
    name = "new_york_emedny"
    payer = Payer("new-york-emedny", "New York Medicaid (eMedNY)", "medicaid", ("NY",))
    sources = (
        payer.source(
            "reimbursable-drugs",
            "api",
            "Reimbursable drugs as a CSV file",
            "https://docs.emedny.org/ReimbursableDrugs/MedReimbDrugsFormulary.csv",
            seen=False,
        ),
        payer.source(
            "formulary-file", "index", "Formulary file", "https://www.emedny.org/info/formfile.aspx", seen=False
        ),
    )
