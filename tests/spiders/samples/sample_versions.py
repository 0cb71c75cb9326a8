"""Two policies with the version in the path."""

from __future__ import annotations

import os

from db.sources import Payer, Source
from spiders.platforms.versioned_path import VersionedPath

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")


class SampleVersions(VersionedPath):
    name = "sample_versions"
    payer = Payer("sample-versions", "Version Health", "commercial", ("ME",))
    sources = tuple(
        Source(f"sample-versions/{slug}", "sample-versions", slug, f"{SITE}/{path}", line_of_business="commercial")
        for slug, path in (("renewed", "MP-7-009.html"), ("same", "MP-8-001.html"), ("soft", "MP-9-001.html"))
    )
