"""Illinois Medicaid: the drug list is a spreadsheet whose name carries the date."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class IllinoisMedicaid(DocumentList):
    name = "illinois_medicaid"
    payer = Payer("illinois-medicaid", "Illinois Medicaid (HFS)", "medicaid", ("IL",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List",
            "https://hfs.illinois.gov/medicalproviders/pharmacy/preferred.html",
            seen=False,
        ),
        payer.source(
            "pdl-2025-10",
            "drug_list",
            "Preferred Drug List of October 2025 as a spreadsheet",
            "https://hfs.illinois.gov/content/dam/soi/en/web/hfs/sitecollectiondocuments/pdl10012025.xlsx",
            seen=False,
        ),
        payer.source(
            "advisory-board",
            "updates",
            "Drugs and Therapeutics Advisory Board",
            "https://hfs.illinois.gov/medicalproviders/pharmacy/committeeondrugsandtherapeutics.html",
            seen=False,
        ),
    )
