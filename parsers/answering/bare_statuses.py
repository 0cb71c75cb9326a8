"""A status that stands by itself: all of a cell or heading, or behind or before the name of what it answers for."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.drugs.names import named_products
from parsers.language.any_of import Choice
from parsers.language.patterns import compiled
from parsers.models import Status
from parsers.products import named_routes
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_phase_label

_SHORT_COVER = 40
_DEEMED = r"(?:(?:is |are |be )?(?:considered|deemed|regarded as|deny as|denied as)(?: to be)? )?"
_ON_TERMS = (
    r"(?:,? (?:with|without|for|when|if|in|after|once|where|only|under|through|up to)\b[^.]{0,70})?"
    r"(?: \((?:see|as)\b[^()]*\))?"
)
# What a cell adds to its answer: whether approval is asked for, or where the answer stands ("Excluded, section 7.2").
_ASIDE = (
    r"(?:\s*[,;:/+(.–—-]+\s*(?:(?:no|not|without|with|needs?|requires?|subject to) )?(?:"
    r"(?:(?:prior |pre-?)(?:authori[sz]ation|approval|certification)|authori[sz]ation|review|PA|precert)"
    r"(?: (?:is )?(?:needed|required|necessary))?"
    r"|(?:(?:contract|benefit|plan|pharmacy|medical) )+(?:exclusions?|benefit|document)"
    r"|(?:and )?(?:no|not open to|without) exceptions?(?: (?:can|may) be (?:made|asked for))?|"
    r"exceptions are not (?:made|considered|allowed)"
    r"|(?:(?:see|per|under) )?(?:the )?(?:criteria|conditions|restrictions|limits)(?: (?:below|above|apply))?|"
    r"(?:see )?(?:section|sec\.|§|article|exclusion|policy|note) "
    r"[\w.-]{1,12}))?"
)
_BARE_WORDS: tuple[tuple[Status, str], ...] = (
    (
        "investigational",
        (
            # "Not covered (investigational)", "as investigational:" over uses.
            r"^\W*(?:no\W+|(?:not (?:be )?covered|excluded|denied)\s*[(,;:–—-]+\s*)?(?:as )?"
            rf"{_DEEMED}(?:investigational|investigative|experimental|unproven|E/I)\b"
            r"(?! (?:means|stands for|is short for|is defined)\b)"
        ),
    ),
    (
        "not_medically_necessary",
        (
            rf"^\W*(?:{_DEEMED}not medically necessary"
            rf"|do(?:es)? not meet (?:the )?(?:definition of )?medical necessity){_ASIDE}\W*$"
        ),
    ),
    (
        "excluded",
        (
            r"^\W*(?:(?:conditions |uses |indications )?not covered(?: under any plans?)?|non-?covered|no coverage|"
            r"den(?:y|ied)(?:[,;] (?:and )?not covered)?|refused|not (?:allowed|permitted)|"
            # Of a guideline of treatment, with the grade of its evidence: "Not recommended, evidence (C)".
            r"not recommended(?:,? \(?(?:strong |moderate |weak |limited |insufficient )?evidence"
            r"(?: \(?[A-DI]\)?)?\)?)?|"
            r"(?:contract |benefit )?exclu(?:ded|sion)(?: (?:by|under|from) (?:the )?(?:contract|benefits?|plan|"
            r"coverage|policy))?|never (?:covered|paid)|not (?:payable|paid(?: for)?|approvable|reimburs(?:ed|able)|"
            rf"a (?:covered |plan )?(?:benefit|service))){_ASIDE}\W*$"
        ),
    ),
    (
        "case_by_case",
        (
            r"^\W*(?:(?:(?:the )?(?:medical director|plan|reviewer|pharmacist)s? (?=decides?|reviews?))?"
            r"(?:decides?|reviews?|reviewed|considered|decided|assessed|evaluated|determined|weighed|judged"
            r"|looked at) )?"
            r"(?:on )?(?:an? )?"
            r"(?:case[- ]by[- ]case|individual (?:case )?(?:consideration|review|basis)|individually"
            r"|(?:medical director|physician|case) review)"
            r"(?:,? (?:basis|only|review|case[- ]by[- ]case))?"
            rf"(?: (?:by|for|at|through) [\w ]{{2,40}})?{_ASIDE}\W*$"
        ),
    ),
    (
        "covered",
        (
            rf"^\W*(?:may be |can be )?{_DEEMED}(?:covered|medically necessary|yes|approved?|approvable|payable|"
            rf"reimbursable|authori[sz]ed(?! for\b)"
            rf"|a (?:covered )?benefit|meets? (?:the )?(?:definition of )?medical necessity(?: criteria)?)"
            rf"{_ON_TERMS}{_ASIDE}\W*$"
        ),
    ),
)
BARE = Choice(tuple(compiled(pattern, re.IGNORECASE) for _, pattern in _BARE_WORDS))
_BEHIND = compiled(r"(?: [–—-]+ |: |\()([^–—:;().]{3,60})\)?\W*$")
_IN_CAPITALS = compiled(r"^\W*([A-Z][A-Z /-]{5,40}[A-Z])\s*[–—:-]+\s+(?=\S)")


def status_behind(text: str) -> Status | None:
    """The bare status behind the name of a use, drug, route or phase ("Acute pain: covered", "Renewal: deny")."""
    behind = _BEHIND.search(text)
    status = bare_status(behind[1]) if behind else None
    # A longer cover has its terms, and is a sentence of its own.
    if behind is None or status is None or (status == "covered" and len(behind[1]) > _SHORT_COVER):
        return None
    before = text[: behind.start()]
    of_drug = mentions(before) or named_products(before) or named_routes("ketamine", before) or is_residual(before)
    return status if of_drug or is_phase_label(before) else None


def status_before(text: str) -> Status | None:
    """The bare status in capitals before the drug or use that it is of ("EXCLUDED - Ketamine lozenges.")."""
    before = _IN_CAPITALS.match(text)
    rest = text[before.end() :] if before else ""
    return bare_status(before[1]) if before and (named_products(rest) or mentions(rest)) else None


@lru_cache(maxsize=2048)
def bare_status(cell: str) -> Status | None:
    """The status that a cell or heading consists of; None when it says anything else."""
    return next((_BARE_WORDS[place][0] for place in BARE.found_in(cell)), None)
