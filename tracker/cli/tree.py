"""A policy as a person reads it: facts, positions, the criteria as an indented tree with quotes and pages, codes."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import click

from parsers.criteria.trees import leaves_of
from parsers.models import Code, Group, Leaf, ParsedPolicy, PolicyFacts, Position, Tree, value_to_json
from tracker.alerts.wording import WORDING, key_words, side_words

DEFAULT_WIDTH = 110
OPERATORS = {"all": "all of:", "any": "any one of:", "none": "none of:"}


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion of one position, without its place in the tree; `key` is None for a position without criteria."""

    product: str
    route: str
    indication: str
    phase: str
    status: str
    prior_authorization: bool | None
    key: str | None
    value: object
    page: int | None
    text: str | None


def criterion_rows(policy: ParsedPolicy) -> Iterator[CriterionRow]:
    """Every criterion of a policy, position by position, for a spreadsheet."""
    for position in policy.positions:
        about = (position.product, position.route, position.indication, position.phase, position.status)
        leaves = list(leaves_of(position.criteria))
        for leaf in leaves:
            value = value_to_json(leaf.value)
            yield CriterionRow(*about, position.prior_authorization, leaf.key, value, leaf.page, leaf.text)
        if not leaves:
            proof = position.evidence[0] if position.evidence else None
            page, text = (proof.page, proof.text) if proof else (None, None)
            yield CriterionRow(*about, position.prior_authorization, None, None, page, text)


def criterion_words(leaf: Leaf) -> str:
    """A criterion in a few words: "failed antidepressants required: 3"."""
    label = key_words(leaf.key).label
    return label if leaf.key == "unparsed" else f"{label}: {side_words(leaf.key, value_to_json(leaf.value))}"


def policy_lines(policy: ParsedPolicy) -> Iterator[str]:
    """The whole policy, line by line, fitted to the terminal."""
    yield from _document_lines(policy)
    for position in policy.positions:
        yield ""
        yield from _position_lines(position, policy.document.pages)
    if policy.codes:
        yield ""
        yield from _code_lines(policy.codes)
    for warning in policy.warnings:
        yield f"warning: {warning}"


def _document_lines(policy: ParsedPolicy) -> Iterator[str]:
    facts = policy.policy
    yield click.style(
        " ".join(filter(None, (facts.number, facts.title or policy.document.title))) or "untitled", bold=True
    )
    pages = f", {policy.document.pages} pages" if policy.document.pages > 1 else ""
    yield f"{policy.document.media_type}{pages}, sha256 {policy.document.sha256[:12]}"
    if policy.quality != "ok":
        yield click.style(f"not read: {policy.quality}: {policy.reason}", fg="red")
        return
    yield ", ".join(_dates(facts))
    if facts.superseded:
        yield click.style("superseded: another document has taken its place", fg="yellow")
    if not policy.positions:
        yield "no position on either drug could be read"


def _dates(facts: PolicyFacts) -> Iterator[str]:
    for words, day in (
        ("effective", facts.effective_on),
        ("published", facts.published_on),
        ("last reviewed", facts.last_reviewed_on),
        ("next review", facts.next_review_on),
    ):
        yield f"{words} {day.isoformat() if day else 'not stated'}"


def _position_lines(position: Position, pages: int) -> Iterator[str]:
    prior = {True: ", prior authorization", False: ", no prior authorization", None: ""}[position.prior_authorization]
    about = f"{position.product} ({position.route}), {WORDING.indications[position.indication]}"
    status = WORDING.statuses[position.status]
    yield click.style(f"{about}, {WORDING.phases[position.phase]}: {status}{prior}", bold=True)
    for proof in position.evidence[:1]:
        yield from quoted("  ", proof.text, proof.page if pages > 1 else None)
    if position.criteria:
        yield from _tree_lines(position.criteria, "  ", pages)


def _tree_lines(tree: Tree, indent: str, pages: int) -> Iterator[str]:
    if isinstance(tree, Leaf):
        yield from _clause_lines([tree], indent, pages)
        return
    yield indent + _operator(tree)
    # One clause often says several things: it is quoted once, under all of them.
    for clause, group in groupby(tree.children, key=_clause):
        members = list(group)
        if clause is None:
            for member in members:
                yield from _tree_lines(member, indent + "  ", pages)
        else:
            yield from _clause_lines([one for one in members if isinstance(one, Leaf)], indent + "  ", pages)


def _clause(tree: Tree) -> tuple[str, int] | None:
    return (tree.text, tree.page) if isinstance(tree, Leaf) else None


def _clause_lines(leaves: list[Leaf], indent: str, pages: int) -> Iterator[str]:
    words = "; ".join(dict.fromkeys(criterion_words(leaf) for leaf in leaves))
    yield from wrapped(words, f"{indent}- ", f"{indent}  ")
    yield from quoted(f"{indent}  ", leaves[0].text, leaves[0].page if pages > 1 else None)


def _operator(group: Group) -> str:
    return f"at least {group.n} of:" if group.op == "at_least" else OPERATORS[group.op]


def quoted(indent: str, quote: str, page: int | None, label: str = "") -> Iterator[str]:
    """A passage with its page, wrapped to the terminal; page None where there are no pages."""
    where = f" (p. {page})" if page else ""
    for line in wrapped(f"{label}“{quote}”{where}", indent, indent + " " * len(label or "“")):
        yield click.style(line, dim=True)


def wrapped(text: str, first: str, others: str) -> list[str]:
    """Prose in lines that fit the terminal, the first and the others indented as given."""
    width = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    return textwrap.wrap(text, max(width, 40), initial_indent=first, subsequent_indent=others)


def _code_lines(codes: tuple[Code, ...]) -> Iterator[str]:
    for system in dict.fromkeys(code.system for code in codes):
        found = dict.fromkeys(code.code for code in codes if code.system == system)
        yield from wrapped(f"{system}: {', '.join(found)}", "", "  ")
