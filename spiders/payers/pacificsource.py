"""PacificSource: a notice a month of drugs whose criteria change, a line for each."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Pacificsource(DocumentList):
    name = "pacificsource"
    payer = Payer("pacificsource", "PacificSource Health Plans", "commercial", ("OR", "ID", "MT", "WA"))
    sources = (
        payer.source("clinical-policies", "index", "Clinical policies",
                     "https://pacificsource.com/es/node/476"),
        payer.source("changes-2023-05", "updates", "Drug list changes of May 2023",
                     "https://pacificsource.com/article/may-2023-drug-list-change-notification-commercial"),
        payer.source("changes-2025-08", "updates", "Additional drug list changes of August 2025",
                     "https://pacificsource.com/article/additional-august-2025-drug-list-change-notification-commercial"),
        payer.source("changes-2026-05", "updates", "Drug list changes of May 2026",
                     "https://pacificsource.com/article/may-2026-drug-list-change-notification-commercial"),
        payer.source("changes-2026-04", "updates", "Drug list changes of April 2026",
                     "https://pacificsource.com/article/april-2026-drug-list-change-notification-commercial"),
        payer.source("changes-2023-09", "updates", "Drug list changes of September 2023",
                     "https://pacificsource.com/article/september-2023-drug-list-change-notification-commercial"),
        payer.source("changes-2023-07", "updates", "Drug list changes of July 2023",
                     "https://pacificsource.com/article/july-2023-drug-list-change-notification-commercial"),
        payer.source("changes-2023-02", "updates", "Drug list changes of February 2023",
                     "https://pacificsource.com/article/february-2023-drug-list-change-notification-commercial"),
    )  # fmt: skip
