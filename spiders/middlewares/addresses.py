"""Only public web addresses are asked, redirect targets included."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from spiders.reasons import RefusedAddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class PublicAddressOnly:
    """Refuses other schemes than http and https, and hosts with an address that is private, loopback, link-local or
    otherwise not public: a payer's page must not be able to point us at the operator's own network.
    """

    def __init__(self, *, allow_loopback: bool) -> None:
        self.allow_loopback = allow_loopback
        self._checked: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if crawler.settings.get("KETWATCH_REPLAY"):
            # A replay asks no host; Scrapy would log a message given here as a warning.
            raise NotConfigured
        return cls(allow_loopback=crawler.settings.getbool("KETWATCH_ALLOW_LOOPBACK"))

    async def process_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise RefusedAddress(f"refused: {request.url} is not a web address")
        if parts.hostname in self._checked:
            return
        for address in await _resolve(parts.hostname):
            self._require_public(address, parts.hostname)
        self._checked.add(parts.hostname)

    def process_response(self, request: Request, response: Response) -> Response:
        # The name may have resolved otherwise when the connection was made.
        if response.ip_address is not None:
            self._require_public(response.ip_address, urlsplit(request.url).hostname or "")
        return response

    def _require_public(self, address: Address, host: str) -> None:
        mapped = getattr(address, "ipv4_mapped", None) or address
        public = mapped.is_global and not mapped.is_multicast
        if not public and not (self.allow_loopback and mapped.is_loopback):
            raise RefusedAddress(f"refused: {host} is not a public address ({address})")


async def _resolve(host: str) -> list[Address]:
    """Every address of a host; none when the name is unknown, which the download then says itself."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        return []
    return [ipaddress.ip_address(entry[4][0]) for entry in found]
