"""Words of what becomes of a request that is answered late or never: a rule of procedure, and no answer on the drug."""

from __future__ import annotations

_LATE = (
    r"(?:(?:that|which) (?:nobody|no ?one|the (?:plan|insurer|payer|reviewer|carrier)(?: does not)?) "
    r"(?:answers?|decides?|acts? on|replies to|responds? to)"
    r"|not (?:\w+ )?(?:answered|decided|acted (?:up)?on|resolved|replied to|completed)"
    r"|(?:left )?(?:unanswered|undecided)|without (?:an? )?(?:answer|reply|decision|response)"
    r"|(?:miss\w*|after|beyond|past) (?:the |its |their |that )?(?:deadline|time limit|due date))\b"
)
_GRANTED = r"\b(?:approved|granted|authori[sz]ed|denied|refused|allowed)\b"
LATE_ANSWERS = (
    rf"\b(?:request|application|appeal|claim)s?\b[^.;]{{0,30}}? {_LATE}[^.;]{{0,60}}?{_GRANTED}"
    rf"|^\W*(?:unanswered|undecided|late|untimely) (?:requests|applications|appeals|claims)\b[^.;]*{_GRANTED}"
    rf"|\b(?:request|application|appeal|claim)s?\b[^.;]{{0,40}}?{_GRANTED}[^.;]{{0,40}}? {_LATE}"
)
