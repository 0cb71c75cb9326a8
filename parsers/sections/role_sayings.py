"""Titles that say in so many words what a section is ("not criteria", "for reference only"), whatever they name."""

from __future__ import annotations

from parsers.sections.section_roles import Role

# The first row that fits decides.
SAYINGS: tuple[tuple[Role, str], ...] = (
    (
        "indications",
        (
            r"\bcoverage rationale\b|\b(?:criteria|clinical|medical necessity|approval|coverage|review|"
            r"authori[sz]ation|PA) questions\b|"
            # Both answers by name: "What is and is not covered", "Covered and non-covered uses".
            r"\b(?:is|are|cover(?:s|ed)?|approved?|pays?(?: for)?) (?:and|or|/|vs\.?|versus) (?:(?:what|which|is|"
            r"are|do|does|we|it) )*(?:not\b|non-?(?:covered|approved))|"
            # What is refused beside what is held to limits: "Excluded and limited drugs", and "Limited" over a part.
            r"\bexcluded (?:and|or|&) (?:limited|restricted|covered)\b|"
            r"^\W*(?:limited|restricted)(?: (?:drugs?|uses?|services|coverage))?\W*$|"
            # A booklet of benefits by its name; points to weigh beside the criteria.
            r"\b(?:benefits?|coverage|covered (?:services|benefits|drugs)|indications) (?:and|&) exclusions\b|"
            r"\bsummary plan description\b|\bsummary of (?:benefits|coverage)\b|"
            r"\bsummary of material (?:modifications?|changes?)\b|\b(?:evidence|certificate) of coverage\b|"
            # "Evidence review and coverage of infusions": both in one.
            r"\bevidence(?: review)?,? (?:and|&) (?:coverage|(?:the |our )?(?:position|policy|determination))\b|"
            # What a state prints over its criteria sheet.
            r"\b(?:PA|(?:prior )?authori[sz]ation|criteria|coverage) summar(?:y|ies)\b|"
            r"^\W*(?:issues|points|matters) (?:for|to) consider(?:ation)?\W*$|"
            # Codes of what the criteria are of: "Physician reimbursement (HCPCS) prior authorization criteria".
            r"\b(?:HCPCS|codes?|billing|reimbursement)\b.*\b(?:prior authori[sz]ation|PA) criteria\W*$"
        ),
    ),
    # For whom a policy is at all: lines of business are no criteria.
    (
        "boilerplate",
        (
            r"\b(?:policy|guideline|criteria) (?:application|applicability)\W*$|\bapplicable lines?\b|"
            # e.g. "Applies to: Commercial products", "Public plans products"
            r"^\W*(?:appl(?:y|ies) to\W*)?(?:(?:commercial|public|medicaid|medicare|marketplace|exchange|individual|"
            r"group|and|plans?)[ ,&]+)+(?:products|plans|members|lines of business)\W*$"
        ),
    ),
    (
        "background",
        (
            r"^\W*background (?:for|on|about|to) (?:the |our )?(?!coverage|criteria)\w+|"
            r"^\W*why\b(?! (?:not|isn't))|^\W*(?:(?:program|policy|edit|clinical) )?(?:goal|objective|aim)s?(?:\(s\))?"
            r"(?: of (?:the|this) \w+)?\W*$|"
            r"\bnot (?:a |an |part of (?:the |this |our )?)?(?:coverage |policy )?(?:criteri(?:a|on)|"
            r"coverage statement|policy statement|decision|determination|policy\b)|"
            r"for (?:reference|information|orientation|background|comparison|illustration|context)(?: purposes)? only|"
            # e.g. "Dosage (from the label)", "Dosing and administration per the package insert"
            r"^(?!.*\b(?:limit\w*|max\w*|quantit\w+|criteria|approv\w+|cover\w*|authori\w+|indications?|uses?)\b).*"
            r"\b(?:dos(?:e|es|age|ing)|administration|schedule|regimen)\b.*"
            # ... "Dosage/administration (package insert)", "Dosing - FDA label"
            r"(?:\b(?:from|per|as in|according to|in|source:?) |\(| [–—-] |: )(?:the )?(?:(?:FDA|U\.?S\.?|current|"
            r"approved|product|drug|manufacturer|spravato)(?:['’]?s)? )*(?:label(?:l?ing)?|(?:package )?insert|"
            r"product information)\W*$|"
            # ... "How the drug is dosed in the labeling", "FDA-approved dosing schedule", "Package insert dosing"
            r"^(?!.*\b(?:limit\w*|max\w*|quantit\w+|criteria|approval\w*|cover\w*|authori\w+|must|may)\b).*"
            r"(?:\b(?:dos(?:e|es|ed|age|ing)|schedule|regimen)\b.* in (?:the )?(?:(?:product|fda|drug|current|us|"
            r"approved) )*(?:label(?:l?ing)?|(?:package )?insert)\b"
            r"|\b(?:label(?:l?ing)?|insert) (?:says|tells|has|gives|states|recommends)\b.*\b(?:dos(?:e|es|age|ing)|"
            r"schedule)\b|\b(?:fda[- ](?:approved|label\w+)|manufacturer(?:['’]s)?(?: recommended)?|package insert) "
            r"(?:dos(?:e|es|age|ing)|schedule|regimen)\b)|^\W*reference: |"
            r"\bnot (?:an? )?(?:limits?|rules?) of (?:this|the|our) \w+|"
            r"(?:\(|[,:–—-] ?)(?:for )?information(?:al)?(?: only)?\)?\W*$|"
            r"informational only|\b(?:nothing|none of (?:this|these|it|what follows)) (?:(?:below|here|that follows|"
            r"in this section) )?(?:is|are) (?:an? )?(?:criteri(?:a|on)|rules?|requirements?)\b|"
            r"(?:\((?:[\w ]{2,20}, )?|[,:–—-] ?)for (?:reference|information|orientation|convenience)\)?\W*$|"
            r"\bfor your information\b|^\W*about (?:\w+ )?(?:(?:es)?ketamine|spravato|ketalar|it|(?:this|the) (?:drug|"
            r"medicine|medication|treatment|product))\W*$|reference table|prescribing information|"
            r"\b(?:notes|advice|tips|pearls|pointers) (?:for|to) (?:the )?(?:prescribers?|clinicians?|pharmacists?|"
            r"practitioners?|physicians?|(?:(?:prescriber|physician|doctor|provider)(?:'s|’s|s'|s’)? )?(?:office|"
            r"practice|clinic)(?: staff)?)\W*$"
        ),
    ),
    (
        "references",
        (
            r"^\W*(?:(?:clinical|edit|criteria|policy|program|PA) ){1,3}references\W*$|"
            r"^\W*(?:(?:selected|key|general|additional|cited|scientific) )?"
            r"(?:references?|bibliograph\w+|(?:cited |policy )?sources?|citations?|literature(?: cited)?\W*$|"
            r"(?:works|sources|papers|publications|documents|materials|literature) (?:cited|consulted|reviewed|used|"
            r"read)|"
            r"(?:further|background|suggested) reading|reading list)\b"
        ),
    ),
    (
        "history",
        (
            # Of a document, not of a patient.
            r"\b(?:(?<!treatment )(?<!medication )(?<!drug )(?<!therapy )(?<!trial )(?<!medical )(?<!psychiatric )"
            r"(?<!patient )(?<!clinical )(?<!health )(?<!contraindicated )(?<!excluded )history"
            r"(?! of (?:(?:the|prior|past|previous|failed|earlier|present|other|oral) )*(?:treatment|therap|medic|drug|"
            r"antidepress|trial|illness|care|failure|symptom|depress|substance|abuse|psycho|dos(?:e|ing)|infusion))|"
            r"(?:paper|audit|document|revision|change) trail|change ?log|revision(?:s| details| log|"
            r" summary| record)|summary of (?:changes?|"
            r"revisions?)|change summary|changes (?:since (?:the |our )?(?:last|previous|prior|earlier) "
            r"(?:version|edition|issue|release|list|update|review|"
            r"publication|posting|quarter|meeting)|(?:to|in) (?:this|the)|(?:by|from|per|between) "
            r"(?:version|edition|year|date)s?)|"
            r"(?:change|revision|update) records?|(?:log|list|record) of (?:changes|revisions|updates|amendments)|"
            # "Addendum to the drug guide" is one itself.
            r"addend(?:um|a)(?! to (?:the |our )?(?:[\w-]+ ){0,3}(?:guide|policy|manual|handbook|formulary|list)\b)|"
            # Not one act of a lawgiver, which is the rule itself: "Emergency amendment of section 12.3".
            r"(?<!emergency )(?<!temporary )(?<!proposed )(?<!adopted )(?<!permanent )amendments?"
            r"(?! (?:of|to) (?:the |our |a )?(?:[\w-]+ ){0,3}(?:rules?|regulations?|sections?|chapters?|parts?|"
            r"subparts?|titles?|codes?|formulary|list|schedules?|\d[\w.]*)\b|"
            r" (?:of|to) §|"
            r" (?:of|to|on|about|for) (?!this\b|these\b)(?:[\w-]+ ){0,5}(?:ketamine|esketamine|spravato)\b)|"
            r"version (?:log|control|table)|"
            r"what(?:'s| is| has|) (?:new|changed|changing|different)"
            r"(?! (?:in|for|with) (?:the )?(?:[\w-]+ ){0,2}?(?:indications?|criteria|requirements?|coverage))|"
            r"review (?:dates?|log|record|"
            r"cycle)|(?:policy|document|guideline) (?:updates?|revisions?|log)(?! (?:and|&) (?:\w+ )?criteria)|"
            r"archived? (?:text|versions?))\b|^\W*(?:"
            r"(?:(?:policy )?implementation ?(?:/|and|&) ?)?updates?(?: information)?|revisions?|changes|versions|"
            r"editions|(?:page |change |edit )?log|edits|effective dates)\W*$|"
            # "Changes since January 1, 2030", not those that are to come.
            r"^\W*(?:[\w-]+ ){0,3}?(?:changes|updates|revisions|amendments|edits) (?:(?:made|posted|adopted) )?since "
            r"(?:[a-z]{3,9}\.? )?(?:\d{1,2},? )?[\d/.-]*(?:\d{4}|\d\d)\W*$|"
            # What held before the dates that hold now.
            r"^(?!.*\b(?:patients?|members?|start\w*|receiv\w*|therapy)\b).*\b(?:prior to|before) "
            r"(?:[a-z]+ )?(?:\d{1,2},? )?[\d/.-]*\d{4}\b|"
            r"\b(?:former|previous|superseded|retired|archived|historical|expired) (?:(?:medical|coverage|policy) )?"
            r"(?:policy|criteria|coverage|statements?|versions?|texts?|wording)\b|"
            r"\b(?:past|earlier|older|prior) (?:versions?|editions?)\b|^\W*(?:[\d.]+ )?effective dates\W*$"
        ),
    ),
)
