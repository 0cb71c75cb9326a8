"""Two documents at fixed addresses."""

from __future__ import annotations

import os

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")


class SamplePages(DocumentList):
    name = "sample_pages"
    payer = Payer("sample-pages", "Page Health", "commercial", ("OH",))
    sources = tuple(
        Source(f"sample-pages/{path}", "sample-pages", path, f"{SITE}/{path}", line_of_business="commercial")
        for path in ("one", "two")
    )
