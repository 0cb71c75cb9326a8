"""NYRx, the pharmacy of New York Medicaid: its drug list marks step therapy and limits by letters."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NewYorkNyrx(DocumentList):
    name = "new_york_nyrx"
    payer = Payer("new-york-nyrx", "New York Medicaid (NYRx)", "medicaid", ("NY",), delegates=("Prime Therapeutics",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "NYRx Preferred Drug List",
            "https://newyork.fhsc.com/downloads/providers/NYRx_PDP_PDL.pdf",
            seen=False,
        ),
        payer.source(
            "program", "index", "Preferred Drug Program", "https://newyork.fhsc.com/providers/pdp_about.asp", seen=False
        ),
        payer.source(
            "dur-board",
            "updates",
            "Review board",
            "https://www.health.ny.gov/health_care/medicaid/program/dur/",
            seen=False,
        ),
    )
