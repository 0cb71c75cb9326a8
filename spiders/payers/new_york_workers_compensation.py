"""New York workers' compensation: a formulary in phases; subject numbers announce its editions."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NewYorkWorkersCompensation(DocumentList):
    name = "new_york_workers_compensation"
    payer = Payer("new-york-workers-compensation", "New York Workers' Compensation Board", "workers_comp", ("NY",))
    sources = (
        payer.source("formulary", "index", "Drug formulary overview",
                     "http://www.wcb.ny.gov/content/main/hcpp/DrugFormulary/overview.jsp"),
        payer.source("treatment-guidelines", "index", "Proposed medical treatment guidelines",
                     "http://www.wcb.ny.gov/content/main/hcpp/MedicalTreatmentGuidelines/ProposedTreatGuide.jsp"),
        payer.source("subject-046-1236", "updates", "Subject number 046-1236: formulary from December 2019",
                     "https://www.wcb.ny.gov/content/main/SubjectNos/sn046_1236.jsp"),
        payer.source("subject-046-1227", "updates", "Subject number 046-1227: emergency amendment",
                     "http://www.wcb.ny.gov/content/main/SubjectNos/sn046_1227.jsp"),
        payer.source("regulation-441", "index", "Drug formulary regulation, part 441",
                     "http://www.wcb.ny.gov/drug-formulary-regulation/"),
    )  # fmt: skip
