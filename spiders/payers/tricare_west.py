"""TRICARE West until 2024: the benefit page shuts out racemic ketamine by every route; expect dead pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TricareWest(DocumentList):
    name = "tricare_west"
    payer = Payer("tricare-west", "TRICARE West (Health Net Federal Services)", "tricare",
                  ("AK", "AZ", "CA", "CO", "HI", "ID", "IA", "KS", "MN", "MO", "MT", "NE", "NV", "NM", "ND", "OR",
                   "SD", "TX", "UT", "WA", "WY"))  # fmt: skip
    sources = (
        payer.source("spravato-benefit", "policy", "Spravato Nasal Spray benefit",
                     "https://healthnetfederalservices.org/content/hnfs/home/tw/prov/benefits/benefits_a_to_z/spravato.html"),
        payer.source("spravato-billing", "notice", "Billing Guidance for Spravato Nasal Spray",
                     "https://tricare-west.com/content/hnfs/home/tw/prov/claims/billing_tips/spravato-billing-.html"),
        payer.source("benefits-s", "index", "Benefits A-Z, letter S",
                     "https://www.tricare-west.com/content/hnfs/home/tw/prov/benefits/benefits_a_to_z.S.html"),
    )  # fmt: skip
