"""A text that gives each of several uses its own length, amount or clause, as one of the uses sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.amounts.amounts import Sign, are_paired, is_exception, is_limit_of_each, signs_of, with_exception
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Indication
from parsers.uses.indications import FORMS_OF_MDD, covers, mentions

# "…, at no more than 84 mg per session" behind the last pair is said of all of them.
_ENDS = compiled(
    r"[.;]\s|[,;] (?:and )?(?:each |both )?(?:at|with|in|of|limited to) (?:an? )?"
    r"(?:no more than|not more than|(?:the )?most|max(?:imum)?|doses?|up to) ",
    re.IGNORECASE,
)
_RESPECTIVELY = compiled(r"\brespectively\b", re.IGNORECASE)
# What opens a clause for one use: "…, and in resistant depression", "; for the latter (…)", "Use 2 (…)".
_INTRO = compiled(
    r"(?:^|[;,:—]|\bare(?= \()|\b(?=(?:and|or|but|while|whereas|for|in|with|either|one)\b))\s*(?:(?:and|or|but|while|"
    r"whereas|yet)\s+)?"
    r"(?:either\s+|one of:?\s+(?:(?:these|the following):?\s+)?)?"
    r"(?:(?:for|in|with|among|if|when)\s+)?(?:(?:the|an?|those|patients?|members?|adults?|individuals?|people|requests?|"
    r"former|latter|use|group|indication|diagnosis|treatment|treating|of|for|with|who|have|has|is|first|second|[a-h\d]|"
    r"\([a-h\d]\))\s+)*\(?$",
    re.IGNORECASE,
)
# What the last clause ends in and all of them share.
_SHARED_END = compiled(
    r",? (?:provided(?: that)?|as long as|in (?:both|either|all|each)(?: of these| the)? (?:cases?|uses?|indications?)|"
    r"in (?:adults|patients|members) (?:of |aged |who are )?(?:at least )?\d+"
    r"|in adults(?=\W*$)|each (?:in|of|for) (?:an? |the )?(?:adults?|patients?|members?|individuals?|persons?|"
    r"people))\b",
    re.IGNORECASE,
)
_ASIDE = compiled(r" \([^()]*[a-z]{3,}[^()]* [^()]*\)")
# "(1) A in which two drugs failed and (2) B": each use under its number has what stands with it.
_COUNTED = compiled(r"\((?:\d|[a-h])\)", re.IGNORECASE)
_ADULTS = compiled(r"\badults\b(?= (?:with|who have) )", re.IGNORECASE)
# "… has one of the following" in front of the uses.
_LISTS = compiled(r"\b(?:following|these|below)$", re.IGNORECASE)
_JOINER = compiled(r"^\W*(?:and|or) ", re.IGNORECASE)
_SEMICOLON = compiled(r";\s")
_NUMBERED_USE = compiled(
    r"\b(?:use|indication|group|category|population|cohort|diagnosis) \(?\w{1,4}\)?", re.IGNORECASE
)
_LOOSE_END = compiled(r"[\s,;]+(?:and|or|but|while|whereas)[\s,.;]*$", re.IGNORECASE)
_ASKS = compiled(r"[a-z]{3,}|\d", re.IGNORECASE)
_SAYS_NOTHING = compiled(
    r"\b(?:and|or|the|only|for|in|use|uses|adults?|patients?|members?|with|both|either|requests?|who|have|behaviou?r|first|second|former|"
    r"latter|one|other|"
    r"cases?|indications?|diagnos[ie]s|conditions?)\b"
    r"|\([A-Z-]+\)",
    re.IGNORECASE,
)
# Disorders beside the one treated: what is said of them is asked of the patient.
_BESIDE: frozenset[Indication] = frozenset(
    {"substance_use", "psychiatric", "bipolar_depression", "anxiety", "fda_labeled"}
)
_OF_BRACKETS = " ():\u2060"  # Those of a document, and of our own glosses.
# Characters, at most, of what opens a clause.
_LONGEST_INTRO = 200
# "After failure of two drugs for eight weeks in TRD" tells no limit of the use that it names.
_FEWEST = 2


def share_of(text: str, indication: Indication) -> str:
    """The text with the amounts and clauses of other uses cut away: "3 months in A and 1 month in B" as A sees it.

    The text itself where it gives uses nothing of their own, or where it does not name `indication`.
    """
    own = _amounts_of(text, indication)
    return own if own != text else " ".join(_clauses_of(sentence, indication) for sentence in sentences(text))


def _clauses_of(sentence: str, indication: Indication) -> str:
    """A sentence without clauses for other uses: "in A two drugs have failed, and in B one" as A sees it."""
    parts = list(_own_clauses(sentence))
    uses = {use for named, _ in parts for use in named}
    if len({named for named, _ in parts if named}) < _FEWEST or indication not in uses:
        return sentence
    if "mdd" in uses and uses & FORMS_OF_MDD:
        return sentence
    own = [words for named, words in parts if not named or indication in named]
    if len(own) < len(parts) and parts[0][1] and parts[1][1] not in own:
        own[1:2] = [_JOINER.sub(": " if _LISTS.search(own[0]) else " ", words) for words in own[1:2]]
    kept = "".join(own)
    kept = _LOOSE_END.sub("", kept.lstrip(" ,;"))
    return kept.rstrip(" ,;:") + ("." if sentence.endswith(".") and not kept.endswith(".") else "")


def _own_clauses(sentence: str) -> Iterator[tuple[frozenset[Indication], str]]:
    """The clauses of a sentence with the uses that each opens with; none for what holds for all."""
    starts: list[tuple[int, Indication, int]] = []
    for mention in mentions(sentence):
        if mention.indication in _BESIDE or mention.excepted:
            continue
        if intro := _INTRO.search(sentence[: mention.start], max(0, mention.start - _LONGEST_INTRO)):
            # "Adults with A (two failures) or with B": of an age in either case.
            adults = None if starts else _ADULTS.search(sentence[: mention.start], intro.start())
            starts.append((adults.end() if adults else intro.start(), mention.indication, mention.end))
    if len({use for _, use, _ in starts}) < _FEWEST:
        yield frozenset(), sentence
        return
    yield frozenset(), sentence[: starts[0][0]]
    bracketed = any(_ASIDE.match(sentence, name_end) for _, _, name_end in starts[:-1])
    bracketed = bracketed or all(_COUNTED.search(sentence[start:end]) for start, _, end in starts)
    named: set[Indication] = set()
    begin = starts[0][0]
    for place, (_, use, name_end) in enumerate(starts):
        named.add(use)
        end = starts[place + 1][0] if place + 1 < len(starts) else len(sentence)
        shared = _shared_end(sentence, starts[0][0], name_end) if end == len(sentence) else None
        stop = shared.start() if shared else end
        if _ASKS.search(_SAYS_NOTHING.sub(" ", sentence[name_end:stop])):
            yield frozenset(named), sentence[begin:stop]
            named, begin = set(), stop
        elif stop == len(sentence) or shared:
            # "A (two failures) or B": what is asked in brackets is of the use before them, and B asks nothing.
            yield frozenset(named if bracketed else ()), sentence[begin:stop]
        if shared:
            yield frozenset(), sentence[stop:]


def _shared_end(sentence: str, first: int, last: int) -> re.Match[str] | None:
    """What stands behind the last use, named up to `last`, and is said of all of them, the first at `first`.

    Uses that no semicolon parts share what comes behind one ("in A (two failures) or in B; a psychiatrist prescribes").
    """
    apart = None if ";" in sentence[first:last] else _SEMICOLON.search(sentence, last)
    return _SHARED_END.search(sentence, last) or apart


def _amounts_of(text: str, indication: Indication) -> str:
    signs = signs_of(text)
    if is_exception(text, signs):
        return with_exception(text, signs, indication)
    uses = [sign.use for sign in signs if sign.use]
    end = said.start() if (said := _RESPECTIVELY.search(text)) else 0
    amounts = [sign for sign in signs if not sign.use and sign.end <= end][-len(uses) :]
    if amounts and len(uses) == len(amounts) == len(set(uses)) and indication in uses:
        others = [amount for use, amount in zip(uses, amounts, strict=True) if use != indication]
        for amount in reversed(others):
            text = text[: amount.start] + text[amount.end :]
        return _RESPECTIVELY.sub("", text)
    if len(set(uses)) < _FEWEST or len(signs) != 2 * len(uses) or not are_paired(signs):
        return text
    pairs = [signs[place : place + 2] for place in range(0, len(signs), 2)]
    own = [place for place, pair in enumerate(pairs) if any(s.use and covers((s.use,), indication) for s in pair)]
    return text if not own else _kept(text, pairs, own)


def _kept(text: str, pairs: Sequence[Sequence[Sign]], own: Sequence[int]) -> str:
    """What the text opens with, and the pairs of its own use, each up to the next pair or the end of its sentence."""
    opening, verb = text[: pairs[0][0].start], ""
    if own[0] and not _ASKS.search(_SAYS_NOTHING.sub(" ", _NUMBERED_USE.sub(" ", opening))):
        # "A is approved for 3 months, B for 1 month": the verb stands with the first use alone.
        verb = text[pairs[0][0].end : pairs[0][1].start].strip(_OF_BRACKETS)
    ends = [pair[0].start for pair in pairs[1:]]
    last = pairs[-1][-1].end
    stop = _ENDS.search(text, last)
    ends.append(last if is_limit_of_each(text[last:]) else stop.start() if stop else len(text))
    rest = text[ends[-1] :]
    return opening + " ".join(_with_verb(text[: ends[place]], pairs[place], verb) for place in own) + rest


def _with_verb(text: str, pair: Sequence[Sign], verb: str) -> str:
    """What a text says at its end of a pair of a use and its amount, with the verb of another that it shares."""
    use, amount = pair
    if verb and use.use and not text[use.end : amount.start].strip(_OF_BRACKETS):
        # "In the one use we give 3 months and in the other 1 month."
        return f"{text[use.start : use.end]} {verb} {text[amount.start :]}".rstrip(" ,;")
    return (f"{verb} " if verb else "") + text[use.start :].rstrip(" ,;")
