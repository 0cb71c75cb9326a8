"""Values under the name of an aspect of failed trials ("Look-back | 24 months", "Distinct classes: 2"), spelled out.

A table, a form or a short list of criteria names the aspect in one cell and gives its value in the next; neither says
by itself what a sentence would.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from parsers.language.patterns import Pattern, compiled
from parsers.uses.indications import mentions

_NUMBER = (
    r"(?:(?:at least|a minimum of|minimum(?: of)?|no fewer than|not fewer than|no less than|>=?|≥) ?)?"
    r"(?:\d+|one|two|three|four|five|six|eight|ten|twelve|[a-z-]{3,12}(?= \(\d))(?: ?\(\d+\))?"
    r"(?: or more|\+)?"
)
_COUNT = compiled(rf"\W*(?P<n>{_NUMBER})\b(?! ?(?:weeks?|months?|days?|years?|mg|%))(?P<rest>.*)", re.IGNORECASE)
_FAILURES = compiled(r"^ ?(?:failures?|failed|trials?|drugs?|agents?|antidepressants?|medications?)\b", re.IGNORECASE)
_SPAN = compiled(rf"\W*(?P<span>{_NUMBER} ?(?:weeks?|months?|days?|years?)\b)(?P<rest>.*)", re.IGNORECASE)
# No name below is without one of these.
_NAMES_ONE = compiled(
    r"antidepressant|fail|class|how long|duration|length|time|trial|weeks|look|within|augment|toler|side effect|"
    r"adverse|contraindic|drug|medic|episode",
    re.IGNORECASE,
)
_RECENT = compiled(
    r"\W*(?:(?:(?:with)?in|over|during) )?(?:the )?(?:past|last|preceding|previous|prior) ", re.IGNORECASE
)
# "Episode of the failures | the current one", "all failed trials in the current one".
_IN_EPISODE = compiled(
    r"\W*(?:only )?(?:(?:the|all|every|each|those|prior|failed|failures?|trials?|antidepressants?|must|have to|has to"
    r"|be|"
    r"fall|lie|occur|have (?:failed|occurred)|(?:with)?in|during|from|of) )*(?:current|present|ongoing|same|index)"
    r"(?: (?:one|episode|depressive|major))*\W*",
    re.IGNORECASE,
)
_EACH_ONE = compiled(r"\b(?:each|apiece|every one)\b", re.IGNORECASE)
_FOR_USES = compiled(
    r"(?:\W+(?:for|in|of))?\W*(?:(?:both|all|either|each|any) (?:indications?|uses?|diagnos[ei]s))?\W*$", re.IGNORECASE
)
_YES = compiled(r"\W*(?:yes|required|needed|mandatory|must)\b", re.IGNORECASE)
_COUNTED = compiled(
    r"\W*(?:(?:it|that|this|the (?:drug|trial)|they) )?(?:(?:is|are|still|will be|also) )*(?:counts?|counted|"
    r"considered|"
    r"treated|regarded)\b(?!.*\bnot\b)",
    re.IGNORECASE,
)
_NO = compiled(r"\W*(?:no\b|not required|not needed|optional|none needed)", re.IGNORECASE)
# "Required; not needed if the chart shows why", "needed, unless none can be taken".
_LIFTED = compiled(
    r"[;,.(–—-]+ ?(?:but )?(?:(?:(?:is |it is )?(?:not (?:required|needed|necessary|asked for)|waived|optional)|waiver|"
    r"exempt(?:ed)?|excused|omitted|except(?:ion)?),? (?:if|when|where|for)|unless|except (?:if|when|where|for))\W+"
    r"(?P<whom>[^;()]{5,160}?)\W*$",
    re.IGNORECASE,
)
_GRADE = compiled(r"\b(?:adequate|therapeutic|effective|maxim\w+|minim\w+|highest|tolerated)\b", re.IGNORECASE)
_DOSE_WORD = compiled(r"\W*\b(?:dos(?:e|es|age)|the|an?)\b\W*", re.IGNORECASE)
_MANY = r"(?:number|count|no\.?|minimum number|least number|how many)(?: of)?"
_DRUGS = r"(?:antidepressants?|antidepressant (?:drugs?|agents?|medications?|trials?))"
_EACH = r"(?:each|every|a|the|an|one|all)"


def _failures(value: str) -> str | None:
    found = _COUNT.fullmatch(value)
    return found and f"{found['n']} antidepressants have failed{_FAILURES.sub('', found['rest'])}"


def _classes(value: str) -> str | None:
    found = _COUNT.fullmatch(value)
    return found and f"the failed antidepressants are from {found['n']} different classes"


def _trial(value: str) -> str | None:
    found = _SPAN.fullmatch(value)
    return found and f"each antidepressant trial lasted {found['span']}{found['rest']}"


def _weeks(value: str) -> str | None:
    found = _COUNT.fullmatch(value) if not _SPAN.fullmatch(value) else None
    return found and f"each antidepressant trial lasted {found['n']} weeks{found['rest']}"


def _of_each(value: str) -> str | None:
    """The length of a trial: "for how long?" may ask for an approval's as well, "six weeks each" is a trial's."""
    return _trial(value) if _EACH_ONE.search(value) else None


def _look_back(value: str) -> str | None:
    found = _SPAN.fullmatch(_RECENT.sub("", value, count=1))
    return found and f"the antidepressants failed within the past {found['span']}"


def _episode(value: str) -> str | None:
    named = _IN_EPISODE.fullmatch(value)
    return "the antidepressants failed in the current episode" if named else None


def _augmentations(value: str) -> str | None:
    found = _COUNT.fullmatch(value)
    return found and f"{found['n']} augmentation trials have failed"


def _alongside(value: str) -> str | None:
    lifted = _LIFTED.search(value)
    if _NO.match(value):
        return "an oral antidepressant is not required"
    said = "an oral antidepressant is required"
    return (f"{said} unless {lifted['whom']}" if lifted else said) if _YES.match(value) else None


def _dose(value: str) -> str | None:
    return f"each antidepressant trial was at the {_DOSE_WORD.sub('', value)} dose" if _GRADE.search(value) else None


def _adherence(value: str) -> str | None:
    return f"each antidepressant was taken with adherence of {value}" if "%" in value else None


def _intolerance(value: str) -> str | None:
    counts = _YES.match(value) or _COUNTED.match(value)
    return "intolerance counts as failure of an antidepressant" if counts else None


_OF_DRUGS = (
    rf"(?:{_MANY} )?(?:(?:prior|previous|failed|tried|earlier|past) )?{_DRUGS}"
    r"(?: (?:failures?|that (?:have )?failed|failed|tried(?: and failed)?|required|to (?:have )?fail(?:ed)?|"
    r"(?:must|have to|need to|should) (?:(?:i|you|we|one|(?:a|the|my) (?:patient|member)) )?(?:have |be )?(?:been "
    r")?(?:tried(?: and (?:have )?failed)?|fail(?:ed)?)"
    r"(?: first)?))?"
)
_OF_CLASSES = (
    rf"(?:{_MANY} )?(?:(?:distinct|different|separate|drug|antidepressant|pharmacologic(?:al)?) )*classes"
    r"(?: (?:represented|tried|failed|required|among them|of drugs?))?"
)
_OF_TIME = (
    r"(?:and )?(?:for )?how long (?:must|should) each (?:last|be taken|have lasted)"
    rf"|(?:(?:minimum|least|required) )?(?:(?:duration|length|time) (?:(?:of|on|for) {_EACH}"
    r"(?: (?:trial|drug|antidepressant|agent|medication))?|of (?:the )?trials?)"
    r"|(?:antidepressant )?trials?(?: (?:duration|length))?)"
)
# e.g. "Weeks on each drug: 8", "number of weeks tried: 6 or more"
_OF_WEEKS = (
    r"(?:(?:minimum|least|number of|no\. of) )*weeks ?(?:(?:/|(?:on|of|for|per|with)\b) ?(?:each(?: one)?|every"
    r"|all|both|the)?"
    r" ?(?:(?:failed|antidepressant) )?(?:drugs?|trials?|agents?|antidepressants?|medications?)?|(?:tried|taken)"
    r"(?: on (?:each|both)(?: \w+)?)?)"
)
_TRIALS_MEANT = (
    r"(?:(?:the|prior|previous|past|failed|earlier|antidepressant|treatment|medication|drug) )*"
    r"(?:antidepressants|failures?|trials?|treatment|medication)"
)
_OF_LOOK_BACK = (
    rf"(?:{_TRIALS_MEANT}\W+)?(?:look[ -]?back|(?<=\W )(?:window|time ?frame|period))"
    rf"(?: (?:period|window|limit|span))?(?:,? (?:(?:for|of|on) )?{_TRIALS_MEANT})?"
    rf"|{_TRIALS_MEANT}(?: (?:must|has to|have to|need to|should)(?: all)? (?:lie|fall|be|occur|"
    r"have (?:occurred|failed)))?"
    rf" within|(?:window|time ?frame|period)(?: (?:for|of) {_TRIALS_MEANT})?"
    rf"|how (?:far back|recent|long ago) (?:do |may |can |must )?{_TRIALS_MEANT}(?: (?:may|can|must|count|be|lie|go|"
    r"have (?:failed|occurred)))*"
)
_OF_AUGMENTATION = r"(?:(?:prior|failed) )?augmentation(?:s| failures?| trials?(?: failed)?| attempts?)?"
_OF_AN_ORAL_ONE = (
    r"(?:(?:(?:concurrent|concomitant|ongoing|adjunctive|continued|accompanying|is an?) )*oral antidepressant"
    r"|(?:(?:concurrent|concomitant|accompanying|adjunctive|background) )+antidepressant"
    r"|antidepressant(?= (?:alongside|with (?:it|the|spravato|esketamine|ketamine)|taken)\b))"
    r"(?: (?:use|therapy|alongside|(?:needed|required)(?: alongside| too)?|taken alongside"
    r"|with (?:it|the (?:spray|drug)|spravato|esketamine)))?"
)
_OF_INTOLERANCE = (
    r"what (?:if|when) (?:a|the|one) (?:drug|antidepressant|medication|medicine) (?:caused|causes|had|has|is|was|could|"
    r"cannot) (?:side effects|not (?:be )?tolerated|be tolerated|contraindicated)"
    r"|(?:does|do) (?:intolerance|side effects) count(?: as (?:a )?failure)?"
    r"|(?:counts? )?intolerance(?: or contraindication)?(?: counts?)?(?: as (?:a )?failure)?"
    # e.g. "Do drugs stopped for side effects count?", "is a drug that was not tolerated a failed drug?"
    r"|(?:does|do|can|may|will|would|is|are|what (?:if|when)) (?:(?!\bnot? (?:count|accept))[^?;:]){0,60}?"
    r"(?:intoleran\w+|side effects?|adverse (?:\w+ )?(?:effect|event|reaction)s?|contraindicat\w+|"
    r"(?:not|never) (?:be )?tolerated?|not tolerate (?:an?|the|one) \w+)\b(?:[^?;:]{0,30}?\b(?:be )?"
    r"(?:counts?|counted|accepted|(?:an? )?(?:failed|failures?)|meets? (?:the|this) \w+)\b[^?;:]{0,40})?"
)
# "Failed trials: number", "antidepressant trials (dose)": the aspect behind whose it is.
_OF_THEM = rf"{_TRIALS_MEANT}(?: required)?(?:: ?| ?\(| ?[–—-] ?|, )(?:(?:minimum|least|required) )?"
# The first row that the name of the aspect fits decides.
_ASPECTS: tuple[tuple[Pattern, Callable[[str], str | None]], ...] = tuple(
    (compiled(rf"\W*(?:\d+[.)] ?)?(?:{name})\W*", re.IGNORECASE), spell)
    for name, spell in (
        (_OF_DRUGS, _failures),
        (rf"(?:{_MANY} )?(?:failures|failed trials|failed drugs)(?: of {_DRUGS})?", _failures),
        (rf"{_OF_THEM}(?:{_MANY}|number|count|how many)", _failures),
        (rf"{_OF_THEM}(?:length|duration|time)(?: of each)?", _trial),
        (rf"{_OF_THEM}(?:dose|dosing|dosage|strength)", _dose),
        (rf"{_OF_THEM}adherence", _adherence),
        (rf"{_OF_THEM}(?:(?:number of )?(?:(?:distinct|different) )?classes)", _classes),
        (_OF_CLASSES, _classes),
        (_OF_TIME, _trial),
        (_OF_WEEKS, _weeks),
        (r"(?:and )?(?:for )?how long", _of_each),
        (_OF_LOOK_BACK, _look_back),
        (rf"(?:depressive )?episode(?: (?:of|for) {_TRIALS_MEANT})?", _episode),
        (_OF_AUGMENTATION, _augmentations),
        (_OF_AN_ORAL_ONE, _alongside),
        (_OF_INTOLERANCE, _intolerance),
    )
)


def _without_uses(label: str) -> str:
    """A name without the uses that it says it is for ("Failed antidepressants, resistant depression")."""
    for mention in reversed(mentions(label)):
        label = f"{label[: mention.start]}{label[mention.end :]}"
    return _FOR_USES.sub("", label)


def spelled(label: str, value: str) -> str | None:
    """The sentence that `value` under the name `label` of an aspect stands for; None where it is no such pair."""
    if not _NAMES_ONE.search(label):
        return None
    label = _without_uses(label)
    for name, spell in _ASPECTS:
        if name.fullmatch(label):
            return spell(value.strip())
    return None
