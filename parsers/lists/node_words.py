"""The words of a node: its heading, what stands behind a label or under a run-in title, and all that is under it."""

from __future__ import annotations

from parsers.outline import Node, walk
from parsers.uses.scopes import is_label


def titles_over(node: Node) -> tuple[str, ...]:
    """The heading over a node, and the one over that where it only names a use."""
    path = node.block.path
    return path[-2:] if path and is_label(path[-1]) else path[-1:]


def unlabelled(text: str) -> str:
    """What is said behind the name of a use ("Depression, first request: the member is …")."""
    label, colon, rest = text.partition(": ")
    return rest if colon and is_label(label) else text


def titled(node: Node) -> str:
    """The sentence that a run-in title leads in; "" where there is no such title."""
    return " ".join(node.block.cells) if node.block.kind == "paragraph" else ""


def said(node: Node) -> str:
    """The sentence of a node behind its run-in title, or its text."""
    return titled(node) or node.block.text


def words_of(node: Node) -> str:
    """The words of a node and of what stands under it; those of a row's cells apart."""
    return " | ".join(text for part in walk((node,)) for text in (part.block.cells or (part.block.text,)))
