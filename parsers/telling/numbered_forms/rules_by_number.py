"""Rules over the questions of a form by their number ("A Yes to 3 or 5 means not approved", "Key: 1-2 Y, 3 N"): which
answer each question needs.

Such a rule has words of its own: it names numbers, answers and what comes of them. A text with any other word says
more, and is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from parsers.language.patterns import compiled
from parsers.telling.forms.answer_words import OTHER_ANSWER

NUMBER = r"(?:[A-Z]{1,2}[-.]?)?\d{1,2}[a-z]?"
_TO = r"(?:to|through|thru|[–—-])"
_ASKED = r"(?:(?:questions?|items?|lines?|numbers?|nos?\.|boxes|box|q|#)\s*#?)"
_ONE = rf"(?:{_ASKED})?{NUMBER}(?!\w|%)"
_NUMBERS = compiled(
    rf"{_ONE}(?:\s*(?:,? (?:and|or) |,|&|/|(?<=[\da-z]){_TO}(?=[\dA-Z])| {_TO} )\s*{_ONE})*",
    re.IGNORECASE,
)
_TOKEN = compiled(
    rf"(?P<numbers>{_NUMBERS.pattern})|(?P<word>\b(?:yes|no)\b|\b[YN]\b)|"
    r"(?P<except>\b(?:except|but|other than|apart from)(?: for)?\b)|(?P<rest>\b(?:all|every|each|any)"
    r"(?: (?:of )?(?:the )?)?(?:others?|remaining|rest|questions?|answers?|"
    r"items?|boxes)?(?: (?:questions?|answers?|items?|ones?))?\b|\bthe (?:rest|others)\b)",
    re.IGNORECASE,
)
_NO_NUMBER = compiled(r"\bno(?=\.? ?\d)", re.IGNORECASE)
_REFUSES = compiled(
    r"\b(?:den(?:y|ied|ial|ies)|(?:can)?not (?:be )?(?:approv|cover|authori[sz]|eligible|qualif|meet)\w*|"
    r"refus\w+|disqualif\w+|ineligible|reject\w*|not approvable)\b",
    re.IGNORECASE,
)
_OBLIGES = compiled(
    r"\b(?:must|should|shall|has to|have to|needs? to|unless|requir\w+|needed|expected)\b",
    re.IGNORECASE,
)
_MEANT = compiled(
    r"\b(?:questions?|items?|lines?|numbers?|answers?|answered|answering|responses?|marks?|marked|checked|"
    r"ticked|select(?:ed)?|must|should|shall|ha(?:s|ve)|needs?|needed|to|be|is|are|was|for|on|in|if|when|where|or|and|a|an|the|of|which|that|"
    r"with|means?|results?|leads?|mak(?:es?|ing)|will|would|can|cannot|may|does|do|not|both|either|as|it|this|these|you|your|"
    r"den(?:y|ied|ial|ies)|refus\w+|reject\w*|approv\w+|authori[sz]\w+|cover(?:ed|age)?|requir\w+|expected|correct|"
    r"disqualif\w+|qualif\w+|ineligible|eligible|meets?|criteria|reasons?|grounds?|requests?|drug|member|patient|"
    r"reviewers?|plan|key|guide|rules?|notes?|important|instructions?|scoring|decisions?|guidance|standard|otherwise|then|case|spravato|esketamine|ketamine|only|also|possible|automatic(?:ally)?)\b",
    re.IGNORECASE,
)
_SENTENCE = compiled(r"[;\n]|(?<!\bno)(?<!\bnos)\.(?=\s|$)", re.IGNORECASE)
_RANGE = compiled(rf"({NUMBER})(?:\s*{_TO}\s*({NUMBER}))?", re.IGNORECASE)
_PARTS = compiled(r"(?P<letter>\D*)(?P<count>\d+)(?P<tail>[a-z]?)")
_LETTERS = {"y": "yes", "n": "no"}
_Token = tuple[str, tuple[str, ...] | str]


def needed_by(text: str, asked: AbstractSet[str]) -> dict[str, str]:
    """The answer that each question of a form needs by a rule over them; {} where a text is no such rule.

    `asked` has the numbers of the questions that the form asks.
    """
    needed: dict[str, str] = {}
    rest = ""
    for sentence in filter(str.strip, _SENTENCE.split(text)):
        tokens = list(_tokens(sentence))
        named = {number for kind, said in tokens if kind == "numbers" for number in said}
        if not tokens and _is_meant(sentence) and needed:
            continue
        pairs = _pairs(tokens) if _is_meant(sentence) and named <= asked else []
        if not pairs or _is_of_alternatives(sentence, pairs):
            return {}
        refused = refuses(sentence)
        for numbers, word in pairs:
            answer = OTHER_ANSWER[word] if refused else word
            rest = answer if not numbers else rest
            needed |= dict.fromkeys(numbers, answer)
        needed |= {number: OTHER_ANSWER[rest] for number in _excepted(tokens) if number not in needed and rest}
    return needed if not rest else {number: needed.get(number, rest) for number in asked}


def refuses(sentence: str) -> bool:
    """Whether a sentence names the answers that are refused, and not those that are needed."""
    return bool(_REFUSES.search(sentence)) and not _OBLIGES.search(sentence)


def _tokens(sentence: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(_NO_NUMBER.sub("#", sentence)):
        kind = str(found.lastgroup) if found["numbers"] is None else "numbers"
        if kind == "numbers":
            yield kind, tuple(each_number(found["numbers"]))
        elif found["word"]:
            word = found["word"].lower()
            yield "word", _LETTERS.get(word, word)
        else:
            yield ("except", "") if found["except"] else ("rest", "")


def _is_meant(sentence: str) -> bool:
    """Whether a sentence has no other words than such a rule has."""
    left = _MEANT.sub(" ", _TOKEN.sub(" ", _NO_NUMBER.sub("#", sentence)))
    return not re.search(r"\w", left)


def _pairs(tokens: Sequence[_Token]) -> list[tuple[tuple[str, ...], str]]:
    """The numbers that belong to each answer, () for all the others; [] where these do not stand in turn."""
    parts = [*_groups(tokens)]
    kinds = [kind for kind, _ in parts]
    if len(parts) % 2 or any(before == after for before, after in pairwise(kinds)) or not parts:
        return []
    turned = kinds[0] == "word"
    halves = [(parts[place], parts[place + 1]) for place in range(0, len(parts), 2)]
    return [(tuple(b[1]), str(a[1])) if turned else (tuple(a[1]), str(b[1])) for a, b in halves]


def _groups(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The tokens, numbers side by side as one, and without those that an exception names of the others."""
    before: _Token | None = None
    skip = False
    for place, (kind, said) in enumerate(tokens):
        if kind == "except":
            answered = any(each == "word" for each, _ in tokens[place + 1 :])
            skip = not answered or (before is not None and before[0] == "numbers" and not before[1])
            continue
        if skip and kind == "numbers":
            skip = False
            continue
        group: _Token = ("numbers", ()) if kind == "rest" else (kind, said)
        if before and before[0] == group[0] == "numbers":
            before = ("numbers", (*before[1], *group[1]))
            continue
        if before:
            yield before
        before = group
    if before:
        yield before


def _excepted(tokens: Sequence[_Token]) -> Iterator[str]:
    for (kind, _), (after, said) in pairwise(tokens):
        if kind == "except" and after == "numbers":
            yield from said


def _is_of_alternatives(sentence: str, pairs: Sequence[tuple[tuple[str, ...], str]]) -> bool:
    """Whether one of some numbers is enough ("2 or 3 must be Yes"), or only all of them together refuse."""
    if refuses(sentence):
        return bool(re.search(r"\bboth\b", sentence, re.IGNORECASE)) or not all(numbers for numbers, _ in pairs)
    return bool(re.search(rf"\b(?:either|any)\b|{NUMBER} or (?:question )?{NUMBER}", sentence, re.IGNORECASE))


def each_number(numbers: str) -> Iterator[str]:
    """The numbers of "A1 to A4, A7 and 9", each by itself."""
    for one in _RANGE.finditer(re.sub(_ASKED, "", numbers, flags=re.IGNORECASE)):
        first, last = one[1], one[2]
        start, end = _PARTS.fullmatch(first), _PARTS.fullmatch(last or first)
        if start is None or end is None or start["tail"] or end["tail"]:
            yield from filter(None, (first, last))
            continue
        yield from (f"{start['letter']}{count}" for count in range(int(start["count"]), int(end["count"]) + 1))
