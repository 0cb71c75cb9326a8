"""Cascadia Medicaid (fictional). A state program: criteria for prior authorization, and notices to providers."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class CascadiaMedicaid(DocumentList):
    name = "cascadia_medicaid"
    payer = Payer("cascadia-medicaid", "Cascadia Medicaid", "medicaid", ("OR",))
    sources = (
        Source(
            "cascadia-medicaid/pa-118",
            payer.payer,
            "Esketamine (Spravato): prior authorization criteria",
            "https://pa.cascadia-medicaid.example/criteria/esketamine.html",
            line_of_business="medicaid",
        ),
        Source(
            "cascadia-medicaid/notice-2026-14",
            payer.payer,
            "Provider notice 2026-14: compounded ketamine",
            "https://pa.cascadia-medicaid.example/notices/2026-14-ketamine.html",
            kind="notice",
            line_of_business="medicaid",
        ),
    )
