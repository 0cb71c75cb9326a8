"""What a patient can do where the answer is no: `ketwatch options`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click

from parsers.models import Evidence, Indication, Product, Status
from tracker.alerts.wording import WORDING
from tracker.cli.asked import asked_policies, indication_option, product_option
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import data_option, settings
from tracker.cli.tree import quoted, wrapped
from tracker.paperwork.denials import Denial, covered_today, denials
from tracker.paperwork.next_steps import next_steps

NOTHING = "no denial could be read there; silence is no denial: ask the payer"
RULE = "Not legal advice. The plan document and the letter of denial rule; their time limits run."


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One denial with one thing to do about it, for a spreadsheet."""

    source: str
    product: Product
    indication: Indication
    status: Status
    page: int
    text: str
    step: str
    what: str
    read_on: tuple[str, ...]


@click.command()
@click.argument("payer_or_source")
@product_option
@indication_option
@format_option
@data_option
def options(
    payer_or_source: str, product: Product | None, indication: Indication | None, output_format: Format
) -> None:
    """What a patient can do where the answer is no: appeal, what is covered instead, help with the cost.

    PAYER_OR_SOURCE is an id from `ketwatch sources`, or the part before its slash for all of a payer's documents.

    Example: ketwatch options keystone-advantage --product ketamine
    """
    db = settings().open()
    policies, covering = asked_policies(db, payer_or_source), covered_today(db)
    found = [
        denial for policy in policies for denial in denials(covering, policy, product=product, indication=indication)
    ]
    if output_format == "table":
        lines = [line for denial in found for line in _lines(denial)]
        click.echo("\n".join([*lines, RULE] if lines else [NOTHING]))
    else:
        print_rows([row for denial in found for row in _rows(denial)], OptionRow, output_format, ())


def _rows(denial: Denial) -> Iterator[OptionRow]:
    position = denial.position
    proof = position.evidence[0] if position.evidence else Evidence(1, "")
    about = (denial.policy.source.source, position.product, position.indication, position.status)
    for step in next_steps(position.status, position.product, denial.policy.payer.payer_type):
        yield OptionRow(*about, proof.page, proof.text, step.title, step.text, step.sources)


def _lines(denial: Denial) -> Iterator[str]:
    position, payer = denial.position, denial.policy.payer
    use = f"{WORDING.products[position.product]} for {WORDING.indications[position.indication]}"
    yield click.style(f"{payer.name}: {use}: {WORDING.statuses[position.status]}", bold=True)
    for proof in position.evidence[:1]:
        yield from quoted("  ", proof.text, proof.page if denial.policy.policy.document.pages > 1 else None)
    yield f"  {denial.policy.source.title}, seen {denial.policy.seen_at[:10]}, {denial.policy.source.url}"
    for covered in denial.instead:
        route = "" if covered.route == "any" else f" ({covered.route})"
        yield f"  Covered instead: {WORDING.products[covered.product]}{route}, {covered.source}"
    if denial.peers:
        yield from wrapped(f"Payers of the same kind that cover it: {', '.join(denial.peers)}", "  ", "    ")
    for number, step in enumerate(next_steps(position.status, position.product, payer.payer_type), 1):
        yield ""
        yield f"  {number}. {step.title}"
        yield from wrapped(step.text, "     ", "     ")
        yield from (f"     {address}" for address in step.sources)
    yield ""
