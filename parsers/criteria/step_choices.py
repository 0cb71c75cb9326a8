"""Named agents or classes that a clause sets to choose from: "A, B or C", "one of these and D", "A or B, plus C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.criteria.mixed_steps import classes_beside_agents
from parsers.criteria.steps import AGENT, AGENT_NAME, GENERIC, REVIEWED
from parsers.criteria.vocabulary import CLASS_NAME
from parsers.language.patterns import compiled

# "1 of them an SSRI or an SNRI"
_CHOICE_OF_CLASSES = compiled(rf"{CLASS_NAME}(?:, (?:an? )?{CLASS_NAME})*,? or (?:an? |1 )?{CLASS_NAME}")


# As "one step agent out of A, B and C" is told.
_ONE_OF = compiled(r"\b1 of: ")
_OR_BOTH = compiled(rf"\b{AGENT_NAME},? or (?:both|all)\b")


def are_alternatives(words: str) -> bool:
    """Whether one of the agents or classes named is enough: "A, B or C", but not "A and B"."""
    if classes_beside_agents(words) or _OR_BOTH.search(words):
        return True
    named = [match.span() for match in AGENT.finditer(words)]
    if len(named) < 2:
        return bool(_CHOICE_OF_CLASSES.search(words))
    if _ONE_OF.search(words):
        return True
    between = words[named[0][1] : named[-1][0]]
    return bool(
        re.search(r"\bor\b|/", between) or re.search(r"\b1 of\b|\beither\b|\bany of\b", words)
    ) and not re.search(r"\band\b(?!/)", between)


def _names_of_agents(words: str) -> Iterator[str]:
    named = (GENERIC.get(agent.group(), agent.group()) for agent in AGENT.finditer(words))
    return (name for name in named if name not in REVIEWED)


def _classes_chosen(part: str) -> tuple[str, ...]:
    """The classes that a part of a clause on what was tried lists beside agents."""
    return classes_beside_agents(part if _EACH_TRIED.search(part) else f"tried {part}")


# "Bupropion and either venlafaxine or duloxetine", "sertraline AND (bupropion OR venlafaxine)".
_EITHER_OR = compiled(r"\b(?:either|1 of)\b[^.;]*\bor\b|\([^().;]*\bor\b[^().;]*\)")
# "A or B, plus C", "A or B and, in addition, C": what is joined so is a part of its own.
_BETWEEN_CHOICES = compiled(
    r",? \b(?:and|plus|as well as|along with|together with|followed by|besides)\b,? (?!/)"
    r"(?:(?:in addition|also|additionally|furthermore|moreover|then),? )?"
)
_APART = compiled(r", (?:and|plus|as well as)\b|\b(?:and|plus),? (?:in addition|also|additionally|then)\b|\bplus\b")
# "Sertraline and bupropion, or venlafaxine", "either sertraline or both bupropion and venlafaxine".
_OTHER_WAY = compiled(r",? \bor (?:else )?(?:both |the combination of |each of )?")
_ALL_OF_A_WAY = compiled(r"\band\b(?!/)|\bplus\b|\btogether with\b")
_EACH_TRIED = compiled(r"\b(?:tried|failed|try|trials?|failures?|respon\w+)\b")


def ways(words: str) -> tuple[frozenset[str], ...]:
    """The agents of each of several ways, each of which a way asks for ("A and B, or C"); () without such."""
    parts = _OTHER_WAY.split(words)
    named = [tuple(dict.fromkeys(_names_of_agents(part))) for part in parts]
    apart = re.search(r", or\b|\bboth\b", words)
    if len(parts) < 2 or not all(named) or not apart or max(map(len, named)) < 2:
        return ()
    pure = all(len(names) == 1 or _are_together(part) for names, part in zip(named, parts, strict=True))
    return tuple(map(frozenset, named)) if pure and not _ONE_OF.search(words) else ()


def _are_together(part: str) -> bool:
    places = [agent.span() for agent in AGENT.finditer(part)]
    return bool(_ALL_OF_A_WAY.search(part[places[0][1] : places[-1][0]]))


def _with_names(parts: Sequence[str]) -> list[str]:
    """Parts of a clause, one that names no agent together with the next ("trial and failure of …")."""
    told: list[str] = []
    before = ""
    for part in parts:
        before = f"{before} {part}".strip()
        if any(_names_of_agents(before)) or _classes_chosen(before):
            told.append(before)
            before = ""
    return told


def choices_beside(words: str) -> tuple[frozenset[str], ...]:
    """The agents of each part of "A or B has been tried, and C has been tried": one of each part is asked; () else."""
    parts = _with_names(_BETWEEN_CHOICES.split(words))
    named = [frozenset((*_names_of_agents(part), *_classes_chosen(part))) for part in parts]
    each = all(map(_EACH_TRIED.search, parts)) or any(map(_EITHER_OR.search, parts)) or _APART.search(words)
    if len(parts) < 2 or not all(named) or not each:
        return ()
    own = all(
        len(agents) == 1 or are_alternatives(part) or _EITHER_OR.search(part)
        for agents, part in zip(named, parts, strict=True)
    )
    return tuple(named) if own and max(map(len, named)) > 1 else ()
