"""What a section of a policy is for, by its heading."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.language.any_of import Choice, split_alternatives
from parsers.language.patterns import compiled
from parsers.phases.phase_titles import phase_of_title
from parsers.sections.role_wording import WORDING
from parsers.sections.section_roles import Role
from parsers.text import without_note_marks
from parsers.uses.indications import is_residual, mentions

OPEN_ROLES: frozenset[Role] = frozenset({"indications", "initial", "renewal", "exclusions", "limits"})
CRITERIA_ROLES: frozenset[Role] = frozenset({"indications", "initial", "renewal"})

_FORMS = tuple((role, form) for role, pattern in WORDING for form in split_alternatives(pattern))
_TITLES = Choice(tuple(compiled(form, re.IGNORECASE) for _, form in _FORMS))
_STATED_NECESSITY = compiled(
    r"\b(?:when|may be|is|are) (?:\w+ )?(?:covered|medically necessary|approved)\b|\bcriteria\b", re.IGNORECASE
)

# "Background, continued", "Evidence (cont'd)": a section that was broken off, not a treatment that goes on.
_GOING_ON = compiled(r"(?:,\s*|\s*[(\[–—-]\s*)cont(?:inued|['’]?d)\b\.?[)\]]?\W*$", re.IGNORECASE)

# "Part D. Periods"
_PART = compiled(r"^\W*(?:part|section) (?:[A-H]|\d{1,2}|[IVX]{1,4})[.:]\s+(?=\S)", re.IGNORECASE)
_ASIDE = compiled(r"\([^()]*\)")

# Guidelines that explain a policy may end in the limits of its approvals.
_OF_APPROVALS = compiled(
    r"\b(?:approvals?|authori[sz]ation|coverage|renewal|PA|quantity) (?:\w+ )?limits?\b", re.IGNORECASE
)
_POLICY_BY_NAME = compiled(
    r"^\W*(?:(?:our|medical|coverage|plan|payment) )?(?:polic(?:y|ies)|position)(?: (?:statements?|"
    r"position))?\W*$|^\W*coverage rationale\W*$",
    re.IGNORECASE,
)
# What a topic after a section of these goes on with; a contact or a glossary tells nothing of what follows it.
_CARRIED = OPEN_ROLES | {"coding", "background", "evidence", "references", "history"}


# "What about infusions?", "How long is it paid for?": each question of a list is a topic of its own.
_ASKS_OF_COVER = compiled(
    r"\b(?:what about|cover\w*|pa(?:y|ys|id)|approv\w+|need|qualify|allowed|get)\b.*\?\W*$"
    # "How this impacts providers", after what is changing: what a notice is for.
    r"|^\W*how (?:this|it|the changes?|these changes) (?:impacts?|affects?|applies|apply)\b"
    r"|^\W*what (?:this|it) means\b",
    re.IGNORECASE,
)


# Several readers ask it of the same heading or lead-in.
@lru_cache(maxsize=2048)
def heading_role(heading: str) -> Role | None:
    """The role that a heading's words give its section; None when they name a topic only."""
    heading = _PART.sub("", _GOING_ON.sub("", without_note_marks(heading)))
    role = phase_of_title(heading) or _worded_role(heading)
    # The title of the column behind a row's name ("Spravato | Commercial | Summary") tells less than the name.
    if role == "background" and " | " in heading:
        return _worded_role(heading.partition(" | ")[0])
    # e.g. "Initial approval: 3 months (quantity limit: 24 devices)" is the title of what the approval asks for.
    return (_worded_role(_ASIDE.sub("", heading)) or role) if role == "limits" else role


def _worded_role(heading: str) -> Role | None:
    named = (place for place in _TITLES.possible(heading) if _TITLES.patterns[place].search(heading))
    return next((_FORMS[place][0] for place in named), None)


def section_role(heading: str, above: Role, before: Role | None) -> Role:
    """The role of a section inside one of role `above`, after a sibling of role `before` (None: the first).

    A heading that only names a topic goes on with what it stands in; under a closed section only criteria by name
    open again.
    """
    own = heading_role(heading)
    if above == "limits" and phase_of_title(heading):
        return above  # "Induction", "Maintenance" under "Dosing".
    if above in ("boilerplate", "other") and own in OPEN_ROLES:
        return own
    if above == "definitions" and own == "limits" and _OF_APPROVALS.search(heading):
        return own
    if above not in OPEN_ROLES:
        return (
            own
            if own in CRITERIA_ROLES and (_STATED_NECESSITY.search(heading) or _POLICY_BY_NAME.search(heading))
            else above
        )
    if own is not None:
        return own
    if before in ("initial", "renewal", "limits") and is_residual(heading):
        return above
    if before == "exclusions" and not (mentions(heading) or is_residual(heading)):
        return above
    return before if before in _CARRIED and not _ASKS_OF_COVER.search(heading) else above
