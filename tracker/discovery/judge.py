"""What a mention or a notice means for what is watched: nothing, a new document, or a step of one that is known.

Sure is what the payer's own words and addresses leave no doubt about: the same host, and the same number, the next
edition of the number or address, or a notice of the document itself. All else is for a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.candidates import Step
from parsers.discovery.addresses import host_of, is_next_edition
from parsers.discovery.models import Mention, Notice, Successor
from parsers.discovery.numbers import is_later_edition
from tracker.discovery.known import Known


@dataclass(frozen=True, slots=True)
class Finding:
    """A step of a known document (None: of none), with where it leads and why. `sure` ones need no person."""

    step: Step
    of: Known | None
    title: str
    number: str
    url: str
    reason: str
    sure: bool


def judge_mention(mention: Mention, known: Sequence[Known]) -> Finding | None:
    """What a page says of one document; None when it says nothing that is not known."""
    at_home = next((one for one in known if mention.url and one.was_at(mention.url)), None)
    if at_home:
        return _ending(mention, at_home)
    by_number = next((one for one in known if any(map(one.has_number, mention.numbers))), None)
    if by_number:
        return _of_same_number(mention, by_number)
    if not mention.url:
        return None
    return _of_next_edition(mention, known) or _new(mention)


def judge_notice(notice: Notice, of: Known, known: Sequence[Known]) -> list[Finding]:
    """What a document says of its own end, one finding for every document that takes its place."""
    watched = [one for one in known if one is not of]
    left = [
        successor for successor in notice.successors
        if not any((successor.url and one.was_at(successor.url)) or one.has_number(successor.number) for one in watched)
        and not (successor.url and of.was_at(successor.url))
    ]  # fmt: skip
    if len(notice.successors) > 1:
        return [_successor("split", notice, successor, of) for successor in left]
    if left:
        return [_successor(_step_of(notice, left[0], of), notice, left[0], of)]
    return [] if notice.successors else [Finding("retired", of, "", "", "", notice.text, sure=True)]


def _successor(step: Step, notice: Notice, successor: Successor, of: Known) -> Finding:
    sure = notice.is_all and bool(successor.url) and host_of(successor.url) == host_of(of.source.url)
    return Finding(step, of, successor.title, successor.number, successor.url, notice.text, sure)


def _step_of(notice: Notice, successor: Successor, of: Known) -> Step:
    if notice.said == "moved" or (successor.number and of.has_number(successor.number)):
        return "moved"
    return "renumbered" if _is_later(of, successor.number) or notice.said == "renumbered" else "replaced"


def _ending(mention: Mention, one: Known) -> Finding | None:
    if mention.said == "renumbered" and mention.successors:
        return Finding("renumbered", one, mention.title, mention.successors[0], "", mention.text, sure=False)
    if mention.said in ("retired", "archived"):
        return Finding("retired", one, mention.title, "", "", mention.text, sure=False)
    return None


def _of_same_number(mention: Mention, one: Known) -> Finding | None:
    """The number is watched, at another address: moved when the old one is gone, else a person looks."""
    if not mention.url or mention.said in ("retired", "archived"):
        return _ending(mention, one)
    if is_next_edition(one.source.url, mention.url):
        return _found("next_edition", mention, one, "the next edition of the same address")
    why = "the same number at another address"
    return _found("moved", mention, one, f"{why}; the old one is gone" if one.is_gone else why)


def _of_next_edition(mention: Mention, known: Sequence[Known]) -> Finding | None:
    for one in known:
        if any(_is_later(one, number) for number in mention.numbers):
            return _found("renumbered", mention, one, f"the number after {one.numbers[0]}")
        if is_next_edition(one.source.url, mention.url):
            return _found("next_edition", mention, one, "the next edition of the same address")
    return None


def _found(step: Step, mention: Mention, one: Known, reason: str) -> Finding:
    same_host = host_of(mention.url) == host_of(one.source.url)
    sure = same_host and (step != "moved" or one.is_gone)
    later = (number for number in mention.numbers if _is_later(one, number))
    number = next(later, next(iter(mention.numbers), ""))
    return Finding(step, one, mention.title, number, mention.url, reason, sure)


def _new(mention: Mention) -> Finding | None:
    number = next(iter(mention.numbers), "")
    reason = f"{mention.said}: {' and '.join(mention.products)}"
    if mention.said in ("retired", "archived"):
        return None
    return Finding("new", None, mention.title, number, mention.url, reason, sure=False)


def _is_later(one: Known, number: str) -> bool:
    return any(is_later_edition(own, number) for own in one.numbers)
