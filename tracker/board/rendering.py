"""Models set in their templates: everything escaped, links relative to the page, unseen signs left out."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from db.runs import last_run
from tracker.alerts.content import DISCLAIMER
from tracker.alerts.plain import plain, web_address
from tracker.alerts.wording import WORDING
from tracker.board import charts
from tracker.board.board import Board
from tracker.board.paths import clause_anchor, payer_path, relative, table_path
from tracker.board.words import WORDS

MENU = (
    ("index.html", "Coverage"),
    ("changes.html", "Changes"),
    ("trends.html", "Trends"),
    ("gaps.html", "Gaps"),
    ("ask.html", "Ask"),
    ("method.html", "Method"),
)


def _seen(value: object) -> object:
    """Scraped text without control signs and directional overrides, which could make a page say something else."""
    return (
        plain(value) if isinstance(value, str) and not isinstance(value, Markup) and not value.isprintable() else value
    )


_TEMPLATES = Environment(
    loader=PackageLoader("tracker.board"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_seen,
)
_TEMPLATES.globals |= {
    "clause_anchor": clause_anchor,
    "disclaimer": DISCLAIMER,
    "lag_chart": charts.lag_chart,
    "layers": charts.LAYERS,
    "marks_in_words": charts.marks_in_words,
    "menu": MENU,
    "payer_path": payer_path,
    "share_chart": charts.share_chart,
    "table_path": table_path,
    "web_address": web_address,
    "wording": WORDING,
    "words": WORDS,
}
_TEMPLATES.filters["zip"] = zip
_TEMPLATES.filters["host"] = lambda url: (urlsplit(url).hostname or url).removeprefix("www.")
_TEMPLATES.filters["day"] = lambda instant: instant[:10] if instant else "never"


def html(board: Board, template: str, path: str, model: object) -> str:
    """A page at a path. `model` has a `title`; its template knows the rest of it."""
    night = last_run(board.db)
    return _TEMPLATES.get_template(template).render(
        page=model, path=path, link=_links(path), as_of=night.finished_at if night else None, live=board.live
    )


def _links(path: str) -> Callable[[str], str]:
    return lambda target: relative(target, path)
