"""An article that is there, one that is not, and two lists of the Coverage API."""

from __future__ import annotations

import os

from db.sources import Payer, Source, SourceKind
from spiders.platforms.coverage_api import CoverageApi

SITE = f"{os.environ.get('SAMPLE_SITE', 'http://site.example')}/v1/"


def source(slug: str, kind: SourceKind, address: str) -> Source:
    return Source(f"sample-coverage-api/{slug}", "sample-coverage-api", slug, SITE + address, kind, "medicare")


class SampleCoverageApi(CoverageApi):
    name = "sample_coverage_api"
    payer = Payer("sample-coverage-api", "Medicare", "medicare", ("US",))
    sources = (
        source("a59250", "policy", "data/article/?articleid=59250"),
        source("a1", "policy", "data/article/?articleid=1"),
        source("articles", "api", "reports/local-coverage-articles/"),
        source("news", "updates", "reports/whats-new/local/"),
    )
