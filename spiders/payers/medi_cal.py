"""Medi-Cal Rx: the contract drugs list decides, for members of every plan."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MediCal(DocumentList):
    name = "medi_cal"
    payer = Payer("medi-cal", "Medi-Cal Rx (California)", "medicaid", ("CA",))
    sources = (
        payer.source(
            "contract-drugs-list",
            "index",
            "Contract Drugs List",
            "https://medi-calrx.dhcs.ca.gov/home/cdl/",
            seen=False,
        ),
        payer.source(
            "partners",
            "index",
            "Pharmacy benefits partners and drug review",
            "https://www.dhcs.ca.gov/provgovpart/pharmacy/Pages/Partners.aspx",
            seen=False,
        ),
        payer.source(
            "drug-review-policy",
            "index",
            "Drug review policy",
            "https://www.dhcs.ca.gov/provgovpart/pharmacy/Documents/DrugPolProc-1-10-23.pdf",
            seen=False,
        ),
    )
