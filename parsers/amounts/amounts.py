"""Uses and amounts where a text names them, and an amount for all with one set apart for a use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.uses.indications import covers, mentions

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-?\w*|thirty|sixty|ninety)"
_COUNT = rf"{_NUMBER}(?: \(\d+\))?"
_TIME = r"(?:days?|weeks?|months?|years?)\b"
# "Four weeks (28 days)", "180 days/6 months": one length, said twice in other units.
_UNIT = r"(?P<unit>day|week|month|year)s?\b"
_AGAIN = rf"{_COUNT}[ -](?!(?P=unit)){_TIME}"
_SAID_AGAIN = rf"(?: ?\((?:(?:i\.?e\.?,?|or|that is,?|=) ?)?{_AGAIN}\)| ?/ ?{_AGAIN})"
# "23 devices (28 mg each) are approved for the first 28 days": a supply with its span is one amount.
_ITS_SPAN = (
    rf"(?: \([^()]{{2,30}}\))?(?: (?:is|are|may be|will be|can be) \w+)? ?(?:per|in|for|every|each|over|within|/) ?"
    rf"(?:(?:the|an?|any|each|first) )*(?:{_COUNT}[ -])?{_TIME}(?: of (?:treatment|therapy))?"
)
_AMOUNT = compiled(
    rf"\b{_COUNT}[ -](?:{_UNIT}{_SAID_AGAIN}?|(?:devices?|kits?)\b(?:{_ITS_SPAN})?|(?:sessions?|times?)\b)",
    re.IGNORECASE,
)
# "…, at no more than 84 mg per session and two sessions per week": how often, behind the amounts of all the uses.
_A_RATE = compiled(r" (?:per|an?|each|every|in a|in any) (?:day|week|month)\b", re.IGNORECASE)
# "…, with a limit of eight kits per 28 days in both cases": the same for all of them.
_A_LIMIT_FOR_ALL = compiled(
    r"[)\s,;]*(?:(?:each|both|all|and|with|subject to|under|at) )+(?:(?:an?|the|no|not) )?(?:\w+ )?"
    r"(?:limit|maximum|cap|ceiling|more than|most)\b[^.;]*",
    re.IGNORECASE,
)
# "18 years of age or older" is asked of a patient, and no amount.
_AN_AGE = compiled(
    r"[\w-]+(?: \(\d+\))?[ -]years?(?: of age|[ -]old| and (?:older|over|above|up|younger)| or (?:older|over|above|up|"
    r"younger|more))\b",
    re.IGNORECASE,
)
# One length for all, and a use with its own: "3 months (1 month for A)", "3 months; A: 1 month".
_OF_AN_EXCEPTION = 3
_SETS_APART = compiled(
    r"\W*[(;,]\W*(?:(?:but|except|that|or|and|only|in|for|with|when|where|if|the|use|is|of|to|up|treating)\W+)*$"
    r"|\W+(?:but|except|excepting)\W+(?:(?:that|in|for|with|when|where|if|the|use|is|of|to|up|treating)\W+)*$",
    re.IGNORECASE,
)
_BELONGS = compiled(
    r"\W*(?:(?:is|are|only|up|to|for|in|with|when|where|if|the|use|of|treating|approvals?|approved|limited)\W+)*$",
    re.IGNORECASE,
)
# "1 month for A; 3 months for every other use", "A: 1 month, otherwise 3 months": what is said of the rest.
_OF_THE_REST = compiled(
    r"\b(?:every|any|all|each|the)(?: of the)? (?:(?:remaining|other)(?: (?:covered|approved|labell?ed|listed))? "
    r"(?:uses?|indications?|diagnos[ie]s|conditions?|cases?|requests?)|others|rest)\b|\botherwise\b",
    re.IGNORECASE,
)
_BEGINS_ANEW = compiled(r"\W*[;,.]\W|\W+(?:and|but)\W", re.IGNORECASE)
# "3 months; not more than 23 devices in that time".
_SAME_SPAN = compiled(
    r"\b(?P<before>in|over|during|within|for|per) (?:that|this|the same) "
    r"(?:time|period|span|interval|length of time)(?: of time)?\b",
    re.IGNORECASE,
)
_SPAN = compiled(rf"\b{_COUNT}[ -]{_TIME}", re.IGNORECASE)
# "Approved for 2 months; limit 16 devices.": the supply of the whole approval. "A limit of 16 devices applies. …"
_SUPPLY_OF_IT = compiled(
    r"(?P<approval>\b(?:approv|authori[sz]|renew|granted|length|duration)\w*\b[^.;]{0,40}?"
    rf"(?P<span>\b{_NUMBER}(?: \(\d+\))?[ -](?:days?|weeks?|months?|years?)\b)[^.;\d]{{0,20}}[;.]\W*"
    r"(?:(?:and|with|the|an?|quantity|limit(?:ed)?|supply|up|to|no|not|more|than|at|most|max(?:imum)?|of|is)\W+)*"
    r"\d+ (?:nasal )?(?:devices|kits|sprays))(?=\W*$|(?: (?:will |shall )?appl(?:y|ies)\b)?\s*[.;](?!\d))",
    re.IGNORECASE,
)


def with_spans_repeated(text: str) -> str:
    """`text`, with the span named before it for "in that time", and behind a supply that has none of its own."""

    def named(found: re.Match[str]) -> str:
        spans = list(_SPAN.finditer(text[: found.start()]))
        return f"{found['before']} {spans[-1][0]}" if spans else found[0]

    return _SUPPLY_OF_IT.sub(r"\g<approval> in \g<span>", _SAME_SPAN.sub(named, text))


@dataclass(frozen=True, slots=True)
class Sign:
    """A use or an amount where the text names it; `use` is None for an amount."""

    start: int
    end: int
    use: Indication | None


# "… and has neither bipolar disorder nor …"
_ABSENT = compiled(
    r"\b(?:neither|nor|no|not have|without|(?:absence|free) of|free from|rul(?:ed|es?|ing) out)(?: \w+){0,2} $",
    re.IGNORECASE,
)


def signs_of(text: str) -> list[Sign]:
    """The uses and amounts that a text names, in reading order; no disorder that must be absent is such a use."""
    named = (mention for mention in mentions(text) if not _ABSENT.search(text[: mention.start]))
    uses = [Sign(mention.start, mention.end, mention.indication) for mention in named]
    amounts = [Sign(amount.start(), amount.end(), None) for amount in _AMOUNT.finditer(text)]
    return _without_last(text, sorted([*uses, *amounts], key=lambda sign: sign.start))


def _without_last(text: str, signs: list[Sign]) -> list[Sign]:
    """`signs`, without the rate or the limit that stands last behind pairs of a use and its amount: it is of each."""
    if len(signs) <= _OF_AN_EXCEPTION or len(signs) % 2 == 0 or signs[-1].use or not are_paired(signs[:-1]):
        return signs
    limits = is_limit_of_each(text[signs[-2].end : signs[-1].start])
    return signs[:-1] if limits or _A_RATE.match(text, signs[-1].end) else signs


def is_limit_of_each(behind: str) -> bool:
    """Whether what stands behind pairs of a use and its amount opens with a limit that is the same for each."""
    return bool(_A_LIMIT_FOR_ALL.match(behind))


def uses_in_turn(text: str) -> tuple[Indication, ...]:
    """The uses that a text gives an amount each ("A, 3 months; B, 1 month"); () where it gives fewer than two."""
    signs = [sign for sign in signs_of(text) if sign.use or not _AN_AGE.match(text, sign.start)]
    uses = [sign.use for sign in signs if sign.use]
    return tuple(uses) if are_paired(signs) and len(set(uses)) == len(uses) == len(signs) - len(uses) > 1 else ()


def are_paired(signs: Sequence[Sign]) -> bool:
    """Whether each two signs are a use and its amount, in either order ("3 months for A; for B, 28 days")."""
    return all(bool(one.use) != bool(other.use) for one, other in zip(signs[::2], signs[1::2], strict=False))


def sets_a_use_apart(text: str) -> bool:
    """Whether a text gives one amount for all and another for a use that it names ("3 months (A: 1 month)")."""
    return is_exception(text, signs_of(text))


def is_exception(text: str, signs: Sequence[Sign]) -> bool:
    """Whether `signs` are an amount for all, and a use with an amount that is set apart from it."""
    if len(signs) != _OF_AN_EXCEPTION:
        return False
    if _leaves_the_rest(text, signs):
        return True
    general, first, second = signs
    apart = _SETS_APART.match(text[general.end : first.start]) and _BELONGS.match(text[first.end : second.start])
    return bool(apart) and not general.use and bool(first.use) != bool(second.use)


def _leaves_the_rest(text: str, signs: Sequence[Sign]) -> bool:
    """Whether `signs` are a use with its amount, and the amount of all others behind it."""
    first, second, rest = signs
    told = (text[second.end : rest.start], text[rest.end :])
    anew = _BEGINS_ANEW.match(told[0])
    return (
        bool(anew) and rest.use is None and bool(first.use) != bool(second.use) and any(map(_OF_THE_REST.search, told))
    )


def with_exception(text: str, signs: Sequence[Sign], indication: Indication) -> str:
    """An amount for all and one set apart ("3 months (A: 1 month)") as A and as another use see it."""
    general, first, second = signs
    if _leaves_the_rest(text, signs):
        named = general.use or first.use
        of_named = named is not None and covers((named,), indication)
        return text[: first.end] if of_named else text[: general.start] + text[first.end :].lstrip(" ;,.")
    named = first.use or second.use
    if named and covers((named,), indication):
        return text[: general.start] + text[first.start :]
    closing = text.find(")", second.end) if "(" in text[general.end : first.start] else -1
    return text[: general.end] + text[max(closing + 1, second.end) :]
