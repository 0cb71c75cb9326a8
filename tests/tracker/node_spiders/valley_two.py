"""A payer with one document on the test's site, which it calls localhost."""

from __future__ import annotations

import os

from db.sources import Payer
from spiders.platforms.document_list import DocumentList

SITE = os.environ.get("SAMPLE_SITE", "http://127.0.0.1:1").replace("127.0.0.1", "localhost")


class ValleyTwo(DocumentList):
    name = "valley_two"
    payer = Payer("valley-two", "Valley Two", "commercial", ("OR",))
    sources = (payer.source("policy", "policy", "Esketamine", f"{SITE}/two"),)
