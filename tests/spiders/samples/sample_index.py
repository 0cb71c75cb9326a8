"""An index page with a link that is there, one that is not, and one that stands twice."""

from __future__ import annotations

import os

from db.sources import Payer, Source
from spiders.platforms.index_page import IndexPage, LinkPattern

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")


class SampleIndex(IndexPage):
    name = "sample_index"
    payer = Payer("sample-index", "Index Health", "commercial", ("UT",))
    index_url = f"{SITE}/index"
    links = (
        LinkPattern("sample-index/list", text="medical drug list", address=r"\.pdf$"),
        LinkPattern("sample-index/absent", text="no such document"),
        LinkPattern("sample-index/twice", text="bulletin"),
        LinkPattern("sample-index/newest", text="bulletin", first=True),
    )
    sources = tuple(
        Source(f"sample-index/{slug}", "sample-index", slug, f"{SITE}/index", line_of_business="commercial")
        for slug in ("list", "absent", "twice", "newest")
    )
