"""Optum Rx keeps the preferred products of Indiana Medicaid behind a portal in Java."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class OptumRxIndiana(DocumentList):
    name = "optum_rx_indiana"
    payer = Payer("optum-rx-indiana", "Optum Rx (Indiana Medicaid)", "pbm", ("IN",), parent="UnitedHealth Group")
    sources = (
        payer.source(
            "preferred-products",
            "index",
            "Preferred products",
            "https://inm-providerportal.optum.com/providerportal/faces/PreLogin.jsp",
            seen=False,
        ),
    )
