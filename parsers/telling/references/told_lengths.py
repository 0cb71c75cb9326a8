"""Paragraphs that say a length and nothing more ("Granted: 9 months."): it is that of the approval told before them.

So is a length at the end of what is asked behind the label of a phase ("Renewal: the score is better; 6 months").
They take the renewal that the paragraph before them tells of in brackets, and its uses where several have lengths of
their own. Headings tell of whom they are themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.answering.answers import names_use, stated_status
from parsers.language.glosses import glossed
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import read_phase, speaks_of_every_phase
from parsers.uses.indications import mentions, named_indications
from parsers.uses.scopes import is_label, is_phase_label
from parsers.uses.waivers import only_waives

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|eight|nine|ten|twelve|eighteen|twenty-four)(?: \(\d+\))?"
A_SPAN = rf"{_NUMBER}[ -](?:calendar )?(?:days?|weeks?|months?|years?)"
_APPROVAL = r"(?:approvals?|(?:pre)?authori[sz]ations?|coverage|cover|PA|auth|certification)"
_LABEL = (
    rf"(?:(?:the )?(?:length|duration|term|period)s?(?: (?:of|for) (?:(?:the|each|this) )?{_APPROVAL})?"
    rf"|{_APPROVAL}(?: (?:length|duration|period|term|span|time|granted|given))?"
    r"|(?:is |are )?(?:granted|approved?|given|authori[sz]ed?|valid|covered|good|certified)(?: for| x)?)"
)
# A bold line that grants a length of its own ("Approved for 3 months"), and is no title of what comes behind it.
_GRANTS_ALONE = compiled(
    rf"^\W*(?:approved?|granted|authori[sz]ed?|valid|certified)(?: for| x) {A_SPAN}\W*$", re.IGNORECASE
)
_ONLY_A_LENGTH = compiled(
    rf"^\W*(?:{_LABEL}(?:\W+|$))?(?:(?:is|are|will be|lasts?|runs?|for|up to|at most|a maximum of) )*{A_SPAN}"
    r"(?:,? (?:at a time|at most|each time|per (?:approval|(?:pre)?authori[sz]ation|request)))?\W*$",
    re.IGNORECASE,
)
# A length that a paragraph names itself ("renewed for 12 months if …").
_OWN_LENGTH = compiled(
    rf"\b(?:for|of|up to|lasts?)(?: (?:up to|another|a further|an additional))? {A_SPAN}\b", re.IGNORECASE
)
# "… attests, at first and again for continuation" speaks of both.
_OF_BOTH = compiled(
    r"\bat first\b|\binitially\b|\b(?:initial|first|new)(?: \w+)?,? (?:and|or|as well as)(?: \w+){0,3}? "
    r"(?:renew|re-?(?:auth|approv)|continu|subsequent|later|further)",
    re.IGNORECASE,
)
_BARE = compiled(rf"^\W*(?:for |up to )*{A_SPAN}\W*$", re.IGNORECASE)

# "Limits of each first approval and the renewal", over items one of which is "90 days".
_LIMITS_OF_APPROVALS = compiled(
    rf"\b(?:limits?|lengths?|terms?|amounts?|durations?|quantit\w+)\b[^.;:]{{0,40}}\b(?:{_APPROVAL}|renewals?"
    rf"|requests?)\b",
    re.IGNORECASE,
)

_FEWEST = 2
_NOTHING = Block("heading", "")
_RENEWED_LAST = compiled(
    rf"[.:]\s+(?:(?:is|are|may be) )?(?:renewed|re-?authori[sz]ed|re-?approved|extended|continued) (?:for|by) "
    rf"(?:up to |another )?{A_SPAN}\b[^.]*\.?$",
    re.IGNORECASE,
)
_LABELLED_BY_PHASE = compiled(
    rf"^\W*(?:renewals?|re-?authori[sz]ation|continuation|initial|first)(?: \w+)?: [^\n]{{10,400}}[;.] (?:for |up to )*"
    rf"{A_SPAN}\W*$",
    re.IGNORECASE,
)
# "Such an approval lasts 28 days", behind the sentence that says whom it is given to.
_BY_NUMBERS = compiled(r"\b(?:conditions?|criteri(?:a|on)|items?|requirements?|points?) \d", re.IGNORECASE)
_ASIDE = compiled(r" \([^()]*\)")
_OF_THE_ONE_BEFORE = compiled(
    rf"^\W*(?:such an?|this|that|the) {_APPROVAL} (?:(?:is|will be) (?:given |granted |valid |good )?(?:for )?|lasts? |"
    rf"runs? (?:for )?|holds (?:for )?)(?:(?:up to|at most|a maximum of|no more than) )?{A_SPAN}\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the paragraphs before a length speak of: a first approval or a renewal, and the names of its uses."""

    renews: bool = False
    covers: bool = False
    uses: tuple[str, ...] = ()
    # How deep the item stands that opens a list of what is asked; 0 for a paragraph.
    depth: int = 0


def with_lengths_told(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the renewal or the uses that a length alone is of in brackets behind it."""
    blocks = tuple(
        _with_use_before(_with_last_length(_renewed_at_its_end(block))) for block in _in_their_sections(blocks)
    )
    if any(block.kind == "item" and _BARE.match(block.text) for block in blocks):
        blocks = tuple(_items_of_approvals(blocks))
    if not any(_opens_with_length(block) for block in blocks):
        return blocks
    told = dict(_lengths(blocks))
    return tuple(
        _glossed(block, told[place], told.values()) if place in told else block for place, block in enumerate(blocks)
    )


def _in_their_sections(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a bold line that grants a length as a paragraph of the section that it ends."""
    for place, (before, block) in enumerate(pairwise((_NOTHING, *blocks))):
        ends = place + 1 == len(blocks) or blocks[place + 1].kind == "heading"
        in_section = before.kind != "heading" and block.kind == "heading"
        if in_section and ends and _GRANTS_ALONE.match(block.text):
            yield replace(block, kind="paragraph", depth=0, path=before.path)
        else:
            yield block


def _items_of_approvals(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, an item that is a length and no more marked as the approval's under a heading that limits these."""
    heading = _NOTHING
    for before, block in pairwise((_NOTHING, *blocks)):
        heading = block if block.kind == "heading" else heading
        # Under a lead-in of its own the items are that one's.
        led = before.kind in ("paragraph", "row") and leads_in(before.text)
        heading = _NOTHING if led else heading
        told = block.kind == "item" and _BARE.match(block.text) and _LIMITS_OF_APPROVALS.search(heading.text)
        yield replace(block, text=glossed(block.text, "approval")) if told else block


def _with_last_length(block: Block) -> Block:
    ends = block.kind in ("paragraph", "item") and _LABELLED_BY_PHASE.match(block.text)
    return replace(block, text=glossed(block.text, "approval")) if ends else block


def _renewed_at_its_end(block: Block) -> Block:
    """A titled paragraph that ends in how long it is renewed for ("Week 4. … Renewed for 8 weeks."), titled so."""
    if block.kind != "paragraph" or not _RENEWED_LAST.search(block.text):
        return block
    title, *said = sentences(block.text)
    if len(said) < _FEWEST or any(map(read_phase, (title, *said[:-1]))) or stated_status(title):
        return block
    return replace(block, text=" ".join((glossed(title, "renewal"), *said)))


def _with_use_before(block: Block) -> Block:
    """A paragraph with the length of "such an approval", and the one use that the sentence before it names."""
    may_tell = block.kind == "paragraph" and _OF_THE_ONE_BEFORE.may_match(block.text)
    said = sentences(block.text) if may_tell else ()
    if not any(map(_OF_THE_ONE_BEFORE.match, said[1:])):
        return block
    told = (_behind(before, sentence) for before, sentence in pairwise(said))
    return replace(block, text=" ".join((said[0], *told)))


def _behind(before: str, sentence: str) -> str:
    """A length of "such an approval" with the use of the sentence before it, where that names one alone."""
    # What is asked for by numbers is told as that use's own by now.
    granted = stated_status(before) == "covered" or _BY_NUMBERS.search(before)
    if not _OF_THE_ONE_BEFORE.match(sentence) or not granted or read_phase(before) == "renewal":
        return sentence
    if len(named_indications(before)) != 1:
        return sentence
    use = next(before[found.start : found.end] for found in mentions(before) if not found.excepted)
    return glossed(sentence, f"for {_ASIDE.sub('', use)}")


def _is_length(block: Block) -> bool:
    return block.kind == "paragraph" and bool(_ONLY_A_LENGTH.match(block.text))


def _opens_with_length(block: Block) -> bool:
    """Whether a paragraph gives a length and then tells more of no other use ("Granted: 9 months. Send the notes.")."""
    length, *rest = sentences(block.text) if block.kind == "paragraph" else ("",)
    return bool(_ONLY_A_LENGTH.match(length)) and not any(read_phase(said) or mentions(said) for said in rest)


def _lengths(blocks: Sequence[Block]) -> Iterator[tuple[int, _Told]]:
    """The place of each length alone with what was told before it under the same heading.

    One length behind several lists of items is that of them all.
    """
    told, lists = _Told(), 0
    for place, block in enumerate(blocks):
        if _is_length(block) or (told.depth and _opens_with_length(block)):
            yield place, _Told() if told.depth and lists > 1 else told
            lists = 0
        else:
            told = _after(block, told)
            lists = 0 if block.kind == "heading" else lists + (told.depth == block.depth and _opens_list(block))


def _after(block: Block, told: _Told) -> _Told:
    """What is told of once a block is read: headings and rows begin anew."""
    text = block.text
    opens = _opens_list(block)
    if told.depth and block.kind == "item" and block.depth > told.depth:
        return told
    if block.kind == "item" and not opens:
        return replace(told, renews=False, covers=False) if read_phase(text) else told
    if block.kind not in ("paragraph", "item") or speaks_of_every_phase(text):
        return _Told()
    uses = tuple(text[found.start : found.end] for found in mentions(text) if not found.excepted)
    phase, own = read_phase(text), bool(_OWN_LENGTH.search(text))
    covers = stated_status(text) == "covered"
    both = phase == "renewal" and _OF_BOTH.search(text)
    # "For depression no antidepressant is needed beside it." leaves the approval what it was.
    if both or only_waives(text) or (phase is None and not covers and not names_use(text)):
        return told
    return _Told(phase == "renewal" and not own, covers and not own, uses or told.uses, block.depth if opens else 0)


def _opens_list(block: Block) -> bool:
    """Whether an item is titled by a use or a phase and leads in what is asked ("C. Depression, renewal. All of:")."""
    if block.kind != "item" or not leads_in(block.text):
        return False
    title = next(iter(sentences(block.text)), "")
    return is_label(title) or is_phase_label(title) or is_label(title.partition(":")[0])


def _glossed(block: Block, told: _Told, every: Iterable[_Told]) -> Block:
    words = "renewal" if told.renews else "initial" if told.covers and _BARE.match(block.text) else ""
    words = f"{words} approval" if words and _BARE.match(block.text) else words
    if told.uses and len({each.uses for each in every if each.uses}) > 1:
        words = f"{words} for {' and '.join(told.uses)}".strip()
    length, *rest = sentences(block.text)
    return replace(block, text=" ".join((glossed(length, words), *rest))) if words else block
