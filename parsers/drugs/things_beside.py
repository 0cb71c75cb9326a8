"""Things beside the drug that a payer does not pay for ("transportation", "lost devices"): no denial of the drug."""

from __future__ import annotations

import re

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled

_OPENS = r"^\W*(?:note: )?(?:(?:the|an?|any|all|no|this|such|early|separate|retrospective|retroactive) )*"
_THINGS = (
    r"(?:(?:non-?emergency )?transport\w*|travel\b|lodging|meals|mileage|parking"
    r"|(?:cost|price|charge|fee|payment)s? (?:of|for) (?:the )?(?:room|observation|visit|travel|transport\w*)"
    r"|waste\b|wastage|discarded|unused|(?:replacement (?:of|for) )?(?:lost|stolen|broken|damaged|spilled|expired)"
    r"|refills?|vacation (?:supply|supplies|overrides?)|samples?|(?:missed|late|cancelled) (?:appointments?|visits?|"
    r"sessions?)"
    r"|(?:genetic|pharmacogen\w+|gene|hormone|thyroid) test\w*|second opinions?"
    r"|services? (?:in|at|outside)\b|(?:retrospective|retroactive|incomplete|expedited|duplicate|late|phone|verbal) "
    r"requests?|requests? (?:after|without|that (?:are|come))\b"
    r"|(?:pharmacy|medical|mail[- ]order|retail) benefit|coverage (?:under|through|by) (?:the |an? )?(?:pharmacy|"
    r"medical|mail|retail|prescription)"
    r"|drugs? (?:bought|purchased|obtained|imported)|home (?:nursing|health)|(?:facility|room|observation) fees?"
    r"|co-?pay\w*|discontinu\w+|stopping\b|compounded (?:products?|drugs?|forms?|preparations?))"
)
_THING_BARRED = compiled(rf"{_OPENS}{_THINGS}", re.IGNORECASE)
# "The plan does not cover treatment that is part of a clinical trial", "use as first-line therapy", "for convenience".
_IN_A_TRIAL = compiled(
    r"\b(?:in|part of|under|for|during) (?:an? |any |the )?(?:clinical (?:trial|study|research)|research (?:study|"
    r"trial|"
    r"protocol)|registry)|\bas (?:an? )?(?:first|initial)[- ](?:line|choice)\b|\bfor (?:the )?convenience\b"
    r"|\bcontinu\w+ (?:after|despite|beyond) (?:treatment )?(?:failure|lack)\b",
    re.IGNORECASE,
)


_REFUSED = compiled(
    r"^(?!.*\b(?:if|unless|when|where|except|until)\b).*\b(?:(?:not|never) (?:be |being |separately )?(?:covered|"
    r"approved|"
    r"authorized|paid|payable|available|provided|allowed|accepted|reimbursed|replaced|made|granted|medically|an? "
    r"(?:covered )?benefit)|(?:does|do|will) not (?:cover|pay|approve|replace)|excluded|denied|refused|"
    r"investigational)\b",
    re.IGNORECASE,
)


# "Not for home use", "doses taken at home are not paid for": the program forbids it of whoever gives the drug.
_HOME = (
    r"(?:\b(?:at|for|in|to) (?:(?:the|a) )?(?:[\w']+s )?home\b(?! (?:nurs|health|infusion))"
    r"|\bhome (?:use|administration|suppl\w+|setting)\b|\btake[ -]?home\b|\btaken home\b|\bself-?administ\w+)"
)
REFUSES_HOME = compiled(
    r"^(?!.*\b(?:office|clinic|hospital|facilit\w+|center|sites?|settings?|certified|REMS|unless|except|only)\b)"
    rf"(?:.*\b(?:not|never|no|none|nor|cannot|prohibited|forbidden|excluded)\b[^.;]*{_HOME}"
    rf"|.*{_HOME}[^.;]*\b(?:not|never|prohibited|forbidden|excluded|barred)\b).*$",
    re.IGNORECASE,
)


# "Doses are watched for two hours, never in the home", "in a certified clinic with no take-home use": what stands
# before it is asked for all the same.
HOME_REFUSED_BEHIND = compiled(
    r"(?:(?:, (?:and |but )?|(?<!\bor) (?:and|but) )(?:never|not|no)|,? with no|,? rather than|,? instead of) "
    r"(?:(?:[\w-]+ ){0,3}?"
    r"(?:(?:in|at|for) (?:(?:use (?:in|at) )?(?:the |an? |his or her |their )?(?:[\w']+ )?)?"
    r"(?:home(?: use)?|residence|emergency (?:room|department)))|(?:any )?(?:take[- ]home|home) "
    r"(?:use|doses?|dosing|administration))(?=\W*$|[,;])",
    re.IGNORECASE,
)


def refuses_a_thing_beside(text: str) -> bool:
    """Whether an item among criteria refuses such a thing, and asks nothing of a patient."""
    return (is_of_a_thing_beside(text) and bool(_REFUSED.search(text))) or bool(
        REFUSES_HOME.match(HOME_REFUSED_BEHIND.sub("", text))
    )


def is_of_a_thing_beside(text: str) -> bool:
    """Whether a denial is of something that goes with treatment, or of an occasion of it, and not of the drug."""
    return not named_products(text) and bool(_THING_BARRED.search(text) or _IN_A_TRIAL.search(text))
