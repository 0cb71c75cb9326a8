"""Oregon Medicaid: a rule adopts the criteria guide by its date; class pages tell the drug list's status."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class OregonMedicaid(DocumentList):
    name = "oregon_medicaid"
    payer = Payer(
        "oregon-medicaid", "Oregon Medicaid (OHA)", "medicaid", ("OR",), delegates=("Oregon State University DURM",)
    )
    sources = (
        payer.source("orpdl-antidepressants", "drug_list", "Antidepressants, miscellaneous",
                     "https://www.orpdl.org/drugs/drugclass.php?cid=11"),
        payer.source("policy-pharmacy", "index", "Criteria guide",
                     "https://www.oregon.gov/oha/HSD/OHP/Pages/Policy-Pharmacy.aspx", seen=False),
        payer.source("pt-committee", "updates", "P&T Committee",
                     "https://www.oregon.gov/oha/HPA/DSI-Pharmacy/Pages/Pharmacy-Therapeutics-Committee.aspx",
                     seen=False),
        payer.source("preferred-drug-list", "index", "Preferred Drug List",
                     "https://www.oregon.gov/OHA/HSD/OHP/Pages/PDL.aspx", seen=False),
        payer.source("durm", "index", "Drug Use Research and Management",
                     "https://pharmacy.oregonstate.edu/research/drug-use-research-management", seen=False),
    )  # fmt: skip
