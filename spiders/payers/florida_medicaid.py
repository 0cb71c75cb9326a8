"""Florida Medicaid: the agency's site was rebuilt, so older paths may lead nowhere."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class FloridaMedicaid(DocumentList):
    name = "florida_medicaid"
    payer = Payer("florida-medicaid", "Florida Medicaid (AHCA)", "medicaid", ("FL",))
    sources = (
        payer.source("prescribed-drugs", "index", "Prescribed drugs",
                     "https://ahca.myflorida.com/medicaid/prescribed-drugs/", seen=False),
        payer.source("preferred-drug-list", "index", "Preferred Drug List",
                     "https://ahca.myflorida.com/site/medicaid/prescribed-drugs/medicaid-pharmaceutical-therapeutics-committee/florida-medicaid-preferred-drug-list-pdl",
                     seen=False),
        payer.source("pt-committee", "updates", "Pharmaceutical and Therapeutics Committee",
                     "https://ahca.myflorida.com/medicaid/prescribed-drugs/medicaid-pharmaceutical-therapeutics-committee",
                     seen=False),
        payer.source("meeting-notices", "updates", "Pharmacy meeting notices",
                     "https://ahca.myflorida.com/medicaid/prescribed-drugs/pharmacy-meeting-notices", seen=False),
    )  # fmt: skip
