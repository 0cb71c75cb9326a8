"""QualChoice (Arkansas): one page holds the A-Z index and the policy; the print variant adds its effective date."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.print_variant import PrintVariant


class Qualchoice(PrintVariant):
    name = "qualchoice"
    payer = Payer("qualchoice", "QualChoice", "commercial", ("AR",), parent="Centene")
    print_pattern = r"(?i)MedicalPolicies\.aspx\?alpha=\w&sop=(\w+)%3A"
    print_replacement = r"PrintPolicy.aspx?sop=\1:"
    sources = (
        payer.source(
            "bi641",
            "policy",
            "Outpatient Ketamine or Esketamine Therapy",
            "https://documents.qualchoice.com/area/shared/MedicalPolicies.aspx?alpha=O&sop=BI641%3A00",
        ),
        payer.source(
            "bi734",
            "policy",
            "Spravato",
            "https://documents.qualchoice.com/area/shared/medicalpolicies.aspx?alpha=S&sop=BI734%3A00",
        ),
        payer.source(
            "policies",
            "index",
            "Medical policies A-Z",
            "https://documents.qualchoice.com/area/shared/MedicalPolicies.aspx",
            seen=False,
        ),
    )
