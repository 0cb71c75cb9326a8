"""Priority Health (Michigan): the medical drug list, a PDF whose address changes with each edition."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern


class PriorityHealth(IndexPage):
    name = "priority_health"
    payer = Payer("priority-health", "Priority Health", "commercial", ("MI",))
    index_url = "https://www.priorityhealth.com/provider/manual/drugs"
    links = (
        LinkPattern(
            "priority-health/medical-drug-list",
            text=r"medical (benefit )?drug list|\bMB?DL\b",
            address=r"\.pdf",
            first=True,
        ),
    )
    sources = (
        payer.source(
            "medical-drug-list",
            "drug_list",
            "Medical Drug List",
            "https://www.priorityhealth.com/provider/manual/drugs",
        ),
        payer.source(
            "drug-information", "index", "Drug information", "https://www.priorityhealth.com/provider/manual/drugs"
        ),
        payer.source(
            "authorization-forms",
            "index",
            "Drug authorization forms",
            "https://priorityhealth.com/drug-authorization-forms-list",
        ),
    )
