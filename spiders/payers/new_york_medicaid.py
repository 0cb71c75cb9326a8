"""New York Medicaid: the monthly Medicaid Update, one paragraph on the drug among many subjects."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NewYorkMedicaid(DocumentList):
    name = "new_york_medicaid"
    payer = Payer("new-york-medicaid", "New York Medicaid", "medicaid", ("NY",))
    sources = (
        payer.source("update-2022-07", "notice", "Medicaid Update July 2022: Spravato criteria",
                     "https://health.ny.gov/health_care/medicaid/program/update/2022/no08_2022-07.htm"),
        payer.source("update-2022-03", "notice", "Medicaid Update March 2022: billing guidance for Spravato",
                     "https://healthweb-back.health.ny.gov/health_care/medicaid/program/update/2022/no03_2022-03.htm"),
        payer.source("updates", "index", "Medicaid Update, all issues",
                     "https://www.health.ny.gov/health_care/medicaid/program/update/main.htm", seen=False),
        payer.source("administered-drugs", "index", "Practitioner-administered drugs: policies and criteria",
                     "https://healthweb-back.health.ny.gov/health_care/medicaid/program/practitioner_administered/ffs_practitioner_administer.htm"),
        payer.source("update-2025-01", "updates", "Medicaid Update January 2025",
                     "https://healthweb-back.health.ny.gov/health_care/medicaid/program/update/2025/no01_2025-01.htm"),
    )  # fmt: skip
