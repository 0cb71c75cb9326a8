"""Items that count what their lead-in names ("Antidepressants were of no help, that is: there were at least two, …").

The items hold no noun of their own: each number is read as that of antidepressants that failed. So is one in the
sentence behind such a one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.led_items import items_under
from parsers.models import Block

_DRUGS = compiled(
    r"\banti-?depressants?\b|\banti-?depressive (?:drugs?|agents?|medicines?|medications?)\b", re.IGNORECASE
)
_NUMBER = r"(?:two|three|four|five|six|[2-6])(?: \([2-6]\))?"
# A lead-in that counts the drugs itself leaves its items nothing to count.
_COUNTS = compiled(rf"\b(?:one|1|{_NUMBER})\b(?! of (?:the following|these|those))", re.IGNORECASE)
_FAILED = compiled(
    r"\bfail(?:ed|ures?|ing)\b|\bunsuccessful\w*\b|\b(?:in|un)(?:adequate|sufficient|satisfactory|effective)\w*\b"
    r"|\b(?:without|not|no|little|too little|lack of)(?: \w+){0,4} "
    r"(?:effects?|benefits?|success|respon\w+|relief|help\w*|work\w*|improve\w*|result)\b",
    re.IGNORECASE,
)
# What is taken beside the drug, or need not be, has not failed.
_OF_SOMETHING_ELSE = compiled(
    r"\b(?:alongside|together with|combin\w+|augment\w*|psychotherap\w*|TMS|ECT|need not|not required)\b", re.IGNORECASE
)
_COUNT = (
    rf"(?P<count>(?:(?:at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|a total of|more than) )?"
    rf"{_NUMBER}(?: or more)?)(?: of them)?(?: (?:different|distinct|separate))?(?: ones)?(?: of them)?"
)
_BE = r"(?:(?:must|should|have|has|had|were|was|are|is|been|be|each|all|both)\b ?)+"
_DONE = r"(?:tried|taken|used|given|prescribed|failed|ineffective|unsuccessful|attempted|trialed|trialled)"
_REST = (
    r"(?P<rest>(?:[,;]? (?:and|each|all|both|from|of|in|with|at|for|over|within|during|no|not|taken|which)\b.*|, .*)?)"
    r"\W*$"
)
_ITEMS = tuple(
    compiled(form + _REST, re.IGNORECASE)
    for form in (
        # "There were at least two", "they number two or more", "the number tried is at least two".
        rf"^\W*there (?:(?:were|are|was|is|have|has|had|must|should|be|been) )+{_COUNT}",
        rf"^\W*(?:they|these|those) (?:number(?:ed)?|total(?:ed|led)?|were|are) {_COUNT}(?: in (?:number|all|total))?",
        rf"^\W*(?:the|their) (?:total )?number(?: of (?:them|these))?(?: {_DONE})? (?:is|was|must be) {_COUNT}",
        # "Two or more have been taken", "at least two, of different classes, were tried", "a minimum of two".
        rf"^\W*{_COUNT}(?P<of>,? (?:of|from|in) [^,.;:]{{3,60}}?)?,? {_BE}(?:{_DONE}\b)?",
        rf"^\W*{_COUNT}(?=\W*$|, )",
    )
)


def with_counts_of_leads(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such numbers told with what they count; and what is printed for each."""
    told = list(blocks)
    printed: dict[str, str] = {}
    for place, text in _told(blocks):
        printed[text] = blocks[place].text
        told[place] = replace(blocks[place], text=text)
    return tuple(told), printed


def _told(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The places of what counts, with its new text."""
    for place, block in enumerate(blocks):
        if block.kind not in ("item", "paragraph") or not _DRUGS.search(block.text) or not _FAILED.search(block.text):
            continue
        if leads_in(block.text) and _is_of_drugs(block.text):
            for item in items_under(blocks, place):
                if said := _counted(blocks[item].text):
                    yield item, said
        elif text := _sentence_by_sentence(block.text):
            yield place, text


def _is_of_drugs(lead: str) -> bool:
    """Whether a text tells of antidepressants that failed, and not how many they were."""
    failed = _DRUGS.search(lead) and _FAILED.search(lead)
    return bool(failed) and not _OF_SOMETHING_ELSE.search(lead) and not _COUNTS.search(lead)


def _sentence_by_sentence(text: str) -> str:
    """A text whose next sentence counts what the one before it names; "" for any other."""
    said = sentences(text)
    new = [_counted(after) if _is_of_drugs(before) else "" for before, after in pairwise(said)]
    if not any(new):
        return ""
    return " ".join((said[0], *(told or after for told, after in zip(new, said[1:], strict=True))))


def _counted(item: str) -> str:
    """An item with the drugs that it counts; "" for one that is about anything else."""
    if _DRUGS.search(item):
        return ""
    found = next(filter(None, (form.match(item) for form in _ITEMS)), None)
    if found is None:
        return ""
    parts = found.groupdict()
    count, of, rest = parts["count"], (parts.get("of") or "").strip(" ,"), parts["rest"].rstrip(" .;,")
    return f"{count[:1].upper()}{count[1:]} antidepressants{of and f', {of},'} have failed{rest}"
