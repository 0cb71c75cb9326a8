"""Uses whose approval is given once and never renewed, as a clause of a list or a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Indication
from parsers.outline import Node, walk
from parsers.phases.phases import is_never_renewed
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import mentions, named_indications

# "A request past the first month is judged under resistant depression": whose criteria are used instead.
_UNDER = compiled(
    r"\b(?:under|by|as|from|with|to|meets?)(?: (?:the|an?|our|criteria|rules|section|request|new|for|of))*\W*$",
    re.IGNORECASE,
)
# "Renewal is for resistant depression only": no other use is renewed.
_AGAIN = r"(?:renewals?|re-?authori[sz]ations?|re-?approvals?|continuations?(?: of (?:therapy|treatment))?)"
_ONLY_FOR = compiled(
    rf"^\W*{_AGAIN} (?:is|are|applies|apply|will be|may be|can be)(?: (?:available|granted|given|possible|"
    r"approved|considered|allowed|limited))*(?P<only> only)? (?:for|to|in)(?P<after> only)? (?P<use>[^.;:]{3,90}?)"
    r"(?P<last> only)?\W*$",
    re.IGNORECASE,
)
# "Renewals, which exist for resistant depression only, last a year."
_WHICH_ARE_ONLY_FOR = compiled(
    rf"^\W*{_AGAIN}[,;(–—]? ?(?:which|that|and (?:these|those|they)) (?:exists?|is|are|appl(?:y|ies)|may be|can be|"
    r"will be|we)(?: (?:available|granted|given|grant|give|offer|offered|possible|approved?|considered|allowed?|"
    r"limited|made))*"
    r"(?P<only> only)? (?:for|to|in)(?P<after> only)? (?P<use>[^.;:,()–—]{3,90}?)(?P<last> (?:only|alone))?[,)–—]",
    re.IGNORECASE,
)

# "For the second use there is no extension", where nothing tells which that is.
_OF_ANOTHER = compiled(
    r"\b(?:first|second|third|latter|former|other) (?:use|condition|indication|diagnosis|group)\b", re.IGNORECASE
)


def uses_given_once(
    node: Node, above: tuple[Indication, ...], told: tuple[Indication, ...] = ()
) -> Iterator[Indication]:
    """The uses of which a part of `node` says so: those that it names, else those `above` where it stands alone; of
    those `told` before, all that it does not name where it says which one alone is renewed.
    """
    for part in walk((node,)):
        title = "".join(part.block.path[-1:])
        # "A, renewal: better. B is not renewed; a later episode is a new request": each clause of its own sentence.
        told_in = () if part.children else sentences(part.block.text)
        said = [clause for sentence in told_in for clause in sentence.split(";")]
        for place, clause in enumerate(said):
            if only := _renewed_alone(clause):
                yield from (use for use in told if use not in only)
            if is_never_renewed(clause, title) or is_never_renewed(_behind_use(clause), title):
                yield from condition(clause) or _named(clause) or _meant(said[: place + 1], node, above)


def _meant(said: Sequence[str], node: Node, above: tuple[Indication, ...]) -> tuple[Indication, ...]:
    """The uses that a clause without a name, the last of `said`, is of; () where one of them says "the second use"."""
    if any(map(_OF_ANOTHER.search, said)):
        return ()
    return _named(_told_before(said[:-1])) or (() if len(node.children) > 1 else above)


def _behind_use(clause: str) -> str:
    """What a clause says behind the use that labels it ("Acute suicidality: none", under a title of renewals)."""
    label, _, behind = clause.partition(": ")
    return behind if named_indications(label) else ""


def _renewed_alone(text: str) -> tuple[Indication, ...]:
    """The uses that a clause says are renewed, and no others; () where it says no such thing."""
    found = _ONLY_FOR.match(text) or _WHICH_ARE_ONLY_FOR.match(text)
    return named_indications(found["use"]) if found and (found["only"] or found["after"] or found["last"]) else ()


def _told_before(clauses: Sequence[str]) -> str:
    """The last of the clauses before one that names a use ("Suicidality is judged anew; a later episode is a new
    request").
    """
    return next((clause for clause in reversed(clauses) if _named(clause)), "")


def _named(text: str) -> tuple[Indication, ...]:
    return tuple(one.indication for one in mentions(text) if not (one.excepted or _UNDER.search(text[: one.start])))


def is_given_once(sentence: str, told: tuple[Indication, ...]) -> bool:
    """Whether a sentence that names no use says it of the only one `told` before it ("… acute suicidality for 4 weeks.
    A later episode is a new request").
    """
    return len(told) == 1 and is_never_renewed(sentence) and not _OF_ANOTHER.search(sentence)
