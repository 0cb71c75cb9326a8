"""Sentences that answer for both drugs in one breath ("In resistant depression we cover esketamine and do not cover
ketamine", "… the former … the latter", "…, respectively"), told as one for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.answering.answers import DENIED, names_use
from parsers.answering.statuses import prior_authorization, read_status
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Product, Status
from parsers.telling.sentence_by_sentence import Told, told_by_sentence
from parsers.telling.verdicts.words import SAID
from parsers.uses.indications import Mention, mentions
from parsers.uses.scopes import refined

_BOTH = compiled(
    r"\bketamine\b.*\b(?:esketamine|spravato)\b|\b(?:esketamine|spravato)\b.*\bketamine\b", re.IGNORECASE | re.DOTALL
)
_DRUG = compiled(r"\b(?P<spray>esketamine|spravato)\b|\bketamine\b", re.IGNORECASE)
# Of a drug, not "the former use" or "in the latter case".
_ENDS = (
    r"(?=[,.;:)]|\W*$| (?:is|are|in|for|and|but|may|will|can|has|does|as|to|when|remains?|stays?|only|needs?|requires?|"
    r"with|without|after|cannot)\b)"
)
_ONE_OF_TWO = compiled(rf"\bthe (?:(?P<one>former|first)|latter|second){_ENDS}", re.IGNORECASE)
_JOINT = compiled(
    r";\s*(?:and |but |while |whereas )?|,? (?:and|but|yet|while|whereas|though|although) ", re.IGNORECASE
)
# "But not for ketamine", "… esketamine is", "… nor is ketamine".
_ELLIPTIC_NOT = compiled(r"^not (?:for |in |to )?(?:\w+ ){0,2}?(?:esketamine|spravato|ketamine)\W*$", re.IGNORECASE)
_ELLIPTIC_IS = compiled(
    r"^(?:\w+ )?(?:esketamine|spravato|ketamine)(?: infusions?| spray)? (?:is|are|does|do)(?P<no> not|n['’]t)?\W*$",
    re.IGNORECASE,
)
_PAYS = compiled(
    r"(?P<no>\bdo(?:es)? not |\bnever |\bno longer )?\b(?:reimburses?|funds?|allows?|accepts?|pays? for|covers?) "
    r"(?:\w+ ){0,2}?(?:esketamine|spravato|ketamine)\b",
    re.IGNORECASE,
)
_RESPECTIVELY = compiled(r"\brespectively\b", re.IGNORECASE)


def with_drugs_apart(blocks: Sequence[Block]) -> Told:
    """`blocks`, with each such sentence as one for each drug; and what is printed for them."""
    return told_by_sentence(_BOTH, blocks, lambda place: _teller(blocks[place]))


def _teller(block: Block) -> Callable[[str], str | None] | None:
    """How the sentences of a block are told: "the former" is of the order in which both drugs were named last."""
    if block.kind not in ("paragraph", "item", "definition") or not _BOTH.search(block.text):
        return None
    order: tuple[Product, ...] = ()

    def tell(sentence: str) -> str | None:
        nonlocal order
        text = _with_names(sentence, order or _in_order(sentence))
        order = _in_order(text) or order
        return _apart(text)

    return tell


def _in_order(text: str) -> tuple[Product, ...]:
    """The two drugs in the order in which a text names them; () where it does not name both."""
    named: dict[Product, None] = dict.fromkeys(
        "esketamine" if each["spray"] else "ketamine" for each in _DRUG.finditer(text)
    )
    return tuple(named) if len(named) > 1 else ()


def _with_names(sentence: str, order: tuple[Product, ...]) -> str:
    """A sentence with the drugs for "the former" and "the latter", where two are named before."""

    def named(found: re.Match[str]) -> str:
        name = order[0] if found["one"] else order[1]
        return name.capitalize() if found[0][0] == "T" else name

    return _ONE_OF_TWO.sub(named, sentence) if order else sentence


def _apart(sentence: str) -> str:
    """A sentence as one for each drug; itself where it is no answer for both, or asks for more than authorization."""
    if len(named_products(sentence)) < len(("one", "other")) or any(findings_in(sentence)):
        return sentence
    return _respectively(sentence) or _contrasted(sentence) or sentence


def _respectively(sentence: str) -> str:
    order, uses, status = _in_order(sentence), _uses(sentence), read_status(sentence)
    if not status or not _RESPECTIVELY.search(sentence) or len(uses) != len(order):
        return ""
    return " ".join(_said(drug, status, use, sentence) for drug, use in zip(order, uses, strict=True))


def _uses(text: str) -> list[str]:
    """The uses that a text names, by their words."""
    return [text[each.start : each.end] for each in _distinct(text)]


def _distinct(text: str) -> list[Mention]:
    found = [each for each in mentions(text) if not each.excepted]
    kept = refined(dict.fromkeys(each.indication for each in found))
    by_use = {each.indication: each for each in reversed(found) if each.indication in kept}
    return sorted(by_use.values(), key=lambda each: each.start)


def _contrasted(sentence: str) -> str:
    """The two sentences of one that covers one drug and denies the other, where a use that stands once is of both."""
    for joint in _JOINT.finditer(sentence):
        one, other = sentence[: joint.start()], sentence[joint.end() :]
        named = named_products(one), named_products(other)
        if tuple(map(len, named)) != (1, 1) or named[0] == named[1] or (names_use(one) and names_use(other)):
            continue
        uses = _uses(one) or _uses(other)
        answers = _statuses(one, other)
        if answers and uses:
            use = " and ".join(uses)
            return " ".join(
                _said(drugs[0], status, use, part)
                for drugs, status, part in zip(named, answers, (one, other), strict=True)
            )
    return ""


def _statuses(one: str, other: str) -> tuple[Status, Status] | None:
    """The answers of two clauses, one of which denies and one of which does not."""
    first = _status(one)
    elliptic = _ELLIPTIC_IS.match(other)
    second: Status | None = _status(other)
    if _ELLIPTIC_NOT.match(other) or (elliptic and elliptic["no"]):
        second = "excluded"
    elif elliptic:
        second = "covered"
    return (first, second) if first and second and (first in DENIED) != (second in DENIED) else None


def _status(clause: str) -> Status | None:
    paid = _PAYS.search(clause)
    return read_status(clause) or ("excluded" if paid and paid["no"] else "covered" if paid else None)


def _said(drug: Product, status: Status, use: str, printed: str) -> str:
    asked = " with prior authorization" if status == "covered" and prior_authorization(printed) else ""
    return f"{drug.capitalize()} {SAID[status]} for {use}{asked}."
