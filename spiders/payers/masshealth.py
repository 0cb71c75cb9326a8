"""MassHealth (Massachusetts Medicaid): table 17 of the drug list, antidepressants."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class Masshealth(DocumentList):
    name = "masshealth"
    payer = Payer("masshealth", "MassHealth", "medicaid", ("MA",))
    sources = (
        Source(
            "masshealth/table-17",
            payer.payer,
            "Antidepressants",
            "https://mhdl.pharmacy.services.conduent.com/MHDL/pubtheradetail.do?id=31&drugId=1744",
            line_of_business="medicaid",
            kind="drug_list",
        ),
    )
