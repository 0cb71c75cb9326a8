"""Documents at addresses that stay: the plainest platform."""

from __future__ import annotations

from spiders.base import PayerSpider


class DocumentList(PayerSpider):
    """HTML pages or PDF files, each at the address its source declares."""
