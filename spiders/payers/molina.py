"""Molina: its clinical policies have a host of their own; state plans add criteria of the state."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Molina(DocumentList):
    name = "molina"
    payer = Payer("molina", "Molina Healthcare", "medicaid_managed_care", ("US",), parent="Molina Healthcare")
    sources = (
        payer.source(
            "clinical-policies", "index", "Molina clinical policies", "https://www.molinaclinicalpolicy.com", seen=False
        ),
    )
