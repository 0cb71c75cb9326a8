"""Whether there is a browser for pages that only a browser fills, and how a crawl is told to use it."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import Any

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

_HANDLER = "spiders.browser_pages.BrowserPages"
# As Linux distributions and its makers name the program.
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_browser(settings: BaseSettings) -> str | None:
    """The browser to ask with: KETWATCH_CHROMIUM where it is set, else the Chromium of this machine.

    None when there is none, or nothing to steer it with (the extra `browser`).
    """
    if find_spec("scrapy_playwright") is None:
        return None
    named = settings.get("KETWATCH_CHROMIUM")
    return next(filter(None, map(shutil.which, (named,) if named else _CHROMIUM)), None)


def use_browser(settings: BaseSettings, path: str) -> None:
    """Let requests with `playwright` in their meta go through a browser; the others go as before."""
    launch = {
        "executable_path": path,
        # As for every request of ours: no proxy that would resolve names out of our sight.
        "args": ["--no-proxy-server"],
        # Chromium refuses to shut itself in when root starts it.
        "chromium_sandbox": os.geteuid() != 0,
    }
    chosen: dict[str, Any] = {
        "DOWNLOAD_HANDLERS": {"http": _HANDLER, "https": _HANDLER},
        "PLAYWRIGHT_LAUNCH_OPTIONS": launch,
        "PLAYWRIGHT_MAX_CONTEXTS": 1,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": settings.getfloat("DOWNLOAD_TIMEOUT") * 1000,
    }
    for name, value in chosen.items():
        settings.set(name, value, priority=SETTINGS_PRIORITIES["spider"])
