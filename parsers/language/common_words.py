"""One word for what payers call by many: the table, and a text as every reader reads it.

A payer "certifies" what another approves, for "mos." or "calendar months", and a third asks for "precertification". A
word that is added here is known to all readers at once. What a row puts in place has to mean the same wherever the
expression matches; where that hangs on what stands around it, the expression says so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.language.patterns import compiled
from parsers.language.rewriting import New, Rewriting


def _as_printed(word: str) -> New:
    """`word`, with a capital where the match has one."""

    def new(match: re.Match[str]) -> str:
        return word[0].upper() + word[1:] if match[0][:1].isupper() else word

    return new


def _noun(word: str) -> New:
    """`word` for a noun, in its number, and "a" for an "an" before it."""

    def new(match: re.Match[str]) -> str:
        article = match[0][0] if match[0].lower().startswith("an ") else ""
        told = f"{word}s" if match[0].endswith("s") else word
        if article:
            return f"{article} {told}"
        return told[0].upper() + told[1:] if match[0][0].isupper() else told

    return new


def _noun_as(word: str) -> New:
    """`word` for the last word of the match."""

    def new(match: re.Match[str]) -> str:
        return f"{match[0].rpartition(' ')[0]} {word}"

    return new


# The dot of an abbreviation, where it ends no sentence.
_DOT = r"(?:\.(?=[,;:)]| (?-i:[a-z\d(])))?"
_COUNT = r"(?:\d|one|two|three|four|five|six|eight|nine|ten|twelve)"
_UNITS = {"mos?|mths?": "months", "wks?": "weeks", "yrs?": "years", "hrs?": "hours"}
_AHEAD = r"(?:pre-?authori[sz]|pre-?certific|advance authori[sz])ation|(?:prior |pre-?|advance )approval"
_PHASES = r"initial|first|new|renewal|reauthorization|continuation|re-?certification|later|subsequent|follow-up"
_APPROVED = rf"(?:authorized|granted|certified|allowed)(?= for (?:up to )?{_COUNT})"
# Those who are insured: none that had a transplant, and no plan or business.
_INSURED = (
    r"(?:\ban )?\b(?:enrollees?|beneficiar(?:y|ies)|(?<!transplant )(?<!organ )(?<!graft )recipients?(?! of\b)|"
    r"clients?(?![-’']| (?:specific|plans?|groups?|contracts?|compan(?:y|ies))\b)|insureds|"
    r"insured (?:person|individual|member|patient)s?)\b"
    r"|(?:(?<=\bthe )|(?<=\beach )|(?<=\bany )|\ban )insured(?=(?:['’]s)? (?:is|are|has|had|was|must|shall|will|may|"
    r"does|who|with|under|in)\b|['’]s|\W*$)"
)
# "Following surgery" is after it; to follow a rule is to keep it.
_AFTER = (
    r"(?<!\bthe )(?<!\bof )(?<!\bthese )(?<!\bthose )(?<!\ball )(?<!\bboth )\bfollowing "
    r"(?=(?:that,? we\b|(?:(?:an?|the|each|every|any) )?(?:(?:first|initial|last|final|induction|recent) )?(?:surgery|"
    r"injury|trauma|discharge|hospitali[sz]ation|completion|initiation|discontinuation|administration|infusion|dose|"
    r"session|failure|trial)\b|(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) \d))"
)
_REQUESTED = "any|each|every|no|all|next|such|other"
# "Extension: 6 months", "an extension of therapy", "extension requests": not those of a study.
_EXTENSION = (
    r"^extension(?=s?:)|\bextension(?= (?:request|approval|authori[sz]ation|criteri)|"
    r" of (?:therapy|treatment|approval|authori[sz]ation)\b)"
)
# "Practitioner requirements", as a title or a label.
_WHO_PRESCRIBES = (
    r"^(?:(?:ordering|requesting|prescribing|treating) )?(?:clinician|practitioner)s?"
    r"(?=(?: (?:restrictions?|requirements?|types?|specialt(?:y|ies)|qualifications?))?:?$)"
)
# "Two depression medicines", in a letter to a patient: not those for resistant depression, which the drug is itself.
_FOR_DEPRESSION = (
    r"(?<!resistant )(?<!refractory )(?<!major )(?<!bipolar )(?<!and )(?<!or )\bdepression "
    r"(?:medicine|medication|drug|pill|tablet)"
)
# What is told in full and again in short.
_NAMES = {
    "major depressive disorder": "MDD",
    "treatment-resistant depression": "TRD",
    "complex regional pain syndrome": "CRPS",
    "post-?traumatic stress disorder": "PTSD",
    "obsessive[- ]compulsive disorder": "OCD",
}
_FULL, _SHORT = "|".join(_NAMES), "|".join(_NAMES.values())

_TABLE: tuple[tuple[str, New], ...] = (
    # Lengths of time.
    *((rf"(?:(?<=\d)[ -]?|(?<=\d\)) )(?:{short})\b{_DOT}", f" {told}") for short, told in _UNITS.items()),
    *((rf"\b({_COUNT}) (?:{short})\b{_DOT}", rf"\1 {told}") for short, told in _UNITS.items()),
    (r"\bcalendar (?=(?:day|week|month|year)s?\b)", ""),
    (r"(?:(?<=\bdays)|(?<=\bweeks)|(?<=\bmonths)|(?<=\byears))['’] time\b", ""),
    # Authorization ahead of treatment, and what is asked for with it.
    (rf"\b(?:{_AHEAD})(?! number)\b", _as_printed("prior authorization")),
    (r"\bre-authori[sz]ation(?=s?\b)", _as_printed("reauthorization")),
    (rf"\b(?:{_PHASES}|{_REQUESTED}) (?:application|submission)(?=s?\b(?! of (?!either|any)))", _noun_as("request")),
    (r"\b(?:an application|(?<=\ba )submission)\b(?! of\b)", _noun("request")),
    (rf"(?<=\bis ){_APPROVED}|(?<=\bbe ){_APPROVED}|(?<=\bare ){_APPROVED}", "approved"),
    (r"\bclinically necessary\b", _as_printed("medically necessary")),
    (_EXTENSION, _as_printed("renewal")),
    # Patients and prescribers.
    (_INSURED, _noun("member")),
    (_WHO_PRESCRIBES, _as_printed("prescriber")),
    (r"\b(?:health )?plan members?\b|\bcovered persons?\b|\bsubscribers?\b", _noun("member")),
    (r"\bcontra-indicat(?=ions?\b|ed\b)", _as_printed("contraindicat")),
    # What is treated, and with what.
    (rf"\b({_FULL}),? \((?:{_SHORT})\)", r"\1"),
    (rf"\b(?:{_SHORT}) \(({_FULL})\)", r"\1"),
    (
        r"\btreatment[- ]+(?:resistant|refractory) (?:major )?depress(?:ion|ive disorder)\b",
        _as_printed("treatment-resistant depression"),
    ),
    (r"\b(?:unipolar )?major depression\b(?! disorder)", _as_printed("major depressive disorder")),
    (r"\bsuicidal ideas\b", _as_printed("suicidal thoughts")),
    (
        r"\bsuicidal (?:thoughts|ideation) (or|and|and/or) (?:actions?|acts?)\b",
        lambda match: f"{match[0][0]}uicidal ideation {match[1]} behavior",
    ),
    (r"\b(?:symptoms of depression|depression symptoms)\b", _as_printed("depressive symptoms")),
    (r"\banti-?depressive(?=s\b| (?:medic|drug|agent|therap|treat))|\banti-depressant", _as_printed("antidepressant")),
    (rf"\ba (?={_FOR_DEPRESSION})", "an "),
    (rf"{_FOR_DEPRESSION}(?=s?\b)", _as_printed("antidepressant")),
    (r"\banaesth(?=e)", _as_printed("anesth")),
    (r"\boral antidepressant (?:medication|drug|agent|medicine)(?=s?\b)", _as_printed("oral antidepressant")),
    (r"\bantidepressant(?:,? (?:taken|given))? by mouth\b", _as_printed("oral antidepressant")),
    (_AFTER, _as_printed("after ")),
    (r"\bcourses of (?=(?:[\w-]+ ){0,3}?antidepress)", _as_printed("trials of ")),
    (r"\btaken into (?:account|consideration)\b", "considered"),
    (r"\btake(s?) into (?:account|consideration)\b", r"consider\1"),
    # Short forms of verbs.
    (r"\b(is|are|was|were|has|have|had|does|do|did|would|should|could)n['’]t\b", r"\1 not"),
)
_RULES = Rewriting(tuple((compiled(printed, re.IGNORECASE), told) for printed, told in _TABLE))


@lru_cache(maxsize=8192)
def in_common_words(text: str) -> str:
    """`text` in the words that the readers know."""
    return _RULES.of(text)
