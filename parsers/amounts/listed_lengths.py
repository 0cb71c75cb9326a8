"""Lengths of several uses behind one label ("Length of approval: depression, 3 months. Suicidality, 1 month.").

Each part is said of an approval for itself: its use limits it, and not what the next use is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss, without_glosses
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN, SPAN_COUNT, SPAN_UNIT
from parsers.models import Block, Phase
from parsers.outline import Node, walk
from parsers.phases.phase_parts import by_phase
from parsers.phases.phases import read_phase
from parsers.uses.conditional_uses import condition
from parsers.uses.scopes import is_label, is_phase_label

_LABEL = compiled(
    r"^\W*(?:the )?(?:(?:PA|prior authori[sz]ation|esketamine|spravato|initial|first|renewal) )?"
    r"(?:(?:length|duration|term|period)s? of (?:(?:the|each) )?(?:approvals?|authori[sz]ations?|coverage)"
    r"|(?:PAR?|prior authori[sz]ation)(?: requests?)? (?:lengths?|durations?|periods?|terms?)"
    r"|(?:approvals?|authori[sz]ations?)(?: (?:lengths?|durations?|periods?|of (?:esketamine|spravato|the "
    r"(?:drug|spray))))?"
    r")\s*[:–—-]\s+",
    re.IGNORECASE,
)
_OF_LENGTHS = compiled(
    r"\b(?:length|duration|term|period)s? (?:of|for) (?:(?:the|each|initial) )?"
    r"(?:approval|authori[sz]ation|coverage)s?\b"
    r"|\b(?:approval|authori[sz]ation|coverage) (?:length|duration|term|period)s?\b",
    re.IGNORECASE,
)
# "Initial: 3 months, 24 devices per 28 days", among the limits of a use.
_PHASE_AND_LENGTH = compiled(
    r"^\W*(?:initial|first|new start|renewal|re-?auth\w*|continu\w+|subsequent)(?: \w+)?: (?:for |up to )*"
    rf"{SPAN_COUNT}[ -]{SPAN_UNIT}\b",
    re.IGNORECASE,
)
_OPENS_WITH_SPAN = compiled(rf"^\W*(?:for |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT}\W*(?:$|[,;.])", re.IGNORECASE)
# A way to approval by its number, its use in brackets: "Option 2 (depression), 4 weeks".
_PART = compiled(
    r"^(?P<use>(?:(?:option|group|category|pathway|track|use|indication|section) \d )?[^.:;\d]{2,120}?)[,:]? "
    rf"(?:for |is |lasts |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT}\b",
    re.IGNORECASE,
)
# The lines of a cell run together: "Depression: Initial: 3 months Continuation: one year Acute suicidality: one month".
_RUN_ON = compiled(
    r"\s*(?P<use>[A-Z][^.:;\d]{2,120}?):?\s+(?:(?P<phase>(?-i:[A-Z])[a-z-]+(?: [a-z]+)?(?=:)"
    # "Depression: initial 3 months; renewal one year. Acute suicidality: one month".
    r"|(?<=: )(?:initial|first|renewal|continuation|re-?auth\w*)(?: approval)?):?\s*)?"
    rf"(?P<length>(?:for |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT})\b[.;,]?",
    re.IGNORECASE,
)
# "Up to 60 days for a new start in resistant depression".
_BEFORE_ITS_USE = compiled(
    rf"\W*(?:and |for )*(?P<length>(?:up to |at most )?{SPAN_COUNT}[ -]{SPAN_UNIT}) "
    r"(?:for|in|of|on|at|upon|per) (?:(?:an?|the|each|every|any) )?(?P<use>[^.:;,\d]{3,120})",
    re.IGNORECASE,
)
_BETWEEN = compiled(r"[.;]\s+(?=\S)")
# "… at first, 12 months at reauthorization Acute suicidality: one month": a line ended before the next use.
_LINE_END = compiled(
    r"(?<=[a-z)])(?<!and)(?<!or)(?<!of)(?<!for)(?<!in)(?<!with) "
    r"(?P<use>(?-i:[A-Z])[^.:;,]{6,110}?)(?=:\s)",
    re.IGNORECASE,
)
_FEWEST = 2
_OF_AN_APPROVAL = (gloss("approval"), gloss("initial approval"), gloss("renewal approval"))


def with_listed_lengths(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a paragraph for each length that a label gives one of several uses, marked as of an approval; and
    what is printed for each of these.
    """
    read: list[Block] = []
    restated: dict[str, str] = {}
    for block in blocks:
        if turned := _turned(block):
            read += [replace(block, text=length) for length in turned]
            restated |= {length: without_glosses(part) for length, part in turned.items()}
            continue
        lengths = _lengths(block) if block.kind == "paragraph" else ()
        read += [replace(block, text=length) for length in lengths] or [block]
        restated |= {without_glosses(length): without_glosses(block.text) for length in lengths}
    return tuple(read), restated


def is_listed_length(text: str) -> bool:
    """Whether a paragraph is one use's length out of a list of them; what follows is about every use again."""
    return text.endswith(_OF_AN_APPROVAL)


def gives_length(block: Block) -> bool:
    """Whether an entry under a title of lengths of approval gives its use one: that use is approved."""
    if not block.path or block.kind not in ("item", "paragraph") or not SPAN.search(block.text):
        return False
    of_use = _OF_LENGTHS.search(block.path[-1]) and condition(block.text)
    return bool(of_use or _PHASE_AND_LENGTH.match(block.text))


def opens_with_length(node: Node) -> bool:
    """Whether what stands under the label of a phase among limits opens with a length ("28 days, 23 devices")."""
    return any(_OPENS_WITH_SPAN.match(part.block.text) for part in walk(node.children))


def _turned(block: Block) -> dict[str, str]:
    """Lengths before their uses or phases, under a title of lengths ("Up to 60 days for a new start in depression; 180
    days for a renewal"), with these before them, and what is printed for each; nothing where a part says more.
    """
    if block.kind not in ("item", "paragraph") or not block.path or not _OF_LENGTHS.search(block.path[-1]):
        return {}
    parts = _BETWEEN.split(block.text.rstrip(" .;"))
    found = [_BEFORE_ITS_USE.fullmatch(part) for part in parts]
    turned = {f"{each['use']}: {each['length']}": each[0] for each in found if each and _is_told_for(each["use"])}
    return turned if len(turned) == len(parts) else {}


def _is_told_for(use: str) -> bool:
    return is_label(use) or is_phase_label(use)


def _lengths(block: Block) -> tuple[str, ...]:
    titled = bool(block.path) and bool(_OF_LENGTHS.search(block.path[-1]))
    return _apart(block.text) or (tuple(_run_on(block.text)) if titled else ())


def _apart(text: str) -> tuple[str, ...]:
    label = _LABEL.match(text)
    rest = text[label.end() :].rstrip(" .") if label else ""
    parts = _BETWEEN.split(_LINE_END.sub(_stopped, rest)) if rest else []
    named = [(found["use"], part) for part in parts if (found := _PART.match(part)) and is_label(found["use"])]
    if len(named) < max(_FEWEST, len(parts)):
        return tuple(_run_on(rest))
    pieces = [(use, by_phase(part)) for use, part in named]
    both = {"initial", "renewal"} <= {read_phase(piece) for _, told in pieces for piece in told}
    of_label = read_phase(label[0]) if label else None
    return tuple(said for use, told in pieces for said in _said(use, told, "initial" if both else of_label))


def _stopped(found: re.Match[str]) -> str:
    """The next line's use, with the stop that the line before it lacks; what is no use goes on."""
    return f". {found['use']}" if is_label(found["use"]) else found[0]


def _run_on(text: str) -> Iterator[str]:
    """What lines that run together give the uses named in them, phase by phase; nothing where one is no such line."""
    entries = list(_entries(text))
    uses = {use for use, *_ in entries} - {""}
    both = {"initial", "renewal"} <= {phase for _, phase, _ in entries}
    if not (both and not uses) and (len(uses) < _FEWEST or not all(map(is_label, uses))):
        return
    for use, phase, length in entries:
        told = phase or ("initial" if both else None)
        yield f"{use or 'Approval'}: {length}{gloss(f'{told} approval' if told else 'approval')}"


def _entries(text: str) -> Iterator[tuple[str, Phase | None, str]]:
    """Use, phase and length of each line; a line that opens with a phase is of the use before it, if any. What is no
    such line has its text for a use.
    """
    use, end = "", 0
    while end < len(text.rstrip()):
        found = _RUN_ON.match(text, end)
        if found is None:
            yield text, None, ""
            return
        of_use = not is_phase_label(found["use"])
        # "Initial, depression: 3 months Renewal: 1 year": the use before has its phase already, the next is of all.
        use, end = found["use"] if of_use else "" if read_phase(use) else use, found.end()
        yield use, read_phase(found["phase"] if of_use and found["phase"] else found["use"]), found["length"]


def _said(use: str, pieces: Sequence[str], otherwise: Phase | None) -> Iterator[str]:
    """What a part says of its use, for each phase that it tells of; a piece that names no phase is of `otherwise`.

    Beside uses with a length for each phase, a use with one length has no renewal.
    """
    for piece in pieces:
        phase, length = read_phase(piece) or otherwise, piece.removeprefix(use).lstrip(" ,:")
        if (span := SPAN.search(length)) and not any(map(str.isdigit, length.replace(span[0], ""))):
            length = span[0]
        yield f"{use}: {length}{gloss(f'{phase} approval' if phase else 'approval')}"
