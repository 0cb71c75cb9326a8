"""Commands on policy documents in files: extract, check, compare. They need no database and no network."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from db.changes import Change, Comparison
from parsers.check import Patient, read_patient
from parsers.check import check as check_tree
from parsers.errors import ParseError, PatientError
from parsers.jsonio import to_json
from parsers.models import Leaf, ParsedPolicy, Position, tree_to_json
from parsers.policy import parse_policy
from tracker.alerts.witness import witness_words
from tracker.alerts.wording import WORDING, change_words, subject_words
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.output import Format, csv_text, format_option, print_json, print_rows
from tracker.cli.tree import CriterionRow, criterion_rows, criterion_words, policy_lines, quoted
from tracker.compare.verdict import compare as compare_policies

DOCUMENT = click.Path(path_type=Path, allow_dash=True)
CHECK_COLUMNS = ("product", "indication", "phase", "result", "unmet", "missing")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """The answer for one position and one patient (counted from 1), with the criteria that decide it in words."""

    patient: int
    product: str
    route: str
    indication: str
    phase: str
    result: str
    unmet: str
    missing: str


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises CannotReadError with the reason."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise CannotReadError(f"cannot read {path}: {error.strerror or error}") from error


def read_policy(path: Path, url: str = "") -> ParsedPolicy:
    """A document in a file, as far as it can be understood. Raises CannotReadError when it cannot be read at all."""
    try:
        return parse_policy(read_file(path), url)
    except ParseError as error:
        raise CannotReadError(f"cannot read {path}: {error}") from error


@click.command()
@click.argument("file", type=DOCUMENT)
@click.option("--url", default="", help="The address the document came from.")
@format_option
def extract(file: Path, url: str, output_format: Format) -> None:
    """Read one policy document: facts, positions, criteria, codes.

    FILE is HTML, PDF, Word, Markdown or plain text, whatever its ending; - reads standard input.

    Example: ketwatch extract policy.pdf --format json
    """
    policy = read_policy(file, url)
    if output_format == "json":
        print_json(to_json(policy))
    elif output_format == "csv":
        click.echo(csv_text(list(criterion_rows(policy)), CriterionRow), nl=False)
    else:
        click.echo("\n".join(policy_lines(policy)))


@click.command()
@click.argument("file", type=DOCUMENT)
@click.option("--patient", "patient_file", type=DOCUMENT, required=True, help="Facts about the patient, as JSON.")
@format_option
def check(file: Path, patient_file: Path, output_format: Format) -> None:
    """Say whether a patient meets the criteria of each position in a policy document.

    The patient's file holds an object of facts such as {"age": 34, "failed_ad_count": 2}, or a list of them. A fact
    that is not given is unknown. The answer is no promise of coverage: the plan document rules.

    Example: ketwatch check policy.pdf --patient patient.json
    """
    policy = read_policy(file)
    data = _patient_data(patient_file)
    patients = [_patient(one, patient_file) for one in (data if isinstance(data, list) else [data])]
    if output_format == "json":
        results = [[_result(position, patient) for position in policy.positions] for patient in patients]
        print_json({"results": results if isinstance(data, list) else results[0]})
    else:
        rows = [_check_row(n, position, one) for n, one in enumerate(patients, 1) for position in policy.positions]
        columns = ("patient", *CHECK_COLUMNS) if len(patients) > 1 else CHECK_COLUMNS
        print_rows(rows, CheckRow, output_format, columns)
    if policy.quality != "ok":
        raise WorkFailedError(f"nothing to check in {file}: {policy.quality}: {policy.reason}")


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


def _check_row(patient: int, position: Position, facts: Patient) -> CheckRow:
    found = check_tree(position.criteria, position.status, facts)
    return CheckRow(
        patient,
        position.product,
        position.route,
        position.indication,
        position.phase,
        found.result,
        _listed(found.unmet),
        _listed(found.missing),
    )


def _listed(leaves: tuple[Leaf, ...]) -> str:
    return "; ".join(dict.fromkeys(criterion_words(leaf) for leaf in leaves))


@click.command()
@click.argument("old", type=DOCUMENT)
@click.argument("new", type=DOCUMENT)
@format_option
def compare(old: Path, new: Path, output_format: Format) -> None:
    """Say what changed between two documents of one policy, and in which direction.

    Example: ketwatch compare policy-2025.pdf policy-2026.pdf
    """
    before, after = read_policy(old), read_policy(new)
    found = compare_policies(before, after)
    if output_format == "json":
        print_json(asdict(found))
    elif output_format == "csv":
        click.echo(csv_text(found.changes, Change), nl=False)
    else:
        click.echo("\n".join(comparison_lines(found, has_pages=max(before.document.pages, after.document.pages) > 1)))


def comparison_lines(found: Comparison, *, has_pages: bool) -> Iterator[str]:
    """A comparison as a person reads it: the verdict, then each change with its clauses and, in a PDF, pages."""
    act = "; codes to change" if found.action_required else ""
    yield click.style(f"{WORDING.verdicts[found.verdict]} ({found.verdict}{act})", bold=True)
    if found.reason:
        yield f"confidence {found.confidence}: {found.reason}"
    for change in found.changes:
        yield ""
        yield f"{subject_words(change)}: {WORDING.directions[change.direction]}"
        yield f"  {change_words(change)}"
        for side, text, page in (
            ("before: ", change.before_text, change.before_page),
            ("after:  ", change.after_text, change.after_page),
        ):
            if text:
                yield from quoted("    ", text, page if has_pages else None, side)
    witness = witness_words(found.witness, found.changes)
    if witness:
        yield ""
        yield witness
