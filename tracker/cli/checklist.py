"""What a prior-authorization request has to prove: `ketwatch checklist`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import click

from parsers.models import Indication, Phase, Product
from tracker.alerts.wording import WORDING
from tracker.cli.asked import asked_policies, indication_option, product_option
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import data_option, settings
from tracker.cli.tree import quoted, wrapped
from tracker.in_force import InForce
from tracker.paperwork.checklist import Checklist, Line, checklists, sections

NOTHING = "no policy there covers anything or decides it case by case, as far as it could be read"


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One line of a checklist, for a spreadsheet."""

    source: str
    product: Product
    indication: Indication
    phase: Phase
    section: str
    prove: str
    role: str
    choice: int | None
    page: int
    text: str


@click.command()
@click.argument("payer_or_source")
@product_option
@indication_option
@format_option
@data_option
def checklist(payer_or_source: str, product: str | None, indication: str | None, output_format: Format) -> None:
    """What a prior-authorization request has to prove, in the order in which it is read, with the clause for each line.

    PAYER_OR_SOURCE is an id from `ketwatch sources`, or the part before its slash for all of a payer's documents.

    Example: ketwatch checklist northfield-health --product esketamine
    """
    found = [
        (policy, one)
        for policy in asked_policies(settings().open(), payer_or_source)
        for one in checklists(policy.policy)
        if product in (None, one.position.product) and indication in (None, one.position.indication)
    ]
    if output_format == "table":
        click.echo("\n".join(line for policy, one in found for line in _lines(policy, one)) or NOTHING)
    else:
        print_rows([row for policy, one in found for row in _rows(policy, one)], ChecklistRow, output_format, ())


def _rows(policy: InForce, one: Checklist) -> Iterator[ChecklistRow]:
    about = (policy.source.source, one.position.product, one.position.indication, one.position.phase)
    for line in one.lines:
        yield ChecklistRow(*about, line.section, line.prove, line.role, line.choice, line.page, line.clause)


def _lines(policy: InForce, one: Checklist) -> Iterator[str]:
    position = one.position
    about = f"{WORDING.products[position.product]}, {WORDING.indications[position.indication]}"
    yield click.style(f"{policy.payer.name}: {about}, {WORDING.phases[position.phase]}", bold=True)
    yield f"{policy.source.title}, {policy.source.url}"
    if not one.lines:
        yield "  no criteria are stated"
    gather = {section.title: section.gather for section in sections()}
    for title, lines in groupby(one.lines, key=lambda line: line.section):
        yield ""
        yield click.style(f"  {title}", bold=True)
        yield from wrapped(gather[title], "  ", "  ")
        yield from _boxes(lines, has_pages=policy.policy.document.pages > 1)
    if one.codes:
        yield ""
        yield from wrapped(f"Codes the policy names: {', '.join(one.codes)}", "  ", "    ")
    yield ""


def _boxes(lines: Iterable[Line], *, has_pages: bool) -> Iterator[str]:
    """A box for each line; lines that one clause states share its quotation."""
    for (clause, page), stated in groupby(lines, key=lambda line: (line.clause, line.page)):
        for line in stated:
            yield from wrapped(_marked(line), "    [ ] ", "        ")
        yield from quoted("        ", clause, page if has_pages else None)


def _marked(line: Line) -> str:
    if line.role == "barring":
        return f"absent: {line.prove}"
    return f"{line.prove} (one of choice {line.choice} is enough)" if line.role == "alternative" else line.prove
