"""How a document calls its own criteria, as a fragment of patterns."""

from __future__ import annotations

# The criteria of the document itself: "any of the above approval criteria", "all PA criteria listed above".
OWN_CRITERIA = (
    r"(?:(?:any|all|each|every|one|some|or more|of|the|these|those|this|its|above|approval|coverage|"
    r"authori[sz]ation|prior|PA|clinical|policy|listed|required|stated|preceding|continuation|renewal|initial|"
    r"medical necessity)[ -])*"
    r"(?:criteri(?:a|on)|requirements?|conditions?)"
    r"(?: (?:(?:listed|stated|given|set out|found) )?(?:above|below|"
    r"for (?:approval|coverage|the use|use)|of (?:this|the) (?:policy|guideline|section)))*"
)
