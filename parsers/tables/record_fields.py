"""Fields of a criteria record, and the uses and phases that its values give their own parts to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from parsers.language.any_of import Choice
from parsers.language.every_use import is_for_all
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.list_shapes import has_verb
from parsers.models import Indication, Phase
from parsers.phases.given_once import is_given_once
from parsers.phases.phase_parts import by_phase
from parsers.phases.phases import read_phase, speaks_of_every_phase
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import mentions, named_indications
from parsers.uses.scopes import is_label, is_phase_label

Field = Literal["drug", "uses", "exclusions", "asked", "limits", "beside"]

_WORDING: tuple[tuple[Field, str], ...] = (
    (
        "drug",
        (
            r"(?:drugs?|products?|medications?|brand|generic|label)(?: names?)?(?: affected)?(?:\(s\))?|(?:products?|"
            r"drugs?) affected|prior authori[sz]ation group(?: description)?"
        ),
    ),
    ("beside", r"off[- ]?label (?:uses?|indications?)|part B prerequisite|prerequisite therapy(?: required)?"),
    (
        "uses",
        (
            r"(?:(?:PA|covered|approved|FDA[- ]approved|labell?ed) )*(?:uses?|indications?|diagnos[ie]s)"
            r"(?: indicators?)?"
        ),
    ),
    ("exclusions", r"exclusions?(?: criteria)?|contraindications|excluded (?:uses?|patients|members)"),
    (
        "asked",
        (
            r"required (?:medical |clinical )?(?:information|info|documentation)|"
            r"appropriate (?:treatment|therapy|medication)(?: regimens?)?(?:,? (?:&|and|or|/) other criteria)?|"
            r"ages?(?: (?:restrictions?|limits?|requirements?|edits?))?|"
            r"prescrib(?:er|ing)(?: ?(?:/|&|and) ?(?:site|place|setting)s? of (?:care|service|administration|"
            r"treatment))?(?: (?:restrictions?|limits?|requirements?|specialt\w+|"
            r"types?))?|(?:provider|physician|practitioner|clinician) "
            r"(?:restrictions?|specialt\w+|requirements?)|(?:other|additional|"
            r"clinical|approval|initial|renewal|re-?authori[sz]ation|continuation)(?: \w+)? criteria|"
            r"(?:renewals?|re-?authori[sz]ations?|re-?certifications?|continuation|continued (?:use|therapy|treatment))"
            r"(?: (?:requests?|requirements?|of therapy))?(?: \([^()]{2,40}\))?|"
            r"sites?(?:,? (?:and|/|&) (?:programs?|settings?|REMS|monitoring))?(?: of (?:care|service|administration|"
            r"treatment))?|REMS(?: (?:program|requirements?))?|"
            r"(?:other|additional|special) (?:requirements?|information|conditions)(?: (?:and|or|&) \w+)?"
        ),
    ),
    (
        "limits",
        (
            r"(?:coverage|approval|authori[sz]ation)(?: (?:duration|length|period|term))|(?:duration|length|period) of "
            r"(?:coverage|approval|authori[sz]ation)|(?:quantity|dos(?:e|ing)) (?:limits?|restrictions?)"
        ),
    ),
)
_LABELS = Choice(tuple(compiled(rf"^\W*(?:{form})\W*$", re.IGNORECASE) for _, form in _WORDING))
# "Age restrictions (all requests)", "Exclusion criteria – initiation": which requests a field is of.
_OF_REQUESTS = compiled(
    r"(?:\s*\(|\s[–—-]\s|,\s|\s(?=(?:for|in|of|at|on)\s))(?:(?:for|in|of|at|on|the) )*"
    r"(?:all|any|both|each|every|either|initial|initiation|first|"
    r"new|start\w*|continu\w+|renew\w*|re-?auth\w*|re-?certification|subsequent|maintenance|induction)\b[^():]{0,50}"
    r"\)?(?=\W*$)",
    re.IGNORECASE,
)
_SAYS_NOTHING = compiled(r"^\W*(?:n/?a|none|not applicable|no|nil|see above)?\W*$", re.IGNORECASE)
# A length ends what is said of a use where the page shows its lines as one: "A: 3 months B: 1 month".
_TAG = compiled(
    r"(?:(?<=^)|(?<=[.;,]\s)|(?<=\)\s)(?![a-z])|(?<=\n)|(?:(?<=days\s)|(?<=weeks\s)|(?<=month\s)|(?<=months\s)|(?<=year\s)|(?<=years\s))(?=[A-Z]))"
    r"\W{0,2}([A-Za-z(][^.;:\n]{1,140}?)(?::| [–—-])\s"
)


_RENEWS = compiled(
    r"^\W*(?:for|at|on|upon|to) (?:(?:an?|the|any|each) )?(?:re-?authori|renew|continu|re-?approv)\w*\b[^.;:]{0,60},",
    re.IGNORECASE,
)
# "Reauthorization, resistant depression (only response is looked at again): …".
_ASIDE = compiled(r"\s\([^()]{3,80}\)\W*$")


# "Prescribed by a psychiatrist (initial requests for either use, and reauthorization of the first)".
_SCOPED = compiled(r"^(?P<said>[^()]{5,160}(?:\([^()]*\)[^()]*)??)\s\((?P<scopes>[^()\d]{5,120})\)\W*$")
_NEXT_SCOPE = compiled(r"\s*;\s*(?:and )?|,? and |, ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """What a field says of `uses` (all of them when empty) in `phase`; None: in either.

    `aside` is what stands in brackets behind its label; `every_phase`: the label says that it holds in both.
    """

    text: str
    uses: tuple[Indication, ...] = ()
    phase: Phase | None = None
    aside: str = ""
    every_phase: bool = False


# A first cell is asked for again whenever its table is.
@lru_cache(maxsize=1024)
def field_of(label: str) -> Field | None:
    """The field that a first cell names; None when it is no label of a record."""
    bare = _OF_REQUESTS.sub("", label)
    return next((_WORDING[place][0] for said in (label, bare) for place in _LABELS.found_in(said)), None)


def is_said(value: str) -> bool:
    """Whether a value says anything, rather than that there is nothing to say ("N/A")."""
    return not _SAYS_NOTHING.match(value)


def parts_of(value: str) -> Iterator[Part]:
    """A value in its parts: "A: 3 months. B, renewal: 6 months" as one part each for A and for B."""
    value = _with_colons(value)
    tags = [tag for tag in _TAG.finditer(value) if _is_tag(tag[1])]
    opening = value[: tags[0].start()] if tags else value
    if is_said(opening):
        yield from _by_phase(opening, (), None)
    ends = [*(tag.start() for tag in tags[1:]), len(value)]
    before: tuple[Indication, ...] = ()
    for tag, end in zip(tags, ends, strict=False):
        said = value[tag.end() : end].strip(" ,;")
        aside = _ASIDE.search(tag[1])
        # "A: initial: 3 months; renewal: 6 months": the second phase of a sentence is of the same use as the first.
        goes_on = value[: tag.start()].rstrip().endswith((",", ";"))
        uses = named_indications(tag[1]) or (before if goes_on else ())
        before = uses if read_phase(f"{tag[1]}: {said}") else ()
        for part in _by_phase(said, uses, read_phase(tag[1])):
            both = part.phase is None and speaks_of_every_phase(tag[1])
            yield replace(part, aside=aside[0] if aside else "", every_phase=both)


def _with_colons(value: str) -> str:
    """A value with colons behind the sentences that title others: "Initial, resistant depression. One of these: …"."""
    said = sentences(value) if value.count(".") > 1 else ()
    titles = [label for label, after in pairwise(said) if _titles(label, after)]
    # One use alone may be what a patient must have, or must not.
    for label in titles if len(titles) > 1 or any(map(read_phase, titles)) else ():
        value = value.replace(label, f"{label[:-1]}:", 1)
    return value


def _titles(label: str, after: str) -> bool:
    """Whether a sentence is the name of a use, alone or with a phase, and the one behind it is none."""
    named = label.endswith(".") and bool(mentions(label)) and _is_tag(label[:-1])
    return named and (has_verb(after) or not is_label(after.rstrip(".")))


def _by_phase(text: str, uses: tuple[Indication, ...], phase: Phase | None) -> Iterator[Part]:
    if phase is not None:
        # "Initial requests: A. For reauthorization of the use, B.": what opens with the other phase is of that one.
        told = sentences(text)
        turn = next((place for place, said in enumerate(told) if phase == "initial" and _RENEWS.match(said)), len(told))
        yield Part(" ".join(told[:turn]) if told[turn:] else text, uses, phase)
        text = " ".join(told[turn:])
    for sentence in sentences(text):
        yield from _scoped(sentence, uses) or _of_sentence(sentence, uses)


def _scoped(sentence: str, uses: tuple[Indication, ...]) -> list[Part]:
    """A sentence for each phase and its uses that a bracket behind it names; [] where none names a renewal."""
    found = _SCOPED.match(sentence)
    scopes: list[str] = []
    for said in _NEXT_SCOPE.split(found["scopes"]) if found else ():
        apart = not scopes or mentions(said) or read_phase(said) or is_for_all(said)
        scopes[len(scopes) - (not apart) :] = [said if apart else f"{scopes[-1]}, {said}"]
    phases = [read_phase(scope) for scope in scopes]
    if found is None or "renewal" not in phases or any(map(has_verb, scopes)):
        return []
    # Beside one of renewals what is of no phase is of first requests: "for either use at the start".
    return [
        Part(found["said"], named_indications(scope) or uses, phase or "initial")
        for scope, phase in zip(scopes, phases, strict=True)
    ]


def _of_sentence(sentence: str, uses: tuple[Indication, ...]) -> Iterator[Part]:
    before: tuple[Indication, ...] = ()
    for part in by_phase(sentence):
        phase = read_phase(part)
        # "For reauthorization of the one use, …"; "the other is not renewed; a later episode is a new request".
        own = condition(part) if phase == "renewal" else ()
        own = own or (before if is_given_once(part, before) else ())
        before = named_indications(part) or before
        yield Part(part, uses or own, phase)


def _is_tag(label: str) -> bool:
    """Whether a label before a colon names uses or phases and nothing else, but for an aside behind them."""
    label = _ASIDE.sub("", label)
    if is_label(label) or is_phase_label(label):
        return True
    rest = label.rsplit(",", maxsplit=1)[-1] if is_for_all(label) else ""
    return is_for_all(label) and not mentions(label) and (rest == label or is_phase_label(rest))
