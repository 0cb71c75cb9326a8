"""Blue Shield of California: one list of medical policies, and one of what needs authorization."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BlueShieldCalifornia(DocumentList):
    name = "blue_shield_california"
    payer = Payer("blue-shield-california", "Blue Shield of California", "commercial", ("CA",))
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical policy list",
            "https://www.blueshieldca.com/en/provider/authorizations/policy-medical/list",
            seen=False,
        ),
        payer.source(
            "authorization-list",
            "index",
            "Authorization list",
            "https://www.blueshieldca.com/en/provider/authorizations/authorization-list",
            seen=False,
        ),
    )
