"""Priority Health (Michigan): the medical drug list, a PDF whose address changes with each edition."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.index_page import IndexPage, LinkPattern


class PriorityHealth(IndexPage):
    name = "priority_health"
    payer = Payer("priority-health", "Priority Health", "commercial", ("MI",))
    index_url = "https://www.priorityhealth.com/provider/manual/drugs"
    # One list for each kind of plan stands on the page; the topmost is taken.
    links = (
        LinkPattern(
            "priority-health/medical-drug-list", r"medical (benefit )?drug list|\bMB?DL\b", r"\.pdf", first=True
        ),
    )
    sources = (
        Source(
            "priority-health/medical-drug-list",
            payer.payer,
            "Medical Drug List",
            "https://www.priorityhealth.com/provider/manual/drugs",
            line_of_business="commercial",
            kind="drug_list",
        ),
    )
