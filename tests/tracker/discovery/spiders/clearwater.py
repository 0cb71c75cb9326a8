"""Clearwater Health (fictional): one policy on both drugs, and an index page of all policies."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList

SITE = "https://policies.clearwater.example"


class Clearwater(DocumentList):
    name = "clearwater"
    payer = Payer("clearwater", "Clearwater Health", "commercial", ("OR",))
    sources = (
        payer.source("ketamine", "policy", "Ketamine and esketamine", f"{SITE}/policies/2026D0069P.html"),
        payer.source("policies", "index", "All policies", f"{SITE}/policies/"),
    )
