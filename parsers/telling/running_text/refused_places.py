"""Places that are refused behind the kind of place that is asked for ("in a hospital department; an office is not
accepted"): they add nothing to what is asked, and are no place to choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.language.any_of import any_phrase
from parsers.language.sentences import sentences
from parsers.models import Block

_OWNER = (
    r"(?:(?:private|physician|doctor|provider|prescriber|psychiatrist|patient|member|infusion|retail|urgent)"
    r"(?:'s|s')? )?"
)
_PLACE = (
    rf"(?:(?:an?|the|any|no) )?{_OWNER}(?:office|clinic|lounge|home|practice|suite|spa|pharmacy|emergency "
    r"(?:room|department)|urgent care)s?(?: (?:setting|center|building|visit)s?)?"
)
_PLACES = rf"(?:(?:doses?|sessions?|treatments?|infusions?|administration|use|dosing) )?(?:(?:in|at) )?{_PLACE}"
_PLACES += rf"(?:,? (?:(?:or|and|nor|or in|or at) )?{_PLACE})*,?"
_TAKEN = (
    r"(?:accept(?:ed|able)|allowed|permitted|suitable|approved|appropriate|adequate|sufficient|eligible|covered|"
    r"an? (?:\w+ )?(?:place|setting|site|option))"
)
_IS_REFUSED = (
    rf"(?:(?:is|are|will be|would be) (?:not|never|no longer) {_TAKEN}|(?:will|does|do|would) not (?:do|qualify|"
    r"suffice|count|be enough)|(?:is|are) (?:excluded|refused|ruled out|out of the question|unacceptable|barred|"
    r"prohibited))"
)
# Its first sign opens it, so that no other place of a text is looked at.
_APART = r"[;., (](?:(?<=[;.,]) (?:and |but |while )?|(?<= )[(–—-](?:[–—-] )?|(?<=\())"
_ENDS = r"(?=[.;,]|\W*$)"
_REFUSED = any_phrase(
    rf"{_APART}{_PLACES} {_IS_REFUSED}\)?{_ENDS}",
    rf"{_APART}(?:neither|no) {_PLACES} (?:(?:is|are|will be) {_TAKEN}|(?:will do|qualifies|counts))\)?{_ENDS}",
    rf"{_APART}we (?:do|will) not (?:accept|allow|approve) {_PLACES}\)?{_ENDS}",
    rf"{_APART}(?:not|never|rather than|instead of) (?:in|at) {_PLACE}(?: or (?:in |at )?{_PLACE})*\)?{_ENDS}",
    rf",? (?:rather than|instead of|and not) (?:in|at) {_PLACE}(?: or (?:in |at )?{_PLACE})*{_ENDS}",
)


def without_refused_places(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` without such refusals; and what is printed in place of each."""
    told: list[Block] = []
    restated: dict[str, str] = {}
    for block in blocks:
        text = _left(block.text) if block.kind != "heading" else block.text
        if text == block.text:
            told.append(block)
            continue
        restated |= {said: _printed(said, block.text) for said in (text, *sentences(text))}
        told.append(replace(block, text=text, cells=tuple(map(_left, block.cells))))
    return tuple(told), restated


def _left(text: str) -> str:
    """A text without each refusal that the kind of place asked for stands before."""
    refused = _REFUSED.search(text)
    if refused is None or not any(found.key == "site" for found in findings_in(text[: refused.start()])):
        return text
    return _left(text[: refused.start()] + text[refused.end() :])


def _printed(said: str, text: str) -> str:
    """What is printed for a sentence: itself where the text holds it, else the whole."""
    return said if said in text else text
