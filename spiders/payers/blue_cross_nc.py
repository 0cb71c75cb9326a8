"""Blue Cross NC: `/updates/` holds the text of a day to come beside today's; notices come 60 days ahead."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BlueCrossNc(DocumentList):
    name = "blue_cross_nc"
    payer = Payer("blue-cross-nc", "Blue Cross NC", "commercial", ("NC",))
    sources = (
        payer.source("medical-benefit", "policy", "Esketamine (Spravato) Nasal Spray",
                     "https://www.bluecrossnc.com/providers/policies-guidelines-codes/commercial/um/medical-benefit/updates/esketamine-spravato-nasal-spray"),
        payer.source("pharmacy-benefit", "policy", "Spravato, NC Standard",
                     "https://www.bluecrossnc.com/providers/policies-guidelines-codes/commercial/um/pharmacy-benefit/updates/spravato-nc-standard"),
        payer.source("notice-2024-08", "notice", "Commercial drug notification of August 2, 2024",
                     "https://www.bluecrossnc.com/providers/policies-guidelines-codes/notifications/commercial-drug-notification-08-02-2024"),
        payer.source("medical-drugs", "index", "Utilization management: medical benefit",
                     "https://www.bluecrossnc.com/providers/policies-guidelines-codes/commercial/um/medical-benefit",
                     seen=False),
        payer.source("policy-updates", "updates", "Commercial medical policy updates",
                     "https://www.bluecrossnc.com/providers/policies-guidelines-codes/commercial-medical-policy-updates",
                     seen=False),
        payer.source("notice-2025-04", "updates", "Pharmacy utilization management, 60-day notice of April 2025",
                     "https://www.bluecrossnc.com/providers/provider-news/2025/pharmacy-utilization-management-60-day-network-notice"),
    )  # fmt: skip
