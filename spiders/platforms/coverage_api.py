"""CMS's Coverage API (version 1.5; domain.md 3.2): articles with their codes and history, lists that tell of new ones.

Asking for a token is accepting the licences of the AMA, ADA and AHA that the API names.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from scrapy import Request
from scrapy.http import Response

from db.snapshots import snapshots_of
from db.sources import Source
from spiders.archive import utc_now
from spiders.base import PayerSpider
from spiders.items import FetchedDocument
from spiders.reasons import plain_reason

ARTICLE = "data/article/"
WHATS_NEW = "reports/whats-new/local/"
TOKEN = "metadata/license-agreement/"  # noqa: S105 - an address
# In the order of an article's page. The API sends descriptions of codes along; they are licensed, and none is kept.
_OF_A_VERSION = (
    "hcpc-code-group", "hcpc-code", "icd10-covered-group", "icd10-covered", "icd10-noncovered-group",
    "icd10-noncovered", "contractor", "primary-jurisdiction", "revision-history",
)  # fmt: skip
_LICENSED = frozenset({"long_description", "short_description", "code_description"})
_DESCRIBED = frozenset({"icd10-covered", "icd10-noncovered"})
_VERSION = "/v1/"
_MOST_WEEKS = 51
_MOST_PAGES = 200


class AnswerError(Exception):
    """The API answered something else than its description says."""


@dataclass(slots=True)
class _Gathering:
    """A source's document as it comes together: what is still to be asked, and the rows that came, by endpoint."""

    source: Source
    left: list[str]
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    pages: int = 0

    def body(self) -> bytes:
        """The document that is kept: equal rows give equal bytes, whatever the order of their fields."""
        return json.dumps({"coverage_api": self.rows}, sort_keys=True, indent=1, ensure_ascii=False).encode()


class CoverageApi(PayerSpider):
    """Each source's address is that of an endpoint: an article (data/article/?articleid=…), read as a policy with all
    that belongs to it, or a list (reports/…), a lead. Every page of a list is fetched, and of the local news every week
    since the last time. An address that is none of the API is fetched as it is.
    """

    token: str = ""

    async def start(self) -> AsyncIterator[Request]:
        due = self.due()
        # A recording holds what was gathered under the address of its source.
        recorded = self.settings.get("KETWATCH_REPLAY")
        sources = [source for source in due if _VERSION in source.url and not recorded]
        for source in due:
            if source not in sources:
                yield self.first_request(source)
        if sources:
            url = f"{_base(sources[0].url)}{TOKEN}"
            yield self._ask(url, self.parse_token, _Gathering(sources[0], []), self.parse_no_token, sources)

    def parse_token(self, response: Response, gathering: _Gathering, sources: list[Source]) -> Iterator[Any]:
        """The first question for each source, with the token that all of them need."""
        del gathering
        try:
            (row,) = _data(response)[:1] or [{}]
            # The description says `token`; the API says `Token`.
            self.token = str(row.get("token") or row["Token"])
        except (AnswerError, KeyError) as error:
            yield from (self.failed(source, source.url, f"no token: {_said(error)}", response) for source in sources)
            return
        for source in sources:
            yield self._next(_Gathering(source, self._questions(source)))

    def parse_no_token(self, failure: Any) -> Iterator[FetchedDocument]:
        """Without a token nothing can be asked."""
        for source in failure.request.cb_kwargs["sources"]:
            yield self.failed(source, source.url, f"no token: {plain_reason(failure.value)}")

    def parse_rows(self, response: Response, source: Source, gathering: _Gathering) -> Iterator[Any]:
        """The rows of one answer, then the next question, or the document when none is left."""
        try:
            endpoint = _endpoint(response.url)
            rows = _data(response, at_least=int(endpoint == ARTICLE))
            known = gathering.rows.setdefault(endpoint, [])
            known += [kept for kept in (_kept(endpoint, row) for row in rows) if kept not in known]
            self._follow(response, gathering, endpoint)
        except AnswerError as error:
            yield self.failed(source, source.url, str(error), response)
            return
        if gathering.left:
            yield self._next(gathering)
        else:
            yield FetchedDocument(
                source.source, source.url, source.url, utc_now(), "fetched", status=response.status,
                headers=(("Content-Type", "application/json"),), body=gathering.body(),
            )  # fmt: skip

    def _questions(self, source: Source) -> list[str]:
        if _endpoint(source.url) != WHATS_NEW:
            return [source.url]
        return [f"{source.url}?{urlencode(week)}" for week in self._weeks(source)]

    def _weeks(self, source: Source) -> Iterator[dict[str, str]]:
        """The weeks since the last good answer, and the one before, which may not have been complete: the end is not
        included, so that it is the eighth day.
        """
        today = datetime.now(UTC)
        good = [one.fetched_at for one in snapshots_of(self.archive.db, source.source) if one.outcome == "fetched"]
        since = datetime.fromisoformat(good[-1]) if good else today
        weeks = min((today - since) // timedelta(days=7) + 2, _MOST_WEEKS)
        for back in range(weeks, 0, -1):
            begin = today - timedelta(days=7 * back - 1)
            yield {"start_date": f"{begin:%Y%m%d}", "end_date": f"{begin + timedelta(days=7):%Y%m%d}"}

    def _follow(self, response: Response, gathering: _Gathering, endpoint: str) -> None:
        """Put the next page, or an article's parts, before what is left to ask."""
        gathering.pages += 1
        further = json.loads(response.text)["meta"].get("next_token")
        if further and gathering.pages > _MOST_PAGES:
            raise AnswerError(f"its list has no end after {_MOST_PAGES} pages")
        if further:
            asked = parse_qs(urlsplit(response.url).query) | {"next_token": [str(further)]}
            gathering.left.insert(0, f"{response.url.partition('?')[0]}?{urlencode(asked, doseq=True)}")
        elif endpoint == ARTICLE:
            article = gathering.rows[ARTICLE][0]
            which = {"articleid": article["article_id"]}
            version = which | {"ver": article["article_version"]}
            base = f"{_base(response.url)}{ARTICLE}"
            gathering.left += [f"{base}{part}?{urlencode(version)}" for part in _OF_A_VERSION]
            gathering.left.append(f"{base}future-retire?{urlencode(which)}")

    def _next(self, gathering: _Gathering) -> Request:
        return self._ask(gathering.left.pop(0), self.parse_rows, gathering, self.parse_failure)

    def _ask(
        self, url: str, callback: Any, gathering: _Gathering, errback: Any, sources: list[Source] | None = None
    ) -> Request:
        asked: dict[str, Any] = {"gathering": gathering}
        asked |= {"sources": sources} if sources else {"source": gathering.source}
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return Request(
            url, callback=callback, errback=errback, headers=headers, cb_kwargs=asked, dont_filter=True,
            meta={"asked_url": gathering.source.url},
        )  # fmt: skip


def _base(url: str) -> str:
    """The address of the API up to its version: https://api.coverage.cms.gov/v1/"""
    return url[: url.index(_VERSION) + len(_VERSION)]


def _endpoint(url: str) -> str:
    return url.partition("?")[0].removeprefix(_base(url))


def _data(response: Response, *, at_least: int = 0) -> list[dict[str, Any]]:
    """The rows of an answer; of an id that it does not know, the API sends none with status 200. Raises AnswerError."""
    try:
        answer = json.loads(response.text)
        rows, _ = answer["data"], answer["meta"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AnswerError("the API's answer is not the JSON that it describes") from error
    if not isinstance(rows, list):
        raise AnswerError("the API's answer has no rows")
    if len(rows) < at_least:
        raise AnswerError("the API knows no such article")
    return rows


def _kept(endpoint: str, row: dict[str, Any]) -> dict[str, Any]:
    described = {"description"} if endpoint.rpartition("/")[2] in _DESCRIBED else set()
    return {name: value for name, value in row.items() if name not in _LICENSED | described}


def _said(error: Exception) -> str:
    return str(error) if isinstance(error, AnswerError) else "the API sent none"
