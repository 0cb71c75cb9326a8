"""What is watched, for programs that may not import spiders: `python -m spiders.catalog --data DIR` or `--json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

import click
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings
from sqlite_utils import Database

from db.connection import memory_db, open_db
from db.sources import Source, register
from spiders.archive import utc_now
from spiders.base import PayerSpider, sources_in_force


def payer_spiders() -> Iterator[type[PayerSpider]]:
    """Every payer's spider class, by name."""
    loader = get_spider_loader(get_project_settings())
    for name in sorted(loader.list()):
        spider = loader.load(name)
        if issubclass(spider, PayerSpider):
            yield spider


def register_all(db: Database) -> int:
    """Add or bring up to date every payer and source in the database; returns how many sources there are."""
    count = 0
    for spider in payer_spiders():
        sources = sources_in_force(spider, db)
        register(db, spider.payer, sources, at=utc_now())
        count += len(sources)
    return count


def describe(spider: type[PayerSpider], sources: tuple[Source, ...]) -> str:
    """One JSON line: name, payer, hosts and sources of a spider."""
    hosts = sorted({urlsplit(source.url).hostname or "" for source in sources})
    told = [asdict(source) for source in sources]
    return json.dumps({"name": spider.name, "payer": asdict(spider.payer), "hosts": hosts, "sources": told})


@click.command(help=__doc__)
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="Register everything in this data folder."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line for each spider.")
def main(data: Path | None, *, as_json: bool) -> None:
    if data is None and not as_json:
        raise click.UsageError("give --data DIR to register, --json to print, or both")
    with closing(open_db(data) if data else memory_db()) as db:
        if data is not None:
            click.echo(f"{register_all(db)} sources registered in {data}", err=True)
        for spider in payer_spiders() if as_json else ():
            click.echo(describe(spider, sources_in_force(spider, db)))


if __name__ == "__main__":
    main()
