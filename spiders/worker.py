"""A process that crawls one payer after another, so that a night does not start Scrapy anew for each of hundreds.

Requests come on standard input and answers go to standard output, a line of JSON each: `{"spider": …, "log": …}` asks
for a spider whose log goes to a file, `{"problem": …}` says when it is done, null when it ended as it should.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import IO, Any

from scrapy.crawler import CrawlerRunner
from scrapy.utils.log import configure_logging
from scrapy.utils.project import get_project_settings
from scrapy.utils.reactor import install_reactor
from twisted.internet.defer import Deferred
from twisted.internet.task import react
from twisted.internet.threads import deferToThread

logger = logging.getLogger(__name__)


async def serve(runner: CrawlerRunner, requests: IO[str], answers: IO[str]) -> None:
    """Crawl what is asked for until no more is."""
    while line := await deferToThread(requests.readline):
        asked = json.loads(line)
        _write_to(Path(asked["log"]))
        answers.write(json.dumps({"problem": await _crawl(runner, asked["spider"])}) + "\n")
        answers.flush()


async def _crawl(runner: CrawlerRunner, spider: str) -> str | None:
    try:
        await runner.crawl(spider)
    except Exception as error:
        # Whatever keeps one spider from starting must not keep the next one.
        logger.exception("%s cannot be run", spider)
        return f"the spider could not be run ({type(error).__name__}: {error})"
    return None


def _write_to(log: Path) -> None:
    """Send all that this process prints, the interpreter's own last words included, to a file."""
    with log.open("ab") as file:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            os.dup2(file.fileno(), stream.fileno())


def main() -> None:
    settings = get_project_settings()
    install_reactor(settings["TWISTED_REACTOR"])
    configure_logging(settings)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")

    def start(_: object) -> Deferred[None]:
        served: Coroutine[Any, Any, None] = serve(CrawlerRunner(settings), sys.stdin, answers)
        return Deferred.fromCoroutine(served)

    react(start)


if __name__ == "__main__":
    main()
