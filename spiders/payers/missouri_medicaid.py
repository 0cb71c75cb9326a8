"""MO HealthNet: meeting material is the change log; automated readers have met time-outs here."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MissouriMedicaid(DocumentList):
    name = "missouri_medicaid"
    payer = Payer("missouri-medicaid", "Missouri Medicaid (MO HealthNet)", "medicaid", ("MO",))
    sources = (
        payer.source(
            "committees", "updates", "Pharmacy committees", "https://mydss.mo.gov/mhd/pharmacy-committees", seen=False
        ),
        payer.source(
            "authorization-committee",
            "updates",
            "Material of the Drug Prior Authorization Committee",
            "https://mydss.mo.gov/mhd/dpa/meeting",
            seen=False,
        ),
    )
