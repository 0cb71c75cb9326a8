"""A payer whose spider ends without a word, as a killed process does."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

from scrapy import Request

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class Breaking(DocumentList):
    name = "breaking"
    payer = Payer("breaking", "Breaking Mutual", "commercial", ("OH",))
    sources = (
        Source(
            "breaking/policy", "breaking", "Policy", "https://breaking.example/policy", line_of_business="commercial"
        ),
    )

    async def start(self) -> AsyncIterator[Request]:
        os._exit(7)
        yield
