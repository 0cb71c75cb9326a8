"""A payer whose spider ends without a word, as a killed process does."""

from __future__ import annotations

import os

from scrapy import Request

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList

ADDRESS = "https://breaking.example/policy"


class Breaking(DocumentList):
    name = "breaking"
    payer = Payer("breaking", "Breaking Mutual", "commercial", ("OH",))
    sources = (Source("breaking/policy", "breaking", "Policy", ADDRESS, line_of_business="commercial"),)

    def first_request(self, source: Source) -> Request:
        del source
        os._exit(7)
