"""Oklahoma Medicaid: pages of past years keep the criteria of each class, a history of their own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class OklahomaMedicaid(DocumentList):
    name = "oklahoma_medicaid"
    payer = Payer("oklahoma-medicaid", "Oklahoma Health Care Authority", "medicaid", ("OK",))
    sources = (
        payer.source(
            "criteria-2022",
            "index",
            "Prior authorization criteria of 2022, by class",
            "https://www.oklahoma.gov/ohca/providers/types/pharmacy/prior-authorization/2022.html",
        ),
        payer.source(
            "behavioral-2016",
            "index",
            "Behavioral health criteria of 2016",
            "https://www.oklahoma.gov/ohca/providers/types/pharmacy/prior-authorization/prior-authorization-2016/behavioral-health-2016-archives.html",
        ),
        payer.source("dur-board", "updates", "Review board", "https://oklahoma.gov/ohca/dur.html", seen=False),
        payer.source(
            "dur-packets",
            "updates",
            "Agendas and packets of the review board",
            "https://oklahoma.gov/ohca/about/boards-and-committees/drug-utilization-review/dur-board-meeting-agendas.html",
            seen=False,
        ),
    )
