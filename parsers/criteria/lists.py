"""How many of a list's items are asked for: lead-ins, connectives between items, clauses run together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from parsers.criteria.inline_leads import at_colon
from parsers.criteria.logic_wording import ANY_NUMBER, AS_MANY_AS_APPLY, HOW_EACH, OF_WHICHEVER_USE
from parsers.criteria.stand_ins import names_others
from parsers.criteria.trees import group
from parsers.criteria.wording import read_words
from parsers.language.patterns import Pattern, compiled
from parsers.models import Op, Tree

Connective = Literal["and", "or", ""]

_NOUN = (
    r"(?:following|below|above|these|those|criteria|conditions|requirements|items|options|statements|2|them"
    r"|(?:\w+ )?(?:antidepressants|scores|scales|agents|drugs|medications|medicines|treatments|measures|instruments|"
    r"findings|reasons)"
    r"|\(?[a-z0-9]+ (?:or|and|through|to|-) [a-z0-9]+\)?)"
)
_MARKER = r"\((?:[a-h]|[ivx]{1,4}|\d)\)"
_COUNTED = compiled(
    r"(?<!every )(?<!each )(?:>= ?)?\b(\d+)(?: or (?:more|\d+))?(?: \(?(?!sets|groups|lists)\w+\)?)?,? "
    rf"of (?:the |these |those )?(?:\d+ )?{_NOUN}|\bany (\d+)\b"
    # e.g. "two of: sertraline, citalopram and fluoxetine"
    r"|(?:>= ?)?\b([2-9])(?: or more)? of(?= ?:)"
    # "two drugs from the list below"
    r"|(?:>= ?)?\b([2-9])(?: or more)? (?:[\w-]+ ){0,2}?(?:antidepressants|drugs|agents|medications|medicines|options)"
    r",? (?:from|of|in|on|out of|among)(?: any of)? (?:the|this|those|these)(?: following)?"
    r"(?: (?:list|table|chart|group))?"
    r"(?: \w+){0,2} ?\W*$"
    r"|\b(?:meets?|satisf\w+|has|with) (?:>= )(\d+) (?:criteria|conditions|requirements)"
)
_ALL = compiled(
    r"\b(?:all|each|every|both)\b(?: 1\b)?(?: \(\d\))?(?: (?:of|the|these|those|criteria|following|conditions))*"
    r"|\bmeets? the following\b|\bmust meet all\b|\bthe following (?:criteria|conditions|requirements) (?:are"
    r"|must be|have been) met"
)
_ANY = compiled(
    # All must hold: "approved for either use when the member …", "for any first or later request".
    r"(?!(?<=\bfor )(?:any|either) (?:use|indication|diagnosis|drug|product|medication|agent|form|formulation|route)"
    r"(?: (?:when|if|provided|once|where|as long as)\b|,)"
    # Also as the words before a list, behind a full stop: "For either use (of the drug):".
    r"|(?<=\bfor )either (?:use|indication|diagnosis|drug|product|medication|agent|form|formulation|route)"
    r"(?: of [\w-]+)?\W*$)"
    # "Either drug is covered when …", "either is covered when …" grants no choice among what is asked.
    r"(?!(?:any (?:of (?:the|these) (?:2 )?)?(?:\w+ )?(?:use|indication|diagnosis|drug|product|medication|agent|"
    r"form|formulation|route|brand)s?|either(?: of (?:the|these)(?: 2)?)?(?: (?:\w+ )?(?:use|indication|diagnosis|"
    r"drug|product|medication|agent|form|formulation|route|brand)s?)?) (?:\w+ ){0,3}?(?:is|are|may|will|can|"
    r"shall) (?:\w+ ){0,3}?"
    r"(?:cover|approv|authori[sz]|medically|consider|eligible|pa(?:id|yable)))"
    r"\b(?<!\bin )(?:any|either)\b(?! (?:(?!of\b)[\w-]+ ){0,3}?(?:requests?|approvals?|authori[sz]ations?|phases?|"
    r"time)\b)"
    r"(?! (?:case|way)\b)"
    r"(?: (?:1|of|the|these|those))*"
    r"|(?<!every )(?<!each )\b(?:1|a single 1) of\b|\b1 or more of(?=\W*$)|\bany of\b"
    # "All of these, whichever the diagnosis" grants no choice among them.
    r"|\bwhichever\b(?! (?:of )?(?:the|its|their|diagnos\w+|indication|use|phase|drug|product|form|request|"
    r"is (?:less|first|asked|requested|used|\w+er))\b)"
    # "Prior treatment that fits option 1 or option 2:".
    r"|\b(?P<way>options?|pathways?|paths?|tracks?|ways?|arms?) (?:1|a|i) or (?:(?P=way) )?(?:2|b|ii)\b(?=\W*$)"
    # "One scale suffices:", "any one will do:".
    r"|^(?:[^:]*:)?\W*(?:any )?1 (?:\w+ ){0,2}?(?:suffices|is enough|will do|is sufficient|is needed|is required)\W*$"
    # "One:", "… (select one):" over a list.
    r"|(?:^|:)\W*(?:>= |any )?1(?: \(1\))?\W*:\W*$"
    # The diagnosis to tick is no demand, and what stands under it is no list of alternatives.
    r"|^(?!.*\b(?:diagnos[ei]s|indications?|uses?|requests?|types?|products?|drugs?|phases?)\b).*\w.*"
    r"\b(?:select|check|choose|mark|tick|circle|pick) (?:only |>= )*1\W*$"
    r"|\balternatives?\b|\b(?:>= )?1 (?:box|item|answer|line)\b"
    # Letters of the items: "the member satisfies (a) or (b): …"
    rf"|{_MARKER}(?:, {_MARKER})*,? or {_MARKER}(?: (?:is|are|applies|apply|holds?|below|met|true))*\W*$"
)
# "All are needed for either drug:" grants no choice.
_FOR_EACH = compiled(
    r"\b(?:for|of|with|in) (?:any|either|each|both)(?: of (?:the|these)(?: 2)?)? (?:\w+ )?"
    r"(?:(?:drug|product|medication|agent|use|indication|request|phase|form)s?|diagnos[ie]s)\W*$"
)
_TRAILING_WORD = compiled(r"(?:^|[;,.)\s]|--?)\s*-*\b(and|or)\b-*[\s:.]*$", re.IGNORECASE)
# "Failure of two drugs, and one of the following: ECT, TMS, or psychotherapy": names of treatments with commas.
_ONE_OF_THEM = compiled(
    r"\b(?:one|1|either|any|two|2|three|3)(?: \(\d\))?(?: or more)? of (?:the following|these)(?: \w+)?"
    r"(?: (?:has|have) (?:been )?(?:failed|tried|unsuccessful|ineffective))?\W*$",
    re.IGNORECASE,
)
_BETWEEN_NAMES = compiled(r"\s*,\s*(?:and/or |or )?|\s+or\s+", re.IGNORECASE)
_IS_A_TREATMENT = compiled(
    r"^\W*(?:(?:an?|one|1|course|trial|of|evidence-based|adequate|repetitive) )*(?:psychotherapy|cbt\b|"
    r"cognitive[ -]behaviou?ral|interpersonal (?:psycho)?therapy|counseling|talk therapy|ect\b|electroconvulsive|"
    r"r?tms\b|transcranial|augmentation|neuromodulation)(?: [\w()-]+){0,4}\W*$",
    re.IGNORECASE,
)
# "…; otherwise, a psychiatrist has been consulted" is another way.
_OTHER_WAY = (
    r"otherwise|alternatively|failing (?:that|which)|if not|if (?:the answer is |answered )?[\"“']?no"
    r"(?! (?!then|go|skip|please)[a-z])|(?:any |all |an)?other (?:prescribers?|clinicians?|providers?)"
)
# "2a. If no, …"
_NUMBER = r"(?:\d{1,2}[a-z][.):]? )?"
_LEADING = compiled(rf"^\W*{_NUMBER}(and|or|{_OTHER_WAY})\b[\"”']?[\s,:]+", re.IGNORECASE)
_OPENS_OTHER_WAY = compiled(rf"^\W*{_NUMBER}(?:{_OTHER_WAY})\b[\"”']?[\s,:]+", re.IGNORECASE)
_OPTION = compiled(
    r"^\W*(?:option|alternative|pathway|path|scenario) (?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two|three|four)\b", re.IGNORECASE
)
_CONNECTIVE_ONLY = compiled(r"^\W*(and|or)(?:/or)?\W*$", re.IGNORECASE)
# "Two (2) or more drugs" says its number twice and marks no item.
_NO_NUMBER_BEFORE = "".join(
    rf"(?<!{word} )" for word in ("one", "two", "three", "four", "five", "six", "eight", "ten", "twelve")
)
_INLINE_MARKER = compiled(rf"(?:^|(?<=[\s,])){_NO_NUMBER_BEFORE}\(?(?:[a-h]|[ivx]{{1,4}}|\d{{1,2}})\)\s", re.IGNORECASE)
_OWN_NUMBER = compiled(r"^\W*\((?P<number>\d{1,2})\)\s")
_PUNCTUATION = compiled(r"[();]")
# "Member is 18 or older AND has failed … AND is seen by …": capitals set the clauses apart.
_CAPITAL_AND = compiled(r",?\s+AND\s+(?![^()]*\))")
_FEWEST_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Quantifier:
    """An operator that a lead-in names; `n` for `at_least`."""

    op: Op
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a running text, with the connective that joins it to the next."""

    text: str
    joins: Connective


# A lead-in is asked by each list it stands over, and by every position that the list is read for.
@lru_cache(maxsize=1024)
def quantifier(lead_in: str) -> Quantifier | None:
    """What a lead-in asks of its list, the last such phrase deciding; None when it names no number of items."""
    words = ANY_NUMBER.sub("any", AS_MANY_AS_APPLY.sub("", OF_WHICHEVER_USE.sub("", read_words(lead_in))))
    if (for_each := _FOR_EACH.search(words)) and _ALL.search(words[: for_each.start()]):
        words = words[: for_each.start()]
    if (how := HOW_EACH.search(words)) and any(form.search(words[: how.start()]) for form in (_COUNTED, _ANY)):
        words = words[: how.start()]
    found: list[tuple[int, Quantifier]] = []
    counted = [match.span() for match in _COUNTED.finditer(words)]
    for match in _COUNTED.finditer(words):
        number = int(next(filter(None, match.groups())))
        found.append((match.end(), Quantifier("any") if number == 1 else Quantifier("at_least", number)))
    named: tuple[tuple[Pattern, Op], ...] = ((_ALL, "all"), (_ANY, "any"))
    found += [
        (match.end(), Quantifier(op))
        for pattern, op in named
        for match in pattern.finditer(words)
        if not any(start < match.end() and match.start() < end for start, end in counted)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


@lru_cache(maxsize=1024)
def connective(text: str) -> Connective:
    """The "and" or "or" that a list item ends in, or consists of; "" without one."""
    match = _CONNECTIVE_ONLY.match(text) or _TRAILING_WORD.search(text)
    return "" if match is None else "or" if match[1].lower() == "or" else "and"


def leading_connective(text: str) -> Connective:
    """The "and" or "or" that a list item opens with."""
    match = _LEADING.match(text)
    return "" if match is None else "and" if match[1].lower() == "and" else "or"


def is_option(text: str) -> bool:
    """Whether a text opens one of several ways to meet the criteria: "Option 2: …"."""
    return bool(_OPTION.match(text))


def opens_other_way(sentence: str) -> bool:
    """Whether a sentence tells of another way to meet what was asked before it."""
    return bool(_OPENS_OTHER_WAY.match(sentence))


def is_only_connective(text: str) -> bool:
    """Whether a block is a connective on its own line."""
    return bool(_CONNECTIVE_ONLY.match(text))


def pieces(sentence: str) -> list[Piece]:
    """The clauses of a sentence that semicolons, or "AND" in capitals, set apart; each as printed."""
    if len(_CAPITAL_AND.findall(sentence)) < _FEWEST_CAPITALS or sentence.isupper():
        return _joined_by_words(_at_semicolons(sentence))
    clauses = (_joined_by_words(_at_semicolons(clause)) for clause in _CAPITAL_AND.split(sentence))
    return [Piece(part.text, part.joins or "and") for parts in clauses for part in parts]


def _at_semicolons(sentence: str) -> list[str]:
    """The parts of a sentence between semicolons outside of brackets; "2)" closes none that is not open."""
    parts: list[str] = []
    start, brackets = 0, 0
    for sign in _PUNCTUATION.finditer(sentence):
        if sign[0] == "(":
            brackets += 1
        elif sign[0] == ")":
            brackets = max(0, brackets - 1)
        elif names_others((rest := sentence[sign.end() :]), another_way=opens_other_way(rest)):
            continue
        elif not brackets or ")" not in sentence[sign.end() :]:
            parts.append(sentence[start : sign.start()])
            start = sign.end()
    return [*parts, sentence[start:]]


def reach(parts: Sequence[Piece], place: int) -> int:
    """Where the list that a clause opens ends: before the next number of its own row ("(2) one of: A; B; (3) …")."""
    own = _OWN_NUMBER.match(parts[place].text)
    following = f"({int(own['number']) + 1})" if own else None
    ends = (at for at in range(place + 1, len(parts)) if following and parts[at].text.startswith(following))
    return next(ends, len(parts))


def opened(parts: Sequence[Piece]) -> tuple[str, list[Piece]] | None:
    """The lead-in of a list that runs on in a sentence, and its items; None when its last clauses are no list.

    "…, and one of the following: A; B; or C" leads in where it names how many are asked for, or what bars.
    """
    lead, first = at_colon(parts[0].text) if parts else ("", "")
    if not first.strip():
        return None
    alone = len(parts) == 1
    items = _joined_by_words(_INLINE_MARKER.split(first)) if alone else [Piece(first, parts[0].joins), *parts[1:]]
    if len(items) == 1 and _ONE_OF_THEM.search(lead):
        items = _joined_by_words(_BETWEEN_NAMES.split(first))
        items = items if all(_IS_A_TREATMENT.match(item.text) for item in items) else []
    return (f"{lead}:", items) if len(items) > 1 else None


def _joined_by_words(texts: Sequence[str]) -> list[Piece]:
    """Parts of a sentence with the connectives that they end in, or that the next one opens with."""
    parts = [text.strip(" ,") for text in texts if text.strip(" ,;")]
    return [
        Piece(part, connective(part) or (leading_connective(parts[place]) if place < len(parts) else ""))
        for place, part in enumerate(parts, start=1)
    ]


def joined(trees: Sequence[Tree | None], connectives: Sequence[Connective], asked: Quantifier | None) -> Tree | None:
    """A list's items as one tree; `connectives[i]` joins item i to the next.

    An explicit lead-in decides, and a connective that contradicts it binds only the two items it stands between.
    Without a lead-in, a list whose connectives are all "or" is alternatives; any other list asks for all.
    """
    between = list(connectives[: max(0, len(trees) - 1)])
    if asked is not None and asked.op == "at_least":
        kept = [tree for tree in trees if tree is not None]
        number = asked.n or 1
        return group("all", kept) if number >= len(kept) else group("at_least", kept, number)
    if asked is None:
        alternatives = _are_alternatives(between)
        asked = Quantifier("any" if alternatives else "all")
        between = ["or"] * len(between) if alternatives else between
    inner: Op = "any" if asked.op == "all" else "all"
    binding = "or" if asked.op == "all" else "and"
    runs: list[list[Tree]] = [[]]
    for place, tree in enumerate(trees):
        if tree is not None:
            runs[-1].append(tree)
        if place < len(between) and between[place] != binding:
            runs.append([])
    return group(asked.op, [tree for tree in (group(inner, run) for run in runs) if tree is not None])


def _are_alternatives(between: Sequence[Connective]) -> bool:
    """Whether a list without a lead-in joins its items with "or" alone, the last two at least in so many words."""
    said_so = "or" in between and "and" not in between
    return said_so and (between[-1] == "or" or "" not in between)
