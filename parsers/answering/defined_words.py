"""Sentences that say what the words of a status mean."""

from __future__ import annotations

# A key to the words of a table: "“Investigational” stands where benefit has not been shown."
EXPLAINS_WORD = (
    # "E/I is experimental or investigational": what letters stand for.
    r"^\W*(?:E[/&]I|I[/&]E|NMN|NC|EIU)[\"”]? (?:is|are|=|denotes) [^.;]*$|"
    r"[\"“'‘](?:investigational|experimental|unproven|(?:not )?(?:medically necessary|covered)|case by case)[\"”'’]"
    r" (?:stands?|means|(?:services|treatments|uses|procedures|items) (?:are|means?)|is (?:used|said|written"
    r"|printed)|marks?|tells|says|where|when|if)\b"
    # "After “not approved” the member gets a letter", "a fax follows “denied”": what comes of an answer.
    r"|\b(?:after|upon|with|on|following|behind|follows) (?:an? |the (?:words? |answer )?)?[\"“'‘](?:(?:not "
    r")?(?:approved|covered|"
    r"authori[sz]ed|payable)|denied|refused|excluded|investigational|not medically necessary)[\"”'’]"
    r"(?:,? (?:on it,? )?(?:the|an?|you|we|it|each|every|nothing)\b|\W*$)"
    # "Investigational services are an exclusion of the contract": whatever is so called.
    # "An experimental service is an exclusion in the certificate", "unproven treatments are contract exclusions".
    r"|^\W*(?:(?:all|most|any|an?|every|each) )?(?:investigational|experimental|unproven)"
    r"(?:(?:,? (?:and|or|and/or)|,|/) ?(?:investigational|experimental|unproven))* (?:services?|treatments?|drugs?|"
    r"procedures?|technolog(?:y|ies)|items?|therap(?:y|ies)|care)\b[^.;:]{0,30}? (?:is|are) "
    r"(?:(?:[\w'’-]+ ){0,4}?exclu(?:sions?|ded) (?:of|from|by|under|in) (?:(?:the|an?|most|many|all|your|our|each) )?"
    r"(?:\w+['’]?s? ){0,3}?(?:contract|certificate|plan|benefit|coverage|polic(?:y|ies))s?\b"
    r"|(?:an? )?(?:contract|benefit|plan|coverage) exclusions?\W*$)"
)
_STATUS_WORD = r"(?:investigational|investigative|experimental|unproven|(?:not )?medically necessary|medical necessity)"
# "Investigative describes care whose safety is not accepted", "By the term unproven we mean …".
DEFINES_WORD = (
    r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b)\W*(?:(?:here|in this \w+|for this purpose|as used here),? )?"
    r"(?:by |we use )?(?:the )?(?:(?:terms?|words?|labels?|designations?|category) )?"
    rf"[\"“'‘]?{_STATUS_WORD}(?:(?: and| or|,|/) ?{_STATUS_WORD})*[\"”'’]?,? "
    r"(?:(?:care|services?|treatments?|as used (?:here|in this \w+)),? )?"
    r"(?:(?:is a (?:term|word|label)|is (?:used|said|applied)|are (?:used|said)|describes?|denotes?|designates?|"
    r"signif(?:y|ies)|stands? for|refers? to|indicates?|applies to|we mean|is understood)\b"
    r"|(?:for|of) (?:\w+ )?(?:care|services?|treatments?|drugs?|technolog(?:y|ies)|whatever|what) (?:whose|"
    r"which|that)\b)"
)
