"""Kaiser Permanente Washington: the provider manual lists what mental health care excludes."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class KaiserWashington(DocumentList):
    name = "kaiser_washington"
    payer = Payer(
        "kaiser-washington", "Kaiser Permanente Washington", "commercial", ("WA",), parent="Kaiser Permanente"
    )
    sources = (
        payer.source(
            "exclusions",
            "index",
            "Provider manual: excluded mental health care",
            "https://wa-provider.kaiserpermanente.org/provider-manual/patient-care/mental-health/exclusions",
        ),
        payer.source(
            "criteria",
            "index",
            "Clinical review criteria",
            "https://healthy.kaiserpermanente.org/washington/pages/utilization-management",
        ),
        payer.source(
            "provider-manual",
            "index",
            "Provider manual: utilization management",
            "https://wa-provider.kaiserpermanente.org/provider-manual/working-with-kp/utilization-management",
        ),
    )
