"""Parts of a document that a question about one use sends on to ("To continue it for depression? Yes: go to …")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block, Indication
from parsers.uses.indications import mentions

# "3. Is the request to continue it for depression? | Yes: Go to Renewal Criteria | No: Go to #4"
_SENDS = compiled(
    r"^(?P<asked>[^?]*)\?(?:(?!\bno\b\W).)*?\byes\b\W+(?:please )?(?:go|proceed|continue|skip|move|turn)(?: on)? to "
    r"(?:the )?[\"“]?(?P<title>(?:[\w-]+ ){0,4}?(?:criteria|section|part|questions))\b",
    re.IGNORECASE | re.DOTALL,
)
_ORNAMENT = ' "“”:.'
# "Is the patient's depression …?" is asked of every form of it.
_CLASSES: frozenset[Indication] = frozenset({"mdd", "psychiatric", "fda_labeled", "other"})


def with_uses_sent_on(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the title of a part that only questions on certain uses send on to naming these uses."""
    uses = _uses_by_title(blocks)
    return tuple(_titled(block, uses) for block in blocks) if uses else tuple(blocks)


def _uses_by_title(blocks: Sequence[Block]) -> dict[str, str]:
    asked: dict[str, list[str]] = {}
    for block in blocks:
        if "?" in block.text and (sends := _SENDS.match(block.text)):
            asked.setdefault(_key(sends["title"]), []).append(_uses_in(sends["asked"]))
    # Where one question names no use, the part is of whatever comes.
    return {title: " and ".join(dict.fromkeys(uses)) for title, uses in asked.items() if all(uses)}


def _uses_in(question: str) -> str:
    named = [use for use in mentions(question) if not (use.excepted or use.indication in _CLASSES)]
    return " and ".join(question[use.start : use.end] for use in named)


def _titled(block: Block, uses: Mapping[str, str]) -> Block:
    path = tuple(_with_use(title, uses) for title in block.path)
    filled = [cell for cell in block.cells if cell.strip()]
    if block.kind != "heading" and len(filled) != 1:
        return replace(block, path=path)
    cells = tuple(_with_use(cell, uses) for cell in block.cells)
    return replace(block, text=_with_use(block.text, uses), cells=cells, path=path)


def _with_use(title: str, uses: Mapping[str, str]) -> str:
    use = uses.get(_key(title.strip(" |")))
    return f"{title.strip(' |')} ({use})" if use else title


def _key(title: str) -> str:
    return title.casefold().strip(_ORNAMENT)
