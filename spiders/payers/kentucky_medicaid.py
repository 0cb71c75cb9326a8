"""Kentucky Medicaid: recommendations of the committee and final decisions are separate papers."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class KentuckyMedicaid(DocumentList):
    name = "kentucky_medicaid"
    payer = Payer("kentucky-medicaid", "Kentucky Medicaid", "medicaid", ("KY",), delegates=("MedImpact",))
    sources = (
        payer.source(
            "pt-committee",
            "updates",
            "P&T Advisory Committee",
            "https://www.chfs.ky.gov/agencies/dms/dpo/ppb/Pages/p-tac.aspx",
            seen=False,
        ),
    )
