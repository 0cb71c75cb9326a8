"""`ketwatch export`: everything as CSV, JSON Lines, Parquet, FHIR-shaped coverage information or WARC."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from sqlite_utils import Database

from db.queries import (
    ChangeFilter,
    ChangeRow,
    CoverageFilter,
    CoverageRow,
    SourceRow,
    list_changes,
    list_coverage,
    list_sources,
)
from db.stores import blob_store
from tracker.cli.errors import CannotReadError
from tracker.cli.output import csv_text
from tracker.cli.settings import data_option, settings
from tracker.clock import utc_now
from tracker.crd import coverage_information
from tracker.export import export_warc, replacing
from tracker.in_force import policies_in_force
from tracker.parquet import write_parquet

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("export"), show_default=True, help="Folder."
)


@click.group()
def export() -> None:
    """Everything as CSV, JSON Lines, Parquet, FHIR-shaped coverage information or WARC.

    Example: ketwatch export csv --out export
    """


@export.command("csv")
@OUT
@data_option
def export_csv(out: Path) -> None:
    """Write coverage.csv, changes.csv and sources.csv.

    Example: ketwatch export csv --out export
    """
    for name, kind, rows in _tables(settings().open()):
        _write(out / f"{name}.csv", csv_text(rows, kind), len(rows))


@export.command("jsonl")
@OUT
@data_option
def export_jsonl(out: Path) -> None:
    """Write coverage.jsonl, changes.jsonl and sources.jsonl, one JSON object a line.

    Example: ketwatch export jsonl --out export
    """
    for name, _, rows in _tables(settings().open()):
        lines = (json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
        _write(out / f"{name}.jsonl", "".join(lines), len(rows))


@export.command("parquet")
@OUT
@data_option
def export_parquet(out: Path) -> None:
    """Write coverage.parquet, changes.parquet and sources.parquet; needs the extra `parquet` (pyarrow).

    Example: ketwatch export parquet --out export
    """
    for name, kind, rows in _tables(settings().open()):
        out.mkdir(parents=True, exist_ok=True)
        with replacing(out / f"{name}.parquet") as file:
            write_parquet(file, rows, kind)
        click.echo(f"{out / f'{name}.parquet'}: {len(rows)} rows")


@export.command("crd")
@OUT
@data_option
def export_crd(out: Path) -> None:
    """Write coverage-information.jsonl: each position in force in the shape of HL7 Da Vinci CRD.

    Example: ketwatch export crd --out export
    """
    policies = policies_in_force(settings().open(), now=utc_now())
    lines = [json.dumps(found, ensure_ascii=False) for policy in policies for found in coverage_information(policy)]
    _write(out / "coverage-information.jsonl", "".join(f"{line}\n" for line in lines), len(lines))


@export.command("warc")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--payer", help="One payer, by its id.")
@data_option
def export_warc_file(file: Path, payer: str | None) -> None:
    """Write every stored answer to a WARC file, which `ketwatch nightly --replay` can read.

    Example: ketwatch export warc ketwatch.warc.gz
    """
    data = settings().data
    if not file.parent.is_dir():
        raise CannotReadError(f"no folder {file.parent}: make it first")
    count = export_warc(settings().open(), blob_store(data), file, payer=payer)
    click.echo(f"{file}: {count} answers")


def _tables(db: Database) -> list[tuple[str, type[DataclassInstance], Sequence[DataclassInstance]]]:
    return [
        ("coverage", CoverageRow, list_coverage(db, CoverageFilter(), today=utc_now()[:10])),
        ("changes", ChangeRow, list_changes(db, ChangeFilter())),
        ("sources", SourceRow, list_sources(db)),
    ]


def _write(path: Path, text: str, rows: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(text.encode())
    click.echo(f"{path}: {rows} rows")
