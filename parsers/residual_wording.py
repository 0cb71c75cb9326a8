"""How payers word all uses but those they name, and all uses whatever."""

from __future__ import annotations

import re

from parsers.any_of import any_of
from parsers.patterns import compiled

# "3.1", "(B)", "IV".
_REFERENCE = r"\(?[A-Z0-9]{1,4}(?:\.\d{1,2}){0,2}\)?"
RESIDUAL = any_of(
    r"\b(?:(?:all|any|every|each)(?: of the)? (?:other|further|additional|different)|"
    r"(?:all|any|the)(?: of the)? remaining|any circumstances?|"
    r"(?<!each )(?<!among )other)\s+(?:(?!(?:the|these|those|this|contracts?|plans?|members?)\b)\w+[ -]){0,3}?"
    r"(?:indications?|uses?|conditions?|diagnos[ie]s|disorders?|"
    r"purposes?|"
    r"circumstances?|situations?|diseases?|reasons?|applications?)\b(?! (?:that|which)? ?(?:is|are|has|"
    r"have)? ?(?:FDA|approved|labell?ed))"
    r"|\b(?:all|any|every|each) (?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|"
    r"circumstances?) (?:that (?:is|are) )?not (?:otherwise )?(?:listed|named|stated|mentioned|outlined|addressed|"
    r"specified|included|described|identified|covered|shown)\b"
    r"|\b(?:any|all|every|each) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?)"
    r"(?: (?:that|which) (?:is|are))? not (?:in|on|within) (?:this|the|our|that)(?: \w+)? "
    r"(?:tables?|lists?|polic(?:y|ies)|sections?|page|document|label|chart|schedule)\b"
    r"|\b(?:not|nowhere) (?:otherwise )?(?:listed|named|stated|mentioned|outlined|addressed|specified|included|"
    r"described|identified|(?<!is not )(?<!are not )covered|meeting|shown|given|set out|set forth|provided for)"
    r"[^.;]{0,20}\b(?:above|here|"
    r"below|in this|within|elsewhere|(?:in|by|under) (?:sections?|parts?|tables?|items?) [\w.]{1,4}\b|"
    r"under (?:this|these|the (?:polic|section|heading|criteri|indication|list)\w*))\b"
    r"|\b(?:any|all|every|no|an?) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?|"
    r"reasons?) "
    r"(?:other than|except(?:ing)?|besides|apart from|but|outside|(?:that|which) (?:is|are) not)\b"
    r"|\b(?:any|every)thing (?:other than|but|except)\b|\b(?:any|some)thing else than\b"
    r"|\bnothing else (?:is|will be) (?:covered|paid|approved|payable|a benefit)\b"
    r"|\bno further (?:uses?|indications?)\b"
    r"|\b(?:uses?|indications?|conditions?|diagnos[ie]s)\b[^.;]{0,20}\b(?:in|under|by|of) (?:neither|none of)\b"
    r"|\b(?:uses?|indications?|conditions?|diagnos[ie]s) (?:that|which) (?:is|are) neither [^.;]{2,40}? nor "
    r"(?:\w+ )?(?:listed|named|stated|mentioned|addressed|described|identified|included|covered)\b"
    r"|\boutside(?: of)? (?:the |its |their |this )?(?:FDA[- ]?)?(?:approved )?"
    r"(?:label(?:ing|l?ed (?:uses?|indications?))?|approved (?:uses?|indications?))(?=[ ,])(?! (?:with|for|at)\b)"
    r"|\b(?:uses|indications|conditions|diagnoses|purposes) (?:other than|besides|beyond|apart from|outside(?: of)?)\b"
    r"|(?:\b(?:any|all|every|an?|the|those) (?:\w+ )?|^\W*(?:for )?)(?:uses?|indications?|conditions?|diagnos[ie]s|"
    r"disorders?|purposes?)(?: (?:that|which))? (?:(?:this|the|our|these) (?:document|policy|guideline|bulletin|"
    r"list|criteria|section|page|"
    r"rule)s?|(?:section|part|table|paragraph|item) \w{1,3}(?: (?:above|below))?"
    r"(?: \([^()]*\))?|we|it|they|the (?:policy|list|table|criteria)"
    rf"|{_REFERENCE}(?:(?:,| and| or|, and| to) {_REFERENCE})*) "
    r"(?:(?:do(?:es)? not|fails? to) (?:\w+ )?(?:list|name|mention|cover|address|include|describe|identify|contain|"
    r"show)|leaves? out|omits?)"
    r"|\b(?:uses|indications|conditions|diagnoses|purposes)(?: (?:that|which|for which))? (?:the |its )?(?:US )?(?:FDA|"
    r"Food and Drug Administration|label(?:ing)?|agency)(?: has| have|does|do)* (?:not|never) (?:yet )?(?:been )?"
    r"(?:approve|list|label|name|include|licen[sc]e|clear)"
    # e.g. "uses that have no column in the table", "any use without a row above", "uses not shown in the table"
    r"|\b(?:uses?|indications?|conditions?|diagnos[ie]s|purposes?),? (?:(?:(?:that|which) (?:have|has)|with|having|"
    r"for which (?:\w+ ){1,4}?(?:has|have|gives?|shows?|holds?)) no|without (?:an?|its own)) (?:\w+ )?"
    r"(?:columns?|rows?|sections?|headings?|entr(?:y|ies)|line) (?:in|above|below|here|of|(?:is|are) )"
    r"|\b(?:uses?|indications?|conditions?|diagnos[ie]s)(?: (?:that|which) (?:is|are|do(?:es)?))? (?:not (?:shown|"
    r"appear(?:ing)?|included|found|listed|named)|absent|missing)(?: (?:in|on|from))? (?:the |this |our )?(?:"
    r"tables?|lists?|policy|above|below|page|grid|chart|matrix|schedule|sheet)\b"
    r"|\bother than (?:those|the (?:ones?|indications?|uses?|conditions?)|(?:the )?(?:above|listed))|"
    r"\bother than\b[^.;]{0,30}\b(?:listed|named|above)\b|\bbeyond (?:those|the)\b"
    r"(?! (?:\w+ ){0,2}?(?:\d+|\w+ (?:weeks?|months?|days?)|dos\w+|quantit\w+|limits?|approv\w+|course|period)\b)"
    r"|\boutside (?:of )?(?:those|"
    r"the|these|this)\b[^.;]{0,30}(?:criteria|indications?|uses?|above|table|list|policy|document|"
    r"section|guideline)"
    r"|\b(?:for|in) (?:all|any) others?\W*$|\ball (?:others|else)\b|\b(?:all|any) other(?=\W*(?:$|;))|"
    r"\b(?:any|every)thing else\b|\bwhatever (?:other|else)\b|\bany not listed\b|"
    r"\b(?:anything|everything|uses|indications|conditions|diagnoses) (?:that (?:is|"
    r"are) )?not (?:otherwise )?(?:listed|"
    r"named|mentioned|outlined|addressed|specified|described|identified)\b|"
    r"\b(?:any|every)thing (?:that is |which is )?not (?:in|on|within|part of) (?:this|the|our|that|these)(?: \w+)? "
    r"(?:tables?|lists?|polic(?:y|ies)|sections?|page|document|label|criteria)\b|"
    r"\boutside (?:of )?(?:what|whatever) (?:is|stands|has been) (?:\w+ )?(?:listed|named|above|described|set out)\b|"
    r"^\W*the rest\W*$|^\W*remaining (?:uses|indications|conditions|diagnoses|purposes)\b|"
    r"(?<!among )(?<!or )\bothers\b(?!\s*\))|\b(?:off-label|unlabell?ed) (?:uses?|indications?|requests?"
    r"|prescri\w+|diagnos[ie]s|conditions?|treatment)\b|"
    r"\bnot FDA[- ]approved\b|\bnon-?FDA[- ](?:approved|labell?ed)\b",
    flags=re.IGNORECASE,
)
EVERYTHING = compiled(
    r"\bfor (?:all|any|every|each|whatever|whichever)\b (?:\w+ )?(?:indications?|uses?|conditions?|diagnos[ie]s|"
    r"purposes?|reasons?)\b"
    r"(?! (?:that |which )?(?:are )?(?:listed|named|addressed|discussed|reviewed|considered|described|above|below)\b)"
    r"|\bwhatever (?:it is|they are) (?:prescribed|used|given|ordered|taken) for\b"
    r"|\b(?:whatever|regardless of|no matter) (?:the |its )?(?:indication|use|condition|diagnosis|purpose|reason)\b",
    re.IGNORECASE,
)
