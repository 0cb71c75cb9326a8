"""How the diagnosis is made, and how severe the depression must be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.scales import ANY_SCALE, TOKENS
from parsers.criteria.wording import Clause, Finding, Wording, is_waived, matches, wording
from parsers.models import Severity

_STANDARD = (
    wording("diagnosis_standard", r"@dsm", "dsm"),
    wording(
        "diagnosis_standard",
        r"\bstructured(?:[ -](?:clinical|diagnostic|psychiatric))*[ -]interview|\bscid(?:-5)?\b"
        r"|\bm\.?i\.?n\.?i\.?(?= interview| plus|\b.{0,12}neuropsych)"
        r"|\bmini[- ]international neuropsychiatric interview",
        "structured_interview",
    ),
)

_SIGN = r"(?P<sign>>=|>|of|is|=|:|-)?"
_SCORE = (
    r"(?:[ :,]*(?:is|of|must be|was|at|to be|with|total|baseline|initial|current|pretreatment|a|the|score[ds]?"
    rf"|rating)[ :,]*)*\(? ?{_SIGN} ?(?P<score>\d+)"
)
_NOT_A_SCORE = (
    r"(?! ?(?:%|weeks?|days?|months?|-?items?|points? (?:lower|higher|reduction|improvement|decrease))|\.\d|\d)"
)


def _severity(match: re.Match[str]) -> Severity:
    score = int(match["score"])
    return Severity(TOKENS[match["scale"]], score + 1 if match["sign"] == ">" else score)


_LEAST_SCORE = (
    wording("severity_min", rf"(?P<scale>{ANY_SCALE})\)?{_SCORE}{_NOT_A_SCORE}", _severity),
    wording(
        "severity_min",
        rf"(?:score[ds]?|rating|total)(?: of| is)? ?{_SIGN} ?(?P<score>\d+){_NOT_A_SCORE}"
        r"(?: points)?(?: or (?:more|higher|greater|above))?(?: points)? (?:on|in|by|using|per)(?: the"
        rf"| an?)? (?P<scale>{ANY_SCALE})",
        _severity,
    ),
    wording(
        "severity_min",
        rf"(?P<sign>>=|>)? ?(?P<score>\d+){_NOT_A_SCORE}(?: points)?(?: or (?:more|higher|greater|above))? (?:on|in"
        rf"|by)(?: the| an?)? (?P<scale>{ANY_SCALE})",
        _severity,
    ),
)
_UPPER_BOUND = re.compile(rf"{ANY_SCALE}\)?[^.;@]{{0,25}}?(?:<=?) ?\d+|\b\d+ or (?:less|lower|below|fewer)\b")

_DEPRESSION = (
    r"(?:mdd|major depress\w+(?: disorder| episode)?|depress\w+(?: disorder| episode| symptoms| illness)?"
    r"|episode|unipolar depression)"
)
_GRADE = (
    r"(?:at least )?(?P<grade>moderate(?:ly)?[ -]*(?:to|or|/|and)[ -]*severe|moderately[ -]severe"
    r"|at least moderate|moderate"
    r"|severe)(?!ly)"
)


def _category(match: re.Match[str]) -> str:
    return "moderate" if match["grade"].startswith(("moderate", "at least")) else "severe"


_CATEGORY = (
    wording(
        "severity_category",
        rf"\b{_GRADE}(?:,? \(?(?:single|recurrent|unipolar|current|treatment[- ]resistant|non-?psychotic|or worse"
        rf"|in severity)\)?)*[ ,]+(?:or recurrent )?{_DEPRESSION}",
        _category,
    ),
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}\)?(?:[ ,]+(?:single episode|recurrent|that|which|is|was|were|are|has been|must be|be"
        r"|considered"
        r"|rated|judged|deemed|graded|classified|assessed|described|documented|as|to be|of|at|or|current|currently"
        rf"|episode|symptoms|the|single|or recurrent))*[ ,:(]+{_GRADE}\b(?! (?:adverse|side|hepatic|renal|cardi"
        r"|alcohol|substance|intoler))",
        _category,
    ),
    wording("severity_category", rf"\bseverity (?:of )?(?:is |at |rated |as )*{_GRADE}", _category),
)


def _lowest_only(table: tuple[Wording, ...], words: str) -> Iterator[Finding]:
    found = list(matches(table, words))
    if found:
        yield min(found, key=lambda finding: ("moderate", "severe").index(str(finding.value)))


def read(clause: Clause) -> Iterator[Finding]:
    """Diagnostic standard and severity. Scores of a renewal or an upper bound are a response, never a severity."""
    yield from matches(_STANDARD, clause.plain)
    if clause.phase == "renewal" or is_waived(clause.plain):
        return
    if not _UPPER_BOUND.search(clause.words):
        scores: dict[str, Finding] = {}
        for finding in matches(_LEAST_SCORE, clause.words):
            if isinstance(finding.value, Severity):
                scores.setdefault(finding.value.scale, finding)
        yield from scores.values()
    yield from _lowest_only(_CATEGORY, clause.plain)
