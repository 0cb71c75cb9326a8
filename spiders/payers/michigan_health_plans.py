"""Michigan's Medicaid health plans share one common formulary with its criteria."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MichiganHealthPlans(DocumentList):
    name = "michigan_health_plans"
    payer = Payer("michigan-health-plans", "Michigan Medicaid health plans", "medicaid_managed_care", ("MI",))
    sources = (
        payer.source(
            "common-formulary",
            "index",
            "Common formulary: authorization and step criteria",
            "https://www.michigan.gov/mdhhs/assistance-programs/medicaid/medicaidhealthplans/pharmacy",
        ),
    )
