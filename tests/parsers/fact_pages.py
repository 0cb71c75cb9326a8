"""Pages of a policy with its facts in them, for the tests."""

from __future__ import annotations

from parsers.facts import read_facts
from parsers.html import read_html
from parsers.models import PolicyFacts

REST = "<h2>Criteria</h2><p>Esketamine is covered for adults.</p>"


def facts_of(inside: str, title: str = "Nasal spray") -> PolicyFacts:
    """The facts of a page that says `inside` above its criteria."""
    page = f"<html><head><title>{title}</title></head><body><h1>Nasal spray</h1>{inside}{REST}</body></html>"
    return read_facts(read_html(page.encode()))
