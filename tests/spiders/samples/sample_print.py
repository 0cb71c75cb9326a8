"""A page with a print variant."""

from __future__ import annotations

import os

from db.sources import Payer
from spiders.platforms.print_variant import PrintVariant

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")


class SamplePrint(PrintVariant):
    name = "sample_print"
    payer = Payer("sample-print", "Print Health", "commercial", ("ID",))
    print_pattern = r"$"
    print_replacement = "?print=1"
    sources = (
        payer.source("policy", "policy", "Policy", f"{SITE}/policy"),
        payer.source("index", "index", "Index", f"{SITE}/index"),
    )
