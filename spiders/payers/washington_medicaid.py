"""Washington Apple Health: one drug list for the state and its plans; meetings decide policies by number."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WashingtonMedicaid(DocumentList):
    name = "washington_medicaid"
    payer = Payer("washington-medicaid", "Washington Apple Health (HCA)", "medicaid", ("WA",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Apple Health Preferred Drug List",
            "https://www.hca.wa.gov/billers-providers-partners/programs-and-services/apple-health-preferred-drug-list-pdl",
            seen=False,
        ),
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy program, older path",
            "https://www.hca.wa.gov/billers-providers/programs-and-services/pharmacy",
        ),
        payer.source(
            "meetings",
            "updates",
            "Meetings and material of the prescription drug program",
            "https://www.hca.wa.gov/about-hca/programs-and-initiatives/prescription-drug-program/meetings-and-materials",
            seen=False,
        ),
    )
