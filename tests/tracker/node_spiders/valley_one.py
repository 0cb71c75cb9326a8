"""A payer with one document on the test's site, which it calls 127.0.0.1."""

from __future__ import annotations

import os

from db.sources import Payer
from spiders.platforms.document_list import DocumentList

SITE = os.environ.get("SAMPLE_SITE", "http://127.0.0.1:1").replace("127.0.0.1", "127.0.0.1")


class ValleyOne(DocumentList):
    name = "valley_one"
    payer = Payer("valley-one", "Valley One", "commercial", ("OR",))
    sources = (payer.source("policy", "policy", "Esketamine", f"{SITE}/one"),)
