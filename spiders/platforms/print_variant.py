"""Pages that offer themselves for print: the same text without the furniture."""

from __future__ import annotations

import re
from typing import ClassVar

from scrapy import Request

from db.sources import Source
from spiders.base import PayerSpider
from spiders.declaration import require


class PrintVariant(PayerSpider):
    """Fetches the print variant of each document, and leads as they are.

    `print_pattern` is a regular expression that must match in every source's address, `print_replacement` what to put
    in place of the match (as in `re.sub`).
    """

    print_pattern: ClassVar[str]
    print_replacement: ClassVar[str]

    @classmethod
    def check_platform(cls) -> None:
        rule = (getattr(cls, "print_pattern", None), getattr(cls, "print_replacement", None))
        require(cls, all(isinstance(part, str) for part in rule), "declare print_pattern and print_replacement")
        for source in cls.sources:
            matches = source.is_lead or cls.print_address(source) != source.url
            require(cls, matches, f"let print_pattern match in {source.url}")

    @classmethod
    def print_address(cls, source: Source) -> str:
        return re.sub(cls.print_pattern, cls.print_replacement, source.url, count=1)

    def first_request(self, source: Source) -> Request:
        return self.document_request(source, source.url if source.is_lead else self.print_address(source))
