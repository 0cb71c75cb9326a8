"""How long a substance use disorder must have been over, and whether that is all that is asked of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.conditions import SUBSTANCE, named
from parsers.criteria.durations import durations
from parsers.criteria.vocabulary import near, one_of
from parsers.criteria.wording import Finding
from parsers.language.patterns import compiled

_REMITTED = compiled(
    one_of(
        r"\bremi(?:ssion|tted)", r"\bsober", r"\bsobriety", r"\babstin", r"\bfree (?:of|from)\b", r"\bclean\b",
        r"\b(?:ended|ceased|overcome|came to an end|lies?|dates?)\b(?=[^.;]*\b(?:ago|back)\b)",
        r"\bwithin\b",
        r"\b(?:past|last|previous|prior|preceding)\b", r"\bfor\b",
    )
)  # fmt: skip
# The length of an approval, which is nobody's remission.
_GRANTED = compiled(
    r"\b(?:approv|authori[sz]|renew|continu|grant)\w*(?: \w+){0,3}? (?:for|up to) (?:<= )?\d+ "
    r"(?:day|week|month|year)s?\b"
)
_ABSTAINS = compiled(
    rf"\b(?:abst(?:in|ain)\w*|sober|sobriety|free (?:of|from)){near(40)}"
    r"\b(?:alcohol|drugs?|substances?|cannabis|opioids)\b"
    r"|\bsober (?:for|since|at least|>=)"
)
_UNLESS_REMITTED = compiled(
    rf"\b(?:unless|except|other than|or|if)\b{near(40)}\b(?:remi(?:ssion|tted)|abstin|sober|clean)"
    rf"|\b(?:remission|abstinence|sobriety)\b{near(40)}\bif (?:ever|there|any|one)\b"
)
# "No substance use disorder within the past 6 months": whoever had one is in remission since.
_NONE_OF_LATE = compiled(r"\b(?:within|in|during|over|for)(?: the)? (?:past|last|previous|prior|preceding)\b")
# "A substance use disorder, if there has been one, has been in remission": what is said of it denies nothing, whatever
# else the sentence denies.
_SAID_TO_REMIT = compiled(
    rf"{SUBSTANCE.pattern}(?: disorders?)?(?:, (?:if|when|where) [^.;,]{{2,40}},)? "
    r"(?:has|have|is|are|must|should|shall)(?: (?:been|be|now))*(?: in)?(?: \w+)? "
    r"(?:remission|remitted|abstin\w+|sober)"
)
# "With less than 3 months of remission": how long it must last is the whole of the bar.
_BRIEFLY_REMITTED = compiled(
    r"\bnot (?:yet )?(?:been |in )*(?:\w+ )?(?:remission|remitted|abstinent|sober) (?:for )?(?:>= )?\d+ "
    r"(?:day|week|month|year)s?|"
    r"< \d+ (?:days?|weeks?|months?|years?) (?:of|in) (?:\w+ )?(?:remission|abstinence|sobriety)"
    r"|\b(?:remission|abstin\w+|sober|sobriety)\b[^.;]{0,30}< \d+ (?:days?|weeks?|months?|years?)"
)
# "No active disorder; where there has been one, it has been in remission": what is said behind is of a past one.
_NO_ACTIVE_ONE = (
    r"\b(?:no|not have|absence of|free (?:of|from)|without)\b[^.;,(]{0,20}?(?:\b(?:active|current|ongoing|present)\b"
    r"[^.;,(]{0,40}?\bdisorders?|\bdisorders? (?:at present|currently|now))\b"
)
_OF_A_PAST_ONE = compiled(
    rf"(?P<none>{_NO_ACTIVE_ONE})(?P<joins> ?[;,(.:]+ ?(?:(?:and|but) )?)"
    r"(?P<past>(?!\W*(?:unless|except|or|other than)\b)(?=[^;(.]*\b(?:remission|remitted|abstin\w+|sober))"
    r"(?![^;.]*\b(?:substance|alcohol|drug|opioid|cannabis|SUD)\b)"
    r"(?=[^;(.]*\b(?:one|it|past|history|prior|former|previous|ever)\b)(?:[^;.()]|\(\d+\))*"
    # "…, and none has been active in the last 3 months".
    r"|none (?:(?:has|have|was|were|had|been) )+(?:(?:active|present|diagnosed|there) )?"
    r"(?:with ?in|in|during|over|for) (?:the )?(?:past|last|previous|prior|preceding) [^;.()]*)\)?",
    re.IGNORECASE,
)
# "A current disorder is not acceptable; a past one is, after a year of remission."
_TIME = r"(?:at least )?[\w-]+ (?:days?|weeks?|months?|years?)"
_PAST_ACCEPTED = compiled(
    r"^\W*(?:an? |any )?(?P<now>(?:current|active|ongoing|present) [^.;,]{3,60}?disorder) "
    r"(?:(?:is|are|will be) (?:not (?:acceptable|accepted|allowed|permitted|eligible)|unacceptable|disqualifying)"
    r"|(?:bars|excludes|disqualifies|rules out|precludes)\b[^.;,]{0,40})[;,.] (?:but |and )?an? (?:past|former|prior|"
    r"previous|remitted) (?:one|disorder) (?:is|does not|is not|may be|will do)?(?: (?:accepted|acceptable|allowed))?,?"
    r" ?(?:after|once|if|when|following|with|provided)\b(?:"
    rf"[^.;]*?\b(?:remission|remitted|sobriety|abstinence) for (?P<lasted>{_TIME})"
    rf"|[^.;]*?(?P<length>{_TIME})\b[^.;]*\b(?:remission|remitted|sobriety|abstinence)\b)\W*$",
    re.IGNORECASE,
)
# "A moderate or severe disorder, unless it is in remission": a mild one is no bar, however short its remission.
_GRADED = compiled(r"\b(?:moderate|severe)\b[^;.]*\bdisorders?\b")
_CONJUNCTS = compiled(r",? (?:and|but) |[;,] ")
# "Has failed two drugs within the past 3 years, … and has no such disorder": the time of the failures.
_TIME_OF_FAILURES = compiled(
    r"\b(?:fail\w*|tried|trials?|respon\w+)\b(?:(?!\b(?:substance|alcohol|drug use|opioid|cannabis|remission|"
    r"abstin\w+|sud)"
    r"\b)[^.;:]){0,60}?\b(?:within|in|during|over) (?:the )?(?:past|last|previous|prior|preceding) (?:<=? )?\d+ "
    r"(?:day|week|month|year)s?\b"
    # "Has failed two antidepressants (6 weeks each) and has no such disorder".
    r"|\b(?:fail\w*|tried|trials?|respon\w+|antidepress\w*)\b(?:(?!\b(?:substance|alcohol|drug use|opioid|cannabis|"
    r"remission|abstin\w+|sud)\b)[^.;:]){0,60}?\b\d+ weeks?\b"
)
_AGE = compiled(
    r"\baged? (?:[<>=]+ ?|at least |over )?\d+ years?"
    # "A year or more" is a length.
    r"|\d+ years? (?:old|of age|(?:and|or) (?:older|over|above))\b|\d\d years? (?:and|or) (?:more|up)\b"
)


def lengths_of_remission(words: str) -> Iterator[Finding]:
    """The months for which a substance use disorder must have been over, at least one; none where no length is told."""
    if (SUBSTANCE.search(words) and _REMITTED.search(words)) or _ABSTAINS.search(words):
        told = durations(_AGE.sub("", _GRANTED.sub("", _TIME_OF_FAILURES.sub("", words))))
        lengths = [length for length in told if length.unit in ("week", "month", "year", "day")]
        if lengths:
            yield Finding("sud_remission_months", max(1, lengths[0].months))


def with_past_disorder(text: str) -> str:
    """`text`, with the substance use disorder named again where what must be over is only said to be a past one."""
    if accepted := _PAST_ACCEPTED.match(text):
        length = accepted["lasted"] or accepted["length"]
        return f"No {accepted['now']}; a past substance use disorder has been in remission for {length}"
    found = _OF_A_PAST_ONE.search(text)
    if found is None or not SUBSTANCE.search(found["none"].lower()):
        return text
    return _OF_A_PAST_ONE.sub(r"\g<none>; of a past substance use disorder, \g<past>", text)


def suffices(words: str, *, listed: bool, denies: bool) -> bool:
    """Whether a clause that tells the length asks no more of such a disorder: no exclusion stands beside it.

    `listed`: it is an item of a list of bars; `denies`: it denies something.
    """
    asked = _is_all_that_bars(words) if listed else _is_all_asked(words, denies=denies)
    return asked or bool(_BRIEFLY_REMITTED.search(words))


def is_said_to_remit(words: str) -> bool:
    """Whether the disorder itself is said to be in remission, or absent of late, whatever else the sentence denies."""
    return bool(_SAID_TO_REMIT.search(words)) or any(map(_is_absent_of_late, _CONJUNCTS.split(words)))


def _is_absent_of_late(part: str) -> bool:
    """Whether a part of a sentence denies the disorder alone, for a time: "… and has had none within 6 months"."""
    return list(named(part)) == ["substance_use_disorder"] and bool(_NONE_OF_LATE.search(part))


def _is_all_that_bars(words: str) -> bool:
    """Whether an item of a list of bars is lifted by remission for so long, so that a brief one is all that it bars."""
    of_late = list(named(words)) == ["substance_use_disorder"] and _NONE_OF_LATE.search(words)
    return bool(_UNLESS_REMITTED.search(words) or of_late) and not _GRADED.search(words)


def _is_all_asked(words: str, *, denies: bool) -> bool:
    """Whether remission is all that is asked of a substance use disorder.

    "None, unless in remission" asks no more, nor does "none, or in remission": whoever never had one meets it too.
    """
    alone = list(named(words)) == ["substance_use_disorder"]
    remitted = alone and (_UNLESS_REMITTED.search(words) or _NONE_OF_LATE.search(words))
    return bool(_ABSTAINS.search(words) or remitted or not denies)
