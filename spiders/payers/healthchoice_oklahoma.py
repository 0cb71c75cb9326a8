"""HealthChoice, the plan of Oklahoma's state employees: comma and ampersand stand in its path."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HealthchoiceOklahoma(DocumentList):
    name = "healthchoice_oklahoma"
    payer = Payer("healthchoice-oklahoma", "HealthChoice (Oklahoma state employees)", "employer", ("OK",))
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy authorization, quantity limits, specialty drugs",
            "https://www.ok.gov/sib/Member/Pharmacy_Benefits_Information/Pharmacy_Prior_Authorization,_Quantity_Limits,_&_Specialty_Medication.html",
        ),
    )
