"""What a renewal must show, and the papers and looser routes a policy names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording
from parsers.models import Percent

_BETTER = r"(?:improve\w*|reduc\w*|decreas\w*|lower\w*|decline\w*|fall\w*|fell|drop\w*|respon\w+|better)"
_PERCENT = (
    wording("renewal_response", rf"(?<![\d.])(\d+)%[^.;%]{{0,60}}?{_BETTER}", lambda match: Percent(int(match[1]))),
    wording(
        "renewal_response", rf"\b{_BETTER}[^.;%\d]{{0,80}}?(?:[<>]=? )?(\d+)%", lambda match: Percent(int(match[1]))
    ),
)
_REMISSION = re.compile(r"\bremission\b|\bremitted\b")
_SCALE = re.compile(
    rf"(?:\b{_BETTER}|\bstabili\w+|\bmaint\w+|\bbenefit\w*|\bpositive)[^;]{{0,200}}?(?:{ANY_SCALE}|\b(?:rating"
    r"|assessment|depression|symptom|severity|clinical|standardized"
    rf"|validated)[ -](?:\w+[ -]){{0,3}}?(?:scales?|scores?|tools?|instruments?|measures?)|\b(?:scale|score"
    r"|instrument|questionnaire|same tool|assessment tool)s?\b)"
    rf"|(?:{ANY_SCALE}|\bscores?\b|\brating scale)[^;]{{0,100}}?\b{_BETTER}"
)
_BENEFIT = re.compile(
    r"\b(?:positive|beneficial|favorable|clinical|clinically (?:meaningful|significant)|adequate|therapeutic"
    r"|sustained|documented|meaningful|good|sufficient|initial)(?: \w+){0,3} (?:response|benefit|improvement"
    r"|effect)"
    r"|\b(?:is|are|remains?|has been|been|condition|disease|depression|symptoms?)\b[^.;]{0,20}\bstab(?:le"
    r"|ili[sz])|\b(?:has|have|had|is|are|shows?|shown|demonstrat\w+|evidence of|experienc\w+|achiev\w+"
    r"|maintain\w+|sustain\w+|document\w*)\b[^.;]{0,60}\b(?:respon(?:se|ded|ding)|benefit\w*|improve\w*"
    r"|stabil\w+)"
    r"|\b(?:symptom\w*|depress\w*|condition|disease)\b[^.;]{0,40}\b(?:improve\w*|better|lessen\w*|reduc\w+"
    r"|decreas\w+)|\bimprovement (?:in|or)\b|\bresponse (?:is|has been|was) (?:maintained|sustained)"
    r"|\bresponding\b|\bbenefit(?:ed|ing|s|ted) from\b"
    r"|\breduction in (?:\w+ ){0,3}symptoms|\bdecrease in (?:\w+ ){0,3}symptoms|\btherapeutic benefit"
    r"|\bnot (?:worsened|deteriorated)|\bno (?:worsening|deterioration)|\bmaint\w+ (?:of )?(?:\w+ )?(?:response"
    r"|improvement)"
)

_DOCUMENTS = (
    wording("documentation", r"\battest", "attestation"),
    wording(
        "documentation",
        r"\b(?:chart|progress|clinical|office|clinic|medical|physician|treatment) notes?\b|\b(?:medical|clinical"
        r"|chart|treatment)[ -]records?\b(?! number)|\bchart documentation|\bmedical chart"
        r"|\bcopies? of (?:the )?(?:chart|records?)",
        "chart_notes",
    ),
    wording(
        "documentation",
        r"\b(?:paid )?(?:pharmacy |prescription |medical |drug )?claims?\b (?:history|data|records?|review"
        r"|information|show|confirm|evidence)|\bpaid claims?\b|\bpharmacy (?:records?|history|fill|profile)"
        r"|\b(?:confirmed|verified|supported|documented|evidenced|shown)(?: \w+){0,2} (?:by|in|with"
        r"|through) (?:\w+ ){0,3}claims\b|\bprescription fill (?:history|records?)",
        "claims",
    ),
)
_OFF_LABEL = re.compile(
    r"\bcompendi(?:a|um)\b|\boff[ -]label\b[^.;]{0,60}\b(?:may|is|can|will|are)\b[^.;]{0,40}\b(?:consider|cover"
    r"|approv|review|accept|exception)|\bmedically[ -]accepted indication"
    r"|\bpeer[ -]reviewed (?:medical )?literature\b[^.;]{0,50}\b(?:support|may|consider)|\bexception (?:request"
    r"|process|criteria|may)\b"
)
_LABEL = re.compile(
    r"\bfda[ -]?(?:approved|labell?ed)\b|\b(?:fda|food and drug administration)(?:\)"
    r"|\))?(?:'s)?[^.;]{0,30}\b(?:approved|labell?ed|labell?ing|label)\b|\b(?:approved"
    r"|labell?ed) by the (?:u\.?s\.? )?(?:fda|food and drug)|\blabell?ed (?:indication|use)s?\b"
    r"|\b(?:indications?|uses?)\b[^.;]{0,60}\b(?:fda|label)"
)


def _response(clause: Clause) -> Iterator[Finding]:
    words = clause.plain
    percents = list(matches(_PERCENT, words))
    if percents:
        yield percents[0]
        if _REMISSION.search(words) and re.search(r"\bor\b", words):
            yield Finding("renewal_response", "remission")
    elif _REMISSION.search(words) and not re.search(r"\b(?:substance|sobriety|partial) ", words):
        yield Finding("renewal_response", "remission")
        if re.search(r"\bor\b|/", words) and _BENEFIT.search(_REMISSION.sub("", words)):
            yield Finding("renewal_response", "benefit")
    elif _SCALE.search(clause.words):
        yield Finding("renewal_response", "scale_improved")
    elif _BENEFIT.search(words):
        yield Finding("renewal_response", "benefit")


def read(clause: Clause) -> Iterator[Finding]:
    """Renewal response, documentation and the off-label route of a clause."""
    if is_waived(clause.plain):
        return
    if clause.phase == "renewal" and not re.search(r"\bnot (?:been )?studied\b", clause.plain):
        yield from _response(clause)
    yield from matches(_DOCUMENTS, clause.plain)
    if _OFF_LABEL.search(clause.plain):
        yield Finding("off_label_route", True)


def names_the_label(clause: Clause) -> bool:
    """Whether the clause admits what the FDA label admits, by reference."""
    return bool(_LABEL.search(clause.words))
