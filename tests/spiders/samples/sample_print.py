"""A page with a print variant."""

from __future__ import annotations

import os

from db.sources import Payer, Source
from spiders.platforms.print_variant import PrintVariant

SITE = os.environ.get("SAMPLE_SITE", "http://site.example")


class SamplePrint(PrintVariant):
    name = "sample_print"
    payer = Payer("sample-print", "Print Health", "commercial", ("ID",))
    print_pattern = r"$"
    print_replacement = "?print=1"
    sources = (
        Source("sample-print/policy", "sample-print", "Policy", f"{SITE}/policy", line_of_business="commercial"),
    )
