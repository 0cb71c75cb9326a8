"""`ketwatch check`: does a patient meet the criteria of one document, or of every policy in force?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click

from parsers.check import Patient, Result, read_patient
from parsers.check import check as check_tree
from parsers.errors import PatientError
from parsers.models import Leaf, Position, tree_to_json
from tracker.cli.asked import indication_option, product_option
from tracker.cli.documents import DOCUMENT, read_file, read_policy
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.output import Format, format_option, print_json, print_rows
from tracker.cli.settings import data_option, settings
from tracker.cli.tree import criterion_words
from tracker.clock import utc_now
from tracker.in_force import policies_in_force

COLUMNS = ("product", "indication", "phase", "result", "unmet", "missing")
# Who would cover comes first, then who may, once the missing facts are known.
_ORDER: tuple[Result, ...] = ("meets", "undetermined", "does_not_meet", "not_covered")
assert set(_ORDER) == set(get_args(Result))  # noqa: S101


@dataclass(frozen=True, slots=True)
class CheckRow:
    """The answer for one position and one patient (counted from 1), with the criteria that decide it in words.

    `payer` and `source` are "" for a document in a file.
    """

    payer: str
    source: str
    patient: int
    product: str
    route: str
    indication: str
    phase: str
    result: Result
    unmet: str
    missing: str


@click.command()
@click.argument("file", type=DOCUMENT, required=False)
@click.option("--all", "of_all", is_flag=True, help="Every policy in force, instead of a FILE.")
@click.option("--patient", "patient_file", type=DOCUMENT, required=True, help="Facts about the patient, as JSON.")
@product_option
@indication_option
@format_option
@data_option
def check(
    file: Path | None, of_all: bool, patient_file: Path, product: str | None, indication: str | None,
    output_format: Format,
) -> None:  # fmt: skip
    """Say whether a patient meets the criteria of each position in a policy document, or of every policy in force.

    The patient's file holds an object of facts such as {"age": 34, "failed_ad_count": 2}, or a list of them. A fact
    that is not given is unknown. The answer is no promise of coverage: the plan document rules.

    Example: ketwatch check policy.pdf --patient patient.json
    """
    if of_all == (file is not None):
        raise click.UsageError("name one FILE, or give --all for every policy in force")
    data = _patient_data(patient_file)
    patients = [_patient(one, patient_file) for one in (data if isinstance(data, list) else [data])]
    wanted = _Wanted(product, indication)
    if file is None:
        _check_all(patients, wanted, output_format)
    else:
        _check_file(file, patients, wanted, output_format, as_list=isinstance(data, list))


@dataclass(frozen=True, slots=True)
class _Wanted:
    product: str | None
    indication: str | None

    def of(self, positions: Sequence[Position]) -> list[Position]:
        return [
            one
            for one in positions
            if self.product in (None, one.product) and self.indication in (None, one.indication)
        ]


def _check_file(
    file: Path, patients: Sequence[Patient], wanted: _Wanted, output_format: Format, *, as_list: bool
) -> None:
    policy = read_policy(file)
    positions = wanted.of(policy.positions)
    if output_format == "json":
        results = [[_result(position, patient) for position in positions] for patient in patients]
        print_json({"results": results if as_list else results[0]})
    else:
        rows = [_row("", "", n, position, one) for n, one in enumerate(patients, 1) for position in positions]
        print_rows(rows, CheckRow, output_format, ("patient", *COLUMNS) if len(patients) > 1 else COLUMNS)
    if policy.quality != "ok":
        raise WorkFailedError(f"nothing to check in {file}: {policy.quality}: {policy.reason}")


def _check_all(patients: Sequence[Patient], wanted: _Wanted, output_format: Format) -> None:
    """JSON and CSV hold every position; the table, those that are covered under some criteria."""
    rows = sorted(_rows_of_all(patients, wanted), key=lambda row: (row.patient, _ORDER.index(row.result), row.source))
    if output_format == "table":
        rows = [row for row in rows if row.result != "not_covered"]
    columns = ("source", *COLUMNS)
    print_rows(rows, CheckRow, output_format, ("patient", *columns) if len(patients) > 1 else columns)


def _rows_of_all(patients: Sequence[Patient], wanted: _Wanted) -> Iterator[CheckRow]:
    for policy in policies_in_force(settings().open(), now=utc_now()):
        for position in wanted.of(policy.policy.positions):
            for n, patient in enumerate(patients, 1):
                yield _row(policy.payer.payer, policy.source.source, n, position, patient)


def _patient_data(path: Path) -> Any:
    try:
        return json.loads(read_file(path))
    except ValueError as error:
        raise CannotReadError(f"{path} is not JSON: {error}") from error


def _patient(data: object, path: Path) -> Patient:
    try:
        return read_patient(data)
    except PatientError as error:
        raise CannotReadError(f"{path}: {error}") from error


def _result(position: Position, patient: Patient) -> dict[str, object]:
    found = check_tree(position.criteria, position.status, patient)
    return {
        "product": position.product,
        "route": position.route,
        "indication": position.indication,
        "phase": position.phase,
        "result": found.result,
        "unmet": [tree_to_json(leaf) for leaf in found.unmet],
        "missing": [tree_to_json(leaf) for leaf in found.missing],
    }


def _row(payer: str, source: str, patient: int, position: Position, facts: Patient) -> CheckRow:
    found = check_tree(position.criteria, position.status, facts)
    about = (position.product, position.route, position.indication, position.phase)
    return CheckRow(payer, source, patient, *about, found.result, _listed(found.unmet), _listed(found.missing))


def _listed(leaves: tuple[Leaf, ...]) -> str:
    return "; ".join(dict.fromkeys(criterion_words(leaf) for leaf in leaves))
