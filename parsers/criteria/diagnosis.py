"""How the diagnosis is made, and how severe the depression must be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.scales import ANY_SCALE, TOKENS
from parsers.criteria.severity import GRADE, severities
from parsers.criteria.vocabulary import one_of
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording
from parsers.language.patterns import compiled
from parsers.models import Severity

_STANDARD = (
    # The structured interview is named after the manual.
    wording("diagnosis_standard", r"(?<!interview for )(?<!interview for the )@dsm", "dsm"),
    wording(
        "diagnosis_standard",
        one_of(
            r"\bstructured(?:[ -](?:clinical|diagnostic|psychiatric))*[ -]interview",
            r"\bscid(?:-5)?\b",
            r"\bm\.?i\.?n\.?i\.?(?= interview| plus|\b.{0,12}neuropsych)",
            r"\bmini[- ]international neuropsychiatric interview",
        ),
        "structured_interview",
    ),
)

# "Does not meet DSM-5 criteria for dementia": a bar, whatever the manual.
_IS_DENIED = compiled(r"\b(?:does|do|did|must|may) not (?:\w+ )?(?:meet|fulfil\w*|satisfy)\b[^.;]{0,20}@dsm")
# "A structured interview is welcome but is no prerequisite".
_STANDARD_WAIVED = compiled(
    r"(?:@dsm|\binterview|\bscid)\b[^.;,]{0,50}\b(?:need not|(?:is|are) (?:optional|(?:not|no|by no means) (?:an? )?"
    r"(?:required|needed|necessary|mandatory|(?:pre)?condition|prerequisite|requirement)))\b"
)
_BY_INTERVIEW = compiled(
    r"@dsm\b[^;.]*\b(?:by|using|with|on|in|through|via|at|during)(?: means of)? (?:an? |the )?(?:scid|structured)"
    r"|\b(?:scid|structured)\b[^;.]*\binterview\b[^;.]*\b(?:establish|confirm|show|document|demonstrat)\w*\b[^;.]*@dsm"
)
# "Made with the manual or with a structured interview": either will do.
_EITHER_WAY = compiled(
    r"@dsm\b[^;.]{0,30}?,? or (?:(?:with|by|through|using|via|on|in|from|of|an?|the|another) ){0,3}"
    r"(?:scid\b|m\.?i\.?n\.?i\b|mini[- ]international|(?:semi-?)?structured(?:[ -]\w+)?[ -]interview)"
    r"|\b(?:scid\b|m\.?i\.?n\.?i\b|structured(?:[ -]\w+)?[ -]interview)[^;.]{0,30}?,? or "
    r"(?:(?:with|by|through|using|via|according to|per|on|in|the|criteria|of) ){0,4}@dsm"
)
_SIGN = r"(?P<sign>>=|>|of|is|=|:|-)?"
_SAID_OF_A_SCORE = one_of(
    "is", "are", "of", "must be", "must", "was", "were", "at",
    "to be", "with", "total", "baseline", "initial", "current",
    "pretreatment",
    "a", "the", "which", "that", "has", "be", "required", "needed", "asked for", "remain(?:s|ed)?", "stay(?:s|ed)?",
    "still", "reach", "reached",
    "reaches", "stands?", "comes? to", "amounts? to",
    "sum",
    r"score[ds]?", "rating",
    "between", "in", "range", "lying", "lies", "falls?", "falling", "within",
    r"rang(?:es|ing)(?: from)?",
    "stood", r"c(?:a|o)mes?(?: (?:out|in|to))?", "worked out", r"last (?:week|month|visit)",
    r"(?:over|in|within|during) (?:the )?(?:past|last|preceding|previous|prior) (?:\d+ )?(?:days?|weeks?|months?)",
 "results?", "readings?", "value", "showing", "shows", "needs?", "should", "shall",
    r"at the time of (?:the |this )?(?:request|application|start|initiation)",
    # e.g. "the PHQ-9 score before treatment is 10 or higher", "MADRS total taken before the first dose: 28"
    r"(?:(?:taken|recorded|measured|obtained|documented) )?(?:before|prior to) (?:the )?"
    r"(?:(?:first|initial|starting|start of|beginning) )?(?:treatment|therapy|dose|initiation|"
    r"spravato|(?:es)?ketamine|drug)(?: (?:with|of) "
    r"(?:treatment|therapy|spravato|(?:es)?ketamine|the (?:drug|spray)))?",
)  # fmt: skip
_SCORE = rf"(?:[ :,(]*{_SAID_OF_A_SCORE}\b)*[ :,]*\(? ?{_SIGN} ?(?P<score>\d+)"
_NOT_A_SCORE = (
    r"(?! ?(?:%|weeks?|days?|months?|-?items?|points? (?:lower|higher|reduction|improvement|decrease)|years?\b"
    r"|(?:or|and) older\b)|\.\d|\d)"
)
_OR_MORE = r"(?: points)?(?: or (?:more|higher|greater|above))?(?: points)?"
# "At least 10 on the PHQ-9, at least 20 on the MADRS": a number before its scale is not of the one named before.
_NOT_OF_THE_NEXT = rf"(?!{_OR_MORE} (?:on|by|per)(?: the| an?)? {ANY_SCALE})"
_ON = rf"{_OR_MORE} (?:on|in|by|using|per)(?: the| an?)? (?P<scale>{ANY_SCALE})"


def _severity(match: re.Match[str]) -> Severity:
    score = int(match["score"])
    return Severity(TOKENS[match["scale"]], score + 1 if match["sign"] == ">" else score)


_LEAST_SCORE = (
    # e.g. "PHQ-9 score of at least 15", "MADRS (28 or above)"
    wording("severity_min", rf"(?P<scale>{ANY_SCALE})\)?{_SCORE}{_NOT_A_SCORE}{_NOT_OF_THE_NEXT}", _severity),
    # e.g. "has a score been recorded with the PHQ-9, and is it 15 or higher?"
    wording(
        "severity_min",
        rf"(?P<scale>{ANY_SCALE})[^.;@\d]{{0,40}}? and (?:(?:is|was) (?:it|this|that|the (?:score|total|result))"
        rf"|(?:it|the (?:score|total|result)) (?:is|was)) ?{_SIGN} ?(?P<score>\d+){_NOT_A_SCORE}",
        _severity,
    ),
    # e.g. "the PHQ-9 score is documented and is at least 15", "a PHQ-9 score, which is on record, of 15 or more"
    wording(
        "severity_min",
        rf"(?P<scale>{ANY_SCALE})\)?(?: (?:total |baseline )?(?:score|rating|result))?,? (?:(?:which|that) )?"
        rf"(?:is|was|has been) (?:documented|recorded|on (?:record|file)|attached|submitted|sent|given|known)"
        rf"(?: (?:at|in) [^.;@\d,]{{2,25}}?)?,? (?:and (?:is|was|comes to|reaches|equals)|of|at) "
        rf"{_SIGN} ?(?P<score>\d+){_NOT_A_SCORE}",
        _severity,
    ),
    # e.g. "a score of 20 or higher on the MADRS"
    wording(
        "severity_min",
        rf"(?:score[ds]?|rating|total)(?: of| is)? ?{_SIGN} ?(?P<score>\d+){_NOT_A_SCORE}{_ON}",
        _severity,
    ),
    # e.g. "at least 20 (MADRS)"
    wording("severity_min", rf"(?P<sign>>=|>)? ?\b(?P<score>\d+) \((?P<scale>{ANY_SCALE})\)", _severity),
    # e.g. "> 14 on the PHQ-9"
    wording("severity_min", rf"(?P<sign>>=|>)? ?(?P<score>\d+){_NOT_A_SCORE}{_ON}", _severity),
)
# "A PHQ-9 or MADRS score of 20": one score for two scales.
_SHARED_SCORE = compiled(
    rf"(?P<first>{ANY_SCALE}) ?(?:\(or|/|or) (?:the |an? )?(?P<second>{ANY_SCALE})\)?"
    rf"(?P<score>(?:[ :,(]*{_SAID_OF_A_SCORE}\b)*[ :,]*(?:>=|>|:)? ?\d+)(?! ?(?:or|and|/|,) \d|\d|%)"
)
_UPPER_BOUND = compiled(
    rf"{ANY_SCALE}\)?[^.;@]{{0,25}}?(?:<=?) ?\d+(?!\d| ?(?:weeks?|days?|months?))|\b\d+ or (?:less|lower|below|fewer)\b"
)

# "A score of 15, which means moderately severe depression": the band that the score lies in asks for nothing more.
_BAND = compiled(
    r"(?<=\d)(?P<kept>[^.;\d]{0,40}?)(?:,|\() ?(?:which (?:means|marks|indicates|is|denotes|signifies|reflects|shows|"
    r"stands for|counts as|corresponds to|points to)|meaning|i\.?e\.?,?"
    r"|indicating|indicative of|corresponding to|consistent with) [^.;)]*"
    # "> 15 (moderately severe major depression)" names the band itself.
    r"|(?<=\d) ?\((?:mild|moderate(?:ly)?|severe)[^()]*\)"
)

# "Severity is at least moderate by a validated scale: PHQ-9 of 10, …": the scores say what moderate is.
_GRADED_BY_SCALE = compiled(
    rf"\bseverity\b[^.;@\d]{{0,40}}\b{GRADE}[^.;@\d]{{0,20}}\b(?:by|on|per|using)\b[^.;@\d]{{0,30}}"
    r"\b(?:scales?|instruments?|tools?|measures?)\s*[:(,]"
)


def _standards(words: str) -> Iterator[Finding]:
    """The standards of a diagnosis; an interview by which the manual's criteria are found met asks for both."""
    waived = _IS_DENIED.search(words) or _STANDARD_WAIVED.search(words)
    found = [] if waived else list(matches(_STANDARD, words))
    by_interview = len(found) > 1 and not _EITHER_WAY.search(words) and _BY_INTERVIEW.search(words)
    yield from (finding for finding in found if not (by_interview and finding.value == "dsm"))


# A diagnosis stands at a renewal too; how severe the patient is found by then is a response.
_DIAGNOSED_AS = compiled(rf"\bdiagnosis of (?:an? )?{GRADE}\b")


def read(clause: Clause) -> Iterator[Finding]:
    """Diagnostic standard and severity. Scores of a renewal or an upper bound are a response, never a severity."""
    yield from _standards(clause.plain)
    if clause.phase == "renewal" or is_waived(clause.plain):
        diagnosed = _DIAGNOSED_AS.search(clause.plain) and not is_waived(clause.plain)
        yield from severities(clause.plain) if diagnosed else ()
        return
    scores: dict[str, Finding] = {}
    if not _UPPER_BOUND.search(clause.words):
        each = _SHARED_SCORE.sub(r"\g<first>\g<score>, \g<second>\g<score>", clause.words)
        for finding in matches(_LEAST_SCORE, each):
            if isinstance(finding.value, Severity):
                scores.setdefault(finding.value.scale, finding)
        yield from scores.values()
    if scores and _GRADED_BY_SCALE.search(clause.words):
        return
    graded = _BAND.sub(lambda band: band["kept"] or "", clause.plain) if "@" in clause.plain else clause.plain
    yield from severities(graded)
