"""The templates that alerts are set in; what comes from payers' pages is escaped in all that are HTML."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from tracker.alerts.content import (
    DISCLAIMER,
    NEVER_KNOWN,
    by_event,
    effective_words,
    headline,
    page_address,
    page_words,
    to_do_words,
    what_moved,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """How much matter is shown in full; the rest is counted, or named in one line.

    `changes` and `sections` are of one alert, `detailed` counts the alerts of a digest.
    """

    changes: int
    sections: int = 0
    detailed: int = 0


_TEMPLATES = Environment(
    loader=PackageLoader("tracker.alerts"),
    autoescape=select_autoescape(["html"], default=False),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _sentence(text: str) -> str:
    """`text` with a capital, and its arrows kept with the word before them."""
    return text[:1].upper() + text[1:].replace(" → ", "\u00a0→ ")


_TEMPLATES.filters["sentence"] = _sentence
_TEMPLATES.globals |= {
    "by_event": by_event,
    "never_known": NEVER_KNOWN,
    "disclaimer": DISCLAIMER,
    "effective_words": effective_words,
    "headline": headline,
    "page_address": page_address,
    "page_words": page_words,
    "to_do_words": to_do_words,
    "what_moved": what_moved,
}


def render(template: str, shown: Shown, **values: object) -> str:
    """A template with its values. Raises jinja2.UndefinedError when one is missing."""
    return _TEMPLATES.get_template(template).render(values, shown=shown)
