"""The board served on loopback and a headless Chromium to look at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.loopback import serving
from tests.tracker.board.small import NOW, fill
from tracker.board.app import board_app

# Nothing but loopback is asked for, and no sandbox within a sandbox.
CHROMIUM = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
HEIGHT = 900
Scheme = Literal["light", "dark"]


@dataclass(slots=True)
class Look:
    """A page in a browser, with all that its console complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)


def failures(request: Request) -> list[str]:
    """What did not load; a request that the browser itself gave up since the page was left is none."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"not loaded: {request.url} ({request.failure})"]


@pytest.fixture(scope="session")
def served_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("served") / "data"
    fill(data)
    return data


@pytest.fixture(scope="session")
def address(served_data: Path) -> Iterator[str]:
    """The board's address, while it is served."""
    with serving(board_app(served_data, lambda: NOW)) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as long as a module needs it: while it runs, no other test of the process can start an event loop."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("left out: chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield started
        started.close()


@pytest.fixture
def look(browser: Browser) -> Iterator[Callable[..., Look]]:
    """Opens pages of a width, in light or dark, with scripts or without."""
    contexts = []

    def opened(width: int = 1280, scheme: Scheme = "light", *, scripts: bool = True) -> Look:
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        found = Look(context.new_page())
        found.page.on("console", lambda message: found.complaints.append(message.text))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on("requestfailed", lambda request: found.complaints.extend(failures(request)))
        return found

    yield opened
    for context in contexts:
        context.close()
