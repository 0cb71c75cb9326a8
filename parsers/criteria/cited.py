"""What a guideline, a label or its insert says, how a score is read and what is counted of people at large: told."""

from __future__ import annotations

from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import PEOPLE, one_of
from parsers.language.any_of import any_of

_BY_A_SOCIETY = one_of(
    "practice", "clinical", "treatment", "professional", "published", "national", "expert", "society", "apa", "va/dod",
    "american", "canadian", "european", "british", "federal", "international", r"\d{4}",
)  # fmt: skip
_GUIDANCE = one_of("guidelines?", "guidance", "consensus", "pathways?", "algorithms?", "(?:position )?statements?")
_LABEL = one_of(
    "label(?:l?ing)?", "(?:prescribing|product) information", "(?:package |product |patient )?(?:insert|leaflet)",
    "boxed warning", "monograph", "medication guide",
)  # fmt: skip
_SAYS = one_of(
    "says?", "tells?", "calls?", "asks?", r"advis\w+", "recommend(?:s|ed)?", "suggest(?:s|ed)?", "describes?", "lists?",
    "discuss(?:es)?",
    "warns?", "puts?", "ranks?", "places?", "wants?", "restricts?", "names?", "states?", "mentions?", "cautions?",
    "notes?", "directs?", "instructs?", "provides?", "has",
    "have", "gives?", "sets?", "dates?", "carr(?:y|ies)", "bears?", "contains?",
)  # fmt: skip
_BODY = (
    r"(?:va/dod|canmat|wfsbp|apa|acp|nice|icer|(?:the )?(?:institute for clinical and economic review|"
    r"american psychiatric association|american college of physicians|"
    r"(?:canadian|european|british|american|australian) network))"
)
_JUDGES = one_of(
    "rate[ds]?", "found", "finds", "judge[ds]?", "consider(?:s|ed)", "estimated", "concluded", "does not", "did not",
    "voted", "called", "placed", "advised",
)  # fmt: skip
_PART = one_of("tenths?", "fifths?", "quarters?", "thirds?", "half", "halves", "majority", "minority")
CITES = any_of(
    # e.g. "VA/DoD 2022: weak recommendation for use after several drugs", "the Canadian network (2023) puts it third"
    rf"^\W*{_BODY}(?:'s)?(?: guidelines?)?,? \(?(?:19|20)\d\d\)?(?::|,? (?:guidelines?:? )?(?:{_SAYS}|{_JUDGES})\b)",
    rf"^\W*{_BODY} (?:guidelines? )?(?:{_SAYS}|{_JUDGES})\b",
    # e.g. "according to the APA, the next steps are …"
    rf"^\W*(?:according to|in the (?:view|opinion|words) of) (?:the )?{_BODY}(?=[^.;]*\b(?:include|are|is)\b)",
    r"\b(?:weak|strong|conditional) recommendation (?:for|against|in favor)\b",
    # e.g. "between a tenth and a third of people … do not get well", "remission 36.8%, 30.6%, 13.7% and 13.0%"
    rf"\b{_PART} of (?:all |the |those |these )?(?:adult )?{PEOPLE}\b",
    r"\b\d+(?:\.\d+)?%(?:,? and|,) \d+(?:\.\d+)?%(?:,? and|,) \d+(?:\.\d+)?%",
    # e.g. "practice guidelines of a society (2010) call a trial …", "the advice is to …"
    rf"^\W*(?:(?:the|an?|some|most|many|current|{_BY_A_SOCIETY}) ){{0,4}}{_GUIDANCE}[^.;:,]{{0,60}}? "
    rf"(?!ha){_SAYS}\b",
    # e.g. "the American Psychiatric Association's guideline describes"
    rf"^\W*(?:the |an? )?(?:[\w/-]+ ){{1,4}}?(?:societ(?:y|ies)|colleges?|associations?|academy|department|institute)"
    rf"(?:'s|s'|s)? (?:\w+ ){{0,2}}?{_GUIDANCE}[^.;:,]{{0,60}}? (?!ha){_SAYS}\b",
    r"\bthe advice is to\b",
    # e.g. "an international panel that met in 2021 asked for", "a Canadian network ranks it"
    rf"^\W*(?:an?|the|some|several) (?:{_BY_A_SOCIETY} ){{1,3}}(?:panels?|networks?|societ(?:y|ies)|colleges?|groups?|"
    rf"associations?)\b[^.;:]{{0,60}}? (?:asked|agreed|wrote|advised|recommended|suggested|{_SAYS})\b",
    # e.g. "the manufacturer's label describes …", "according to the prescribing information the session …"
    rf"^\W*(?:the |its )?(?:[\w-]+'?s?'? )?{_LABEL} {_SAYS}\b",
    # e.g. "labeling of March 2019 covered adults who …", "the first label defined it as failure of two"
    rf"^\W*(?:(?:the|its|an?|that|fda|first|former|earlier|older?|original|initial|previous|\d{{4}}) ){{0,4}}{_LABEL}"
    r"(?: (?:of|from|in|since|until|before) [^.;:,]{3,30})? (?:then |only |also |still )?"
    r"(?:covered|described|defined|limited|restricted|allowed|admitted|named|included|asked|spoke|was|had|meant)\b",
    # e.g. "the label then goes on with weekly sessions"
    rf"^\W*(?:the |its )?{_LABEL} (?:then |next |also )?(?:goes on|continues|moves|proceeds|drops|passes|steps)\b",
    rf"^\W*(?:according to|as described in|in) (?:the |its )(?:[\w-]+'?s?'? )?{_LABEL},? "
    r"(?:the|an?|it|sessions?|patients|dos\w+|treatment)\b",
    # e.g. "Resistant depression (TRD) The label has the spray given with …", behind a title that no stop ends
    r"(?<!\bas )(?<!\bway )(?<!\bhow )(?<!\bif )(?<!\bwhen )(?<!\bwhat )(?<!\bthat )\b(?:the|its) (?:fda )?"
    r"label(?:ing)? (?:has|describes|gives|shows|pairs|puts) (?:it|spravato|(?:es)?ketamine|the (?:drug|spray|product|"
    r"medicine|medication)) (?:used|given|taken|for|with|as|together|alongside|in)\b",
    # e.g. "labeled dosing begins with 56 mg", "are listed there as contraindications"
    r"^\W*(?:the )?label(?:l?ed)? (?:dos(?:ing|es?|age)|schedule|regimen|course) "
    r"(?:begins?|starts?|opens?|goes|runs|is|are|consists?|calls|means)\b",
    # e.g. "aneurysms are contraindications in the label"
    r"\b(?:is|are) (?:an? |the |also |among the )?contra-?indications? (?:in|on|of|under|per|according to) "
    rf"(?:the |its )?(?:[\w-]+ )?{_LABEL}",
    r"\b(?:is|are) (?:listed|named|given|counted|mentioned) (?:there|in it|among (?:its|the)) ?(?:as )?"
    r"(?:an? )?contra-?indications?\b",
    # e.g. "@madrs (0 to 60; > 34 is severe)", "a scale that runs to 60", "how the scores are read"
    rf"{ANY_SCALE},? \(?(?:(?:scores?|totals?|which) )?(?:(?:runs?|ranges?|goes) )?(?:from )?0 ?(?:to|-) ?\d+",
    r"\bscale that (?:runs|goes|ranges)\b",
    # e.g. "monitoring and REMS enrollment are part of the label"
    r"\b(?:is|are) (?:a )?part of (?:the|its) (?:FDA )?label(?:ing)?\b",
    # e.g. "observation for two hours is printed in its label"
    rf"\b(?:is|are|stands?) (?:printed|stated|written|found|advised|recommended|mentioned) (?:in|by|on) "
    rf"(?:the|its) (?:[\w-]+'?s?'? )?{_LABEL}\W*$",
    # e.g. "watching for two hours is part of the REMS"
    r"^(?!.*\b(?:must|shall|requir\w+)\b)"
    r"\W*(?:the )?(?:(?:two|2|>= 2)[ -]hours? )?(?:of )?(?:watching|monitoring|observation|observing|waiting|"
    r"staying)\b[^.;:]{0,40}\b(?:is|are) (?:a |an |all )?(?:part|element|condition|feature)s? of (?:the|its) "
    r"(?:[\w-]+ ){0,2}?"
    r"(?:rems|program|risk evaluation)\b",
    r"\bhow (?:the )?(?:scores?|scales?|totals?) (?:are|is) (?:read|rated|graded)",
)  # fmt: skip
