"""How a document calls its own criteria, as a fragment of patterns."""

from __future__ import annotations

# "For approval", "for initial approval or for renewal".
_GRANT = (
    r"(?:(?:initial|first|continued|renewed|either) )?"
    r"(?:approvals?|coverage|the use|use|renewals?|re-?authori[sz]ations?|"
    r"authori[sz]ations?|continuations?|re-?certifications?)"
)
_FOR_WHAT = rf"for {_GRANT}(?:,?(?: (?:and|or|nor)|/) ?(?:for )?{_GRANT})*"
# The criteria of the document itself: "any of the above approval criteria", "all PA criteria listed above".
OWN_CRITERIA = (
    r"(?:(?:any|all|each|every|one|some|or more|of|the|these|those|this|its|above|approval|coverage|"
    r"authori[sz]ation|prior|PA|clinical|policy|listed|required|stated|preceding|continuation|renewal|initial|"
    r"medical necessity)[ -])*"
    r"(?:criteri(?:a|on)|requirements?|conditions?)"
    rf"(?: (?:(?:listed|stated|given|set out|found) )?(?:above|below|{_FOR_WHAT}|"
    r"of (?:this|the) (?:policy|guideline|section)))*"
)
