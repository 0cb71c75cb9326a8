"""How payers label what a policy says of itself: its number, its dates, and that it is superseded. Words only."""

from __future__ import annotations

import re
from typing import Literal

from parsers.language.patterns import compiled

FactKind = Literal[
    "effective",
    "original_effective",
    "revised",
    "published",
    "noticed",
    "last_reviewed",
    "approved",
    "next_review",
    "origin",
]

# Labels in order of trust; the longer come first because they hold the shorter.
LABELS: dict[FactKind, tuple[str, ...]] = {
    # When the document was first written or looked at: none of the four dates, but it ends the fact before it.
    "origin": (
        r"origination(?:\s+date)?",
        r"original\s+(?:policy\s+)?date",
        r"(?:next|upcoming|future)\s+(?:[a-z&]+\s+){0,3}meeting(?:\s+date)?",
        r"date\s+of\s+origin(?:ation)?",
        r"(?:date\s+)?created(?:\s+(?:date|on))?",
        (
            r"(?:initial|first|original)\s+(?:policy\s+|committee\s+|p&t\s+)?(?:review(?:ed)?|approv(?:al|ed)|"
            r"publication|adoption)(?:\s+(?:date|on))?"
        ),
    ),
    "next_review": (
        (
            r"(?:date\s+(?:of|for)\s+(?:the\s+)?)?(?:next|upcoming|future|scheduled)\s+(?:scheduled\s+|annual\s+|expected\s+|committee\s+|"
            r"p&t\s+|[a-z]{3,5}\s+)?(?:policy\s+)?(?:review|revision|rev\b\.?)(?:\s+(?:date|due(?:\s+(?:by|date|on))?|by|"
            r"scheduled(?:\s+for)?))?"
        ),
        r"(?:annual\s+)?review\s+(?:due(?:\s+(?:date|by))?|by|expir(?:es|ation)(?:\s+date)?)",
        r"(?:due|scheduled)\s+for\s+(?:annual\s+)?review(?:\s+(?:by|on|in))?",
        r"re-?review(?:\s+(?:date|by|due))?",
        r"(?:(?:next|to\s+be)\s+reviewed|review)\s+again(?:\s+(?:by|on|in))?|(?:next|to\s+be)\s+reviewed(?:\s+(?:by|on|in))?",
        r"up\s+for\s+review(?:\s+(?:by|on|in))?",
    ),
    "last_reviewed": (
        (
            r"(?:dates?\s+(?:of\s+(?:the\s+)?)?)?"
            r"(?:last|latest|(?:most\s+)?recent(?:ly)?|annual|previous|current)\s+(?:(?:medical\s+|pharmacy\s+|clinical\s+)?"
            r"(?:policy|annual|committee|p&t)\s+(?:committee\s+)?|[a-z]{3,5}\s+)?"
            r"review(?:ed)?"
            r"(?:\s*(?:/|and|&)\s*(?:revis|updat|approv)\w+)?(?:\s+(?:date|on|by\s+(?:the\s+)?(?:[a-z&]+\s+){0,3}(?:board|(?:sub-?)?committee|panel)(?=\s*[:|])))?"
        ),
        r"(?<!initial\s)(?<!first\s)(?<!original\s)(?:date\s+)?(?:of\s+)?(?:last\s+)?review(?:ed)?(?:\s+dates?(?:\(s\))?|\s+on)",
        r"(?:dates?\s+)?reviewed\s+by(?:\s*:)?\s+(?:the\s+)?(?:[a-z&]+\s+){0,4}(?:committee|board|panel|p\s?&\s?t)(?:\s+on)?",
        r"(?:p\s?&\s?t|dur)(?:\s*/\s*(?:p\s?&\s?t|dur))?(?:\s+(?:board|committee))?\s+review",
        r"medical\s+director\s+review|review(?:ed)?\s+(?:(?:was\s+)?completed(?:\s+on)?|last)",
        # Bare, it may be of much else ("Literature review: 5/2031").
        r"(?:(?<=[|;.,)\d]\s)|(?<![^|]))review(?=\s*:)",
        r"(?:dates?\s+|(?:clinically|medically|annually)\s+)?reviewed",
        r"(?:(?:last|latest|most\s+recent(?:ly)?)\s+)?(?:revised|revision|approved|updated)\s*/\s*review(?:ed)?(?:\s+date)?",
        r"review(?:ed)?\s*/\s*(?:revised|revision|updated)(?:\s+dates?)?",
    ),
    # The day on which the payer's committee passed it: its last review, where no other is named.
    "approved": (
        (
            r"(?:(?:last|latest|most\s+recent)\s+)?(?:committee|p&t|mpc|board|quality\s+committee)"
            r"(?:\s+committee)?\s+(?:approv(?:al|ed)|adopt(?:ion|ed))(?:\s*/\s*version)?(?:\s+(?:date|on))?"
        ),
        r"(?:approved|adopted)\s+by(?:\s*:)?\s+(?:the\s+)?(?:[a-z&]+\s+){0,4}(?:committee|board(?:\s+of\s+[a-z]+)?|panel|p&t)(?:\s+on)?",
        r"(?:p\s?&\s?t|dur)(?:\s+(?:committee|board))?(?:\s+meeting)?\s+date|(?:committee|board|p\s?&\s?t)\s+meeting(?:\s+date)?(?=\s*:)",
        r"(?:last|latest|most\s+recent|annual)\s+approv(?:al|ed)(?:\s+(?:date|on))?",
    ),
    "original_effective": (
        # e.g. "Original effective date", "First implementation date", "Initially implemented"
        (
            r"(?:original(?:ly)?|initial(?:ly)?|first|origination)\s+(?:policy\s+)?(?:effective|implement(?:ation|ed))"
            r"(?:\s+(?:date|on))?(?:\s+of\s+policy)?"
        ),
        r"(?:effective\s+date|date\s+effective),?\s+\(?(?:original|initial)\)?",
    ),
    "effective": (
        (
            r"(?:current\s+|policy\s+|(?:coverage\s+)?(?:decision|determination)\s+|new\s+|plan\s+|this\s+version\s+|version\s+|revis(?:ed|ion)\s+|guideline\s+|form\s+|"
            r"criteria\s+|"
            r"last\s+|latest\s+|most\s+recent\s+|article\s+|document\s+)?"
            r"(?:effective|eff\.?(?=\s+(?:date|dt)\b|\s*[:|]|\s+(?:\d{1,4}[/-]\d|\d{6}\b|[a-z]{3,9}\.?\s\d)))(?:\s+(?:policy|start))?(?:\s+(?:date(?:\(s\))?|dt\.?))?(?:\s+of\s+(?:(?:this|the|current|coverage)\s+)*(?:policy|version|revision|guideline|document|decision|criteria))?(?:\s+on|"
            r"\s+as\s+of|\s+from)?"
        ),
        r"date\s+effective|date\s+(?:of\s+implementation|in\s+effect)|takes\s+effect(?:\s+on)?(?=\s*:)",
        # e.g. "List in force January 1, 2031"
        (
            r"(?:(?:form|page|list|table|schedule|criteria|rules|guideline|version|edition)\s+)?in\s+(?:effect|force|use)(?:\s+(?:from|since|on|as\s+of)|"
            r"(?=\s*:)|(?=\s+(?:[a-z]{3,9}\.?\s+\d|\d{1,4}[/-]\d)))"
        ),
        # "To be followed from 2/9/2031", "Implemented 4/15/2031", "live 2031-02-01".
        (
            r"(?:to\s+be\s+)?(?:followed|used?|applied|enforced|binding|good|operative)\s+(?:from|as\s+of|since|beginning)"
            r"|(?:implemented|operative)(?:\s+on)?|(?:goes\s+|went\s+)?live(?:\s+(?:on|from|since))?"
            r"|go[- ]?live(?:\s+date)?|active(?:\s+(?:on|from|since|as\s+of))?"
        ),
        r"implementation(?=\s*:)|(?:implementation|(?<!treatment\s)(?<!therapy\s)(?<!period\s)(?<!service\s)(?<!requested\s)start)\s+date",
        (
            r"(?:valid|applies|applicable|apply)(?:\s+to\s+(?:all\s+)?(?:requests?|claims)(?:\s+received)?)?\s+"
            r"(?:from|as\s+of|on\s+(?:or|and)\s+after)"
        ),
    ),
    "revised": (
        r"(?:last\s+|latest\s+|most\s+recent\s+)?(?:revis(?:ion|ed)|amend(?:ed|ment))(?:\s+(?:date|on))?",
        r"date\s+(?:of\s+)?(?:last\s+)?(?:revis(?:ion|ed)|amend(?:ed|ment))",
    ),
    # The day on which providers were told: that of publication, where no other is named.
    "noticed": (
        r"(?:provider\s+)?(?:notice|notification)\s+date",
        # "Notice was given to providers on August 2, 2031."
        r"(?:provider\s+)?(?:notice|notification)\s+(?:was|is)\s+(?:given|sent|mailed|issued)(?:\s+to\s+(?:\w+\s+)?(?:providers|prescribers|physicians))?\s+on",
    ),
    "published": (
        (
            r"this\s+(?:topic|page|policy|article|bulletin|document|notice|update)\s+(?:was|is)\s+(?:first\s+)?"
            r"(?:published|issued|posted|released)(?:\s+(?:on|as\s+of))?"
        ),
        r"(?:(?:date|table|list|page|form|document|decision|criteria|guideline)\s+)?(?:published|issued|posted|released)(?:\s+(?:to\s+(?:the\s+)?web(?:site)?|online))?(?:\s+(?:date|on|as\s+of))?",
        r"(?:sent|mailed|distributed|e-?mailed)(?:\s+(?:out|to\s+[a-z]+))?(?:\s+on)?",
        r"version\s+issued(?:\s+date)?",
        r"(?:publish|publication|issue|issuance|post|posting|release|bulletin|memo)\s+date",
        # e.g. "Provider Alert · Date: January 22, 2031"
        r"(?:provider\s+)?(?:alert|bulletin|notice|news)\s*[·•|!–-]\s*date",
        r"date\s+of\s+(?:issue|issuance|publication|posting|release|(?:this\s+)?(?:notice|notification|bulletin|memo))",
        r"(?:notice|notification|bulletin|memo(?:randum)?|letter|alert|transmittal)\s+(?:dated|issued|published|posted)(?:\s+on)?|(?<![\d#]\s)dated",
    ),
}
# Whose fact it is, or for whom: "P&T Last Review Date", "Commercial Effective".
_OWNERS = (
    r"(?:(?:p\s?&\s?t|mpc|(?:policy|pharmacy|clinical|medical|quality|committee|board|payment|corporate|provider|"
    r"commercial|medicare|medicaid|part\s+[bd]|web|online)(?:'s)?)\s+){0,3}"
)
LABEL = compiled(
    rf"(?<![\w-]){_OWNERS}(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in LABELS.items())
    # e.g. "Effective date (current version): …", "Last review date (P&T): …"
    + r")(?![\w-])(?:\s*\((?:(?:the|this|most|of)\s+)*(?:current|latest|recent|revised|p\s?&\s?t|committee|policy)"
    r"(?:\s+(?:version|policy|revision|committee))?\)(?=\s*[:|]))?(?P<mark>\s*(?:[:|#–—=-]\s*)+|\s+)",
    re.IGNORECASE,
)
NO_DATE = compiled(r"(?:tbd|t\.b\.d\.|n/?a|not applicable|none|pending|to be determined|_+)\b", re.IGNORECASE)
_NUMBERED = (
    r"(?:(?:coverage|medical|clinical|pharmacy|drug|payment|reimbursement|benefit|source|utilization|general|provider)"
    r"\s+)*"
)
# What else has a number ("Fax Number: …").
_OTHERS_NUMBER = (
    "Reference", "Phone", "Telephone", "Fax", "Group", "Member", "Case", "Claim", "License", "Account", "Tax", "Plan",
    "Provider", "Page", "Room", "Contact", "Contract", "Serial", "Identification", "Form", "Order", "Holder", "holder",
)  # fmt: skip
_NUMBER_OF_ITSELF = (
    r"(?-i:(?<=[a-z\d] )"
    + "".join(rf"(?<!\b{word} )" for word in _OTHERS_NUMBER)
    + r"Number(?=: ?[\w.-]+(?:\s*$| (?:Effective|Original|Origination|Last|Current|Policy|Date|Revis(?:ion|ed)|"
    + r"Review|Next|Approv(?:al|ed)|Publi(?:cation|shed)|Retired|Title|Subject)\b)))"
)
NUMBER_LABEL = compiled(
    r"(?<![\w-])(?:"
    rf"{_NUMBERED}(?:policy\s+bulletin|policy|position|file|guideline|document|bulletin|article|cpb|criteria|reference|doc|lcd|lca|ncd|protocol|standard|rule|subject(?=\s+(?:number|no\b))|control(?=\s+(?:number|no\b))|"
    r"manual|program|identifier)\s*"
    r"(?P<word>(?<=file\s)code|(?<=policy\s)(?:code|ref(?:erence|\.)?)(?=\s*[:|#])|number(?:s(?!:[^;]*;))?(?:\(s\))?|no\.?|num\.?|nbr\.?|#|id\b|identifier|identification)|"
    rf"(?:(?<![^|.])|(?<=[|./·•\d–—,-] )|(?<=\d{{4}}; )){_NUMBERED}(?P<bare>policy\s+bulletin|number|document|"
    r"memo(?=:)|policy|guideline|doc|bulletin|rule)|"
    # The next label in a line whose facts only their capitals and colons part: "Title: Spray Document: NW935:00".
    r"(?-i:(?<=[a-z\d] )Document)(?=:)|"
    # "Section: Drugs Number: 035 Effective Date: …", and at the end of a title; a fax or a member has one as well.
    rf"{_NUMBER_OF_ITSELF})"
    r"\s*(?P<mark>(?:[:|#–—-]\s*)+|\s+|(?<=#))(?P<value>(?!(?:policy|number|id)\b)[A-Za-z0-9][\w./:-]{1,30}(?:\s+P(?=\s))?(?:\s+(?:\d{2,5}(?:[-.]\d+)*|\d(?:[-.]\d{2,4})+))?)",
    re.IGNORECASE,
)
# "C-14" at the foot of a manual's page is the change by which the page came in.
NUMBER_ALONE = compiled(
    r"^\(?(?:(?!ICD|COVID|EFF|REV|C-\d{1,3}\)?$|[A-Z]\.\d\.\d\)?$)[A-Z]{1,5}[.-]?\s?\d[\w.-]{1,18}|[A-Z]{2,5}(?:\.[A-Z]{2,5}){1,2}\.\d{1,4}|[A-Z]{2,4}(?:-[A-Z]{2,4}){1,2}-\d{2,5}|"
    r"Rx\.?\d{3,5}(?:\.\d{1,3})?|\d{4} P \d{3,5}-\d{1,3}|\d{1,2}\.\d{2}\.\d{2,4}[a-z]?|"
    r"\d{2}-[A-Z]?\d{4,5}-\d{2}|\d{4}[A-Z]\d{4}[A-Z])\)?$"
)
# One of the facts under a title, the issuer's name first: "Lakeside Clinical Guideline CG77, Ver. 3".
NUMBER_IN_MASTHEAD = compiled(
    r"^(?:[A-Z][\w&'.-]*\s+){1,4}(?:Policy|Guideline|Bulletin|POLICY|GUIDELINE|BULLETIN)"
    # "Prior Authorization Policy and Criteria".
    r"(?:\s+(?i:and|&)\s+(?i:criteria|procedures?|guidelines?|standards?))?\s+"
    # Also before the title itself: "Lakeside Medical Policy 88.3: Esketamine".
    r"([A-Z]{1,4}[.-]?\d[\w.-]*|[A-Z]{5,12}\d{3}|\d{1,3}\.\d{1,3}(?=:))"
    # Or as a word of its own between the line's capitals: "PRIOR AUTHORIZATION POLICY LAKEBEH024 SPRAVATO".
    r"(?:,?\s+(?i:v|ver|version|rev)\b.{0,12})?(?:$|[:.]\s+(?=[A-Z])|(?<=[A-Z]{2}\d{3})\s+(?:[–—|-]\s+)?(?=[A-Z]{4}))"
    # "Medical Policy 88.31 Esketamine in Depression": the number between the kind of document and what it is on.
    r"|^(?:[A-Z][\w&'.-]*\s+){0,4}(?:Medical|Clinical|Coverage|Drug|Pharmacy) (?:Policy|Guideline) "
    r"(\d{1,3}\.\d{2,3})\s+(?=[A-Z][a-z])"
)
# At the head of a line of facts: "M-209 / in effect since 05/01/2024", "AVP 16-021, effective date 2026-07-01".
NUMBER_BEFORE_FACTS = compiled(
    r"^(?:(?i:no)\. |(?:[A-Z][\w&'.-]*\s+){1,4}(?i:policy|guideline|"
    r"bulletin)\s+)?(?P<number>[A-Z]{1,5}[- ]\d{1,5}(?:[.-]\d{1,4})?)(?:[.,;]|\s[/|·•–—-])\s+"
    r"(?i:effective|in (?:effect|force)|revised|reviewed|issued|published|last review(?:ed)?|version)\b"
)
# How a form is told from its siblings, in the head or the foot of its page: "Form NW-PA-77 Rev. 09/2031".
FORM_NUMBER = compiled(
    r"^(?:(?i:form)(?: (?i:number|no\.?|#))?:? )?(?P<number>(?:(?<=[Ff]orm )[A-Z]|[A-Z]{2,5})(?:-[A-Z]{1,4})*-\d{1,4}|"
    r"\d{3}-\d{4})[.,]? \(?(?i:rev(?:\.|ised)?:?|effective) \(?\d[\d./-]{2,9}\)?(?:$|[.,;])"
)
# A paper is numbered by its kind ("Endorsement 0622: …", "Agency Transmittal 26-14", "Circular No. 9").
KIND_OF_PAPER = (
    r"(?i:endorsement|rider|resolution|rule sheet|transmittal|circular|guideline|standard|bulletin|directive|order|"
    r"memorandum|memo|notice|procedure|policy|protocol|letter|instruction|regulation)"
)
NUMBER_OF_PAPER = compiled(
    rf"(?:^|(?<=[–—-] )|(?<=\())(?:[A-Z][\w&'-]* ){{0,4}}?{KIND_OF_PAPER} (?:(?i:no\.?|number|#) ?|#)?"
    r"(?P<number>(?!(?:19|20)\d\d\b(?!-))(?:[A-Z]{1,4}[.-]?)?\d[\w-]*(?:\.\d[\w-]*)*)"
    r"(?=\)?$|[:.;|)](?:\s|$)|,\s+(?i:effective|eff\.|revised|rev\.|issued|in (?:force|effect))|"
    r"\s+[–—|-]\s|\s+[A-Z]{4})"
)
# At either end of a running title: "5.70.72 Employee Program", "Ketamine Infusion MP9590".
NUMBER_AT_EDGE = compiled(
    r"^(?P<first>[A-Z]{2,5}-?\d{3,6}|[A-Z]{6,12}\d{3}(?=[:,]? )|"
    r"[A-Z]{1,3}-\d{2,4}-\d{2,4}|(?:[A-Z]{2,3}[ -])?\d{1,2}\.\d{2}\.\d{2,3}|"
    r"(?!ICD|DSM|CPT|FDA|USP|GAD|COVID)[A-Z]{2,3}(?: \d{1,2}\.\d{1,3}|-\d\d))(?=[,:]|\s+(?:[–—-]\s+)?[A-Z])|"
    r"\s(?P<last>(?<=\b[Ss]tandard\s)[A-Z]{1,4}-\d{1,4}|(?<=\bPolicy\s)[A-Z][\w.-]*\d[\w.-]*|[A-Z]{2,5}[-–]?\d{3,7}|[A-Z]\.\d{1,2}\.\d{2}\.\d{2,3}|"
    r"(?<=[–—-] )(?:[A-Z]{2,4} \d{3,6}|\d{1,2}\.\d{2}\.\d{2,3})|\d{3,5}-[A-Z])$"
)
# Where a regulation is the policy: its title opens with how it is cited.
CITATION = compiled(
    r"^(?:\d{1,3} (?:CCR|CMR|NYCRR|TAC|AAC|IAC|CFR)|OAR|WAC|COMAR) \d[\d.-]+\d(?: R\d+)?(?: Ex\.? ?\d+)?(?=\W|$)"
)
# A code stands where a number might; none is the number of a policy.
CODE = compiled(r"[A-Z]\d{4}|[A-TV-Z]\d[\dAB](?:\.[\dA-Z]{1,4}|[\dA-Z]{1,2})?")
# After a label without a colon only what ends here is a number ("Guideline DS-402 | Effective ...").
NUMBER_ENDS = compiled(
    # What is named as well is another policy, cited: "Policy 4C, Office Drugs, has the general rules."
    r"\s*(?:$|[|·•;(–—-]|,(?!\s[A-Z][^.;,]{2,60},\s[a-z])|\.(?:\s|$))|\s+of\s+[A-Z]|"
    r"\s+(?:Adopted|Amended|Effective|Revised|Reviewed|Issued|Published|Posted|Approved|Last|Next|Original|Version)\b|"
    r"\s+(?:is|are|takes?|applies|covers|describes|addresses|governs|sets|replaces|supersedes|became|becomes|has\s+been)\b"
)
DOTTED_NUMBER = compiled(r"\d{1,2}\.\d{2}\.\d{2,3}[a-z]?")
# "Esketamine (MP1234)", "Esketamine (Lakeside Policy P-617)".
NUMBER_IN_TITLE = compiled(
    r"\((?:[^()]{0,30}\b(?:Policy|Guideline|Bulletin) )?([A-Z]{1,3}\d{4,6}|[A-Z]{2,4}(?:-[A-Z]{2,6})+-\d{2,5}|"
    r"(?!ICD|DSM|CPT|FDA|USP)[A-Z]{2,3} \d{1,2}\.\d{1,3}|"
    r"(?:(?<=Policy )|(?<=Guideline )|(?<=Bulletin ))[A-Z]{1,4}(?:-[A-Z]{1,4})*-\d{1,5})\)"
)
TITLE_LABEL = compiled(
    r"(?:^|\s|\|)(?:policy\s+|article\s+|guideline\s+|document\s+)?(?:title|subject|policy\s+name)\s*[:|]"
    r"(?:\s*\|)?\s*(?P<value>[^|]{4,160}?)(?=\s*(?:\||$))",
    re.IGNORECASE,
)
HISTORY = compiled(
    r"\b(?:history|revisions?|references|sources|change log|summary of changes|versions|background|document note)\b",
    re.IGNORECASE,
)
REFERENCES = compiled(r"\b(?:references|sources)\b", re.IGNORECASE)
REVISION_IS_EFFECTIVE = compiled(
    r"\b(?:revision|amendment) date\b.{0,60}\b(?:becomes?|is|as|serves as|will be)\b.{0,30}\beffective date"
    r"|\b(?:revision|amendment) date\b.{0,90}\b(?:takes? the place of|replaces?|supersedes?) the effective date"
    # e.g. "an amendment takes effect on the date given for it", "each revision is in force from its date"
    r"|\b(?:(?:an?|each|every|any|the)(?: \w+)? (?:revision|amendment|amended (?:text|version)|revised (?:text|version|"
    r"policy))|(?:revisions|amendments)) "
    r"(?:(?:is|are|will be|becomes?) (?:effective|in (?:force|effect)|valid)|(?:takes?|comes?|go(?:es)?) in(?:to)? "
    r"(?:force|effect)|takes? effect|appl(?:y|ies)|governs?)"
    r"\b.{0,40}?\b(?:on|from|as of|since|at) (?:the|its|their|that) (?:\w+ )?(?:date|day)s?\b"
    r"(?! (?:the|a|of (?:the )?(?:request|service|claim)|on which the (?:claim|request)))"
    # e.g. "a guideline takes effect, as revised, on its revised date"
    r"|\b(?:takes? effect|is effective|appl(?:y|ies)|is in force)\b.{0,30}?\b(?:on|from|as of) (?:its|the|their) "
    r"(?:revised|revision|amendment|amended) date\b",
    re.IGNORECASE | re.DOTALL,
)
CODE_OR_CONTRACT = compiled(r"\bcod(?:es?|ing)\b|\bcontract", re.IGNORECASE)
