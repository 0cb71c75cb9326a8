"""Lines of forms and records that tell by their label which use what follows is about."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.uses.indications import FORMS_OF_MDD, named_indications

# A form's line or a labelled line names what the lines after it are about.
_TOLD_DIAGNOSIS = compiled(
    r"^\W*(?:(?:primary |patient'?s? |member'?s? )?diagnos[ie]s|indications?|uses?|Dx"
    r"|(?:(?:FDA[- ])?(?:approved|labell?ed)|covered|approvable|payable|requested) (?:uses?|indications?|"
    r"diagnos[ie]s|for|in)"
    r"|(?:coverage|covered)(?! (?:limit|exclu|restrict|den(?:y|ied|ial))))\b"
    r"[^:☐□]{0,40}[:☐□]"
    r"|^\W*(?:(?:intended|approved|requested) )?(?:use|used for|condition|disorder|purpose)s?\s*[:☐□]"
    r"|^\W*what (?:condition |disorder |illness )?is (?:it |the (?:drug|spray) |being )?(?:treated|used for|for)\W*\?"
    r"|^\W*(?:the |a )?(?:(?:covered|required|qualifying|accepted|only) )*(?:diagnosis|indication|use|condition)"
    r"(?: covered)? (?:is|must be|has to be) ",
    re.IGNORECASE,
)
# "Coverage is not recommended for: pain" names no use of a form's.
_DENIES = compiled(r"\b(?:not?|never|nor|non|without|exclu\w*|den(?:y|ied|ies))\b", re.IGNORECASE)

_AND_THE_PATIENT = compiled(
    r",? and (?:now |currently )?(?:(?:the |an? )?(?:patient|member|individual|person|client|beneficiary)|he or she|"
    r"there|it) (?:\w+ )?(?:has|is|have)\b",
    re.IGNORECASE,
)
# "Diagnosis: resistant depression. Excluded: bipolar disorder.": the next label of a line tells no use.
_NEXT_LABEL = compiled(r"(?<=[\w)])[.;]\s+(?=[A-Z][\w /-]{2,40}:\s)")


def told_diagnosis(line: str) -> tuple[Indication, ...]:
    """The indications that a form's or a labelled line names ("Diagnosis: …"); () for any other line."""
    line = _NEXT_LABEL.split(line, maxsplit=1)[0]
    label = _TOLD_DIAGNOSIS.search(line)
    if label is None or _DENIES.search(label[0]) or not named_indications(line[label.end() :]):
        return ()
    # "Indication A (resistant depression): 3 months" says more of a use than its name.
    if set(named_indications(label[0])) - {"fda_labeled"}:
        return ()
    named = named_indications(line)
    # "The diagnosis is major depressive disorder, and the patient has acute suicidal ideation": one form of it.
    in_one_form = _AND_THE_PATIENT.search(line) and FORMS_OF_MDD & set(named)
    return tuple(use for use in named if use != "mdd") if in_one_form else named
