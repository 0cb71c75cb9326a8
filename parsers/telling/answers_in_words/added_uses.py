"""Uses added to one that is covered already: "In addition to resistant depression, the spray is now covered for acute
suicidality when: …". What is asked then is asked of the use that is added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.scopes import positive_indications

_ADDED = compiled(
    r"^(?P<before>(?:.*[.!]\s+)?)(?P<so_far>(?:in addition to|besides|along with|as well as|beyond) "
    r"(?P<known>[^,;:]{3,160})),\s+(?P<added>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "In addition to two antidepressants failed for it" and "In addition to the criteria for it" add to what is asked.
_ADDS_CRITERIA = compiled(
    r"\b(?:criteri\w+|requirements?|conditions?|fail\w*|trials?|tried|must|meet\w*|diagnos[ie]s of)\b", re.IGNORECASE
)
_COVERED = "It is covered for {}."


def with_added_uses(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the cover that there was told apart from the one that is added; and what is printed for it."""
    told: list[Block] = []
    restated: dict[str, str] = {}
    for block in blocks:
        found = _ADDED.match(block.text) if block.kind == "paragraph" else None
        if found is None or not _adds(found["so_far"], found["added"]):
            told.append(block)
            continue
        was = _COVERED.format(found["known"])
        restated[was] = found["so_far"]
        told.append(replace(block, text=f"{found['before']}{was}".strip()))
        told.append(replace(block, text=f"{found['added'][0].upper()}{found['added'][1:]}"))
    return tuple(told), restated


def _adds(so_far: str, added: str) -> bool:
    """Whether a sentence names one use in its opening, and covers others behind it."""
    first = re.split(r"[.:](?:\s|$)", added, maxsplit=1)[0]
    known, new = set(positive_indications(so_far)), set(positive_indications(first))
    covers = stated_status(first) == "covered" or stated_status(f"{so_far}, {first}") == "covered"
    return bool(known and new) and not known & new and covers and not _ADDS_CRITERIA.search(so_far)
