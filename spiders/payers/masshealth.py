"""MassHealth: table 17 of the drug list, antidepressants; two hosts serve the same tables."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Masshealth(DocumentList):
    name = "masshealth"
    payer = Payer("masshealth", "MassHealth", "medicaid", ("MA",), delegates=("Conduent",))
    sources = (
        payer.source("table-17", "drug_list", "Antidepressants",
                     "https://mhdl.pharmacy.services.conduent.com/MHDL/pubtheradetail.do?id=31&drugId=1744"),
        payer.source("table-17-older-host", "index", "Table 17 on the older host",
                     "https://masshealthdruglist.ehs.state.ma.us/MHDL/pubtheradetail.do?id=93&drugId=1485"),
        payer.source("drug-list-older-host", "index", "MassHealth Drug List on the older host",
                     "https://masshealthdruglist.ehs.state.ma.us/MHDL/", seen=False),
        payer.source("drug-list", "index", "Introduction to the MassHealth Drug List",
                     "https://mhdl.pharmacy.services.conduent.com/MHDL/pubintro.do?category=Introduction+to+MassHealth+Drug+List"),
        payer.source("pharmacy-program", "index", "MassHealth Pharmacy Program",
                     "https://www.mass.gov/masshealth-pharmacy-program", seen=False),
        payer.source("dur-minutes", "updates", "Minutes of the review board",
                     "https://www.mass.gov/lists/drug-utilization-review-dur-board-meeting-minutes", seen=False),
    )  # fmt: skip
