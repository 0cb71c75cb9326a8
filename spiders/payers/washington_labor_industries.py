"""Washington's state fund for injured workers: coverage decisions by subject; the rebuilt site moved all."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WashingtonLaborIndustries(DocumentList):
    name = "washington_labor_industries"
    payer = Payer("washington-labor-industries", "Washington Labor & Industries", "workers_comp", ("WA",))
    sources = (
        payer.source(
            "compounded-drugs",
            "policy",
            "Compounded drug products",
            "https://www.lni.wa.gov/patient-care/treating-patients/drugs-and-prescriptions/policies/compounded-drug-products",
        ),
        payer.source(
            "compounded-older",
            "index",
            "Compounded drug products at the older address",
            "http://lni.wa.gov/ClaimsIns/Providers/TreatingPatients/Presc/Policy/SpecCovDec/Compounded.asp",
        ),
        payer.source(
            "conditions",
            "index",
            "Conditions and treatments",
            "https://www.lni.wa.gov/patient-care/treating-patients/conditions-and-treatments/",
            seen=False,
        ),
        payer.source(
            "depression-treatments",
            "index",
            "Nonpharmacologic treatments for depression that resists treatment",
            "https://www.lni.wa.gov/patient-care/treating-patients/conditions-and-treatments/nonpharmacologic-treatments-for-treatment-resistant-depression",
        ),
    )
