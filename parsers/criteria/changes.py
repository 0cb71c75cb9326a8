"""What a requirement was before a change ("from three to two", "two instead of three"): only what holds now is read."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_NUMBER = r"(?:\d+|one|two|three|four|five|six|eight|nine|ten|twelve|eighteen|twenty-one)(?: \(\d+\))?"
_UNIT = r"(?: (?:days?|weeks?|months?|years?|points?|drugs?|agents?|antidepressants?|trials?|sessions?|devices?|mg))?"
_BE = r"(?:is|are|was|were|has been|have been|will be|being)"
_CHANGES = (
    r"(?:goes|go|went|drops?|dropped|falls?|fell|fallen|rises?|rose|risen|lower(?:s|ed)|raise[sd]|reduce[sd]|"
    r"decrease[sd]?"
    r"|increase[sd]?|change[sd]?|move[sd]?|lengthen(?:s|ed)|shorten(?:s|ed)|extend(?:s|ed)|cut|cuts|revised|comes?|came"
    r"|down|up|amended|set|grows?|grew|grown|doubles?|climbs?|expand(?:s|ed)|widen(?:s|ed)|shrinks?|shrank)"
)
# "The number of failures goes from three to two", "is lowered from 21 to 18 years"; a scale that goes from 0 to 60 is
# no change.
_FROM_TO = compiled(
    rf"\b(?:{_BE} )?(?:now )?{_CHANGES} (?:down |up )?from (?!0\b){_NUMBER}{_UNIT} to (?={_NUMBER})", re.IGNORECASE
)
# "Two instead of three", "two (three before)".
_FORMER = compiled(
    rf",? (?:instead of|rather than|in place of|where it was) {_NUMBER}{_UNIT}\b(?! (?:of|or))"
    rf"|,? \((?:formerly|previously|was|were|before|up from|down from|instead of|until now|earlier),?:? "
    rf"{_NUMBER}(?:%|{_UNIT})(?: (?:or|and) (?:older|more|higher|above|greater|over|up))?"
    rf"(?:(?:, | and | for ){_NUMBER}(?:%|{_UNIT}))*\)"
    # e.g. "(changed from 6 months on 1/1/2025)"
    r"|,? \((?:changed|reduced|raised|lowered|increased|shortened|extended|decreased) from [^()]*\)"
    rf"|,? \({_NUMBER}{_UNIT} (?:before|formerly|previously|until now|earlier|in the past)\)",
    re.IGNORECASE,
)
# "Intolerance takes the place of the 8 weeks", "a trial cut short by it is accepted in lieu of those 8 weeks": how long
# a trial lasts is said before.
_SAID_BEFORE = (
    rf"(?:the|these|those) (?:full |required |stated )?{_NUMBER}(?:-| )(?:days?|weeks?|months?)\b(?! (?:of|or)\b)"
)
_INSTEAD = compiled(
    rf",? (?:(?:instead of|rather than) {_SAID_BEFORE}|in (?:the )?(?:place|lieu|stead) of "
    # "In lieu of one of them" some drugs are named, and so are they in "in place of two failed drugs".
    rf"(?:{_SAID_BEFORE}|(?!(?:one|1)\b){_NUMBER}{_UNIT}\b(?! (?:of\b|or\b|failed|such|[a-z-]*anti))))",
    re.IGNORECASE,
)
_TAKES_PLACE = compiled(
    rf"\b(?:(?:takes?|may take|can take) the place of|replaces?|substitutes? for|stands? in for) {_SAID_BEFORE}",
    re.IGNORECASE,
)
# "Two failures, and no longer a failed augmentation".
_DROPPED = compiled(rf"(?:,|,? and|,? but)+ no longer (?:an?|any|the|that|{_NUMBER}) [^,.;]*(?=[,.;]|$)", re.IGNORECASE)
# "The requirement of a psychiatrist's consultation is removed"; of an antidepressant alongside it is a rule of its own.
_KEPT = r"(?![^.;:]*\b(?:anti-?depressants?|authori[sz]\w+|approval|\w*certification)\b)"
_LIFTED = compiled(
    rf"(?:^|(?<=[;,:.] ))(?:and )?{_KEPT}(?:(?:the )?(?:requirements?|need) (?:of|for|that) [^.;:]*?"
    rf"|[^.;:,]*? requirements?) (?:{_BE} )?(?:now )?(?:removed|dropped|lifted|deleted|gone|ended|eliminated|withdrawn)"
    r"(?=\W|$)",
    re.IGNORECASE,
)

# "Removed the requirement that a psychiatrist be consulted", as a list of changes puts it.
_LIFTS = compiled(
    r"(?:^|(?<=[;,:.] )|(?<=\bhas )|(?<=\bhave )|(?<=\bwe ))(?P<who>(?:for|in) [^,.;:]{2,60}?,? )?(?:we )?"
    r"(?:removed|removes|dropped|drops|lifted|deleted|eliminated|withdrew) "
    r"(?:the |our |its |any )?(?P<what>(?:requirements?|need) (?:of|for|that) [^.;:]*)",
    re.IGNORECASE,
)


def _told_of_it(lifts: re.Match[str]) -> str:
    return f"{lifts['who'] or ''}the {lifts['what'].rstrip()} is removed"


def as_changed(text: str) -> str:
    """`text` with the number that holds after a change, without the one before it and what is asked no longer."""
    text = _TAKES_PLACE.sub("is accepted", _INSTEAD.sub("", _LIFTS.sub(_told_of_it, text)))
    return _DROPPED.sub("", _FORMER.sub("", _FROM_TO.sub("is ", _LIFTED.sub("", text))))
