"""Every way a document can fail to come, in one spider."""

from __future__ import annotations

import os

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")
PATHS = [
    "good-first",
    "forbidden",
    "s403",
    "s404",
    "s500",
    "trickle",
    "loop",
    "endless",
    "cut-off",
    "bomb",
    "policy.pdf",
    "to-private",
    "to-link-local",
    "to-file",
    "moved",
    "unasked-304",
    "empty",
    "good-last",
]


def _source(path: str, url: str) -> Source:
    return Source(f"sample-faults/{path.replace('.', '-')}", "sample-faults", path, url, line_of_business="commercial")


class SampleFaults(DocumentList):
    name = "sample_faults"
    payer = Payer("sample-faults", "Fault Health", "commercial", ("MI",))
    sources = (
        *(_source(path, f"{SITE}/{path}") for path in PATHS),
        _source("private", "http://192.168.0.1/policy"),
        _source("no-server", "http://127.0.0.1:9/policy"),
    )
