"""Texas Medicaid (TMHP): dated notices on esketamine; the criteria of the handbook change through them."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TexasMedicaid(DocumentList):
    name = "texas_medicaid"
    payer = Payer("texas-medicaid", "Texas Medicaid (TMHP)", "medicaid", ("TX",))
    sources = (
        payer.source(
            "2025-10-prior-authorization",
            "notice",
            "Prior Authorization Update for Esketamine (Spravato) Effective October 1, 2025",
            "https://www.tmhp.com/news/2025-09-12-texas-medicaid-prior-authorization-update-esketamine-spravato-effective-october-1",
        ),
        payer.source(
            "2025-05-prior-authorization",
            "notice",
            "Prior Authorization Updates for Esketamine (Spravato) Effective May 1, 2025",
            "http://www.tmhp.com/news/2025-03-14-prior-authorization-updates-esketamine-spravato-effective-may-1-2025-texas-medicaid",
        ),
        payer.source(
            "2020-11-criteria",
            "notice",
            "Prior Authorization Criteria for Esketamine (Spravato) to be Updated",
            "http://www.tmhp.com/news/2020-11-13-prior-authorization-criteria-esketamine-spravato-be-updated-texas-medicaid",
        ),
        payer.source(
            "2019-10-benefit",
            "notice",
            "Esketamine (Spravato) to Become a Benefit of Texas Medicaid",
            "http://www.tmhp.com/news/2019-10-11-esketamine-spravato-become-benefit-texas-medicaid-effective-october-1-2019",
        ),
        payer.source("news", "index", "News", "https://www.tmhp.com/news", seen=False),
    )
