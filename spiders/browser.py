"""Pages that only a browser fills: by scrapy-playwright, where a source says so and it is installed."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

# What a policy's words do not need is not asked of the payer's server.
_NEEDLESS = frozenset({"image", "media", "font"})
_HANDLER = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"


def is_installed() -> bool:
    """Whether there is a browser to ask with."""
    return find_spec("scrapy_playwright") is not None


def use_browser(settings: BaseSettings) -> None:
    """Let requests with `playwright` in their meta go through a browser; the others go as before."""
    chosen: dict[str, Any] = {
        "DOWNLOAD_HANDLERS": {"http": _HANDLER, "https": _HANDLER},
        "PLAYWRIGHT_ABORT_REQUEST": is_unwanted,
        "PLAYWRIGHT_MAX_CONTEXTS": 1,
    }
    for name, value in chosen.items():
        settings.set(name, value, priority=SETTINGS_PRIORITIES["spider"])


async def is_unwanted(request: Any) -> bool:
    """Whether the page's own request is left out: needless, or to an address that is not public (as for any crawl)."""
    parts = urlsplit(request.url)
    if request.resource_type in _NEEDLESS or parts.scheme not in {"http", "https"}:
        return True
    try:
        found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, None, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        return True
    return not all(ipaddress.ip_address(entry[4][0]).is_global for entry in found)
