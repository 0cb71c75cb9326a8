"""Wellmark: a long notice stands before the criteria; older `.aspx` addresses have moved."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Wellmark(DocumentList):
    name = "wellmark"
    payer = Payer("wellmark", "Wellmark Blue Cross Blue Shield", "commercial", ("IA", "SD"))
    sources = (
        payer.source(
            "05-02-67",
            "policy",
            "Ketamine",
            "https://www.wellmark.com/Provider/MedpoliciesAndAuthorizations/MedicalPolicies/policies/Ketamine.aspx",
        ),
        payer.source(
            "medical-policies",
            "index",
            "Medical policies A-Z",
            "https://www.wellmark.com/provider/medical-policies-authorizations/medical-policies-a-z",
        ),
    )
