"""A policy as a person reads it: facts, positions, the criteria as an indented tree with quotes and pages, codes."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator

import click

from parsers.models import Code, Group, Leaf, ParsedPolicy, PolicyFacts, Position, Tree, value_to_json

DEFAULT_WIDTH = 110
OPERATORS = {"all": "all of:", "any": "any one of:", "none": "none of:"}


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
    where = f"{position.product} ({position.route}), {position.indication}, {position.phase}"
    yield click.style(f"{where}: {position.status}{prior}", bold=True)
    for proof in position.evidence[:1]:
        yield from _quoted("  ", "", proof.text, proof.page, pages)
    if position.criteria:
        yield from _tree_lines(position.criteria, "  ", pages)


def _tree_lines(tree: Tree, indent: str, pages: int) -> Iterator[str]:
    if isinstance(tree, Leaf):
        yield from _quoted(indent, _criterion(tree), tree.text, tree.page, pages)
        return
    yield indent + _operator(tree)
    for child in tree.children:
        yield from _tree_lines(child, indent + "  ", pages)


def _operator(group: Group) -> str:
    return f"at least {group.n} of:" if group.op == "at_least" else OPERATORS[group.op]


def _criterion(leaf: Leaf) -> str:
    value = value_to_json(leaf.value)
    shown = "" if value in (None, True) else f" {value if isinstance(value, str) else json.dumps(value)}"
    return f"{leaf.key}{shown}"


def _quoted(indent: str, label: str, quote: str, page: int, pages: int) -> Iterator[str]:
    where = f" (p. {page})" if pages > 1 else ""
    text = f"{label}: “{quote}”{where}" if label else f"“{quote}”{where}"
    width = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    yield from textwrap.wrap(text, width, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ")


def _code_lines(codes: tuple[Code, ...]) -> Iterator[str]:
    for system in dict.fromkeys(code.system for code in codes):
        found = dict.fromkeys(code.code for code in codes if code.system == system)
        yield from textwrap.wrap(f"{system}: {', '.join(found)}", DEFAULT_WIDTH, subsequent_indent="  ")
