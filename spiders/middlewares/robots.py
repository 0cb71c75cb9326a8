"""What a robots.txt that is missing or broken means (RFC 9309, section 2.3.1)."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

logger = logging.getLogger(__name__)

NOTHING_ALLOWED = b"User-agent: *\nDisallow: /\n"


class RobotsAnswer:
    """Scrapy reads whatever body came as rules. Unavailable (4xx) allows everything; a server error allows nothing."""

    def process_response(self, request: Request, response: Response) -> Response:
        if not request.meta.get("dont_obey_robotstxt") or urlsplit(request.url).path != "/robots.txt":
            return response
        if response.status >= 500:
            logger.warning("%s answered %d: nothing is fetched from this host now", request.url, response.status)
            return response.replace(body=NOTHING_ALLOWED)
        return response.replace(body=b"") if response.status >= 400 else response
