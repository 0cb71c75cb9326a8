"""Independence Blue Cross: a letter after the number is the version, and every version has a new address."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class IndependenceBlueCross(DocumentList):
    name = "independence_blue_cross"
    payer = Payer(
        "independence-blue-cross",
        "Independence Blue Cross",
        "commercial",
        ("PA", "NJ"),
        parent="Independence Health Group",
    )
    sources = (
        payer.source(
            "08-00-57",
            "policy",
            "Treatments for Complex Regional Pain Syndrome (CRPS)",
            "http://medpolicy.ibx.com/policies/mpi.nsf/f12d23cb982d59b485257bad00552d87/cd736c5e05b2280e8525824300572fd2!OpenDocument",
        ),
        payer.source(
            "medical-policies", "index", "Medical policies, older site", "http://medpolicy.ibx.com", seen=False
        ),
        payer.source(
            "policy-bulletins", "index", "Commercial policy bulletins", "https://medpolicy.ibx.com/ibc/Commercial/"
        ),
    )
