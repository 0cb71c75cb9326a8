"""An article of CMS's Coverage API as the crawl keeps it, its rows by endpoint, read in the order of its page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from parsers.errors import ParseError
from parsers.html import read_html
from parsers.language.patterns import compiled
from parsers.models import MediaType, Reading

JSON: MediaType = "application/json"
_START = re.compile(rb'\s*\{\s*"coverage_api":')
_MARKUP = compiled(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MOST_ESCAPES = 3
_ABSENT = frozenset({"", "n/a", "none"})

_Rows = Sequence[Mapping[str, Any]]


def is_coverage_api(body: bytes) -> bool:
    """Whether a body is what the platform for the Coverage API keeps."""
    return _START.match(body) is not None


def read_coverage_api(body: bytes) -> Reading:
    """The article as blocks. ParseError: the JSON is damaged, or holds no article."""
    try:
        rows: Mapping[str, _Rows] = json.loads(body)["coverage_api"]
        article = rows["data/article/"][0]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise ParseError("The JSON of the Coverage API holds no article.") from error
    page = f"<html><head><title>{_plain(article.get('title'))}</title></head><body><main>"
    page += "".join(_sections(article, rows)) + "</main></body></html>"
    return replace(read_html(page.encode()), media_type=JSON)


def markup(value: object) -> str:
    """A field's HTML: the API escapes it once or twice, "/" as &sol; included. Text without markup is escaped."""
    text = stated(value)
    for _ in range(_MOST_ESCAPES):
        if _MARKUP.search(text) or text == html.unescape(text):
            break
        text = html.unescape(text)
    return text if _MARKUP.search(text) else html.escape(text, quote=False)


def stated(value: object) -> str:
    """A field's text, "" for what the API writes as absent ("N/A")."""
    text = str(value if value is not None else "").strip()
    return "" if text.lower() in _ABSENT else text


def _sections(article: Mapping[str, Any], rows: Mapping[str, _Rows]) -> Iterator[str]:
    # As a heading, "Billing and Coding" would make all below it coding.
    yield f"<p>{_plain(article.get('title'))}</p>"
    yield from _facts(article, rows)
    yield f"<h2>Article Guidance</h2><div>{markup(article.get('description'))}</div>"
    yield f"<div>{markup(article.get('other_comments'))}</div>"
    yield "<h2>HCPCS Codes</h2>"
    yield from _group(rows, "hcpc-code-group", "hcpc-code", "HCPCS codes", "hcpc_code_id")
    yield "<h2>ICD-10 Codes that Support Medical Necessity</h2>"
    yield from _group(rows, "icd10-covered-group", "icd10-covered", "ICD-10 codes", "icd10_code_id")
    yield "<h2>ICD-10 Codes that DO NOT Support Medical Necessity</h2>"
    yield from _group(rows, "icd10-noncovered-group", "icd10-noncovered", "ICD-10 codes", "icd10_code_id")
    yield from _history(_of(rows, "revision-history"))


def _facts(article: Mapping[str, Any], rows: Mapping[str, _Rows]) -> Iterator[str]:
    number = stated(article.get("display_id")) or stated(article.get("article_id"))
    yield f"<p>Article Number: {number if number.startswith('A') else f'A{number}'}</p>"
    retired = stated(article.get("date_retired"))
    future = next((stated(row.get("retire_dt")) for row in _of(rows, "future-retire")), "")
    facts = (
        ("Publication Date", stated(article.get("article_pub_date"))),
        ("Effective Date", stated(article.get("article_eff_date"))),
        ("Date of retirement", retired or future),
    )
    yield from (f"<p>{label}: {value}</p>" for label, value in facts if value)
    if retired:
        yield "<p>This article has been retired.</p>"


def _group(rows: Mapping[str, _Rows], texts: str, codes: str, label: str, name: str) -> Iterator[str]:
    yield from (f"<div>{markup(row.get('paragraph'))}</div>" for row in _of(rows, texts))
    found = list(dict.fromkeys(stated(row.get(name)) for row in _of(rows, codes)))
    if found:
        yield f"<p>{label}: {', '.join(filter(None, found))}</p>"


def _history(rows: _Rows) -> Iterator[str]:
    """The revisions, newest first, as the page has them."""
    if rows:
        ordered = sorted(rows, key=lambda row: -int(row.get("rev_hist_num") or 0))
        lines = "".join(
            f"<tr><td>{stated(row.get('rev_hist_date'))}</td><td>{row.get('rev_hist_num')}</td>"
            f"<td>{markup(row.get('rev_hist_exp'))}</td></tr>"
            for row in ordered
        )
        head = "<tr><th>Revision Date</th><th>Revision Number</th><th>Revision Explanation</th></tr>"
        yield f"<h2>Revision History</h2><table>{head}{lines}</table>"


def _of(rows: Mapping[str, _Rows], part: str) -> _Rows:
    return rows.get(f"data/article/{part}", ())


def _plain(value: object) -> str:
    return html.escape(_MARKUP.sub(" ", markup(value)), quote=False).replace("&amp;", "&")
