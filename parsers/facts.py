"""What a policy says of itself: number, title, the four dates, whether it is superseded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from parsers.dates import read_date
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.masthead.fact_labels import LABEL, NUMBER_LABEL, REVISION_IS_EFFECTIVE, TITLE_LABEL, FactKind
from parsers.masthead.fact_lines import fact_lines, is_of_one_business
from parsers.masthead.labelled_dates import Stated, labelled_dates
from parsers.masthead.notices import dateline, day_of_notice, stated_in_sentences
from parsers.masthead.policy_number import policy_number
from parsers.masthead.revisions import read_revisions
from parsers.masthead.superseding import is_superseded
from parsers.models import Block, PolicyFacts, Reading

_FIRST_BLOCKS = 14
_IN_FORCE = compiled(
    r"(?:(?:^|[.;:]\s+)(?:Effective(?: on)?|In force from)|\bnotice,? effective(?: date| on)?) "
    r"(?P<day>[^.;:]{6,24})\W*$"
)
# "September 10, 2031: Reviewed by the Pharmacy and Therapeutics Committee".
_REVIEWED_BY = compiled(
    r"^\W*(?:last |annually )?reviewed(?:(?:,| and) (?:re-?)?(?:approved|renewed|adopted))? (?:by|at) [^.;:]{0,60}?"
    # What goes on ("…; effective October 1, first joint guideline") tells of its adoption.
    r"(?:\bcommittee|\bboard|\bP ?& ?T)\b\s*(?:\([^()]*\))?(?:\s+and [^.;:]{0,60}?(?:committee|board|P ?& ?T)\b)?"
    r"(?:, (?:renewed|no changes?|without changes?)[^.;:]*)?"
    r"\s*(?:\.|$|; (?!effective\b)|, effective (?:on )?(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|[\d/]{6,10})\.(?:\s|$))",
    re.IGNORECASE,
)
# "Medical Policy", "Lakeside Health Plan Clinical Coverage Guideline": no subject.
_KIND_OF_PAPER = compiled(
    r"(?:[\w&.'’-]+ ){0,6}?(?:(?:medical|pharmacy|clinical|drug|coverage|payment|reimbursement|benefit|utilization|"
    r"prior|authori[sz]ation|management|review|step|therapy|and|&) ){0,6}"
    r"(?:polic(?:y|ies)|guidelines?|bulletins?|criteria|protocols?|standards?|determinations?)"
    r"(?: (?:bulletins?|documents?|statements?|manual|criteria|guidelines?|details?))?\W*$",
    re.IGNORECASE,
)
_IS_NEWS = compiled(r"\b(?:bulletin|updates?|news(?:letter)?|alert)\b", re.IGNORECASE)


def read_facts(reading: Reading) -> PolicyFacts:
    """The facts of a policy; None for what is not stated, left blank, or could be either of two."""
    lines = list(fact_lines(reading.blocks))
    stated = _first_of_each(fact for line in lines for fact in labelled_dates(line))
    said = _first_of_each(stated_in_sentences(reading.blocks))
    stated = {**said, **stated, **_of_our_entry(reading)}
    number = policy_number(reading, lines)
    return PolicyFacts(
        number=number,
        title=_title(reading, lines),
        effective_on=_effective(reading, stated),
        published_on=stated.get("published") or stated.get("noticed") or dateline(reading),
        last_reviewed_on=(
            stated["last_reviewed"] if "last_reviewed" in stated else _last_approved(stated) or _by_a_board(reading)
        ),
        next_review_on=stated.get("next_review"),
        superseded=is_superseded(reading.blocks, number),
    )


def _first_of_each(facts: Iterable[Stated]) -> dict[FactKind, date | None]:
    """The first date of each kind; None where the document says only that there is none."""
    first: dict[FactKind, date | None] = {}
    for fact in facts:
        if first.get(fact.kind) is None:
            first[fact.kind] = fact.on
    return first


def _of_our_entry(reading: Reading) -> dict[FactKind, date | None]:
    """When the entry on our drug is in force, in a bulletin of many policies that gives each its own date."""
    titles = (reading.title or "", *_titles(reading))
    if any(map(named_products, titles)) or not any(map(_IS_NEWS.search, titles)):
        return {}
    ours = tuple(block for block in reading.blocks if _is_of_our_entry(block))
    own = _first_of_each(fact for line in fact_lines(ours) for fact in labelled_dates(line))
    return {"effective": own["effective"]} if own.get("effective") else {}


def _last_approved(stated: Mapping[FactKind, date | None]) -> date | None:
    """The day of approval, unless a revision has followed it."""
    approved, revised = stated.get("approved"), stated.get("revised")
    return None if approved and revised and revised > approved else approved


def _by_a_board(reading: Reading) -> date | None:
    """The last day on which the payer's committee reviewed the policy, as an entry of its history opens with it."""
    reviewed = (entry.on for entry in read_revisions(reading.blocks) if _REVIEWED_BY.match(entry.text))
    return max(filter(None, reviewed), default=None)


def _is_of_our_entry(block: Block) -> bool:
    in_list = block.kind == "row" and bool(block.header) and bool(named_products(block.cells[0]))
    return in_list or any(map(named_products, block.path[1:]))


def _titles(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if block.kind == "heading" and block.depth == 1]


def _effective(reading: Reading, stated: dict[FactKind, date | None]) -> date | None:
    """The date in force: where a revision's date becomes the effective one, that; else what a notice says in words."""
    revised = stated.get("revised")
    if revised and any(REVISION_IS_EFFECTIVE.search(block.text) for block in reading.blocks):
        return revised
    if stated.get("effective"):
        return stated["effective"]
    # A revision since then has a day of its own on which it came into force.
    if stated.get("original_effective") and not revised:
        return stated["original_effective"]
    if "effective" in stated:
        return None
    if of_each := _effective_of_each_business(reading):
        return of_each.pop() if len(of_each) == 1 else None
    standing = "last_reviewed" in stated or "next_review" in stated
    return day_of_notice(reading, standing=standing) or _of_newest_entry(reading)


def _effective_of_each_business(reading: Reading) -> set[date]:
    """The dates in force that a table gives, a line of business a row: what differs is no date of the document."""
    return {
        fact.on
        for block in reading.blocks
        if is_of_one_business(block)
        for title, cell in zip(block.header, block.cells, strict=False)
        for fact in labelled_dates(f"{title.rstrip(': ')}: {cell}")
        if fact.kind == "effective" and fact.on
    }


def _of_newest_entry(reading: Reading) -> date | None:
    """The day that the newest entry of a policy's history gives in a sentence of its own ("… Effective 7/1/2031.").

    "… added, effective 7/1/2031" is of a code or a clause.
    """
    dated = [entry for entry in read_revisions(reading.blocks) if entry.on]
    newest = max(dated, key=lambda entry: entry.on or date.min, default=None)
    said = _IN_FORCE.search(newest.text) if newest else None
    return read_date(said["day"]) if said else None


def _title(reading: Reading, lines: list[str]) -> str | None:
    """The heading of the first rank; where it names the kind of paper alone, what a label calls the title."""
    heading = next(
        (one.text for one in reading.blocks[:_FIRST_BLOCKS] if one.kind == "heading" and one.depth == 1), None
    )
    labelled = next(filter(None, map(_labelled_title, lines[:_FIRST_BLOCKS])), None)
    if heading is None or (labelled and _KIND_OF_PAPER.match(heading) and not named_products(heading)):
        return labelled or heading or reading.title
    return heading


def _labelled_title(line: str) -> str | None:
    """What stands behind "Title:" in a line, up to the next label."""
    found = TITLE_LABEL.search(line)
    if found is None:
        return None
    value = found["value"]
    ends = (
        label.start() for labels in (LABEL, NUMBER_LABEL) for label in labels.finditer(value) if ":" in label["mark"]
    )
    return value[: min(ends, default=len(value))].strip(" ,;–—-") or None
