"""Commands on policy documents in files: extract, check, compare. They need no database and no network."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parsers.models import Leaf, Position, tree_to_json
from tracker.cli.errors import CannotReadError

if TYPE_CHECKING:
    from parsers.models import ParsedPolicy

DOCUMENT = click.Path(path_type=Path, allow_dash=True)
FORMAT = click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises CannotReadError with the reason."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise CannotReadError(f"cannot read {path}: {error.strerror or error}") from error


def read_policy(path: Path, url: str = "") -> ParsedPolicy:
    """A document in a file, as far as it can be understood."""
    from parsers.policy import parse_policy

    return parse_policy(read_file(path), url)


def print_json(data: object) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


@click.command()
@click.argument("file", type=DOCUMENT)
@click.option("--url", default="", help="The address the document came from.")
@FORMAT
def extract(file: Path, url: str, form: str) -> None:
    """Read one policy document: facts, positions, criteria, codes."""
    from parsers.jsonio import to_json

    print_json(to_json(read_policy(file, url)))


@click.command()
@click.argument("file", type=DOCUMENT)
@click.option("--patient", "patient_file", type=DOCUMENT, required=True, help="Facts about the patient, as JSON.")
@FORMAT
def check(file: Path, patient_file: Path, form: str) -> None:
    """Say whether a patient meets the criteria of each position in a policy document."""
    from parsers.check import read_patient

    policy = read_policy(file)
    data = json.loads(read_file(patient_file))
    if isinstance(data, list):
        print_json({"results": [_results(policy, read_patient(one)) for one in data]})
    else:
        print_json({"results": _results(policy, read_patient(data))})


def _results(policy: ParsedPolicy, patient: Any) -> list[dict[str, object]]:
    return [_result(position, patient) for position in policy.positions]


def _result(position: Position, patient: Any) -> dict[str, object]:
    from parsers.check import check as check_tree

    found = check_tree(position.criteria, position.status, patient)
    return {
        "product": position.product,
        "route": position.route,
        "indication": position.indication,
        "phase": position.phase,
        "result": found.result,
        "unmet": _leaves(found.unmet),
        "missing": _leaves(found.missing),
    }


def _leaves(leaves: tuple[Leaf, ...]) -> list[dict[str, object]]:
    return [tree_to_json(leaf) for leaf in leaves]


@click.command()
@click.argument("old", type=DOCUMENT)
@click.argument("new", type=DOCUMENT)
@FORMAT
def compare(old: Path, new: Path, form: str) -> None:
    """Say what changed between two documents of one policy, and in which direction."""
    from tracker.compare.verdict import compare as compare_policies

    found = compare_policies(read_policy(old), read_policy(new))
    print_json(
        {
            "verdict": found.verdict,
            "action_required": found.action_required,
            "changes": [{name: getattr(one, name) for name in one.__slots__} for one in found.changes],
            "witness": found.witness,
            "confidence": found.confidence,
            "reason": found.reason,
        }
    )
