"""Items among criteria whose subject is a paper, a payer's process or a name, and which ask nothing of anybody
("Criteria are reviewed every year", "Brand name drugs are subject to a copay").
"""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_SUBJECT = (
    r"(?:(?:each|every|an?|the|this|these|all|most|our|its|their|some|such|any) )*(?:"
    r"(?:(?:drug|class|preferred drug|formulary|code|above|most recent|current|latest|new|newest|printed|online|PA) )*"
    r"(?:lists?|versions?|editions?|policy|policies|documents?|guidelines?|criteria|pages?|tables?)"
    r"|(?:REMS |plan['’]s |payer['’]s |state['’]s )*(?:web ?sites?|portals?)"
    r"|(?:HCPCS|CPT|ICD-10|NDC|procedure|billing|diagnosis)(?:[ -]\w+)? codes?(?: [A-Z]?\d[\w.]*)?|codes?"
    r"|(?:brand|generic|trade)(?: names?)?(?: drugs?| products?)?|names|abbreviations?|footnotes?"
    r"|(?:prior )?(?:authori[sz]ations?|approvals?)|decisions|determinations|answers|"
    r"(?:decision |denial |approval )?letters"
    r"|(?:(?:quantity|age|dose)(?: limit)? )?(?:exceptions?|overrides?)(?: requests?)?|appeals?|grievances?"
    r"|(?:this|the) drug|spravato|co-?pay(?:ment)?s?|cost sharing)"
)
_VERB = (
    r"(?:(?:is|are|was|were|may be|can be|will be|has been|have been) (?:also |not |now |always |usually |normally )?"
    r"(?:reviewed|revised|approved by|adopted|updated|entered|sent|mailed|posted|published|printed|shown|listed|"
    r"written|given in|found|kept|stored|a guarantee|no guarantee|subject to (?:a )?(?:co-?pay\w*|cost|audit)|on the "
    r"(?:medical|pharmacy) benefit|part of the (?:medical|pharmacy) benefit|"
    r"covered under the (?:medical|pharmacy) benefit|a (?:medical|pharmacy) benefit|not dispensed to|not handed to|"
    r"in brackets|for convenience|in effect|in force|"
    r"decided by|forwarded)|replaces?|supersedes?|lists?|shows?|names?|go(?:es)? to|appl(?:y|ies)|"
    r"do(?:es)? not guarantee|guarantees? no)"
)
_TOLD = compiled(rf"^\W*{_SUBJECT} {_VERB}\b[^;:]*$", re.IGNORECASE)
# What makes a demand of it, or bounds something.
_ASKS = compiled(
    r"\b(?:must|shall|should|if|unless|when|only|required|requires?|needed|needs?|until|provided|before|after|with|met|"
    r"at least|no more|up to|not exceed|maximum|minimum|attached|signed|enclosed|members? who|patients? who)\b",
    re.IGNORECASE,
)


def speaks_of_papers(text: str) -> bool:
    """Whether an item tells something of a paper, a process or a name, and asks for nothing."""
    return bool(_TOLD.match(text)) and not _ASKS.search(text)
