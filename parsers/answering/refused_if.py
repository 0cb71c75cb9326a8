"""Refusals with a run of conditions ("… will not be approved if A, if B, or if C"): each of them bars on its own.

At least one of them tells what falls short of a criterion (an age, a count, what is missing). The run is read as the
list that a layout would make of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.deciding.findings import Statements
from parsers.language.patterns import compiled
from parsers.outline import Node
from parsers.sections.narrowed_scopes import in_phases, narrowed
from parsers.sections.section_scopes import Scope
from parsers.uses.indications import is_residual

_REFUSED = (
    r"(?:(?:not|never|cannot) (?:be )?(?:approv|cover|authori[sz]|grant|pa(?:y|id)|reimburs|given|give|consider|"
    r"medically necessary|eligible|issu|accept|recommend)\w*"
    r"|den(?:y|ies|ied)|refuse[sd]?|decline[sd]?|reject(?:s|ed)?|turn(?:s|ed)? (?:down|away)|excluded|ineligible)"
)
_IF = r"(?:if|when|where|whenever|in case)"
# What lifts a refusal, or is the only case of it, makes no run of bars.
_RUN = compiled(
    rf"^(?P<lead>[^.;:]*?\b{_REFUSED}\b(?:(?!\b(?:unless|until|except|only|{_IF})\b)[^.;:])*?),? \b{_IF} "
    r"(?P<run>[^;:]{20,})$",
    re.IGNORECASE,
)
_FRONTED = compiled(
    rf"^\W*{_IF} (?P<run>[^.;:]{{20,}}?), (?P<lead>(?:(?:the|an?|any|we|it|our|this|esketamine|spravato|ketamine|"
    rf"requests?|coverage|approval)\b)[^,.;:]{{0,60}}?\b{_REFUSED}\b[^,;:]*)$",
    re.IGNORECASE,
)
_EACH_IF = compiled(rf",?\s+(?:(?:or|and) )?(?:also )?\b{_IF} (?=\w)", re.IGNORECASE)
_COMMA = compiled(r",\s+(?:(?:or|and)(?: else)? )?(?![^()]*\))|\s+or (?=(?:the|an?) \w+ (?:is|has|was|had)\b)")
# What falls short of a criterion.
_SHORT = compiled(
    r"\b(?:fewer|less|younger|lower|under|below|not|no|never|without|lacks?|missing|absent|neither|only (?:one|1))\b",
    re.IGNORECASE,
)
_SHOWN = compiled(
    r"^(?:the|his|her|their) (?:\w+ )?(?:records?|charts?|history|documentation|notes) (?:shows?|reveals?|indicates?|"
    r"documents?) ",
    re.IGNORECASE,
)
_LIFTS = compiled(r"\b(?:unless|except)\b", re.IGNORECASE)
_LEAD = "Not covered if any of the following applies:"
_FEWEST = 2


def is_refused_if(text: str) -> bool:
    """Whether a clause refuses those of whom something is told."""
    return bool(_RUN.match(text))


def refused_if(said: Node) -> tuple[str, Node] | None:
    """A refusal's own words and the list of its conditions; None where a sentence is none, or has but one."""
    text = said.block.text
    found = None if said.children else (_RUN.match(text) or _FRONTED.match(text))
    if found is None or _LIFTS.search(text):
        return None
    run = _SHOWN.sub("", found["run"].strip(" ."))
    parts = [part.strip(" ,.") for part in (_EACH_IF if _EACH_IF.search(run) else _COMMA).split(run)]
    # "When the criteria are not met and for any other use" denies the rest, and bars nobody.
    if len(parts) < _FEWEST or not any(map(_SHORT.search, parts)) or any(map(is_residual, parts)):
        return None
    items = tuple(Node(replace(said.block, kind="item", text=part, depth=1)) for part in parts if part)
    return found["lead"], Node(replace(said.block, text=_LEAD), items)


def note_refusals(found: Statements, scope: Scope, said: Node) -> Scope | None:
    """Note a refusal's conditions as bars, and give the scope that it leaves; None where a sentence is none."""
    refused = refused_if(said)
    if refused is None:
        return None
    lead, listed = refused
    after = narrowed(scope, lead, None)
    found.bar(in_phases(after, lead), listed)
    return after
