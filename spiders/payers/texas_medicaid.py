"""Texas Medicaid (TMHP): dated notices on esketamine; the criteria of the handbook change through them."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class TexasMedicaid(DocumentList):
    name = "texas_medicaid"
    payer = Payer("texas-medicaid", "Texas Medicaid (TMHP)", "medicaid", ("TX",))
    sources = (
        Source(
            "texas-medicaid/2025-10-prior-authorization",
            payer.payer,
            "Prior Authorization Update for Esketamine (Spravato) Effective October 1, 2025",
            "https://www.tmhp.com/news/2025-09-12-texas-medicaid-prior-authorization-update-esketamine-sprav"
            "ato-effective-october-1",
            line_of_business="medicaid",
            kind="notice",
        ),
        Source(
            "texas-medicaid/2025-05-prior-authorization",
            payer.payer,
            "Prior Authorization Updates for Esketamine (Spravato) Effective May 1, 2025",
            "http://www.tmhp.com/news/2025-03-14-prior-authorization-updates-esketamine-spravato-effective-m"
            "ay-1-2025-texas-medicaid",
            line_of_business="medicaid",
            kind="notice",
        ),
    )
