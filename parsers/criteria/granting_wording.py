"""The words around a length of time by which it is that of an approval."""

from __future__ import annotations

from parsers.criteria.length_cells import SPAN
from parsers.criteria.vocabulary import one_of
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

AT_THE_START = r"(?:at|in) the (?:start|outset|beginning)"
REQUEST = one_of(
    "pas?", "requests?", "fills?", "phase", "period", "term", "course", "use", "therapy", "treatment", "coverage"
)
_THE_DRUG = r"(?:spravato|esketamine|ketamine|it|the (?:drug|spray|treatment))(?: infusions?)?"
GRANTS = any_of(
    r"\bapprov(?:e|es|ed|al|als|able)\b",
    r"\b(?:pre)?authori[sz]\w*", r"\bre-?(?:authori|approv)",
    r"\bre-?certs?\b", r"\b(?:re|pre)?-?certif(?:y|ied|ications?)\b(?! (?:in|by|site|setting))",
    r"\b(?:coverage|approval|authorization|therapy|pa) (?:period|duration|length)", r"\bcoverage duration",
    r"\b(?:duration|length|period) of (?:approval|authorization|benefit|coverage)",
    r"(?:^|\|)\W*(?:(?:dos(?:e|ing|age)|quantity)(?: limits?)? (?:and|or|&) )?(?:durations?|lengths?|periods?)\b"
    r"(?! of (?:\w+ )?(?:\w+ )?(?:trial|antidepress)"
    r"| of (?:the |an? )?course\b[^|]*(?:<=|at most))\W",
    r"\b(?:request|ask for|apply for|obtain|seek)s? (?:an? |<= )*(?:further|additional|another) \d",
    # e.g. "Limits: 8 weeks; 84 mg a session", under the criteria of a phase
    r"^\W*limits?: (?:for |<= )*\d+ (?:weeks?|months?|years?)(?=\W*$|[;,]| and )",
    r"(?:^|\|)\W*how long\W", r"\bvalid for\b", r"\bgood for\b", r"\bgranted\b",
    # e.g. "the grant lasts 6 months", "we open the door for 6 months, and keep it open, 1 year at a time"
    rf"\bgrants? (?:lasts?|runs?|holds?|is|covers?)(?: for)? {SPAN}",
    rf"\b(?:open|keep) (?:the door|it|them)(?: open)?,? (?:for )?{SPAN}",
    rf"\bpays for (?:up to |another )*{SPAN}",
    # e.g. "enter an override for 28 days"
    rf"\b(?:enter|key(?: in)?|load|place|put in|set|write|add|give)s? (?:an? |the )?(?:overrides?|edits?|approvals?) "
    rf"(?:of|for|lasting) {SPAN}",
    # e.g. "a continuation of up to 90 days is considered"
    rf"\bcontinuations? (?:of|for) {SPAN} (?:is|are|will be|may be|can be) (?:considered|given|allowed|possible)\b",
    # e.g. "requests for continuation will be considered at 6-month intervals"
    rf"\bcontinu\w+\b[^.;:|]{{0,40}}? (?:considered|reviewed|given|allowed) (?:at|in|for) {SPAN}[ -](?:intervals?|"
    r"increments?|periods?|blocks?)\b",
    # e.g. "initial criteria (3 months)"
    rf"^\W*(?:initial|first(?:-time)?|starting|new)(?: [a-z]+)? (?:criteria|requirements|conditions) ?"
    rf"\((?:for |<= )*{SPAN}\)",
    rf"\b(?:written|issued|entered|given|made) (?:once )?again for {SPAN}",
    # e.g. "an initial request of 90 days", "later requests may be for up to 6 months"
    r"\b(?:initial|first|new|later|further|subsequent|renewal|continuation|continued)(?: [a-z]+)? requests? "
    r"(?:(?:may|can|will|must|shall|is|are|be|runs?|made|granted|good|approved) )*(?:for|of) "
    rf"(?:(?:an?|the|period of) )*{SPAN}(?! (?:trial|of (?:an?|the|prior|failed)\b))",
    r"\b(?:requests?|coverage|pa) (?:is|are|will be|may be|can be) (?:given|allowed|issued|entered|written|"
    r"keyed|set up) for\b",
    r"\bcovered for (?:up to |<= )?(?:an? )?(?:initial |another |further |period of )?\d",
    r"\b(?:covered|coverage (?:is|will be|may be) (?:provided|given|granted|allowed))\b[^.;|]{0,60}? for "
    r"(?:<= )?(?:an? )?(?:initial |another |further )?(?:period of )?\d",
    rf"\bpas? (?:lasts?|runs?|holds?)(?: for)? {SPAN}",
    r"\bpas? (?:(?:is|will be|are|(?:is |are )?(?:given|granted|issued)) )?for (?:<= )?\d",
    # e.g. "we cover Spravato for an initial 6 months", "the plan pays for up to 3 months of esketamine"
    rf"\b(?:cover|pay(?:s? for)?)s? {_THE_DRUG}(?: \([^()]*\))? for (?:(?:<=|an?|the|initial|first|further|another|"
    rf"period|of) )*{SPAN}",
    rf"\b(?:cover|pay(?:s? for)?)s? (?:<= |an initial )?{SPAN} of {_THE_DRUG}",
    # e.g. "the first one is for 3 months", among answers on approvals
    rf"\b(?:first|initial|later|next|subsequent|following|further) ones? (?:is|are|lasts?|runs?|covers?|will be)"
    rf"(?: (?:good|given|valid|granted))?(?: for)? {SPAN}",
    # e.g. "initial PA for resistant depression is for 1 month"
    # e.g. "coverage in resistant depression will be for 3 months"
    r"\b(?:pas?|coverage) (?:for|in|of) (?!\d)[^.;:|\d]{2,80}? (?:is|are|will be|lasts?|runs?|holds?)(?: for)? "
    rf"{SPAN}",
    rf"(?:^|[|,(] ?)\W*pa:? {SPAN}",
    rf"\b(?:required|needed|necessary|met) for (?:the )?(?:first |initial )?{SPAN} of "
    r"(?:treatment|therapy|coverage|approval)\b",
    r"\brenew(?:s|ed|al|als)?\b", r"\beach continuation\b", r"^\W*continuations? \(every\b",
    r"\bexten(?:sions?|ds? (?:it|them|this) (?:for|by)|d(?:ed|able) (?:for|by))\b",
    r"\b(?:prolonged|lengthened) (?:for|by)\b",
    r"^(?!.*antidepress).*\bdays?'? supply\b", r"\bmedically necessary for (?:<= )?(?:an? )?(?:\w+ )?\d",
    # e.g. "medically necessary for depression, for up to 2 months, if", "2 months of the drug may be covered"
    rf"\b(?:covered|medically necessary)\b(?:(?!\b(?:when|if|who|whose|after|that|trial|fail\w*|respon\w*)\b)[^.;|])"
    rf"{{0,150}}? for (?:an? )?(?:(?:further |initial )?period of )?{SPAN}",
    # e.g. "covered for those in whom 2 drugs have failed, at a certified site, for 6 months"
    r"\b(?:covered|medically necessary)\b[^|;:]*[,)] for (?:(?:<=|an?|up to|initial|period of|the) )*"
    r"\d+ (?:months?|years?)\W*$",
    rf"{SPAN},? (?:of (?:\w+ ){{1,5}}?)?(?:is|are|may be|can be|will be) (?:considered )?"
    r"(?:medically necessary|covered)\b",
    r"\b(?:for|hold) (?:an? |1 |each )?(?:another|further|additional) \d",
    rf"\b(?:extends?|prolongs?|lengthens?) (?:(?:the|an|this|its) )?(?:approvals?|authori[sz]ations?|coverage) "
    rf"(?:by|for) {SPAN}",
    # e.g. "24 devices in any 28 days, for 6 months"
    rf"\b(?:devices?|kits?|units?|packs?)\)?(?: \([^()|]*\))? ?(?:/|per|in|every|each|within)"
    rf"(?: (?:any|each|every|an?))? ?{SPAN},? for (?:<= )?{SPAN}\W*$",
    r"\b(?:extended|continued) (?:for|in)\b", rf"^\W*to (?:extend|prolong|renew) (?:it|them|this) (?:for|by) {SPAN}",
    r"\bgo(?:es)? on for (?:an? )?\d",
    # e.g. "First PA: 3 months", "depression, initial (3 months)", "first 3 months" as a title
    rf"\b(?:initial|first|new starts?|starting|opening|later|further|subsequent|additional|repeat|follow-?up|"
    # e.g. "part A (initial requests): 12 weeks"
    rf"extend|continu\w+|recertif\w+|re-?approv\w+)(?: (?:of )?(?:{REQUEST}))?\b"
    rf"(?:\u2060?\)(?: requests?)?)? ?[:,(|-]+ ?(?:for )?{SPAN}",
    # e.g. "continuation 180 days", "opening 4 weeks", "we add 10 more months"
    rf"^\W*(?:continuation|continuing|continued|starting|opening|follow-?up|extend) {SPAN}\W*$",
    rf"\badds? (?:another )?{SPAN}",
    # e.g. "Continuation of therapy is for 1 year"
    rf"\b(?:continu\w+|initial|first)(?: of)?(?: {REQUEST})? (?:is|are|will be) for (?:<= )?(?:an? )?{SPAN}",
    rf"(?<!the )\b(?:first|further|initial|later|next) {SPAN}(?=\W*$| \(|,? (?:if|when|provided)\b)",
    r"\b(?:followed|extended|prolonged) (?:by|for) (?:an? )?(?:others?|more|further)(?: (?:terms?|periods?))? of "
    r"(?:[<>]=? )?\d",
    r"\b(?:extended|prolonged) (?:by|for) (?:terms?|periods?) of (?:[<>]=? )?\d",
    # e.g. "Initial authorization, for 3 months."
    rf"^\W*(?:(?:initial|first) )?(?:authori[sz]ation|approval)s?, for {SPAN}\W*$",
    # e.g. "For 4 months when items A to F are met", "Up to 12 months, when ALL of the following are met"
    rf"^\W*(?:for )?{SPAN},? (?:when|if|once|provided)\b[^.;]{{0,60}}\b(?:met|satisfied|fulfilled|true|hold"
    r"|apply)\W*$",
    # e.g. "later requests for 6 months", "and continuations for 1 year"
    r"^\W*(?:(?:and|or) )?(?:(?:an?|the|each|every) )?(?:later|further|subsequent|continu\w+|renewals?|"
    rf"re-?auth\w+|first|initial|new starts?)(?: (?:{REQUEST}|approvals?))?,? (?:for|of|lasts?) {SPAN}(?: each)?\W*$",
    # e.g. "12 months, 12 devices per 28 days", "suicidality: 28 days, up to 24 devices", "enter 12 months"
    rf"^\W*(?:[^.:;\d]{{2,80}}: |\w+ )?{SPAN},? (?:and |with |at )?(?:[<>]=? )?\d+ "
    r"(?:devices?|kits?|sprays?|cartons?|units?)\b",
    rf"^\W*(?:enter|load|key in|put in|set|allow|give) (?:for )?{SPAN}",
    rf"\b(?:reviewers?|clerks?|staff) (?:may|can|will|should|must) (?:then )?(?:enter|load|key in|put in|set|allow|"
    rf"give|issue"
    rf"|write|grant) (?:for )?{SPAN}",
    # e.g. "we allow 3 months for resistant depression"
    rf"\b(?:we|(?:the|this|our) (?:plan|program)) (?:(?:will|can|may) )?(?:allow|grant|give)s? (?:<= )?{SPAN}"
    r"(?! (?:of|to|in|between|from)\b)",
    # e.g. "we extend by 6 months if the member is better", "the plan prolongs it for 90 days"
    rf"\b(?:we|(?:the|this|our) (?:plan|program)) (?:(?:will|can|may) )?(?:extend|prolong|lengthen|renew)s? "
    rf"(?:(?:it|them|this|cover(?:age)?|treatment|therapy) )?(?:(?:by|for) )?{SPAN}",
    # e.g. "another 3 months, if …", "6 months at a time", "6 months are given"
    rf"^\W*(?:another|a further|further) {SPAN}", rf"^\W*for {SPAN} more\b",
    rf"^\W*(?:each )?(?:continuation|renewal|extension)s? (?:run|last|hold)s?(?: for)? (?:up to )?{SPAN}",
    rf"{SPAN} at a time\b",
    rf"\b(?:each|every|any|an?) (?:further|additional|later|subsequent|new|first) (?:period|term|span|block)s? of "
    rf"{SPAN}",
    rf"{SPAN} (?:per|with each|for each|each|every|an?) (?:(?:renewal|new) )?(?:request|approval|authorization|"
    rf"extension)\b",
    rf"{SPAN} (?:is|are|will be|may be) (?:given|granted|allowed|added)\b",
    rf"{SPAN} (?:up)?on (?:an? )?(?:\w+ ){{0,2}}(?:response|benefit|improvement)\b",
    # e.g. "coverage lasts 6 months", "12 months with at least 50% improvement" under the title of a phase
    rf"\b(?:coverage|exceptions?) (?:is|are|lasts?|runs?|will be)(?: for)? {SPAN}",
    rf"^\W*{SPAN},? (?:with|if|when|on|upon|provided(?: that)?) [^.;]{{0,40}}?"
    r"(?:improve|respon|reduc|benefit|remission)",
    rf"{SPAN} (?:(?:each|every) time )?(?:after(?: that|wards?)|thereafter|from then on)\b",
    rf"^\W*(?:extend|prolong|renew)(?: (?:for|by))? {SPAN}",
    # e.g. "New end date: 1 year after the old one"
    rf"\bend date\W{{1,3}}{SPAN} (?:after|from|past|beyond) ",
    rf"^\W*{SPAN} (?:initial|first|renewal)(?: (?:term|period|approvals?|authori[sz]ation))?\W*$",
    rf"{SPAN} (?:at first\b|initially\b|to (?:begin|start) with\b|(?:{AT_THE_START}|to start)\W*$)",
    # e.g. "60 days for the first request"
    rf"^\W*(?:[^.:;\d]{{2,80}}: )?{SPAN} (?:for|on|at|with) (?:the |an? )?(?:initial|first) "
    r"(?:requests?|pas?|approvals?|authori[sz]ations?)\W*$",
    rf"{SPAN} (?:(?:on|upon|at|for|per|with) (?:each |the |an? |any |every )?(?:renewal|re-?(?:auth|approv)|continu))",
)  # fmt: skip
# "Length: 6 months", whatever stands above it.
LABELS_ITSELF = compiled(
    rf"^\W*(?:lengths?|durations?|terms?): (?:for |<= )*{SPAN}\W*$"
    # So many days are no supply: "Limits: 180 days, not more than one session per week".
    r"|^\W*limits?: (?:for |<= )*(?:[6-9]\d|\d{3}) days(?=\W*$|[,;])"
)
