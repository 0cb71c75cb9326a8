"""Health Net for Medi-Cal: drugs at the pharmacy are the state's (Medi-Cal Rx), those in an office the plan's."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HealthNetMediCal(DocumentList):
    name = "health_net_medi_cal"
    payer = Payer(
        "health-net-medi-cal", "Health Net of California (Medi-Cal)", "medicaid_managed_care", ("CA",), parent="Centene"
    )
    sources = (
        payer.source(
            "requirements",
            "index",
            "Prior authorization requirements: Medi-Cal",
            "https://providerlibrary.healthnetcalifornia.com/medi-cal/prior-authorization-requirements---medi-cal.html",
        ),
    )
