"""What the columns of a table of demands are called, taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled

_TITLES_DEMANDS = compiled(r"\b(?:criteri|requir|ask|demand|condition|must|need)", re.IGNORECASE)
# "Term | Detail", "Item | Particulars": whatever they are of, the rows tell.
_TITLES_TERMS = compiled(
    r"\W*(?:terms?|topics?|subjects?|items?|points?|elements?|aspects?|factors?|areas?|fields?|features?|rules?) ?\|"
    r" ?(?:details?|particulars|values?|specifics|what it (?:says|means|takes)|rules?|standards?|terms|entry|"
    r"limits?)\W*",
    re.IGNORECASE,
)


def name_demands(titles: Sequence[str]) -> bool:
    """Whether a column is titled as what is asked for ("Criterion | Standard")."""
    return bool(_TITLES_DEMANDS.search(" ".join(titles)))


def name_terms(titles: Sequence[str]) -> bool:
    """Whether two columns are titled as terms with their details, whatever these are of ("Item | Particulars")."""
    return _TITLES_TERMS.fullmatch("|".join(titles)) is not None
