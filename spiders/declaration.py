"""The check of a payer's declaration, made when its class is defined: a mistake names its fix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from db.sources import Payer, Source

if TYPE_CHECKING:
    from spiders.base import PayerSpider

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STATE = re.compile(r"[A-Z]{2}")
# Manners are the same for all: nobody is less polite than spiders/settings.py.
_FIXED_SETTINGS = ("DOWNLOAD_DELAY", "DOWNLOAD_DELAY_JITTER", "ROBOTSTXT_OBEY", "CONCURRENT_REQUESTS_PER_DOMAIN",
                   "USER_AGENT", "DOWNLOADER_MIDDLEWARES", "DOWNLOAD_SLOTS")  # fmt: skip


class DeclarationError(TypeError):
    """A spider's declaration is wrong; the message says what to write."""


def require(spider: type[PayerSpider], condition: object, fix: str) -> None:
    """Raise DeclarationError with the fix unless the condition holds."""
    if not condition:
        raise DeclarationError(f"{spider.__module__}.{spider.__name__}: {fix}")


def check_declaration(spider: type[PayerSpider]) -> None:
    """Check name, payer, sources and settings of a spider class. Raises DeclarationError."""
    module = spider.__module__.rpartition(".")[2]
    require(spider, spider.name == module, f"write name = {module!r}, the name of its file")
    payer = getattr(spider, "payer", None)
    require(spider, isinstance(payer, Payer), "declare payer = Payer(...)")
    assert isinstance(payer, Payer)  # noqa: S101
    _check_payer(spider, payer)
    sources = getattr(spider, "sources", None)
    require(spider, isinstance(sources, tuple) and sources, "declare sources = (Source(...),), a tuple of at least one")
    for source in sources or ():
        _check_source(spider, payer, source)
    require(spider, len({s.source for s in sources or ()}) == len(sources or ()), "give every source its own id")
    _check_manners(spider)


def _check_payer(spider: type[PayerSpider], payer: Payer) -> None:
    expected = spider.name.replace("_", "-")
    require(spider, payer.payer == expected, f"write Payer(payer={expected!r}, ...), its name with hyphens")
    require(spider, payer.name.strip(), "give the payer a name as it writes itself")
    states = payer.states
    require(
        spider,
        isinstance(states, tuple) and states and all(_STATE.fullmatch(s) for s in states),
        'give states as postal codes, ("US",) when nationwide',
    )


def _check_source(spider: type[PayerSpider], payer: Payer, source: object) -> None:
    require(spider, isinstance(source, Source), f"sources must hold Source(...), not {source!r}")
    assert isinstance(source, Source)  # noqa: S101
    prefix, _, slug = source.source.partition("/")
    require(
        spider,
        prefix == payer.payer and _SLUG.fullmatch(slug),
        f"write the id {source.source!r} as {payer.payer}/<policy number or slug>, lower case with hyphens",
    )
    require(spider, source.payer == payer.payer, f"write payer={payer.payer!r} in the source {source.source}")
    require(spider, source.title.strip(), f"give the source {source.source} the title of its document")
    require(spider, source.line_of_business, f"give the source {source.source} a line_of_business")
    shares = (source.greatest_loss, source.notable_loss)
    require(
        spider,
        all(0 < share <= 1 for share in shares),
        f"give greatest_loss and notable_loss of {source.source} as shares, such as 0.5 for one half",
    )
    parts = urlsplit(source.url)
    require(
        spider,
        parts.scheme in {"http", "https"} and parts.hostname,
        f"give the source {source.source} a whole address, https://..., not {source.url!r}",
    )


def _check_manners(spider: type[PayerSpider]) -> None:
    changed = [name for name in _FIXED_SETTINGS if name in (spider.custom_settings or {})]
    require(
        spider, not changed, f"remove {', '.join(changed)} from custom_settings: manners are set in spiders/settings.py"
    )
    require(spider, "start_urls" not in vars(spider), "remove start_urls: the addresses stand in sources")
