"""A site that lists its pages in sitemaps of sitemaps."""

from __future__ import annotations

import os

from db.sources import Payer
from spiders.platforms.document_list import DocumentList

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")


class SampleSitemap(DocumentList):
    name = "sample_sitemap"
    payer = Payer("sample-sitemap", "Sample", "commercial", ("US",))
    sources = (payer.source("sitemap", "index", "Sitemap", f"{SITE}/sitemap.xml"),)
