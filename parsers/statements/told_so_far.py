"""What the walk over a policy has noted so far, and which sentence demands something before any use is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.deciding.findings import Answer, Statements
from parsers.deciding.implied_cover import DEMANDS
from parsers.deciding.paragraph_wording import LABELS_AMOUNT
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Indication, Product
from parsers.phases.phases import read_phase
from parsers.uses.scopes import positive_indications

# "PA criteria: adult with depression; …" demands without a verb; the label demands nothing here.
_LABELS_CRITERIA = compiled(r"^\W*(?:[\w-]+ ){0,3}(?:criteria|requirements|conditions)\s*:", re.IGNORECASE)
_OF_THE_LABEL = compiled(
    r"\b(?:FDA|Food and Drug|labels?|labell?ed|labell?ing|prescribing information|REMS)\b", re.IGNORECASE
)


def drugs_told(found: Statements, first: tuple[Product, ...]) -> tuple[Product, ...]:
    """The drugs `first` and those that were answered for or asked about so far."""
    answered = (one.product for one in found.answers)
    asked = (product for one in found.requirements for product in one.products)
    return tuple(dict.fromkeys((*first, *answered, *asked)))


def knows_uses(found: Statements) -> bool:
    """Whether a use was answered for or asked for so far."""
    return any(one.indications for one in found.answers) or any(one.indications for one in found.requirements)


def uses_told(found: Statements) -> tuple[Indication, ...]:
    """The uses that were answered for so far."""
    return tuple(dict.fromkeys(use for one in found.answers for use in one.indications))


def demands(sentence: str) -> bool:
    """Whether a sentence demands something of a patient itself, and does not tell of the label."""
    asks = DEMANDS.search(sentence) or _LABELS_CRITERIA.match(sentence)
    return bool(asks) and not _OF_THE_LABEL.search(sentence)


def limits_all(sentence: str, paragraph: str) -> bool:
    """Whether a sentence limits the amount under a label of its own, in a paragraph that told of both phases before."""
    phases = {read_phase(said) for said in sentences(paragraph.partition(sentence)[0])}
    return bool(LABELS_AMOUNT.match(sentence)) and phases >= {"initial", "renewal"}


# "Spravato is not approved for patients with …", "we do not cover it for …", "no request is approved for …".
_BARS_FROM_DRUG = compiled(
    r"^\W*(?:however,? |finally,? )?(?:(?:we|the (?:plan|payer|program|fund|policy)) (?:do|does|will) not "
    r"(?:cover|approve|pay for|authori[sz]e) )?"
    r"(?:(?:the )?(?:(?:es)?ketamine|spravato)\b|no (?:requests?|approvals?|authori[sz]ations?)\b"
    r"|neither (?:use|indication|request)\b)",
    re.IGNORECASE,
)
_SEVERAL = 2


def bars_all(sentence: str, answers: Sequence[Answer]) -> bool:
    """Whether a bar is from the drug as such, behind `answers` for several uses or phases in one paragraph: it is of
    all of these, and not of the last alone.
    """
    told = {(one.indications, one.phase) for one in answers if one.status == "covered"}
    from_drug = bool(_BARS_FROM_DRUG.match(sentence)) and read_phase(sentence) is None
    return len(told) >= _SEVERAL and from_drug and not positive_indications(sentence)
