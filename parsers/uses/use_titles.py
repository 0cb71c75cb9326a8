"""Titles over the uses that a payer covers or refuses ("Covered for", "Uses not covered", "What we pay for")."""

from __future__ import annotations

import re

from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.deciding.paragraph_wording import DRUG_FOR
from parsers.language.patterns import compiled
from parsers.models import Status
from parsers.outline import Node
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

_USES = r"(?:uses?|indications?|diagnos[ie]s|conditions|services)"
# What stands around the status: "uses that are … for", "when used for".
_AROUND = compiled(
    rf"^\W*(?:(?:(?:what|when|which {_USES}|{_USES}(?: that| which)?) )?(?:we|the plan|this plan|the program) "
    rf"(?=do|will|pay|cover|approv)|{_USES} (?:that|which) (?=(?:do not )?meet)"
    rf"|(?:all |any )?{_USES}(?: (?:that|which|we))?(?: (?:is|are))? |(?:what|which {_USES}) (?:is|are) )"
    rf"|(?: when)?(?: used)? (?:for|in|as|{_USES})(?: of [\w ()]{{3,30}})?\W*$",
    re.IGNORECASE,
)
_PAYS = compiled(
    r"\W*(?:(?P<not>(?:(?:do(?:es)?|will) not|don['’]t|doesn['’]t) )?(?:pays?(?: for)?|covers?|approves?)"
    r"|paid(?: for)?|payable"
    r"|(?P<denied>denied|refused|declined|not (?:approved|authorized|allowed|recommended))"
    # Beside what is excluded, what is covered within limits.
    r"|(?:limited|restricted)(?: (?:drugs?|uses?|services|coverage))?)\W*",
    re.IGNORECASE,
)
_LONGEST = 60


def status_of_uses(title: str) -> Status | None:
    """The status that a title gives the uses under it; None where it says anything else."""
    if len(title) > _LONGEST or title.endswith(".") or any(map(str.isdigit, title)):
        return None
    words = _AROUND.sub("", title.rstrip(": "))
    if pays := _PAYS.fullmatch(words):
        return "excluded" if pays["not"] or pays["denied"] else "covered"
    return bare_status(title) or bare_status(words)


def titles_covered_uses(node: Node) -> bool:
    """Whether a heading that says of the drug that it is covered stands over names of uses, and over nothing else."""
    names_only = bool(node.children) and all(map(_is_of_use, node.children))
    return names_only and read_status(node.block.text) == "covered"


def _is_of_use(part: Node) -> bool:
    """Whether an item names a use, or a paragraph is no more than its name ("Resistant depression.")."""
    if part.block.kind == "paragraph":
        return not part.children and is_label(part.block.text.rstrip(" ."))
    return part.block.kind == "item" and _names_use(part.block.text)


def _names_use(text: str) -> bool:
    """Whether an item is the name of a use, or of a drug for a use, whatever more it says of that."""
    first = next(iter(mentions(text)), None)
    return is_label(text) or (first is not None and bool(DRUG_FOR.fullmatch(text[: first.start])))
