"""An index page with a link that is there, one that is not, and one that stands twice."""

from __future__ import annotations

import os

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")

PAYER = Payer("sample-index", "Index Health", "commercial", ("UT",))


class SampleIndex(IndexPage):
    name = "sample_index"
    payer = PAYER
    index_url = f"{SITE}/index"
    links = (
        LinkPattern("sample-index/list", text="medical drug list", address=r"\.pdf$"),
        LinkPattern("sample-index/absent", text="no such document"),
        LinkPattern("sample-index/twice", text="bulletin"),
        LinkPattern("sample-index/newest", text="bulletin", first=True),
    )
    sources = (
        *(PAYER.source(slug, "policy", slug, f"{SITE}/index") for slug in ("list", "absent", "twice", "newest")),
        PAYER.source("index", "index", "The index page itself", f"{SITE}/index"),
        PAYER.source("news", "updates", "News", f"{SITE}/news"),
    )
