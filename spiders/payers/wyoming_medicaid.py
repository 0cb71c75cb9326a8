"""Wyoming Medicaid: the pharmacy site is known only from a drug list of 2017."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WyomingMedicaid(DocumentList):
    name = "wyoming_medicaid"
    payer = Payer("wyoming-medicaid", "Wyoming Medicaid", "medicaid", ("WY",))
    sources = (payer.source("pharmacy", "index", "Pharmacy site", "http://wymedicaid.org", seen=False),)
