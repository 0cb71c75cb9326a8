"""Two pages that only a browser fills, beside one that any client can read."""

from __future__ import annotations

import os

from db.sources import Payer
from spiders.platforms.document_list import DocumentList

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")


class SampleBrowser(DocumentList):
    name = "sample_browser"
    payer = Payer("sample-browser", "Sample", "commercial", ("US",))
    sources = (
        payer.source("shell", "policy", "Esketamine", f"{SITE}/shell", needs_browser=True),
        payer.source("second", "policy", "Ketamine", f"{SITE}/second", needs_browser=True),
        payer.source("plain", "policy", "Ketamine", f"{SITE}/plain"),
    )
