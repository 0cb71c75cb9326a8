"""New York Medicaid: the monthly Medicaid Update, one paragraph on the drug among many subjects."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class NewYorkMedicaid(DocumentList):
    name = "new_york_medicaid"
    payer = Payer("new-york-medicaid", "New York Medicaid", "medicaid", ("NY",))
    sources = (
        Source(
            "new-york-medicaid/update-2022-07",
            payer.payer,
            "Medicaid Update July 2022: Spravato criteria",
            "https://health.ny.gov/health_care/medicaid/program/update/2022/no08_2022-07.htm",
            line_of_business="medicaid",
            kind="notice",
        ),
        Source(
            "new-york-medicaid/update-2022-03",
            payer.payer,
            "Medicaid Update March 2022: billing guidance for Spravato",
            "https://healthweb-back.health.ny.gov/health_care/medicaid/program/update/2022/no03_2022-03.htm",
            line_of_business="medicaid",
            kind="notice",
        ),
    )
