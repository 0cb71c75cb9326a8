"""How a clause demands the use that it names next: "diagnosis of …", "is treated for …", "the spray is given for …"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_BE = r"(?:(?:is|are|will be|must be|was)(?: being| to be)? )"
USE_REQUIRED = compiled(
    r"(?:diagnos\w+(?: is| was| are| must be| ha(?:s|ve) to be| needs to be)?(?: of| with| as|:)?"
    r"|\b(?:documentation|documents|evidence|confirmation|proof|presence|records?)"
    r"(?: (?:of|showing|that shows?|confirming))?"
    r"|\b(?:has|have|having|had|with|carries|bears|suffers? from|"
    r"suffering from|treatment of|treating|treat|(?:management|relief|control) of"
    r"|(?:limited|restricted|confined|extends?)(?: only)? to|reserved(?: only)? for|available(?: only)? for"
    r"|must (?:all |both |each )?be (?:met|satisfied|fulfilled|present|shown|true) (?:for|in)"
    r"|(?:use|indication|purpose|request) (?:is|was|must be)(?: for)?"
    # "The individual is using it for …", "… as a general anesthetic".
    r"|(?:is|are|will be) us(?:ing|ed)(?: (?:it|(?:es)?ketamine|the drug))?(?: (?:for|in))?"
    # "The first approval was for …", "was started on it for …": whom a renewal goes on for.
    r"|\b(?:approvals?|authori[sz]ations?) (?:is|was|has been) (?:granted |given |issued )?for"
    r"|\b(?:being treated|was started(?: on \w+)?|has been started(?: on \w+)?) for"
    # "The member is treated for …", "receives treatment for …", "is in a psychiatrist's care for …".
    r"|\b(?:is|are|will be) (?:now |currently |still |to be )?treated for"
    r"|\b(?:receiv(?:es?|ing)|undergo(?:es|ing)?|gets?|getting|seeks?|seeking|needs?|requires?) "
    r"(?:(?:esketamine|spravato|ketamine|the|current|ongoing) ){0,2}(?:treatment|therapy|it|drug|spray) for"
    r"|\b(?:under|in) (?:the |an? )?(?:care|[\w-]+'s care)(?: of (?:an? |the )?[\w-]+)? for"
    # "The spray is taken for …", "the prescription is for …", "the condition treated is …".
    rf"|\b(?:it|(?:nasal )?spray|(?:the|this) (?:drug|medication|medicine|product)|spravato|(?:es)?ketamine) {_BE}"
    r"(?:taken|administered|ordered|dispensed|sought|intended|meant|supplied|billed|given|used|prescribed|requested)"
    r"(?: (?:only|solely|exclusively))? (?:for|in|to treat)"
    r"|\b(?:prescription|order|claim|prior authori[sz]ation) (?:is|was|must be) for"
    r"|\b(?:spray|(?:the|this) (?:drug|medication|medicine)|spravato|(?:es)?ketamine|it) "
    r"(?:treats|will treat|is to treat)"
    r"|\b(?:reasons? for (?:the )?(?:treatment|use|request|prescription)"
    r"|(?:condition|disorder|illness)(?: that is| to be| being)? treated) (?:is|must be)"
    r"|(?:use|used|indicated|requested|prescribed|given|needed|request(?:ed)?|therapy|benefit|"
    r"medically necessary|covered|approved|authorized|allowed)(?: it)?(?: (?:only|solely|exclusively))? (?:for|in)"
    r"|^\W*(?:only|solely|exclusively) (?:for|in)))"
    r"(?:[\s:]*(?:a|an|the|one|some|any|another|other|different|further|new|of|following|documented|confirmed|"
    r"established|current|primary|clinical|adults?|"
    r"patients?|diagnosis|either|with|who|have|has|severe|moderate|to|unipolar|non-?psychotic|recurrent|"
    r"single|episode|or|by|DSM-?5?|,|ICD-10)\b[\s:,]*)*[\s:,(]*$",
    re.IGNORECASE,
)
