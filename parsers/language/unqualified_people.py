"""Who does not qualify for want of a trial, said as the trial that a patient must have had."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PEOPLE
from parsers.language.patterns import Pattern, compiled
from parsers.language.rewriting import New

_REFUSED = (
    r"(?:(?:do|does|will|shall|can) not (?:be )?(?:qualify|approved|covered|eligible|considered|accepted)|cannot be "
    r"(?:approved|covered|accepted|considered)|(?:is|are) (?:not (?:eligible|covered|approved|accepted)|ineligible|"
    r"refused|denied|turned down))\b[^.;:,]{0,30}"
)
_WHOM = rf"(?:(?:an?|any|the|those|all) )?(?:{PEOPLE}|anyone|someone)"
_WHAT = r"(?:(?!\b(?:or|unless|but)\b)[^.;:]){4,120}"
_DONE = r"(?:failed|tried|undergone|completed|taken)"
# "A member who has not failed two drugs does not qualify", "… in whom two drugs have not failed is not eligible".
WANTS_TRIAL: tuple[tuple[Pattern, New], ...] = (
    (
        compiled(
            rf"^(?P<before>\W*)(?:{_WHOM} (?:who|that) (?:has|have) (?:not(?: yet| first)?|never|yet to) "
            rf"(?P<done>{_DONE}|fail|try|undergo|complete|take) (?P<what>{_WHAT}?),? "
            rf"{_REFUSED}|no (?:{PEOPLE}) (?:qualifies|is eligible|is approved) who has not (?:yet )?(?P<did>{_DONE}) "
            rf"(?P<named>{_WHAT}))(?=\W*$|[.;])",
            re.IGNORECASE,
        ),
        lambda told: f"{told['before']}The member must have tried and failed {told['what'] or told['named']}",
    ),
    (
        compiled(
            rf"^(?P<before>\W*){_WHOM} (?:in|for) whom (?P<what>{_WHAT}?) "
            rf"(?:has|have) not (?:yet )?(?:been (?:tried|ineffective|unsuccessful)|failed),? {_REFUSED}(?=\W*$|[.;])",
            re.IGNORECASE,
        ),
        r"\g<before>\g<what> must have failed",
    ),
)
